"""Practice: what is done for victims, or is said not to be done."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PARTY, TEXT, Token, has, has_many


@dataclass(frozen=True, kw_only=True)
class Practice(Fact):
    """What is done for victims, or is said not to be done."""

    kind: ClassVar[Kind] = Kind(
        name="practice",
        label="Practice",
        definition="What is done for victims, or is said not to be done.",
        example="Victims received medical care.",
    )

    type: str | None = has(Token("practice_type"), "What is done.", "medical_care", identifies=True)
    applies_to: tuple[str, ...] = has_many(Token("victims"), "For whom.", "women", identifies=True)
    excludes: tuple[str, ...] = has_many(Token("victims"), "Who is left out.", "men")
    actor: str | None = has(PARTY, "Who does it.", "government")
    place: str | None = has(TEXT, "Where.", "Vientiane")
