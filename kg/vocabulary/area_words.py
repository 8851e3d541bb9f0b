"""Words from which areas that are no country are made, by class, from ``area_words.tsv``."""

from functools import cache

from kg.vocabulary.tables import listed, rows


@cache
def area_words(kind: str) -> frozenset[str]:
    """The words of a class."""
    return frozenset(listed(next(row["words"] for row in rows("area_words") if row["class"] == kind)))
