"""Organization: a named body that the text mentions."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PLACE, TEXT, Token, has


@dataclass(frozen=True, kw_only=True)
class Organization(Fact):
    """A named body that the text mentions."""

    kind: ClassVar[Kind] = Kind(
        name="organization",
        label="Organization",
        definition="A named body that the text mentions.",
        example="the Lao Women’s Union (LWU)",
    )

    name: str | None = has(TEXT, "The longest form of the name, as written.", "Lao Women’s Union", identifies=True)
    acronym: str | None = has(TEXT, "The acronym that the text introduces.", "LWU")
    type: str | None = has(Token("organization_type"), "What sort of body it is.", "mass_organization")
    country: str | None = has(PLACE, "Whose it is; unknown for international bodies.", "LAO")
