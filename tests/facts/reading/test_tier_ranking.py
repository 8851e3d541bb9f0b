"""Tier rankings: the header, the rating of a summary, and sentences that place the country on a tier."""

from collections.abc import Callable

import pytest

from kg.facts.model import Evidence, Fact
from kg.facts.tier_ranking import TierRanking

Read = Callable[..., tuple[Fact, ...]]


def tiers(read: Read, text: str, section: str = "profile") -> list[tuple[str | None, str | None, int | None]]:
    """Country, tier and year of what is read."""
    facts = read("NPL", 2012, text, section)
    return [(f.country, f.tier, f.year) for f in facts if isinstance(f, TierRanking)]


def test_the_header_is_the_evidence_of_its_tier(read: Read) -> None:
    text = "NEPAL (Tier 2 Watch List)"
    assert [f for f in read("NPL", 2012, text, "header") if isinstance(f, TierRanking)] == [
        TierRanking(doc="x", country="NPL", tier="2WL", year=2012, evidence=(Evidence(0, len(text), text),), rule="tier_ranking.header")
    ]


@pytest.mark.parametrize(
    ("text", "tier", "year"),
    [
        ("Nepal remained on Tier 3.", "3", 2012),
        ("Nepal was downgraded to Tier 2 Watch List.", "2WL", 2012),
        ("Nepal was upgraded from Tier 3 to Tier 2.", "2", 2012),
        ("Nepal was placed on Tier 1 in the 2009 Report.", "1", 2009),
        ("Nepal remains a Special Case for the second year.", "SC", 2012),
    ],
)
def test_a_sentence_may_place_the_country_on_a_tier(read: Read, text: str, tier: str, year: int) -> None:
    assert tiers(read, text) == [("NPL", tier, year)]


@pytest.mark.parametrize(
    "text",
    [
        "Nepal was granted a waiver from being downgraded to Tier 3.",
        "Nepal was not placed on Tier 3 because it had a plan.",
        "The restaurant rose to the second tier.",
    ],
)
def test_a_tier_that_the_country_is_not_on_is_no_ranking(read: Read, text: str) -> None:
    assert tiers(read, text) == []
