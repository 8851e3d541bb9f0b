"""Words of agreements as rows of value and regular expression, from ``agreement_words.tsv``."""

from functools import cache

from kg.vocabulary.tables import rows


@cache
def agreement_words(role: str) -> tuple[tuple[str, str], ...]:
    """The values and regular expressions of a role in the order of the table."""
    return tuple((row["value"], row["pattern"]) for row in rows("agreement_words") if row["role"] == role)
