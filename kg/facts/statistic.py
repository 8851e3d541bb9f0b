"""Statistic: a number that the text gives about law enforcement, victims, money or training."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import NUMBER, PARTY, PLACE, TEXT, Token, has, has_many


@dataclass(frozen=True, kw_only=True)
class Statistic(Fact):
    """A number that the text gives about law enforcement, victims, money or training."""

    kind: ClassVar[Kind] = Kind(
        name="statistic",
        label="Statistic",
        definition="A number that the text gives about law enforcement, victims, money or training.",
        example="Authorities convicted 33 offenders in 2010.",
        by_period=True,
    )

    measure: str | None = has(Token("measure"), "What is counted.", "convictions", identifies=True)
    value: float | None = has(NUMBER, "The number; zero is a number, not a missing one.", "33", identifies=True)
    min: float | None = has(NUMBER, "The lower end of a range.", "50", identifies=True)
    max: float | None = has(NUMBER, "The upper end of a range.", "100", identifies=True)
    comparator: str | None = has(Token("comparator"), "How the number bounds what is counted.", "at_least")
    unit: str | None = has(TEXT, "What the number counts, in one word.", "offenders", identifies=True)
    actor: str | None = has(PARTY, "Whose authorities, or which body, counted or acted.", "LAO", identifies=True)
    exploitation: tuple[str, ...] = has_many(
        Token("exploitation"), "The form of exploitation the number is about.", "forced_labor", identifies=True
    )
    victims: tuple[str, ...] = has_many(Token("victims"), "The victims the number is about.", "women", identifies=True, extra=True)
    nationality: tuple[str, ...] = has_many(PLACE, "The nationality of those counted.", "LAO", extra=True)
    place: str | None = has(TEXT, "Where, below the country or abroad.", "Vientiane", extra=True)
