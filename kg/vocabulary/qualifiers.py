"""Cues of negation, reported speech and possibility, from ``qualifiers.tsv``."""

from dataclasses import dataclass
from functools import cache

from kg.vocabulary.tables import rows


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that qualifies; ``effects`` are of ``negated``, ``reported``, ``possible``, ``none`` and ``end``."""

    words: tuple[str, ...]
    effects: frozenset[str]
    direction: str
    reach: int


@cache
def qualifiers() -> dict[str, tuple[Cue, ...]]:
    """The cues by their first word, the longest first."""
    found: dict[str, list[Cue]] = {}
    for row in rows("qualifiers"):
        cue = Cue(tuple(row["phrase"].split()), frozenset(row["effect"].split(",")), row["direction"], int(row["reach"]))
        found.setdefault(cue.words[0], []).append(cue)
    return {word: tuple(sorted(cues, key=lambda c: -len(c.words))) for word, cues in found.items()}
