"""Words around a number that say what it counts, from ``count_words.tsv``."""

from functools import cache

from kg.vocabulary.tables import rows


@cache
def count_words(role: str) -> frozenset[str]:
    """The words of a role, which the table's head explains."""
    return frozenset(row["word"] for row in rows("count_words") if row["role"] == role)
