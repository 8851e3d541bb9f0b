"""Small words around places and people in statements on trafficking, by class, from ``flow_words.tsv``."""

from collections.abc import Mapping
from functools import cache

from kg.vocabulary.tables import listed, rows


@cache
def flow_words(kind: str) -> frozenset[str]:
    """The phrases of a class."""
    return frozenset(listed(next(row["words"] for row in rows("flow_words") if row["class"] == kind)))


@cache
def flow_openers(*kinds: str) -> frozenset[str]:
    """The words with which the phrases of classes begin; at no other need one be looked for."""
    return frozenset(word for kind in kinds for word in flow_phrases(kind))


@cache
def flow_phrases(kind: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a class as words, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in flow_words(kind):
        words = tuple(phrase.replace("'s", " 's").split())
        found.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(held, key=lambda p: (-len(p), p))) for word, held in found.items()}
