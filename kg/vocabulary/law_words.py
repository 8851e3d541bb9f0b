"""Words of laws as regular expressions, from ``law_words.tsv``."""

from functools import cache

from kg.vocabulary.tables import rows


@cache
def law_words(role: str) -> str:
    """The regular expression of a role: which the table's head explains."""
    return next(row["pattern"] for row in rows("law_words") if row["role"] == role)
