"""Country role: a country or region is called a source, transit or destination of trafficking."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PLACE, Token, has, has_many


@dataclass(frozen=True, kw_only=True)
class CountryRole(Fact):
    """A country or region is called a source, transit or destination of trafficking."""

    kind: ClassVar[Kind] = Kind(
        name="country_role",
        label="Country role",
        definition="A country or region is called a source, transit or destination of trafficking.",
        example="Laos is a source country for women.",
    )

    country: str | None = has(PLACE, "The country or region with the role.", "LAO", identifies=True)
    role: str | None = has(Token("role"), "The part it plays in trafficking.", "transit", identifies=True)
    extent: str | None = has(Token("extent"), "How far it plays that part, where the text says so.", "limited")
    victims: tuple[str, ...] = has_many(Token("victims"), "Who is trafficked.", "women")
    exploitation: tuple[str, ...] = has_many(Token("exploitation"), "What they are trafficked for.", "forced_labor")
    trend: str | None = has(Token("trend"), "Whether the text says that it grows or shrinks.", "increasing", extra=True)
