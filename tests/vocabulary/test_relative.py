"""Areas that are others in the report on every country have the country in their code and name."""

import pytest

from kg.vocabulary.places import regions
from kg.vocabulary.relative import area_code, area_name, seen_from, words_of


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("neighboring-countries", "neighboring countries of Laos"),
        ("neighboring-southeast-asian-countries", "neighboring southeast asian countries of Laos"),
        ("adjacent-states", "adjacent states to Laos"),
        ("border-areas", "border areas of Laos"),
        ("wealthier-countries", "wealthier countries than Laos"),
        ("other-countries-in-the-region", "other countries in the region of Laos"),
    ],
)
def test_a_relative_area_has_the_country_of_the_report(words: str, name: str) -> None:
    code = seen_from(f"region:{words}", "LAO")
    assert area_name(code) == name
    assert words_of(code) == f"region:{words}"
    assert seen_from(code, "PER") == code


def test_a_report_on_no_known_country_keeps_the_plain_area() -> None:
    assert seen_from("region:neighboring-countries", None) == "region:neighboring-countries"


def test_regions_with_a_name_of_their_own_are_the_same_in_every_report() -> None:
    assert [region.code for region in regions() if seen_from(region.code, "LAO") != region.code] == []
    assert seen_from("region:developed-countries", "LAO") == "region:developed-countries"


def test_an_area_is_found_by_its_words_or_its_code() -> None:
    assert area_code(" Neighboring  Countries ") == "region:neighboring-countries"
    assert area_code("region:neighboring-countries:per") == "region:neighboring-countries:PER"
    assert area_code("Peru") is None
