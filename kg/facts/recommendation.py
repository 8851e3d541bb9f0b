"""Recommendation: something that the report asks a government to do; never something done."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import Token, has_many


@dataclass(frozen=True, kw_only=True)
class Recommendation(Fact):
    """Something that the report asks a government to do; never something done."""

    kind: ClassVar[Kind] = Kind(
        name="recommendation",
        label="Recommendation",
        definition="Something that the report asks a government to do; never something done.",
        example="Train police to identify victims.",
        by_words=True,
    )

    topics: tuple[str, ...] = has_many(Token("topic"), "The areas of anti-trafficking work that it concerns.", "protection")
