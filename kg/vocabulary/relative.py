"""Areas that are others in the report on every country ("neighboring countries"), by the words of ``relative_areas.tsv``."""

from functools import cache

from kg.vocabulary.places import by_code, name_of
from kg.vocabulary.tables import rows

_REGION = "region:"


def seen_from(code: str, country: str | None) -> str:
    """The code of a place in a report on a country: that of a relative area ends in the country's; all others stay as they are.

    >>> seen_from("region:neighboring-countries", "LAO"), seen_from("region:western-europe", "LAO"), seen_from("THA", "LAO")
    ('region:neighboring-countries:LAO', 'region:western-europe', 'THA')
    """
    return f"{code}:{country}" if country and code == words_of(code) and _joint(code) else code


def words_of(code: str) -> str:
    """The code without the country that its area is seen from.

    >>> words_of("region:neighboring-countries:LAO"), words_of("region:western-europe"), words_of("LAO")
    ('region:neighboring-countries', 'region:western-europe', 'LAO')
    """
    return _REGION + code.removeprefix(_REGION).partition(":")[0] if code.startswith(_REGION) else code


def area_name(code: str) -> str:
    """The name to show for a place, a relative area's with the country that it is seen from.

    >>> area_name("region:neighboring-countries:LAO"), area_name("region:nearby-islands:FJI"), area_name("region:neighboring-countries")
    ('neighboring countries of Laos', 'nearby islands to Fiji', 'neighboring countries')
    """
    words = words_of(code)
    country = code.removeprefix(words).removeprefix(":")
    return f"{name_of(words)} {_joint(words)} {name_of(country)}" if country else name_of(words)


def area_code(words: str) -> str | None:
    """The code of a region given by it, or of a relative area given by its words; None for other words.

    >>> area_code("Neighboring countries"), area_code("region:nearby-islands:fji"), area_code("Laos")
    ('region:neighboring-countries', 'region:nearby-islands:FJI', None)
    """
    plain = words.strip().casefold()
    if plain.startswith(_REGION):
        area = words_of(plain)
        return area + plain.removeprefix(area).upper()
    code = _REGION + "-".join(plain.split())
    return code if _joint(code) else None


@cache
def _joint(code: str) -> str:
    """The word that joins an area with a country; empty for an area that is the same in every report."""
    if code in by_code() or not code.startswith(_REGION):
        return ""
    words = f"-{code.removeprefix(_REGION)}-"
    return next((row["joint"] for row in rows("relative_areas") if f"-{row['word']}-" in words), "")
