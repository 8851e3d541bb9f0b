"""Tier ranking: a country is placed on a tier of the report of a year."""

from dataclasses import dataclass
from typing import ClassVar

from kg.facts.model import Fact, Kind
from kg.facts.values import PLACE, YEAR, Token, has


@dataclass(frozen=True, kw_only=True)
class TierRanking(Fact):
    """A country is placed on a tier of the report of a year."""

    kind: ClassVar[Kind] = Kind(
        name="tier_ranking",
        label="Tier ranking",
        definition="A country is placed on a tier of the report of a year.",
        example="LAOS (Tier 2)",
    )

    country: str | None = has(PLACE, "The country that is ranked.", "LAO", identifies=True)
    tier: str | None = has(Token("tier"), "The tier.", "2WL", identifies=True)
    year: int | None = has(YEAR, "The year of the report.", "2011")
