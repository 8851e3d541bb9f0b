"""Recommendations: each item of the list is one, with its topics."""

from collections.abc import Callable

import pytest

from kg.facts.model import Evidence, Fact
from kg.facts.reading.recommendation import topics
from kg.facts.recommendation import Recommendation

Read = Callable[..., tuple[Fact, ...]]


def items(read: Read, text: str) -> list[str]:
    """The quotes of what is read in a list of recommendations."""
    facts = read("NPL", 2012, text, "recommendations")
    return [f.evidence[0].quote for f in facts if isinstance(f, Recommendation)]


def test_an_item_is_a_fact_with_its_words_and_topics(read: Read) -> None:
    text = "Train police to identify victims;"
    assert [f for f in read("NPL", 2012, text, "recommendations") if isinstance(f, Recommendation)] == [
        Recommendation(doc="x", topics=("protection",), evidence=(Evidence(0, len(text) - 1, text[:-1]),), rule="recommendation.item")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Recommendations for Nepal: Prosecute more traffickers; open a shelter for men; and inform the public about the law.",
        "• Prosecute more traffickers.\n• Open a shelter for men.\n• Inform the public about the law.",
    ],
)
def test_items_are_told_apart_by_semicolons_and_bullets(read: Read, text: str) -> None:
    assert [quote.rstrip(".").lower() for quote in items(read, text)] == [
        "prosecute more traffickers",
        "open a shelter for men",
        "inform the public about the law",
    ]


def test_a_heading_is_no_recommendation(read: Read) -> None:
    assert items(read, "Recommendations for Nepal:") == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Investigate and prosecute traffickers", ("prosecution",)),
        ("Open more shelters", ("protection",)),
        ("Run campaigns to raise awareness", ("prevention",)),
    ],
)
def test_topics_follow_the_cues_of_the_table(words: str, expected: tuple[str, ...]) -> None:
    assert topics(words) == expected
