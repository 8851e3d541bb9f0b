"""Countries and regions: codes, names, demonyms and centres, from ``places.tsv`` and ``regions.tsv``."""

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
