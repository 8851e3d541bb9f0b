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
        ("Register employment agencies", ("prevention",)),
        ("Apply the identification protocol in every station", ("protection",)),
        ("Accede to the UN TIP Protocol", ("partnership",)),
        ("Compile statistics on prosecutions", ("prosecution", "research")),
        ("Stop jailing and deporting victims", ("protection",)),
        ("Cease the prosecution of child victims", ("protection",)),
        ("Train police to look for victims", ("protection",)),
        ("Screen vulnerable groups for indicators", ("protection",)),
        ("Punish officials who protect traffickers", ("prosecution",)),
        ("Reform the sponsorship system", ("prevention",)),
        ("Give the national coordinator a budget", ("prevention",)),
        ("Lift the ban on women migrating abroad", ("prevention",)),
        ("Equip labor inspectors with cars", ("prevention",)),
        ("Set up a hotline", ("protection",)),
        ("Implement the new statute", ("prosecution",)),
        ("Publish an annual report on the work", ("research",)),
    ],
)
def test_topics_follow_the_cues_of_the_table(words: str, expected: tuple[str, ...]) -> None:
    assert topics(words) == expected


def test_each_modal_of_a_list_begins_an_item(read: Read) -> None:
    text = (
        "Nepal should ensure that victims are not jailed, ought to fund shelters run by NGOs, and must stop treating migrants as suspects."
    )
    found = [fact.evidence[0].quote for fact in read("NPL", 2006, text, "other") if isinstance(fact, Recommendation)]
    assert [quote.split()[0] for quote in found] == ["ensure", "fund", "stop"]


def test_what_running_text_asks_of_the_government_is_read_item_by_item(read: Read) -> None:
    text = "To move on, the Nepali government should also train its police; open two shelters; and punish those who sold 40 girls."
    found = [f for f in read("NPL", 2006, text, "other") if isinstance(f, Recommendation)]
    assert [f.evidence[0].quote for f in found] == ["train its police", "open two shelters", "punish those who sold 40 girls."]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Nepal should ratify the protocol.", True),
        ("The Government of Nepal is urged to ratify the protocol.", True),
        ("Nepali authorities need to ratify the protocol.", True),
        ("The NGOs said the government should ratify the protocol.", False),
        ("The government should have ratified the protocol.", False),
        ("Victims should not be jailed.", False),
        ("Under the law, the government should house victims.", False),
    ],
)
def test_only_what_the_narrative_itself_asks_of_the_government_is_a_recommendation(read: Read, text: str, asks: bool) -> None:
    assert any(isinstance(f, Recommendation) for f in read("NPL", 2006, text, "other")) == asks


def test_what_is_asked_for_in_running_text_is_no_action(read: Read) -> None:
    text = "The government should open two shelters in Pokhara; sign an agreement with India; and convict 12 traffickers."
    assert {f.kind.name for f in read("NPL", 2006, text, "other")} == {"recommendation"}


def test_a_list_with_commas_in_running_text_is_read_item_by_item(read: Read) -> None:
    text = "The government should try officials who sell visas, lift the ban on travel, and enact the bill of 2002."
    facts = read("NPL", 2012, text, "profile")
    assert [f.evidence[0].quote for f in facts if isinstance(f, Recommendation)] == [
        "try officials who sell visas",
        "lift the ban on travel",
        "enact the bill of 2002.",
    ]
    nouns = read("NPL", 2012, "The government should train police, judges, and clerks, and fund shelters.", "profile")
    assert [f.evidence[0].quote for f in nouns if isinstance(f, Recommendation)] == ["train police, judges, and clerks, and fund shelters."]


def test_a_second_item_with_a_should_of_its_own_is_an_item(read: Read) -> None:
    text = "Nepal should pass its draft law, and should investigate kiln owners. It should also do more for boys. They say that it may."
    found = [f.evidence[0].quote for f in read("NPL", 2006, text, "profile") if isinstance(f, Recommendation)]
    assert found == ["pass its draft law", "investigate kiln owners.", "do more for boys."]


def test_it_should_is_a_recommendation_only_behind_one(read: Read) -> None:
    text = "The fund pays for shelters. It should reach 200 girls."
    assert not any(isinstance(f, Recommendation) for f in read("NPL", 2006, text, "profile"))


def test_verbs_that_no_table_has_open_items_of_a_list(read: Read) -> None:
    text = "The government should appropriate money, crack down on bribery, and hand over the file to the court."
    found = [f.evidence[0].quote for f in read("NPL", 2006, text, "profile") if isinstance(f, Recommendation)]
    assert found == ["appropriate money", "crack down on bribery", "hand over the file to the court."]
