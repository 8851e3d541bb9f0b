"""How the reports judge efforts: nouns, verbs, levels and areas, from ``efforts.tsv``."""

from functools import cache

from kg.vocabulary.tables import rows


@cache
def patterns(role: str) -> dict[str, str]:
    """The regular expressions of a role by value; rows of one value are alternatives."""
    found: dict[str, list[str]] = {}
    for row in rows("efforts"):
        if row["role"] == role:
            found.setdefault(row["value"], []).append(row["pattern"])
    return {value: "|".join(alternatives) for value, alternatives in found.items()}
