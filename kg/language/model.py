"""Annotated text: tokens, mentions, sentences and clauses, in types of our own, so that rules never touch spaCy."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, NamedTuple

from kg.narrative.model import Document, SectionName

_END: Final = attrgetter("end")


class Token(NamedTuple):
    """One token; offsets are code points into the document's text."""

    i: int
    text: str
    lower: str
    """Lower case, with the typewriter's apostrophe and hyphen in place of typographic ones."""
    lemma: str
    pos: str
    """The universal part of speech."""
    tag: str
    """The Penn Treebank tag."""
    dep: str
    head: int
    """The index of the syntactic head, which is the token itself for a root."""
    start: int
    end: int


class Mention(NamedTuple):
    """A run of tokens that means something by itself, such as a country or a number of victims."""

    label: str
    """The table that holds its cue (``place``, ``exploitation`` …), or ``quantity`` and ``period``."""
    value: str
    """What it stands for: a country's code, a vocabulary's token, a period."""
    form: str
    """How it is written where that matters: ``name``, ``demonym`` or ``possessive`` for places; else empty."""
    first: int
    last: int
    """Indexes of tokens, the last exclusive."""
    start: int
    end: int
    """Offsets, the end exclusive."""


class Quantity(NamedTuple):
    """A number as written, with what bounds it; ``unit`` is ``percent``, a currency's code, or empty."""

    value: float | None
    min: float | None
    max: float | None
    comparator: str
    unit: str
    ordinal: bool
    first: int
    last: int
    start: int
    end: int


class Clause(NamedTuple):
    """A part of a sentence with a finite verb of its own, or a whole sentence without one."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text that is parsed as one: a sentence, or a part of one between semicolons, or an item of a list."""

    index: int
    group: int
    """Equal for the parts of one sentence that semicolons separate."""
    section: SectionName
    first: int
    last: int
    start: int
    end: int
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]

    def of(self, *labels: str) -> tuple[Mention, ...]:
        """The mentions with one of these labels, in order."""
        return tuple([m for m in self.mentions if m.label in labels])

    def clause_of(self, token: int) -> Clause:
        """The clause in which a token stands."""
        for clause in self.clauses:
            if clause.first <= token < clause.last:
                return clause
        return Clause(self.first, self.last)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Annotated:
    """A document with its tokens and sentences; only what stands in the document's sections is annotated."""

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def words(self, first: int, last: int) -> str:
        """The document's words from one token up to another."""
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def token_at(self, offset: int) -> int:
        """The index of the first token that ends after an offset."""
        return bisect_right(self.tokens, offset, key=_END)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which an offset lies."""
        index = bisect_left(self.sentences, offset + 1, key=_END)
        found = self.sentences[index] if index < len(self.sentences) else None
        return found if found and found.start <= offset else None
