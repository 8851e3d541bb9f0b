"""Words with which a country is called a source, transit or destination, by class, from ``role_words.tsv``."""

from functools import cache

from kg.vocabulary.tables import listed, rows


@cache
def role_words(kind: str) -> frozenset[str]:
    """The words or phrases of a class."""
    return frozenset(listed(next(row["words"] for row in rows("role_words") if row["class"] == kind)))


@cache
def role_of() -> dict[str, str]:
    """The role that each word names."""
    return {word: role for role in ("source", "transit", "destination") for word in role_words(role)}
