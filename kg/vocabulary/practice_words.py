"""Words of practices, as rows of value and regular expression, from ``practice_words.tsv``."""

from functools import cache

from kg.vocabulary.tables import rows


@cache
def practice_words(role: str) -> tuple[tuple[str, str], ...]:
    """The values and regular expressions of a role in the order of the table."""
    return tuple((row["value"], row["pattern"]) for row in rows("practice_words") if row["role"] == role)
