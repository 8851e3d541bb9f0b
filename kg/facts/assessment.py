"""Assessment: the report’s judgement of the level or trend of a government’s efforts."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PLACE, Token, has


@dataclass(frozen=True, kw_only=True)
class Assessment(Fact):
    """The report’s judgement of the level or trend of a government’s efforts."""

    kind: ClassVar[Kind] = Kind(
        name="assessment",
        label="Assessment",
        definition="The report’s judgement of the level or trend of a government’s efforts.",
        example="The government does not fully comply with the minimum standards.",
    )

    country: str | None = has(PLACE, "Whose efforts are judged.", "LAO")
    criterion: str | None = has(Token("criterion"), "What is judged.", "minimum_standards", identifies=True)
    value: str | None = has(Token("assessment_value"), "The judgement.", "not_full", identifies=True)
