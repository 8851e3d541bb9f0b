"""Words around an amount of money, by class, from ``money_words.tsv``."""

from functools import cache

from kg.vocabulary.tables import listed, rows


@cache
def money_words(kind: str) -> frozenset[str]:
    """The words of a class."""
    return frozenset(listed(next(row["words"] for row in rows("money_words") if row["class"] == kind)))
