"""Filters choose statements by report year, places, exploitation and certainty."""

from typing import Any

import pytest

from kg.errors import UsageProblem
from kg.flows.filters import FlowFilter, described, further, matching, place_code
from tests.flows.made import DOUBTFUL, LABOR, LAOS, PACIFIC, said

EVERYTHING = (*LAOS, *PACIFIC, *DOUBTFUL)


def ways(wanted: FlowFilter) -> list[tuple[str | None, str | None]]:
    return [(s.origin, s.destination) for s in matching(EVERYTHING, wanted)]


def test_denied_and_merely_possible_flows_are_off_unless_asked_for() -> None:
    assert matching(DOUBTFUL, FlowFilter()) == [DOUBTFUL[2]]
    assert matching(DOUBTFUL, FlowFilter(certainty=frozenset({"possible"}))) == [DOUBTFUL[0]]
    assert matching(DOUBTFUL, FlowFilter(polarity=frozenset({"negated"}))) == [DOUBTFUL[1]]
    assert matching(DOUBTFUL, FlowFilter().of_any_certainty()) == list(DOUBTFUL)


def test_the_year_is_that_of_the_report() -> None:
    assert ways(FlowFilter(years=frozenset({2012, 2014}))) == [
        ("FJI", "FJI"),
        ("CHN", "FJI"),
        ("WSM", "ASM"),
        ("FJI", "region:neighboring-countries"),
        ("region:southeast-asia", "FJI"),
    ]


def test_places_are_chosen_by_their_part_in_the_flow() -> None:
    assert ways(FlowFilter(origins=frozenset({"VNM"}))) == [("VNM", "THA"), ("VNM", "LAO")]
    assert ways(FlowFilter(destinations=frozenset({"LAO", "ASM"}))) == [("LAO", "LAO"), ("VNM", "LAO"), ("WSM", "ASM")]
    assert ways(FlowFilter(via=frozenset({"MHL"}))) == [("CHN", "USA")]
    assert ways(FlowFilter(origins=frozenset({"unknown"}))) == [(None, "MHL")]


def test_filters_hold_together() -> None:
    wanted = FlowFilter(origins=frozenset({"LAO"}), exploitation=frozenset(LABOR), years=frozenset({2011}))
    assert ways(wanted) == [("LAO", "THA"), ("LAO", "MYS"), ("LAO", "SGP")]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"exploitation": frozenset({"sex"})}, "the exploitation 'sex' is not known; use one of sex_trafficking, forced_labor, "),
        ({"certainty": frozenset({"sure"})}, "the certainty 'sure' is not known; use one of stated, reported, possible"),
        ({"polarity": frozenset({"denied"})}, "the polarity 'denied' is not known; use one of affirmed, negated"),
    ],
)
def test_an_unknown_word_is_refused_with_those_that_are_known(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        FlowFilter(**fields)
    assert str(caught.value).startswith(message)


def test_a_place_is_given_by_code_or_name() -> None:
    assert [place_code(words) for words in ("tha", "Lao PDR", "burma", "Region:Western-Europe", "Western Europe", "unknown")] == [
        "THA",
        "LAO",
        "MMR",
        "region:western-europe",
        "region:western-europe",
        "unknown",
    ]
    with pytest.raises(UsageProblem, match=r"the place 'Atlantis' is not known; use a country's ISO code \(LAO\)"):
        place_code("Atlantis")


def test_restrictions_are_described_in_words() -> None:
    wanted = FlowFilter(
        years=frozenset({2012, 2011}), origins=frozenset({"unknown"}), destinations=frozenset({"THA", "CHN"}), via=frozenset({"LAO"})
    )
    assert described(wanted) == "reports of 2011 or 2012; from place not named; to China or Thailand; via Laos"
    assert described(FlowFilter()) == ""


def test_certainty_and_denial_are_described_where_less_or_more_is_wanted_than_usual() -> None:
    def of(polarity: str, *certainty: str) -> FlowFilter:
        return FlowFilter(certainty=frozenset(certainty), polarity=frozenset(polarity.split()))

    assert described(of("affirmed", "possible")) == "what is possible, at risk"
    assert described(of("affirmed", "reported")) == "what is reported or alleged"
    assert described(of("affirmed", "stated", "possible")) == "what is stated as a fact or possible, at risk"
    assert described(of("negated", "stated", "reported")) == "what is denied by the text"
    assert described(FlowFilter().of_any_certainty()) == ""
    assert further(FlowFilter()) == further(of("affirmed", "possible")) == further(of("negated", "stated", "reported")) == []
    assert further(of("affirmed negated", "stated", "reported")) == ["denied by the text"]


def test_the_order_of_statements_is_kept() -> None:
    pair = [said("THA", "LAO"), said("LAO", "THA")]
    assert matching(pair, FlowFilter()) == pair
