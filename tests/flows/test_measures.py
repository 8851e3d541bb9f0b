"""Measures, worked out by hand on a small network."""

from kg.flows.measures import MEASURES, Summary, measured, measures, summary
from kg.flows.network import network
from tests.flows.made import said

SMALL = (
    said("VNM", "THA", "LAO", doc="LAO-2011"),
    said("VNM", "THA", "LAO", doc="LAO-2012"),
    said("VNM", "THA", doc="THA-2011"),
    said("CHN", "THA", "LAO", doc="LAO-2011"),
    said("THA", "CHN", doc="THA-2011"),
    said("CHN", "MMR", "LAO", "THA", doc="MMR-2011"),
    said("LAO", "LAO", doc="LAO-2011"),
    said(None, "THA", "MMR", doc="THA-2011"),
    said("LAO", "VNM", doc="LAO-2011", polarity="negated"),
)


def test_degrees_count_statements_and_respect_transit() -> None:
    found = measures(network(SMALL))
    assert found["out"] == {"VNM": 3, "CHN": 2, "THA": 1, "unknown": 1}
    assert found["in"] == {"THA": 5, "CHN": 1, "MMR": 1}
    assert found["through"] == {"LAO": 4, "THA": 1, "MMR": 1}
    assert found["internal"] == {"LAO": 1}


def test_documents_are_counted_once_for_each_place() -> None:
    assert measures(network(SMALL))["documents"] == {"VNM": 3, "LAO": 3, "THA": 4, "CHN": 3, "MMR": 2, "unknown": 1}


def test_betweenness_follows_stated_ways_alone() -> None:
    """Pairs: VNM-THA, CHN-THA, THA-CHN, CHN-MMR. Laos is on 2/3, 1, 0 and 1 of their ways; Thailand is an end of three of them."""
    assert measures(network(SMALL))["betweenness"] == {"LAO": 0.6667, "THA": 1.0}
    joined = [said("VNM", "LAO"), said("LAO", "THA")]
    assert measures(network(joined))["betweenness"] == {}


def test_places_that_statements_join_are_one_community() -> None:
    apart = (
        said("VNM", "LAO"),
        said("LAO", "THA"),
        said("VNM", "THA"),
        said("HTI", "DOM"),
        said("DOM", "HTI", "UKR"),
        said("KEN", "KEN"),
        said(None, "KEN"),
    )
    more = (*apart, *(said("VNM", "THA", fact=str(n), doc=f"THA-20{n}") for n in range(10, 15)))
    assert measures(network(more))["community"] == {"DOM": 1, "HTI": 1, "UKR": 1, "LAO": 2, "THA": 2, "VNM": 2}
    assert measures(network([said("LAO", "LAO")]))["community"] == {}


def test_the_whole_network_is_summed_up_without_denied_flows() -> None:
    assert summary(network(SMALL)) == Summary(statements=8, documents=4, places=5, corridors=7, internal=1, reciprocity=0.5)
    assert summary(network([said("LAO", "LAO")])).reciprocity is None


def test_nodes_of_a_measured_network_carry_every_measure() -> None:
    data = measured(network(SMALL)).nodes["LAO"]
    assert {name: data[name] for name in (m.name for m in MEASURES)} == {
        "out": 0,
        "in": 0,
        "through": 4,
        "internal": 1,
        "documents": 3,
        "betweenness": 0.6667,
        "community": 1,
    }


def test_every_measure_says_that_it_counts_no_victims() -> None:
    assert len(MEASURES) == 7
    assert [m.name for m in MEASURES if "never victims" not in m.meaning or not m.meaning.endswith(".")] == []
