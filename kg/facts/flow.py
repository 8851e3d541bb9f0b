"""Trafficking flow: people from one place are exploited, or trafficked, in or to a place."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PLACE, TEXT, Token, has, has_many


@dataclass(frozen=True, kw_only=True)
class Flow(Fact):
    """People from one place are exploited, or trafficked, in or to a place."""

    kind: ClassVar[Kind] = Kind(
        name="flow",
        label="Trafficking flow",
        definition="People from one place are exploited, or trafficked, in or to a place.",
        example="Lao men are forced to work on fishing boats in Thailand.",
    )

    origin: str | None = has(
        PLACE, "Where the people are from; unknown for foreign victims of no named nationality.", "LAO", identifies=True
    )
    destination: str | None = has(
        PLACE,
        "Where they are exploited or taken to; the same as the origin for internal trafficking; unknown for abroad.",
        "THA",
        identifies=True,
    )
    via: tuple[str, ...] = has_many(PLACE, "The places that the way leads through.", "LAO")
    victims: tuple[str, ...] = has_many(Token("victims"), "Who is exploited.", "women")
    exploitation: tuple[str, ...] = has_many(Token("exploitation"), "How they are exploited.", "forced_labor")
    sectors: tuple[str, ...] = has_many(Token("sectors"), "In which trade or industry.", "fishing")
    trend: str | None = has(Token("trend"), "Whether the text says that it grows or shrinks.", "increasing", extra=True)
    means: tuple[str, ...] = has_many(Token("means"), "By which means they are held or recruited.", "debt", extra=True)
    from_place: tuple[str, ...] = has_many(TEXT, "Places below the country that they come from.", "Savannakhet", extra=True)
    to_place: tuple[str, ...] = has_many(TEXT, "Places below the country that they are taken to.", "Bangkok", extra=True)
