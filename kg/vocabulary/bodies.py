"""Words that name bodies, as rows of value and regular expression, from ``bodies.tsv``."""

from functools import cache

from kg.vocabulary.tables import rows


@cache
def body_words(role: str) -> tuple[tuple[str, str], ...]:
    """The values and regular expressions of a role, which the table's head explains, in the order of the table."""
    return tuple((row["value"], row["pattern"]) for row in rows("bodies") if row["role"] == role)
