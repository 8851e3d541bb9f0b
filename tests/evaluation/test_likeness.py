"""Words, numbers, periods, places and evidence are compared as the published scorer does."""

from typing import Any

import pytest

from kg.evaluation.likeness import alignment, overlap, place, same_numbers, same_period, shared, words


def _at(*spans: tuple[int, int]) -> dict[str, Any]:
    return {"evidence": [{"start": start, "end": end} for start, end in spans]}


def test_small_words_and_case_do_not_tell() -> None:
    assert words("The National Plan of Action against Trafficking") == {"plan", "action", "trafficking"}


def test_sets_are_alike_by_what_they_share() -> None:
    assert (shared({1, 2}, {2, 3}), shared({1}, {2}), shared(set(), set())) == (1 / 3, 0.0, 1.0)


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        (_at((0, 10)), _at((5, 15)), 0.5),
        (_at((0, 10)), _at((10, 20)), 0.0),
        (_at((0, 10), (50, 60)), _at((52, 56)), 1.0),
        (_at((0, 700)), _at((10, 20)), 0.0),
        (_at((0, 700)), _at((10, 200)), 1.0),
        (_at((7, 7)), _at((7, 7)), 0.0),
        ({}, _at((0, 1)), 0.0),
    ],
)
def test_evidence_overlaps_by_the_share_of_the_shorter_span(first: dict[str, Any], second: dict[str, Any], share: float) -> None:
    assert (overlap(first, second), overlap(second, first)) == (share, share)


def test_evidence_is_aligned_by_intersection_over_union() -> None:
    assert alignment(_at((0, 10)), _at((5, 15))) == 5 / 15
    assert alignment(_at((0, 10)), {}) == 0.0


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"value": 33}, {"value": 33.0}, True),
        ({"value": 0}, {"value": 0}, True),
        ({"value": 0}, {}, False),
        ({"value": 43, "comparator": "at_least"}, {"value": 43}, True),
        ({"min": 10, "max": 20}, {"min": 10, "max": 20}, True),
        ({"min": 10, "max": 20}, {"value": 10}, False),
        ({"min": 10, "comparator": "at_least"}, {"value": 10, "comparator": "at_most"}, True),
        ({"value": 1}, {"value": 2}, False),
        ({}, {}, False),
    ],
)
def test_numbers_are_the_same_if_they_bound_the_same_number(first: dict[str, Any], second: dict[str, Any], same: bool) -> None:
    assert (same_numbers(first, second), same_numbers(second, first)) == (same, same)


@pytest.mark.parametrize(
    ("first", "second", "likeness"),
    [
        (None, None, 1.0),
        ("2010", "2010-04", 0.9),
        ("2010", "2011", 0.0),
        ("2010/2011", "2011", 0.9),
        ("reporting", "previous", 0.0),
        ("reporting", "2010", 0.8),
        (None, "reporting", 0.8),
    ],
)
def test_periods_fit_by_their_years(first: str | None, second: str | None, likeness: float) -> None:
    assert same_period({"period": first}, {"period": second}) == likeness


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("LAO", "LAO"),
        (None, None),
        ("region:other-west-african-countries", "region:africa-west"),
        ("region:west-africa", "region:africa-west"),
        ("region:gulf-states", "region:gulf"),
        ("region:other-countries", "region:other-countries"),
    ],
)
def test_a_region_is_known_by_its_telling_words(code: str | None, key: str | None) -> None:
    assert place(code) == key
