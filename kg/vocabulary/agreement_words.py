"""Words of agreements as regular expressions by value, from ``agreement_words.tsv``."""

from functools import cache

from kg.vocabulary.tables import rows


@cache
def agreement_words(role: str) -> dict[str, str]:
    """The regular expressions of a role (``noun`` or ``status``) by value, in the order of the table."""
    return {row["value"]: row["pattern"] for row in rows("agreement_words") if row["role"] == role}
