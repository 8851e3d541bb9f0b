"""Facilities of which only a number is left, places where victims are lodged, and what others do for them."""

import pytest

from kg.facts.facility import Facility

from .conftest import Read

Row = tuple[str | None, tuple[str, ...], int | None, tuple[str, ...]]


def facilities(read: Read, text: str) -> list[Facility]:
    return [f for f in read("KEN", 2015, text, "protection") if isinstance(f, Facility)]


def rows(found: list[Facility]) -> set[Row]:
    return {(f.location, f.operators, f.count, f.serves) for f in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry ran a shelter for women; Trace Hope, an NGO, ran two for boys, in Gulu and Lira.",
            {
                (None, ("government",), 1, ("women",)),
                ("Gulu", ("Trace Hope",), 1, ("boys",)),
                ("Lira", ("Trace Hope",), 1, ("boys",)),
            },
        ),
        ("The government ran two shelters. NGOs ran three more.", {(None, ("government",), 2, ()), (None, ("ngo",), 3, ())}),
        (
            "The state runs two shelters for women, and Caritas runs one for men in Gulu.",
            {(None, ("government",), 2, ("women",)), ("Gulu", ("Caritas",), 1, ("men",))},
        ),
        ("The state ran two shelters, and NGOs five.", {(None, ("government",), 2, ()), (None, ("ngo",), 5, ())}),
        (
            "There were five shelters, three of them run by NGOs and two by the state.",
            {(None, ("ngo",), 3, ()), (None, ("government",), 2, ())},
        ),
    ],
)
def test_a_number_stands_for_facilities_that_somebody_else_runs(read: Read, text: str, expected: set[Row]) -> None:
    assert rows(facilities(read, text)) == expected


def test_a_list_of_towns_may_end_in_a_number_of_them(read: Read) -> None:
    found = facilities(read, "The NGO Trace Hope, with centers in Gulu, Lira, and nine border towns, housed 40 women.")
    assert rows(found) == {(place, ("Trace Hope",), None, ("women",)) for place in ("Gulu", "Lira", "nine border towns")}


def test_one_that_was_meant_for_a_town_and_never_opened_is_denied(read: Read) -> None:
    found = facilities(read, "The government operated two shelters, but a third, planned for Lira, could not be staffed.")
    assert [(f.location, f.count, f.polarity) for f in found] == [(None, 2, "affirmed"), ("Lira", 1, "negated")]


@pytest.mark.parametrize(
    "text",
    [
        "The government operated a shelter in Gulu, which closed for three months while the roof was repaired.",
        "The shelter in Gulu shut during the lockdown.",
    ],
)
def test_a_shelter_that_closed_for_some_weeks_is_still_there(read: Read, text: str) -> None:
    assert [(f.location, f.polarity) for f in facilities(read, text)] == [("Gulu", "affirmed")]


@pytest.mark.parametrize(
    "text",
    [
        "The government did not fund shelters run by NGOs.",
        "The government provides limited funding to NGO shelters.",
        "The government stopped referring victims to NGO centers.",
    ],
)
def test_what_others_do_or_do_not_do_for_a_shelter_does_not_deny_it(read: Read, text: str) -> None:
    assert [(f.operators, f.polarity) for f in facilities(read, text)] == [(("ngo",), "affirmed")]


def test_victims_may_be_lodged_where_there_is_no_shelter(read: Read) -> None:
    found = facilities(read, "Girls were housed in foster families, boys in state institutions.")
    assert {(f.type, f.serves) for f in found} == {("other", ("girls",)), ("other", ("boys",))}


@pytest.mark.parametrize(
    ("text", "name", "operators"),
    [
        ("The 116 006 helpline, run by Trace Hope, took 20 calls.", "116 006", ("Trace Hope",)),
        ("The 145 line, a hotline that the police answer, took 20 calls.", "145 line", ("government",)),
        ("An NGO hotline, ASTRA’s, took 20 calls.", None, ("ASTRA",)),
    ],
)
def test_a_hotline_is_called_by_its_number_or_its_owner(read: Read, text: str, name: str | None, operators: tuple[str, ...]) -> None:
    assert [(f.type, f.name, f.operators) for f in facilities(read, text)] == [("hotline", name, operators)]


@pytest.mark.parametrize(
    "text",
    [
        "None of the children was referred to a care facility.",
        "The law required the opening of ten centers for trafficking victims.",
    ],
)
def test_what_nobody_was_sent_to_or_a_law_requires_is_no_facility(read: Read, text: str) -> None:
    assert facilities(read, text) == []
