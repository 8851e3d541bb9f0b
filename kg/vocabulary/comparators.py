"""Comparators: words around a number that bound it, from ``comparators.tsv``."""

from collections.abc import Mapping
from functools import cache

from kg.vocabulary.tables import rows

Phrases = tuple[tuple[tuple[str, ...], str], ...]


@cache
def comparators(where: str) -> Mapping[str, Phrases]:
    """The phrases that stand ``before`` a number by their last word, or ``after`` it by their first, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("comparators"):
        if row["where"] == where:
            words = tuple(row["phrase"].split())
            found.setdefault(words[-1 if where == "before" else 0], []).append((words, row["comparator"]))
    return {word: tuple(sorted(held, key=lambda c: -len(c[0]))) for word, held in found.items()}
