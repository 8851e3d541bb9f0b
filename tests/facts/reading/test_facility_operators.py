"""Who runs a facility where several words of a sentence could tell."""

import pytest

from kg.facts.facility import Facility
from kg.narrative.model import SectionName

from .conftest import Read


def facilities(read: Read, text: str, section: SectionName = "protection") -> list[Facility]:
    return [f for f in read("KEN", 2015, text, section) if isinstance(f, Facility)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The state gave $900 to an NGO that operates a shelter in Beni.", [("shelter", ("ngo",), "Beni", 1)]),
        ("The government paid for eight NGO-run shelters.", [("shelter", ("ngo",), None, 8)]),
        ("Four Ministry of Social Care-operated shelters took in girls.", [("shelter", ("Ministry of Social Care",), None, 4)]),
        (
            "The only shelter in the country meant for victims of trafficking, located in Beni and run by an NGO, took 20 girls.",
            [("shelter", ("ngo",), "Beni", 1)],
        ),
        ("Nuns have a drop-in center for boys, which an NGO staffs.", [("counseling_center", ("ngo",), None, 1)]),
        (
            "The state and an NGO each ran a shelter.",
            [("shelter", ("government",), None, 1), ("shelter", ("ngo",), None, 1)],
        ),
        (
            "The state ran nine shelters, including two transit centers.",
            [("shelter", ("government",), None, 9), ("transit_center", ("government",), None, 2)],
        ),
        (
            "It opened a transit center in 2011. The transit center, which nuns run, houses girls.",
            [("transit_center", ("ngo",), None, 1)],
        ),
        (
            "It opened a shelter in 2011. It gave $900 to a shelter in Lae. The shelter, which nuns run, houses girls.",
            [("shelter", ("government",), None, 1), ("shelter", (), "Lae", 1), ("shelter", ("ngo",), None, 1)],
        ),
        (
            "It opened a shelter for men in 2011. The shelter for women in Lae, which nuns run, is full.",
            [("shelter", ("government",), None, 1), ("shelter", ("ngo",), "Lae", 1)],
        ),
        (
            "The government ran a shelter in Lae. An NGO ran another shelter in Lae.",
            [("shelter", ("government", "ngo"), "Lae", 1)],
        ),
        ("Nuns provide care. An NGO provided a second shelter for boys.", [("shelter", ("ngo",), None, 1)]),
        ("Ten of the 14 safe houses were run by NGOs.", [("shelter", ("ngo",), None, 10)]),
        (
            "The government opened a shelter in Lae in 2012. It closed the facility a year later.",
            [("shelter", ("government",), "Lae", 1)],
        ),
        ("NGOs provided the state shelter with food.", [("shelter", ("government",), None, 1)]),
        ("The 1304 hotline, which the Ministry of Care launched, took calls.", [("hotline", ("Ministry of Care",), None, None)]),
        (
            "Shelters for migrant workers, run by nuns, were set up in Beni and Lae.",
            [("shelter", ("ngo",), "Beni", None), ("shelter", ("ngo",), "Lae", None)],
        ),
        ("Kenya made progress, opening a shelter for maids.", [("shelter", ("government",), None, 1)]),
        (
            "The state gave money to a committee, wrote rules for workers from Nepal and set up a shelter for maids.",
            [("shelter", ("government",), None, 1)],
        ),
        (
            "Girls went to NGO-run shelters, as the state paid little for its two shelters.",
            [("shelter", ("ngo",), None, None), ("shelter", ("government",), None, 2)],
        ),
        ("Women in Kenya opened a shelter for 12 girls.", [("shelter", (), None, 1)]),
        ("Nuns cared for 12 former street boys at a center in Beni.", [("shelter", (), "Beni", 1)]),
        ("Police held foreign victims in the detention center in Beni.", [("detention_center", (), "Beni", 1)]),
        ("Caritas closed two of its five shelters.", [("shelter", ("Caritas",), None, 2)]),
        ("Police relied on three church-run shelters to house victims.", [("shelter", ("ngo",), None, 3)]),
    ],
)
def test_the_nearest_who_runs_it_is_the_operator(
    read: Read, text: str, expected: list[tuple[str, tuple[str, ...], str | None, int | None]]
) -> None:
    found = {(f.type, f.operators, f.location, f.count) for f in facilities(read, text)}
    assert found == set(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The state opened a shelter in Beni but had not opened those meant for Lae.", [("affirmed", ())]),
        ("Police placed girls who did not have parents in a shelter in Beni.", [("affirmed", ("girls",))]),
        ("There are no shelters, hotlines, or other services.", [("negated", ()), ("negated", ())]),
        ("Long-term shelter for victims was unavailable.", [("negated", ())]),
        ("There were two shelters, run by NGOs, but neither accepted men.", [("affirmed", ()), ("negated", ("men",))]),
        ("The state offered no shelter for men, and the only NGO home closed.", [("negated", ("men",))]),
        (
            "The government opened a shelter in Lae for girls. It closed the facility a year later.",
            [("affirmed", ("girls",)), ("negated", ("girls",))],
        ),
        ("The government opened a shelter for girls. It did not close the facility.", [("affirmed", ("girls",))]),
        ("The state provided no shelter to men.", [("negated", ("men",))]),
        ("The six state shelters did not have rooms for boys.", [("affirmed", ()), ("negated", ("boys",))]),
        ("The state ran one shelter for girls and none for men.", [("affirmed", ("girls",)), ("negated", ("men",))]),
        ("NGOs ran five shelters, none for more than a year.", [("affirmed", ())]),
        ("The state had a shelter for women but had no facility for men.", [("affirmed", ("women",)), ("negated", ("men",))]),
        ("The shelter in Lae housed girls; men could not be lodged there.", [("affirmed", ("girls",)), ("negated", ("men",))]),
        ("The state ran a shelter for women; women could not stay there longer than a month.", [("affirmed", ("women",))]),
        ("Nor did the state operate any shelters for men.", [("negated", ("men",))]),
        ("Nor did police question the staff that run the shelter in Lae.", [("affirmed", ())]),
        ("The ministry gave no vehicle to any shelter.", []),
        ("Nobody had told them that these shelters take in victims of trafficking.", []),
    ],
)
def test_what_is_denied_is_told_from_what_stands_beside_it(read: Read, text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(f.polarity, f.serves) for f in facilities(read, text)] == expected


