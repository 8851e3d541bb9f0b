"""Headings of every year's style open their sections."""

import pytest

from kg.narrative.headings import alone, before_prose, marked


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Prosecution", "prosecution"),
        ("PROSECUTION", "prosecution"),
        ("## Prosecution", "prosecution"),
        ("**Protection:**", "protection"),
        ("II. Prevention", "prevention"),
        ("TRAFFICKING PROFILE", "profile"),
        ("TRAFFICKING PROFILE:", "profile"),
        ("PRIORITIZED RECOMMENDATIONS:", "recommendations"),
        ("RECOMMENDATIONS FOR PARAGUAY", "recommendations"),
        ("Recommendations for the Kyrgyz Republic:", "recommendations"),
        ("Scope and Magnitude.", "profile"),
        ("Government Efforts", "efforts"),
        ("Prosecution of traffickers rose.", None),
        ("Women", None),
    ],
)
def test_a_line_that_is_a_heading_opens_a_section(line: str, section: str | None) -> None:
    assert alone(line) == section


@pytest.mark.parametrize(
    ("text", "section", "prose"),
    [
        ("Recommendations for Laos: Increase efforts.", "recommendations", "Increase efforts."),
        ("TRAFFICKING PROFILE:  Traffickers exploit boys.", "profile", "Traffickers exploit boys."),
        ("Scope and Magnitude. Boys are sold.", "profile", "Boys are sold."),
        ("Prosecution\n– The police tried nobody.", "prosecution", "The police tried nobody."),
        ("**Protection.** There is no shelter.", "protection", "There is no shelter."),
    ],
)
def test_a_heading_may_run_into_its_paragraph(text: str, section: str, prose: str) -> None:
    found = before_prose(text)
    assert found is not None
    assert (found[0], text[found[1] :]) == (section, prose)


@pytest.mark.parametrize(
    "text",
    ["Prosecution efforts fell.", "prosecution. The court waits.", "The law: it is weak.", "current situation: Laos is a source country."],
)
def test_sentences_begin_with_no_heading(text: str) -> None:
    assert before_prose(text) is None


def test_a_sentence_marked_as_a_heading_is_none() -> None:
    lines = ("## c. Prohibition of Child Labor", "## The law prohibits all forms of forced labor.", "Women")
    assert [marked(line) for line in lines] == [True, False, False]
