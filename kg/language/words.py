"""What the pipeline says of each token by itself: its forms, lemma, part of speech, tag and dependency.

The last two parts of the English models (a table of attributes, and a lemmatizer by rules) look at nothing but a token's form, tag and
dependency, and at a neighbour in a few contractions. They take a quarter of the time, so that what they said once is kept.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

MOST = 200_000
"""How many tokens are kept; then it begins anew, so that memory stays bounded."""

NAMES = ("attribute_ruler", "lemmatizer")


class Word(NamedTuple):
    """A token by itself."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str


Finish = Callable[[Doc], Sequence[Word]]
"""From a parsed text to its words."""

Key = tuple[int, int, int]
"""The numbers of form, tag and dependency."""


def finisher(nlp: Language) -> tuple[Finish, tuple[str, ...]]:
    """How words are read, and which parts of the pipeline need not run for it."""
    parts = [nlp.get_pipe(name) for name in NAMES if name in nlp.pipe_names]
    match parts:
        case [AttributeRuler() as ruler, Lemmatizer(mode="rule" | "lookup") as lemmatizer] if tuple(nlp.pipe_names[-2:]) == NAMES:
            return _Kept(nlp.vocab, ruler, lemmatizer), NAMES
    return _read, ()


def plain(text: str) -> str:
    """Typographic apostrophes and hyphens as the typewriter has them."""
    return text.replace("’", "'").replace("‘", "'").replace("‑", "-").replace("\xa0", " ")


def _read(doc: Doc) -> list[Word]:
    return [Word(t.text, plain(t.lower_), t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in doc]


class _Kept:
    """Words by what they depend on."""

    def __init__(self, vocab: Vocab, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.vocab, self.ruler, self.lemmatizer = vocab, ruler, lemmatizer
        self.runs = _runs(vocab, ruler)
        self.single: dict[Key, Word] = {}
        self.several: dict[tuple[Key, ...], list[Word]] = {}

    def __call__(self, doc: Doc) -> list[Word]:
        """The words of a text."""
        if len(self.single) + len(self.several) > MOST:
            self.single.clear()
            self.several.clear()
        keys: list[Key] = list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist()))
        found = [self.single.get(key) or self._learned(key) for key in keys]
        for start, end in _joined(self.runs(doc, allow_missing=True)):
            run = tuple(keys[start:end])
            if run not in self.several:
                self.several[run] = self._said(run)
            found[start:end] = self.several[run]
        return found

    def _learned(self, key: Key) -> Word:
        (word,) = self._said((key,))
        self.single[key] = word
        return word

    def _said(self, keys: tuple[Key, ...]) -> list[Word]:
        """What the parts of the pipeline say of tokens that stand side by side."""
        orths, tags, deps = ([self.vocab.strings[number] for number in column] for column in zip(*keys, strict=True))
        doc = Doc(self.vocab, words=orths, tags=tags, deps=deps, heads=list(range(len(keys))))
        return _read(self.lemmatizer(self.ruler(doc)))


def _runs(vocab: Vocab, ruler: AttributeRuler) -> Matcher:
    """What finds tokens of which one decides about another: the patterns of more than one token."""
    matcher = Matcher(vocab)
    rules: Any = ruler.patterns
    for number, rule in enumerate(rules):
        several = [pattern for pattern in rule["patterns"] if len(pattern) > 1 or "OP" in pattern[0]]
        if several:
            matcher.add(str(number), several)
    return matcher


def _joined(matches: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches that matches cover, those that overlap as one."""
    open_: tuple[int, int] | None = None
    for start, end in sorted((start, end) for _, start, end in matches):
        if open_ and start < open_[1]:
            open_ = (open_[0], max(end, open_[1]))
        else:
            if open_:
                yield open_
            open_ = (start, end)
    if open_:
        yield open_
