"""Numbers that take up what was told before, and who counts among those assisted, identified or trained."""

import pytest

from kg.facts.statistic import Statistic

from .conftest import Read

Row = tuple[str, float | None]


def rows(read: Read, text: str) -> list[Row]:
    return [(str(f.measure), f.value) for f in read("GHA", 2014, text, "protection") if isinstance(f, Statistic)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials identified 31 victims and referred them to charities.", ("victims_referred", 31)),
        ("Officials identified 31 victims, of whom nine were boys, and referred all of them to charities.", ("victims_referred", 31)),
        ("Officials identified 31 victims, all of whom received medical care.", ("victims_assisted", 31)),
        ("Officials identified 31 victims, who were flown home.", ("victims_repatriated", 31)),
        ("Officials identified 31 victims; all received care.", ("victims_assisted", 31)),
        ("Officials identified 31 victims. All were referred to a charity.", ("victims_referred", 31)),
        ("Officials identified 31 victims and provided shelter to all of them.", ("victims_assisted", 31)),
        ("Officials freed 31 girls and placed them in a shelter.", ("victims_assisted", 31)),
        ("Of the 31 identified victims, 20 received shelter.", ("victims_identified", 31)),
        ("Of the 800 calls to the hotline, 30 related to trafficking.", ("calls", 800)),
        ("The hotline took 800 calls, but none concerned trafficking.", ("calls", 0)),
        ("The hotline took 800 calls; a second line, run by an NGO, received 150.", ("calls", 150)),
        ("Officials identified 90 victims. Most victims were from Togo (51) and Mali (22).", ("victims_identified", 51)),
        ("Six victims took advantage of the reflection period.", ("victims_assisted", 6)),
        ("Nine victims took part in the reintegration program.", ("victims_assisted", 9)),
        ("Five fishermen were released from boats.", ("victims_identified", 5)),
        ("Two victims were in witness protection.", ("victims_assisted", 2)),
        ("The ministry granted seven victims residence permits.", ("victims_assisted", 7)),
        ("The academy gave courses on trafficking to 600 recruits.", ("people_trained", 600)),
        ("The unit held courses for 80 prosecutors, as well as 60 inspectors.", ("people_trained", 60)),
        ("A survey found that 6,000 girls under 15 were employed in households.", ("children_in_labor", 6000)),
        ("Officials identified 20 victims, compared with 12 in both 2012 and 2011.", ("victims_identified", 12)),
        ("Charities gave help to 66 victims and job training to 24.", ("victims_assisted", 24)),
        ("The consulate sheltered 70 maids and sent 65 of them home.", ("victims_repatriated", 65)),
        ("Some 300 children were taken out of the mines.", ("victims_identified", 300)),
        ("A fifth of children, or 20 percent of children under 14, were economically active.", ("children_in_labor", 20)),
    ],
)
def test_what_takes_up_figures_is_read(read: Read, text: str, expected: Row) -> None:
    assert expected in rows(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Officials identified 31 victims but did not refer them to care.",
        "Officials identified 31 victims but did not say whether it had referred them to care.",
        "Officials identified 31 victims and planned to refer them to care.",
        "Officials freed 31 girls, arrested five pimps, and sent them home.",
        "Officials identified 31 victims and asked charities to assist them.",
        "Officials identified 31 victims, all of whom were women.",
    ],
)
def test_care_that_was_not_given_to_them_is_no_figure(read: Read, text: str) -> None:
    assert all(not measure.startswith("victims") or measure == "victims_identified" for measure, _ in rows(read, text))


@pytest.mark.parametrize(
    "text",
    [
        "The state has one long-term shelter with capacity for 20 people.",
        "Police returned three maids to their sponsors.",
        "The home serves up to 12 girls at a time.",
        "The ministry ran 44 homes for victims, only one of which was for men.",
    ],
)
def test_rooms_and_those_given_back_are_no_figures(read: Read, text: str) -> None:
    assert rows(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Center for Women and the Family provided $23,000 to NGOs.", [23000]),
        ("The home operated on $40,000 from the state budget.", [40000]),
        ("The plan cost an estimated $354,000.", [354000]),
        ("No public funds go to NGOs working with victims.", [0]),
        ("The state gave each victim $150 in cash.", []),
        ("The state pays each NGO $40 per victim.", []),
        ("The journey cost each migrant $3,000.", []),
    ],
)
def test_public_money_is_funding(read: Read, text: str, expected: list[float]) -> None:
    assert [value for measure, value in rows(read, text) if measure == "funding"] == expected


def test_figures_of_two_years_in_turn_are_of_one_each(read: Read) -> None:
    text = "Police investigated 39 cases, compared with 58 and 41 in 2012 and 2011, respectively."
    assert rows(read, text) == [("investigations", 39), ("investigations", 58), ("investigations", 41)]


def test_handing_over_does_not_bound_a_number(read: Read) -> None:
    found = [f for f in read("GHA", 2014, "Police handed over 18 girls to a shelter.", "protection") if isinstance(f, Statistic)]
    assert [(f.measure, f.value, f.comparator) for f in found] == [("victims_referred", 18, "exactly")]
