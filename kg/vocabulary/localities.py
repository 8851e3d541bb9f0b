"""Towns of each country, from ``localities.tsv``: whether a name that no other table has is a place in a country."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from kg.vocabulary.tables import listed, rows


def is_town_of(name: str, code: str) -> bool:
    """Whether a country has a town of this name; accents and case do not matter.

    >>> is_town_of("Savannakhet", "LAO"), is_town_of("Savannakhet", "THA")
    (True, False)
    """
    held = _towns().get(code)
    return held is not None and _folded(name) in held


@cache
def _towns() -> Mapping[str, frozenset[str]]:
    return {row["code"]: frozenset(listed(row["towns"])) for row in rows("localities")}


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    return re.sub(r"\s+", " ", "".join(c for c in plain if not unicodedata.combining(c))).lower().strip()
