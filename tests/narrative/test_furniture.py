"""Furniture is told by cues and by shape, and no sentence of a narrative is taken for it."""

import pytest

from kg.narrative.furniture import drops, quotation, repeated
from kg.narrative.lines import lines


@pytest.mark.parametrize(
    "line",
    [
        "Introductory Material (PDF)  [28054 Kb]",
        "Office To Monitor and Combat Trafficking in Persons",
        "An official website of the United States government",
        "Skip to main content",
        "Home | About | Contact us",
        "Home » Reports » 2011 » Laos",
        "http://www.state.gov/j/tip/rls/tiprpt/2012/192367.htm",
        "desk@example.org",
        "Page 3 of 12",
        "- 234 -",
        "July 11, 2011",
        "Thursday, June 28, 2012 4:02 PM",
        "6/28/12 2:35 PM",
        "Posted on June 28, 2012 by admin",
        "From: News Desk <news@example.org>",
        "---------- Forwarded message ----------",
        "Share on Facebook",
        "Advertisement",
        "Click here to download the report",
        "See the Department of State’s Trafficking in Persons Report at https://www.state.gov/trafficking-in-persons-report/ .",
    ],
)
def test_a_line_of_furniture_is_dropped(line: str) -> None:
    assert drops(line) == "line"


@pytest.mark.parametrize(
    "line",
    [
        "%d bloggers like this:",
        "Leave a Reply",
        "3 thoughts on “Lesotho in the new report”",
        "12 comments",
        "Related posts",
        "Filed under: Reports",
        "This entry was posted in Reports by admin. Bookmark the permalink.",
        "© 2012 The Example. All rights reserved.",
        "The Office of Website Management, Bureau of Public Affairs, manages this site as a portal for information.",
    ],
)
def test_what_follows_the_end_of_an_article_goes_with_it(line: str) -> None:
    assert drops(line) == "rest"


@pytest.mark.parametrize(
    "text",
    [
        "Related to this, the government began to train its border guards in the north.",
        "Copyright law does not cover the sale of forged travel papers, a judge said.",
        "Comments by officials suggest that the plan will wait for another year.",
        "Print media carried stories about two trials of traffickers during the year.",
        "In 2010, police identified 12 victims.",
        "The hotline took 12 calls.",
        "2017.",
        "(2013)",
        "Twitter.",
        "Victims may stay until the trial ends / the permit expires.",
        "20 comments were made by the court on the draft law, all of them critical.",
    ],
)
def test_sentences_that_begin_alike_are_kept(text: str) -> None:
    assert drops(text) is None


def test_a_paragraph_that_is_quoted_from_first_to_last_is_a_quotation() -> None:
    texts = (
        "Secretary Example (June 27): “Every year we take stock. We can do more.”",
        "“We can do more.” – Secretary Example",
        "“We can do more, and we will go on in the next paragraph",
        "The court called the girl “consenting” and let both men go.",
        "A bill “against all trade in people” was tabled, then shelved.",
    )
    assert [quotation(text) for text in texts] == [True, True, True, False, False]


def test_lines_that_come_back_on_every_page_are_running_heads() -> None:
    page = "LESOTHO 23{}\n\nThe police found nine boys on a farm this year.\n\n"
    text = "".join(page.format(n) for n in range(4))
    assert repeated(lines(text)) == frozenset({"lesotho"})
