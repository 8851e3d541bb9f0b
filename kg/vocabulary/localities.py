"""Towns and provinces of each country, from ``localities.tsv``: whether a name that no other table has is a place in a country."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from kg.vocabulary.tables import listed, rows


def is_town_of(name: str, code: str) -> bool:
    """Whether a country has a town or a province of this name; accents and case do not matter.

    >>> is_town_of("Savannakhet", "LAO"), is_town_of("Savannakhet", "THA")
    (True, False)
    """
    return _folded(name) in _towns(code)


def only_country_of(name: str) -> str | None:
    """The country that alone has a town or a province of this name, of four letters or more; else None.

    >>> only_country_of("Savannakhet"), only_country_of("San Juan")
    ('LAO', None)
    """
    return _only().get(_folded(name)) if len(name) > _SHORT else None


_SHORT = 3


@cache
def _only() -> Mapping[str, str | None]:
    found: dict[str, str | None] = {}
    for code in _rows():
        for town in _towns(code):
            found[town] = None if town in found else code
    return found


@cache
def _towns(code: str) -> frozenset[str]:
    held = listed(_rows().get(code, ""))
    return frozenset((*held, *(_ARTICLE.sub("", town).removesuffix("h") for town in held if _ARTICLE.match(town))))


_ARTICLE = re.compile(r"a[dlnrstz]h?[ -]|el[ -]")
"""The Arabic article, which the reports often leave out: "Ar Raqqah" is Raqqa."""


@cache
def _rows() -> Mapping[str, str]:
    return {row["code"]: row["towns"] for row in rows("localities")}


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    return re.sub(r"\s+", " ", "".join(c for c in plain if not unicodedata.combining(c))).lower().strip()
