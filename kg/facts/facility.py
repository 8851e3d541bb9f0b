"""Facility: a shelter, center or hotline for victims that exists, or is said not to exist."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import INTEGER, PARTY, TEXT, Token, has, has_many


@dataclass(frozen=True, kw_only=True)
class Facility(Fact):
    """A shelter, center or hotline for victims that exists, or is said not to exist."""

    kind: ClassVar[Kind] = Kind(
        name="facility",
        label="Facility",
        definition="A shelter, center or hotline for victims that exists, or is said not to exist.",
        example="The union ran a shelter in Vientiane.",
        first_of=("name", "location", "operators"),
    )

    type: str | None = has(Token("facility_type"), "What sort of facility.", "shelter", identifies=True)
    name: str | None = has(TEXT, "Its own name.", "Hope House", identifies=True)
    location: str | None = has(TEXT, "Where it is, as written.", "Vientiane", identifies=True)
    operators: tuple[str, ...] = has_many(PARTY, "Who runs it.", "ngo", identifies=True)
    count: int | None = has(INTEGER, "How many there are.", "3")
    serves: tuple[str, ...] = has_many(Token("victims"), "For whom it is.", "women")
