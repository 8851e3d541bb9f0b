"""Reading of flows: work offered abroad that was none, ways out of the country, and what a clause about people denies, or a duty names."""

import pytest

from tests.facts.reading.conftest import Read
from tests.facts.reading.test_flow import flows


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("NPL", "Recruiters lured women through fraudulent offers of employment in Kuwait.", {"NPL>KWT"}),
        ("KEN", "Agencies recruited Ethiopian workers with false promises of work in Oman and Qatar.", {"ETH>OMN", "ETH>QAT"}),
        (
            "KEN",
            "Agents recruited Kenyan men with false promises of jobs in Oman and took them to Libya, where they were enslaved.",
            {"KEN>LBY"},
        ),
        ("NPL", "Recruiters in Pokhara attracted women with promises of good jobs in Oman.", set()),
        ("NPL", "The ministry warned Nepali workers of fraudulent job offers in Oman.", set()),
    ],
)
def test_a_fraudulent_offer_of_work_leads_where_the_work_was_to_be(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("MLI", "Girls were trafficked out of the country for sexual exploitation.", {"MLI>-"}),
        ("MLI", "Girls are lured out of the country to Algeria and forced into prostitution.", {"MLI>DZA"}),
        ("MLI", "Critics were denied flights out of the country, and their passports were confiscated.", set()),
        ("VEN", "Girls were exploited in bars in Port of Spain.", {"VEN>TTO"}),
    ],
)
def test_people_brought_out_of_the_country_are_exploited_abroad(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("BTN", "It requires doctors to report indications that girls were coerced into prostitution.", set()),
        ("BTN", "Teachers must report any suspicion that girls were forced into prostitution.", set()),
        ("BTN", "NGOs report that girls were forced into prostitution.", {"BTN>BTN"}),
        ("BTN", "Migrants who lack papers and do not speak the language were subjected to forced labor.", {"->BTN"}),
        ("GHA", "Displaced girls were at heightened risk for sex trafficking.", {"GHA>GHA"}),
    ],
)
def test_a_duty_to_tell_is_no_report_and_a_clause_about_people_denies_nothing(
    read: Read, country: str, text: str, expected: set[str]
) -> None:
    assert flows(read, country, text) == expected


def test_no_evidence_that_women_who_came_were_sold_is_denied(read: Read) -> None:
    assert flows(read, "UGA", "There was no evidence that women who came from Ghana were trafficked to Chile.") == {"not GHA>CHL"}


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("CAF", "Children are trafficked to and from Chad and Gabon.", {"CAF>TCD", "CAF>GAB", "TCD>CAF", "GAB>CAF"}),
        ("CAF", "Children travel to and from Chad for school and are at risk of trafficking.", {"CAF>TCD"}),
        (
            "GRC",
            "Relatives forced children to beg. NGOs reported most of these children were Bulgarian or Romanian.",
            {"GRC>GRC", "BGR>GRC", "ROU>GRC"},
        ),
        ("GRC", "Relatives forced children to beg. According to NGOs, most were from Albania.", {"GRC>GRC", "ALB>GRC"}),
        ("GRC", "Gangs forced children to beg. Most were Albanian.", {"GRC>GRC"}),
    ],
)
def test_a_way_that_is_told_both_ways_and_peoples_that_victims_are(read: Read, country: str, text: str, expected: set[str]) -> None:
    assert flows(read, country, text) == expected