def test_a_hotline_that_somebody_maintains_is_stated(read: Read) -> None:
    assert [f.certainty for f in facilities(read, "An NGO maintains a second hotline for children.")] == ["stated"]


@pytest.mark.parametrize(
    "text",
    [
        "Child trafficking occurs. A reception center for asylum seekers run by the state is full.",
        "Child labor is a problem. The ombudsman ran a hotline for reports of police abuse.",
        "Forced labor exists. There was no rape crisis center.",
    ],
)
def test_in_a_report_on_many_subjects_a_facility_for_others_is_none(read: Read, text: str) -> None:
    assert facilities(read, text, "other") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Caritas ran homes for women in Lira, Soroti, and Mbale, a shelter for men in Gulu, and a hotline for children.",
            {("Lira", "Caritas"), ("Soroti", "Caritas"), ("Mbale", "Caritas"), ("Gulu", "Caritas"), (None, "Caritas")},
        ),
        ("The government ran a reception center in Lira, and NGOs ran shelters in Gulu.", {("Lira", "government"), ("Gulu", "ngo")}),
        ("The state opened a home for girls in Lira, and Gulu had none.", {("Lira", "government"), ("Gulu", None)}),
        ("The state ran a home in Lira, operated by nuns, and a shelter in Gulu.", {("Lira", "ngo"), ("Gulu", None)}),
        ("The state runs two shelters, and churches operate five more across the country.", {(None, "government"), (None, "ngo")}),
        ("Police helped bring home 20 women from a shelter in Mumbai.", set()),
        ("Thirty maids returned from shelters in Riyadh.", set()),
        ("Officials brought home two maids from the Caritas shelter in Beirut.", {("Beirut", "Caritas")}),
        ("Social workers returned 30 boys to their families from shelters in Lira.", {("Lira", None)}),
    ],
)
def test_facilities_of_a_list_share_a_verb_and_clauses_have_their_own_places(
    read: Read, text: str, expected: set[tuple[str | None, str | None]]
) -> None:
    assert {(f.location, (f.operators or (None,))[0]) for f in facilities(read, text)} == expected


def test_public_offices_are_facilities_where_somebody_is_lodged(read: Read) -> None:
    assert facilities(read, "The Social Work Centers had too few staff for children.") == []
    assert [f.name for f in facilities(read, "The Lira Welfare Center sheltered 20 girls.")] == ["Lira Welfare Center"]
