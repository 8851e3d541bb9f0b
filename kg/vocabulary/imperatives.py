"""What a recommendation begins with, from ``imperatives.tsv``."""

from functools import cache

from kg.vocabulary.tables import listed, rows


@cache
def imperatives() -> frozenset[str]:
    """The verbs of recommendations."""
    return frozenset(row["verb"] for row in rows("imperatives"))


@cache
def modals() -> frozenset[str]:
    """The verbs before such a verb, as in "should train"."""
    return frozenset(word for row in rows("wishes") if row["class"] == "obliging" for word in listed(row["pattern"]))
