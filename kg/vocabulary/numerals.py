"""Number words, from ``numerals.tsv``."""

from collections.abc import Mapping
from functools import cache

from kg.vocabulary.tables import rows


@cache
def numerals(kind: str) -> Mapping[str, float]:
    """The words of a kind (``unit ten scale plural share``) and their values."""
    return {row["word"]: float(row["value"]) for row in rows("numerals") if row["kind"] == kind}
