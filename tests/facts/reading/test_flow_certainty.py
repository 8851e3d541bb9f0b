"""How sure flows are, who is no victim, and where a way ends."""

import pytest

from kg.facts.flow import Flow
from tests.facts.reading.conftest import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Girls are reportedly taken to Oman, where they are forced into prostitution.", {"OMN": "reported"}),
        ("Girls may be taken to Oman, where they are forced into prostitution.", {"OMN": "possible"}),
        ("Girls are taken to Oman, where they are forced into prostitution.", {"OMN": "stated"}),
        ("Nepali men are trafficked to Oman and, reportedly, to Iraq for forced labor.", {"OMN": "stated", "IRQ": "reported"}),
        ("Nepali men are trafficked to Oman and allegedly to the Maldives for forced labor.", {"OMN": "stated", "MDV": "reported"}),
    ],
)
def test_what_is_only_heard_of_is_reported(read: Read, text: str, expected: dict[str, str]) -> None:
    found = [f for f in read("NPL", 2012, text, "profile") if isinstance(f, Flow)]
    assert {f.destination: f.certainty for f in found} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreigners, mainly from Germany, come to Kathmandu for sex with children.", set()),
        ("Germans travel to Nepal for the purpose of sexually exploiting boys.", set()),
        ("Thai women go to Nepal and are forced to have sex with clients there.", {("THA", "NPL")}),
        ("Traffickers recruit Nepali women for Spain.", {("NPL", "ESP")}),
        (
            "Women from Burma and Laos are brought into Nepal for the sex trade, and a portion of the Burmese women continue to Oman.",
            {("MMR", "NPL"), ("LAO", "NPL"), ("MMR", "OMN")},
        ),
    ],
)
def test_who_comes_to_buy_is_no_victim_and_a_portion_is_only_of_those_named(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(f.origin, f.destination) for f in read("NPL", 2012, text, "profile") if isinstance(f, Flow)} == expected


def test_the_end_of_a_way_may_be_told_before_the_places_on_it(read: Read) -> None:
    text = "Traffickers take Nepali women bound for Kuwait across the border to India and thence through Burma."
    assert [(f.destination, f.via) for f in read("NPL", 2012, text, "profile") if isinstance(f, Flow)] == [("KWT", ("IND", "MMR"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nepali women turned up in brothels from Portugal to Japan.", [("JPN", ()), ("PRT", ())]),
        ("Nepali women are carried in trucks from India to Oman and forced into prostitution.", [("OMN", ("IND",))]),
        (
            "Nepali women are taken to the Gulf—chiefly to Oman, but also to Qatar—by way of India, and forced into prostitution.",
            [("OMN", ("IND",)), ("QAT", ("IND",)), ("region:gulf", ("IND",))],
        ),
    ],
)
def test_a_range_of_places_is_no_way_and_a_way_behind_an_aside_is_that_of_all(
    read: Read, text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = [f for f in read("NPL", 2012, text, "profile") if isinstance(f, Flow)]
    assert sorted((str(f.destination), f.via) for f in found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cases of forced labor were also reported in brick factories; the victims were often from India.",
            ("reported", ("forced_labor",), ("manufacturing",)),
        ),
        ("Forced labor was reported on farms. Most of the victims came from India.", ("reported", ("forced_labor",), ())),
        ("Forced labor may occur on farms; the victims are mostly from India.", ("possible", ("forced_labor",), ("agriculture",))),
        (
            "The ministry reported 13 victims of forced labor in the first eight months of the year. Nine victims were from India.",
            ("reported", ("forced_labor",), ()),
        ),
        ("There were no reports of forced labor. The victims were from India.", ("stated", (), ())),
        ("Boys beg in the streets of Nepal; some Indian victims have been identified there.", ("stated", (), ())),
    ],
)
def test_where_victims_are_from_is_as_sure_as_what_befell_them(
    read: Read, text: str, expected: tuple[str, tuple[str, ...], tuple[str, ...]]
) -> None:
    found = [f for f in read("NPL", 2012, text, "other") if isinstance(f, Flow) and f.origin == "IND"]
    assert {(f.certainty, f.exploitation, f.sectors) for f in found} == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Children under 15 were subject to strict safety standards, limits on hours of work, and a rule that work not harm them.", set()),
        ("Migrant workers were subject to fines and could not work.", set()),
        ("Women were subject to beatings, confiscation of passports, and forced labor.", {("NPL", "NPL")}),
        ("Children were subject to conditions of domestic servitude.", {("NPL", "NPL")}),
    ],
)
def test_who_is_subject_to_rules_of_work_is_no_victim(read: Read, text: str, expected: set[tuple[str, str]]) -> None:
    assert {(f.origin, f.destination) for f in read("NPL", 2012, text, "other") if isinstance(f, Flow)} == expected
