"""Towns and the country they lie in, from ``cities.tsv``."""

from collections.abc import Mapping
from functools import cache

from kg.vocabulary.tables import listed, rows


@cache
def cities() -> Mapping[str, str]:
    """Each town's written form and its country's code."""
    return {town: row["code"] for row in rows("cities") for town in listed(row["towns"])}
