"""Flows as lines: ways through a place in two parts, what shares a look drawn once."""

from kg.flows.legs import Leg, legs
from kg.flows.network import network
from kg.flows.palette import OTHER, SEVERAL, SEX, UNSAID
from tests.flows.made import LAOS, said


def test_ways_through_a_place_share_the_line_onward() -> None:
    through = [leg for leg in legs(network(LAOS)) if leg.part in ("into", "onward")]
    assert through == [
        Leg("CHN", "LAO", "into", SEVERAL, "stated", 1, ("CHN>LAO>THA",)),
        Leg("LAO", "THA", "onward", SEVERAL, "stated", 3, ("CHN>LAO>THA", "MMR>LAO>THA", "VNM>LAO>THA")),
        Leg("MMR", "LAO", "into", SEVERAL, "stated", 1, ("MMR>LAO>THA",)),
        Leg("VNM", "LAO", "into", SEVERAL, "stated", 1, ("VNM>LAO>THA",)),
    ]


def test_direct_and_internal_flows_are_lines_of_their_own() -> None:
    whole = [leg for leg in legs(network(LAOS)) if leg.part in ("whole", "within")]
    assert whole == [
        Leg("LAO", "CHN", "whole", OTHER, "stated", 1, ("LAO>CHN",)),
        Leg("LAO", "LAO", "within", SEX, "stated", 1, ("LAO>LAO",)),
        Leg("LAO", "MYS", "whole", legs(network(LAOS[1:2]))[0].form, "stated", 1, ("LAO>MYS",)),
        Leg("LAO", "THA", "whole", SEVERAL, "stated", 1, ("LAO>THA",)),
        Leg("VNM", "LAO", "whole", SEX, "stated", 1, ("VNM>LAO",)),
    ]


def test_several_transit_places_are_each_a_way_for_their_order_is_not_known() -> None:
    assert [(leg.start, leg.end, leg.part) for leg in legs(network([said("BLR", "ITA", "ALB", "SRB")]))] == [
        ("ALB", "ITA", "onward"),
        ("BLR", "ALB", "into"),
        ("BLR", "SRB", "into"),
        ("SRB", "ITA", "onward"),
    ]


def test_what_is_denied_or_in_doubt_has_a_line_of_its_own() -> None:
    found = legs(network([said("LAO", "THA"), said("LAO", "THA", polarity="negated"), said("LAO", "VNM", certainty="possible")]))
    assert found == [
        Leg("LAO", "THA", "whole", UNSAID, "denied", 1, ("not LAO>THA",)),
        Leg("LAO", "THA", "whole", UNSAID, "stated", 1, ("LAO>THA",)),
        Leg("LAO", "VNM", "whole", UNSAID, "possible", 1, ("LAO>VNM",)),
    ]


def test_a_transit_place_that_is_an_end_is_no_way_through() -> None:
    assert [(leg.start, leg.end, leg.part) for leg in legs(network([said("LAO", "THA", "THA")]))] == [("LAO", "THA", "whole")]
