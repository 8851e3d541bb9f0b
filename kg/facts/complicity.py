"""Complicity: officials’ part in trafficking, and what was done about it."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PLACE, TEXT, Token, has


@dataclass(frozen=True, kw_only=True)
class Complicity(Fact):
    """Officials’ part in trafficking, and what was done about it."""

    kind: ClassVar[Kind] = Kind(
        name="complicity",
        label="Complicity",
        definition="Officials’ part in trafficking, and what was done about it.",
        example="The government has never punished any official for complicity.",
    )

    status: str | None = has(Token("complicity_status"), "How far it was pursued.", "punished", identifies=True)
    country: str | None = has(PLACE, "Whose officials.", "LAO")
    who: str | None = has(TEXT, "Who took part.", "officials")
