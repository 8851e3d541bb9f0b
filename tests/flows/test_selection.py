"""Which flows of many a still picture shows: the most stated, some of them through a third place, and places marked as they are in all."""

from kg.flows.network import network
from kg.flows.selection import WAYS, most_stated
from tests.flows.made import said

LIMIT = 12

CODES = ("LAO", "THA", "VNM", "KHM", "MMR", "MYS")
TWICE = tuple(
    said(start, end, fact=f"{start}{end}{n}", doc=f"{start}-{2010 + n}")
    for start in CODES
    for end in CODES
    if start != end
    for n in range(2)
)
ONCE = (said("KEN", "ARE", "UGA", fact="way"), said("IND", "SAU", "NPL", fact="other"), said("BGD", "OMN", fact="direct"))


def test_a_part_of_what_is_shown_goes_through_a_third_place_though_other_flows_are_told_more_often() -> None:
    shown = most_stated(network((*TWICE, *ONCE)), LIMIT)
    ways = {(start, end) for start, end, data in shown.graph.edges(data=True) if data["via"]}
    assert ways == {("KEN", "ARE"), ("IND", "SAU")}
    assert len(ways) == LIMIT // WAYS
    assert shown.graph.number_of_edges() == LIMIT
    assert "2 at least through a third place" in shown.note


def test_few_flows_are_shown_as_they_are() -> None:
    whole = network(ONCE)
    shown = most_stated(whole, LIMIT)
    assert shown.graph is whole
    assert shown.note == ""


def test_a_place_is_marked_with_the_roles_that_it_has_in_all_flows_that_the_filters_let_through() -> None:
    graph = network((*TWICE, *ONCE, said("UGA", "KEN", fact="back")))
    shown = most_stated(graph, LIMIT).graph
    assert ("UGA", "KEN") not in shown.edges()
    assert shown.nodes["KEN"]["roles"] == graph.nodes["KEN"]["roles"] == ("source", "destination")
    assert shown.nodes["UGA"]["roles"] == ("source", "transit")
