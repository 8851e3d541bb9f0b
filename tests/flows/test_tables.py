"""The network as text for a terminal."""

from kg.flows.network import network
from kg.flows.tables import LARGEST, text
from tests.flows.made import LAOS, crowd, said


def test_flows_and_places_are_listed_with_what_the_numbers_mean() -> None:
    lines = text(network(LAOS[4:6])).splitlines()
    assert lines[:5] == [
        "2 statements, 1 document, 2 flows, 4 places, 0 within one place; reciprocity 0.00",
        "",
        "from     via   to        exploitation                   years  certainty  statements  documents",
        "-------  ----  --------  -----------------------------  -----  ---------  ----------  ---------",
        "China    Laos  Thailand  forced labor, sex trafficking   2011  stated              1          1",
    ]
    assert "Laos      transit        0   0        2         0          1        1      1" in lines
    assert [line for line in lines if line.startswith("through: ")] == [
        "through: How often people are said to be taken through the place to another; counts statements, never victims."
    ]
    assert lines[-1] == "These numbers count statements in documents, never victims; they are one government's assessment."


def test_a_denied_flow_is_called_denied() -> None:
    (line,) = [
        line
        for line in text(network([said("LAO", "THA", polarity="negated")])).splitlines()
        if line.startswith("Laos  ") and "2011" in line
    ]
    assert line.split() == ["Laos", "Thailand", "2011", "denied", "1", "1"]


def test_no_flows_are_said_to_be_none() -> None:
    assert text(network([])) == "No flows: the store holds none that match.\n"


def test_a_long_table_says_how_much_is_left_out() -> None:
    graph = network(crowd(200))
    assert f"… and {graph.number_of_edges() - LARGEST} more; write a .csv file for all\n" in text(graph)
