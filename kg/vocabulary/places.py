"""Countries and regions: codes, names, demonyms and centres, from ``places.tsv`` and ``regions.tsv``.

The tables write the straight apostrophe; whoever matches them must take the curly one for the same. Accents are not folded:
a name that is written with and without them has both forms. Case matters ("Polish", "Turkey").
"""

from dataclasses import dataclass
from functools import cache

from kg.vocabulary.tables import listed, rows


@dataclass(frozen=True, slots=True)
class Place:
    """A country (ISO 3166-1 alpha-3) or a region (``region:`` and words in kebab case)."""

    code: str
    name: str
    names: tuple[str, ...]
    """Every written form, the name among them; former states stand with their successor."""
    demonyms: tuple[str, ...]
    """Adjectives and words for the people: Lao, Laotian, Laotians."""
    latitude: float
    longitude: float


@cache
def places() -> tuple[Place, ...]:
    """All countries."""
    return _read("places")


@cache
def regions() -> tuple[Place, ...]:
    """The regions that have a name and a centre of their own; others are made from their words."""
    return _read("regions")


@cache
def by_code() -> dict[str, Place]:
    """Countries and named regions by code."""
    return {place.code: place for place in (*places(), *regions())}


@cache
def homonyms() -> dict[str, tuple[str, ...]]:
    """Written forms that several places share, and their codes; the first is the place that has the form in its row."""
    return {row["form"]: listed(row["codes"]) for row in rows("homonyms")}


def meant(form: str, code: str, country: str | None) -> str:
    """The place that a written form of ``code`` means in a narrative about ``country``.

    >>> meant("Congolese", "COD", "COG"), meant("Congolese", "COD", "UGA")
    ('COG', 'COD')
    """
    return country if country and country in homonyms().get(form, ()) else code


def name_of(code: str) -> str:
    """The name to show for a code: the place's name, or a region's words."""
    known = by_code().get(code)
    return known.name if known else code.removeprefix("region:").replace("-", " ")


def _read(table: str) -> tuple[Place, ...]:
    return tuple(
        Place(
            row["code"],
            row["name"],
            (row["name"], *listed(row["names"])),
            listed(row["demonyms"]),
            float(row["latitude"]),
            float(row["longitude"]),
        )
        for row in rows(table)
    )
