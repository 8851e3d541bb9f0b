"""How sure facts of several kinds are, whether they are denied, and the periods of figures: what reaches them and what does not."""

import pytest

from kg.facts.assessment import Assessment
from kg.facts.collaboration import Collaboration
from kg.facts.complicity import Complicity
from kg.facts.flow import Flow
from kg.facts.payment import Payment
from kg.facts.statistic import Statistic

from .conftest import Read

FLOWS = [
    ("There were reports of Indian, Malaysian, and Thai men and women forced to work on farms.", {"IND": "reported"}),
    ("There were reports of foreign workers, particularly from India, who were subjected to forced labor on farms.", {"IND": "reported"}),
    ("An estimated 300 women from India may be victims of sex trafficking in Nepal.", {"IND": "possible"}),
    ("Indian men are subjected to conditions that may amount to forced labor in Nepal.", {"IND": "possible"}),
    ("Indian men are subjected to forced labor in Nepal.", {"IND": "stated"}),
]
ENDS = [
    ("Nepali women are forced into prostitution in Oman and may be forced into it in Qatar.", {"OMN": "stated", "QAT": "possible"}),
    ("Nepali women reportedly transit India on the way to Oman, where employers force them to work.", {"OMN": "reported"}),
    ("Girls were allegedly brought to Oman and forced to beg.", {"OMN": "reported"}),
]
FIGURES = [
    ("The police say they tried nine traffickers last year.", ("prosecutions", 9, "reported", "affirmed", "previous")),
    ("The state reportedly investigated 16 cases and prosecuted four traffickers.", ("prosecutions", 4, "reported", "affirmed", None)),
    (
        "Police reported no forced labor prosecutions and five sex trafficking prosecutions.",
        ("prosecutions", 5, "reported", "affirmed", None),
    ),
    (
        "The state did not report details of the sentences of the two men convicted in 2012.",
        ("convictions", 2, "stated", "affirmed", "2012"),
    ),
    (
        "Courts convicted 77 traffickers (55 in the previous reporting period): 68 for sex trafficking, and nine for forced labor.",
        ("convictions", 68, "stated", "affirmed", None),
    ),
    ("IOM repatriated 248 victims from 17 countries in 2011.", ("victims_repatriated", 248, "stated", "affirmed", "2011")),
    ("The unit made 77 arrests and closed 83 bars in 2011.", ("arrests", 77, "stated", "affirmed", "2011")),
]
EFFORTS = [
    ("NGOs said that the government made inadequate efforts to protect victims.", "reported"),
    ("The government reportedly did little to protect victims.", "reported"),
    ("The government did not appear to provide any significant assistance to victims.", "reported"),
    ("The government reported no efforts to protect victims.", "stated"),
    ("Protection efforts remained inadequate.", "stated"),
]
OFFICIALS = [
    ("The government failed to report any prosecutions or convictions of officials complicit in trafficking.", {"prosecuted", "convicted"}),
    ("The government did not report convicting any complicit officials.", {"convicted"}),
]


@pytest.mark.parametrize(("text", "expected"), FLOWS)
def test_where_people_are_from_is_as_sure_as_what_befalls_them(read: Read, text: str, expected: dict[str, str]) -> None:
    found = {str(f.origin): f.certainty for f in read("NPL", 2012, text, "profile") if isinstance(f, Flow)}
    assert {origin: found.get(origin) for origin in expected} == expected


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_each_end_of_a_way_is_as_sure_as_its_own_verb(read: Read, text: str, expected: dict[str, str]) -> None:
    found = {str(f.destination): f.certainty for f in read("NPL", 2012, text, "profile") if isinstance(f, Flow)}
    assert {end: found.get(end) for end in expected} == expected


@pytest.mark.parametrize("text", ["There were no confirmed reports that traffickers exploited domestic or foreign victims in Nepal."])
def test_that_there_were_no_confirmed_reports_is_only_reported(read: Read, text: str) -> None:
    found = {(f.polarity, f.certainty) for f in read("NPL", 2022, text, "other") if isinstance(f, Flow)}
    assert found == {("negated", "reported")}


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures_keep_how_sure_they_are_and_their_period(read: Read, text: str, expected: tuple[str, int, str, str, str | None]) -> None:
    found = [(f.measure, f.value, f.certainty, f.polarity, f.period) for f in read("NPL", 2013, text) if isinstance(f, Statistic)]
    assert expected in found


@pytest.mark.parametrize(("text", "expected"), EFFORTS)
def test_what_others_say_of_efforts_is_only_reported(read: Read, text: str, expected: str) -> None:
    assert {f.certainty for f in read("NPL", 2012, text, "protection") if isinstance(f, Assessment)} == {expected}


@pytest.mark.parametrize(("text", "statuses"), OFFICIALS)
def test_what_nobody_reported_of_officials_is_negated_and_reported(read: Read, text: str, statuses: set[str]) -> None:
    found = [f for f in read("NPL", 2012, text) if isinstance(f, Complicity) and f.status != "alleged"]
    assert {(f.status, f.polarity, f.certainty) for f in found} == {(s, "negated", "reported") for s in statuses}


def test_efforts_against_those_allegedly_complicit_are_plainly_denied(read: Read) -> None:
    text = "The government made no efforts to investigate officials allegedly complicit in trafficking."
    found = [f for f in read("NPL", 2012, text) if isinstance(f, Complicity)]
    assert ("investigated", "negated", "stated") in {(f.status, f.polarity, f.certainty) for f in found}


@pytest.mark.parametrize(
    "text", ["Courts may fine traffickers up to $5,000.", "Law No. 4 of 2009 imposes a fine of 25,000 riyals ($6,870) on sponsors."]
)
def test_a_fine_that_a_law_allows_is_stated(read: Read, text: str) -> None:
    assert [(f.polarity, f.certainty) for f in read("NPL", 2012, text) if isinstance(f, Payment)] == [("affirmed", "stated")]


def test_what_partners_may_call_on_each_other_for_is_stated(read: Read) -> None:
    text = "The Ministry of Labor worked with NGOs to protect vulnerable children."
    assert {f.certainty for f in read("NPL", 2012, text, "protection") if isinstance(f, Collaboration)} == {"stated"}
