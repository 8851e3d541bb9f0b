"""How the reports judge efforts: triggers, levels and areas, from ``efforts.tsv``."""

from functools import cache

from kg.vocabulary.tables import rows


@cache
def patterns(role: str) -> dict[str, str]:
    """The regular expressions of a role (``trigger``, ``level`` or ``area``) by value."""
    return {row["value"]: row["pattern"] for row in rows("efforts") if row["role"] == role}
