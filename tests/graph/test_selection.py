"""A part of a store by the names of its graphs, as every export takes it."""

import json
from io import BytesIO
from pathlib import Path

import networkx as nx
import pytest
from rdflib import Dataset

from kg.errors import UsageProblem
from kg.flows.command import export_flows
from kg.graph.export import write
from kg.graph.selection import ALL, Selection, named
from kg.graph.store import open_store
from kg.vocabulary.iris import SHORTCUTS, graph_iri
from tests.graph.made import document, filled, flow


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two documents, of which each tells a flow."""
    other = document("VNM 2012", country="VNM", year=2012)
    return filled(tmp_path_factory.mktemp("selection") / "s", (document(), [flow()]), (other, [flow("VNM", "CHN", doc="VNM 2012")]))


def exported(path: Path, format: str, selection: Selection) -> bytes:
    output = BytesIO()
    with open_store(path, write=False) as store:
        write(store, format, output, selection)
    return output.getvalue()


@pytest.mark.parametrize("name", ["VNM 2012", graph_iri("VNM 2012"), "graph/VNM%202012"])
def test_a_document_is_named_by_its_id_or_by_its_graph(path: Path, name: str) -> None:
    with open_store(path, write=False) as store:
        assert named(store, [name]) == (frozenset({"VNM 2012"}), frozenset[str]())


@pytest.mark.parametrize("name", ["derived/shortcuts", SHORTCUTS])
def test_a_derived_graph_alone_can_be_had(path: Path, name: str) -> None:
    with open_store(path, write=False) as store:
        documents, derived = named(store, [name])
    found = Dataset()
    found.parse(data=exported(path, "trig", Selection(ids=documents, derived=derived)), format="trig")
    assert {str(graph.identifier) for graph in found.graphs() if len(graph)} == {SHORTCUTS}


def test_a_graph_that_is_not_there_is_told_with_some_that_are(path: Path) -> None:
    with (
        open_store(path, write=False) as store,
        pytest.raises(UsageProblem, match="has no graph 'nowhere'; it has LAO-2011, VNM 2012, derived/"),
    ):
        named(store, ["nowhere"])


def test_no_name_selects_everything(path: Path) -> None:
    with open_store(path, write=False) as store:
        assert named(store, []) == (frozenset(), frozenset())


def test_facts_without_evidence_have_none(path: Path) -> None:
    rows = [json.loads(line) for line in exported(path, "jsonl", Selection(evidence=False)).splitlines()]
    assert [row["evidence"] for row in rows] == [[], []]


@pytest.mark.parametrize("format", ["graphml", "gexf"])
@pytest.mark.parametrize(
    ("selection", "flows"),
    [
        (ALL, {("LAO", "THA"), ("VNM", "CHN")}),
        (Selection(countries=frozenset({"VNM"})), {("VNM", "CHN")}),
        (Selection(years=frozenset({2011})), {("LAO", "THA")}),
        (Selection(ids=frozenset({"LAO-2011"})), {("LAO", "THA")}),
        (Selection(kinds=frozenset({"law"})), set()),
    ],
)
def test_the_network_is_that_of_the_documents_that_are_meant(
    path: Path, format: str, selection: Selection, flows: set[tuple[str, str]]
) -> None:
    body = BytesIO(export_flows(path, format, selection))
    graph = nx.read_graphml(body) if format == "graphml" else nx.read_gexf(body)
    assert set(graph.edges()) == flows


def test_the_network_without_evidence_has_no_quotation(path: Path) -> None:
    graph = nx.read_graphml(BytesIO(export_flows(path, "graphml", Selection(evidence=False))))
    assert [data.get("quote", "") for *_, data in graph.edges(data=True)] == ["", ""]
