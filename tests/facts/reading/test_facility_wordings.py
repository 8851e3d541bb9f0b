"""Facilities in the wordings of many reports: those closed, reopened or never built, other lodgings, and whom they turn away."""

import pytest

from kg.facts.facility import Facility

from .conftest import Read

Row = tuple[str | None, str | None, int | None, tuple[str, ...], tuple[str, ...], str]


def facilities(read: Read, text: str) -> list[Row]:
    found = (f for f in read("GHA", 2014, text, "protection") if isinstance(f, Facility))
    return [(f.type, f.location, f.count, f.operators, f.serves, f.polarity) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officers sent 31 of these girls to church shelters.", [("shelter", None, None, ("ngo",), ("girls",), "affirmed")]),
        (
            "The state ran no shelters of its own but financed four run by charities.",
            [("shelter", None, None, ("government",), (), "negated"), ("shelter", None, 4, ("ngo",), (), "affirmed")],
        ),
        ("Men could not be accommodated.", [("shelter", None, None, (), ("men",), "negated")]),
        ("Men could not be accommodated in the shelter for women.", [("shelter", None, None, (), ("men",), "negated")]),
        ("No shelters accepted boys.", [("shelter", None, None, (), ("boys",), "negated")]),
        ("Survivors may go to 31 women's shelters.", [("shelter", None, 31, (), ("women",), "affirmed")]),
        ("No shelters are meant for boys, women can turn to the police.", [("shelter", None, None, (), ("boys",), "negated")]),
        ("A lack of money forced two of the five shelters to close.", [("shelter", None, 2, (), (), "negated")]),
        (
            "The Hope Trust's safe house in Ho closed, then reopened in 2013.",
            [("shelter", "Ho", 1, ("Hope Trust",), (), "affirmed")],
        ),
        ("The law calls for shelters, but none have been opened.", [("shelter", None, None, (), (), "negated")]),
        (
            "The ministry finished construction of a shelter in Wa, which took in its first girls in May.",
            [("shelter", "Wa", 1, (), ("girls",), "affirmed")],
        ),
        (
            "Women who ran away were lodged in centers run by Save the Children.",
            [("shelter", None, None, ("Save the Children",), ("women",), "affirmed")],
        ),
        (
            "The department has a hostel in Cape Coast where rescued girls may spend a year.",
            [("shelter", "Cape Coast", 1, ("government",), (), "affirmed")],
        ),
        ("The police took over management of the shelter in June.", [("shelter", None, 1, ("government",), (), "affirmed")]),
        ("A shelter with 20 beds, paid for by Norway, opened in Tamale.", [("shelter", "Tamale", 1, (), (), "affirmed")]),
        ("Officials placed ten girls with foster families.", [("other", None, None, (), ("girls",), "affirmed")]),
        ("Victims slept in police stations for want of a shelter.", [("shelter", None, None, (), (), "negated")]),
        ("Male victims did not have access to shelter.", [("shelter", None, None, (), ("men",), "negated")]),
        (
            "Bright Path, an NGO in Tema, offers a home for up to nine girls.",
            [("shelter", "Tema", 1, ("Bright Path",), ("girls",), "affirmed")],
        ),
        (
            "Line “116” received 40 calls from girls.",
            [("hotline", None, None, (), (), "affirmed")],
        ),
        (
            "A church group runs a drop-in center and a home for boys.",
            [("counseling_center", None, 1, ("ngo",), (), "affirmed"), ("shelter", None, 1, ("ngo",), ("boys",), "affirmed")],
        ),
        (
            "The state opened a second shelter in Ho and began building a third in Wa.",
            [("shelter", "Ho", 1, ("government",), (), "affirmed")],
        ),
        ("Only one of the country's five shelters accepts boys.", [("shelter", None, 1, (), ("boys",), "affirmed")]),
        ("Neither of the two state shelters was open.", [("shelter", None, None, ("government",), (), "negated")]),
        (
            "The NGO Bright Path, whose center in Tema can lodge 20 boys, had no funds.",
            [("shelter", "Tema", None, ("Bright Path",), ("boys",), "affirmed")],
        ),
        ("The ministry placed 16 children in its homes.", [("shelter", None, None, ("government",), ("children",), "affirmed")]),
        ("The state did not provide shelter, food, or counseling to victims.", [("shelter", None, None, ("government",), (), "negated")]),
        (
            "It ran shelters for both sexes; the one for women stayed open, but the one for men closed.",
            [("shelter", None, 1, ("government",), ("women",), "affirmed"), ("shelter", None, 1, ("government",), ("men",), "negated")],
        ),
    ],
)
def test_shelters_are_read_in_many_wordings(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(facilities(read, text), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize(
    "text",
    [
        "Authorities are building a shelter in Wa.",
        "A shelter in Wa was being built.",
        "The mayor gave land for a shelter.",
        "Parliament approved funds for a shelter.",
        "Traffickers placed girls in hotels.",
        "Employers housed maids in dormitories.",
        "The government provided shelter, food, and counseling to victims.",
        "Children were returned to their homes.",
        "Police stations in five cities had special rooms for interviewing child victims.",
        "The government gave a building to an NGO for use as a shelter.",
    ],
)
def test_what_is_only_being_built_and_where_people_are_exploited_are_none(read: Read, text: str) -> None:
    assert facilities(read, text) == []
