"""Cues of negation, reported speech and possibility, from ``qualifiers.tsv``."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from kg.vocabulary.tables import listed, rows

Words = tuple[frozenset[str], ...]

_NOTHING: Final = frozenset[str]()
GAP: Final = frozenset({"…"})
"""Stands for some words without a verb, between the first and the last word of a phrase."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that qualifies, as the words that may stand at each place; ``effects`` are of ``negated``, ``reported``, ``possible``,
    ``none`` and ``end``."""

    words: Words
    effects: frozenset[str]
    direction: str
    reach: int


@dataclass(frozen=True, slots=True)
class Begun:
    """The cues that a word begins, the longest first, and of the same length those that name their words before those of a class."""

    alone: tuple[Cue, ...]
    """Those of this word alone, and those with a gap behind it."""
    with_next: dict[str, tuple[Cue, ...]]
    """By a second word all those of both, and those of the first alone."""

    def by(self, second: str) -> tuple[Cue, ...]:
        """The cues that can stand where this other word follows."""
        return self.with_next.get(second, self.alone)


@cache
def qualifiers() -> dict[str, Begun]:
    """The cues by their first word."""
    found: dict[str, list[Cue]] = {}
    for row in rows("qualifiers"):
        for words in _forms(row["phrase"]):
            cue = Cue(words, frozenset(row["effect"].split(",")), row["direction"], int(row["reach"]))
            for first in words[0]:
                found.setdefault(first, []).append(cue)
    return {word: _begun(sorted(cues, key=lambda c: (-len(c.words), sum(map(len, c.words))))) for word, cues in found.items()}


def _begun(cues: list[Cue]) -> Begun:
    alone = [cue for cue in cues if len(cue.words) == 1 or cue.words[1] == GAP]
    seconds = {second for cue in cues if cue not in alone for second in cue.words[1]}
    return Begun(tuple(alone), {second: tuple(c for c in cues if c in alone or second in c.words[1]) for second in seconds})


def _forms(phrase: str) -> Iterator[Words]:
    """The words of a phrase: ``@class`` stands for any word of the class, and what ends in ``?`` may be missing."""
    choices = [[_class(word), _NOTHING] if word.endswith("?") else [_class(word)] for word in phrase.split()]
    for form in product(*choices):
        yield tuple(words for words in form if words)


def words_of(name: str) -> frozenset[str]:
    """The words of a class of ``qualifier_classes.tsv``."""
    return _classes()[name]


def _class(word: str) -> frozenset[str]:
    bare = word.removesuffix("?")
    return _classes()[bare.removeprefix("@")] if bare.startswith("@") else frozenset({bare})


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {row["class"]: frozenset(listed(row["words"])) for row in rows("qualifier_classes")}
