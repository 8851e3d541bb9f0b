"""Regions in the place of countries: what becomes of ways, of what is denied, and of thresholds."""

from kg.flows.filters import FlowFilter, corridor, described, matching
from kg.flows.grouping import grouped, region_of
from kg.flows.network import network
from kg.flows.statements import FlowStatement
from kg.flows.words import GROUPED, words
from kg.vocabulary.groups import groups
from kg.vocabulary.places import by_code, places
from tests.flows.made import DOUBTFUL, LAOS, said

REGIONS = FlowFilter(by="region")


def ways(statements: list[FlowStatement]) -> list[str]:
    return [corridor(statement) for statement in statements]


def test_every_country_but_antarctica_has_a_region_that_a_map_can_show() -> None:
    assert {place.code for place in places()} - set(groups()) == {"ATA"}
    assert {region for region in groups().values() if region not in by_code()} == set()
    assert {member for member in groups() if member not in by_code()} == set()


def test_no_region_belongs_to_one_that_belongs_to_another() -> None:
    assert {region for region in groups().values() if region in groups()} == set()


def test_ways_between_countries_become_ways_between_their_regions() -> None:
    found = grouped([said("ROU", "ITA", "AUT"), said("VNM", "THA", "LAO"), said("LAO", "CHN", "VNM"), said(None, "LAO")], "region")
    assert ways(found) == [
        "region:eastern-europe>region:western-europe>region:southern-europe",
        "region:southeast-asia>region:southeast-asia",
        "region:southeast-asia>region:east-asia",
        "unknown>region:southeast-asia",
    ]


def test_a_region_stays_what_it_is_unless_it_lies_within_another() -> None:
    assert [region_of(code) for code in ("region:africa", "region:benelux", "ATA")] == ["region:africa", "region:western-europe", "ATA"]


def test_what_is_denied_of_two_countries_is_not_denied_of_their_regions() -> None:
    every = FlowFilter(by="region", polarity=frozenset({"affirmed", "negated"}))
    assert ways(matching(DOUBTFUL, every)) == ["region:southeast-asia>region:southeast-asia"]


def test_flows_that_too_few_statements_tell_of_are_left_out_after_gathering() -> None:
    assert ways(matching(LAOS, FlowFilter(least=2))) == []
    assert set(ways(matching(LAOS, FlowFilter(by="region", least=2)))) == {"region:southeast-asia>region:southeast-asia"}


def test_the_region_of_a_country_can_be_asked_for_where_regions_are_shown() -> None:
    flows = [said("ROU", "ITA"), said("LAO", "THA")]
    wanted = frozenset({"region:southern-europe"})
    assert ways(matching(flows, FlowFilter(destinations=wanted, by="region"))) == ["region:eastern-europe>region:southern-europe"]
    assert matching(flows, FlowFilter(destinations=wanted)) == []


def test_a_picture_says_what_was_gathered_and_left_out() -> None:
    found = matching(LAOS, FlowFilter(by="region", least=2))
    told = words(network(found), found, FlowFilter(by="region", least=2)).subtitle
    assert told[1:] == (GROUPED, "Only flows with 2 or more statements.")
    assert described(REGIONS) == ""
