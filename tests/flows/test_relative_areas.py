"""The neighbors of one country are not those of another: in the network, the pictures, the files and the filters."""

import io
from pathlib import Path

import networkx as nx
import pytest

from kg.facts.flow import Flow
from kg.facts.model import Evidence
from kg.flows import writers
from kg.flows.filters import FlowFilter, matching, place_code
from kg.flows.looks import SHOWS, drawn_as
from kg.flows.network import network
from kg.flows.picture import as_html
from kg.flows.shapes import Text
from kg.flows.statements import FlowStatement, read_statements
from kg.flows.words import words
from kg.graph.mapping import quads
from kg.graph.store import open_store
from kg.narrative.model import Document, Section
from tests.graph.made import ACTIVITY

AREA = "region:neighboring-countries"
TEXT = "Women are taken to neighboring countries by way of border areas."


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> list[FlowStatement]:
    """Two statements of each of three reports, the last of which is on no known country."""
    path = tmp_path_factory.mktemp("relative") / "store"
    with open_store(path, write=True) as opened:
        for doc, country in (("LAO-2011", "LAO"), ("PER-2012", "PER"), ("notes", None)):
            document = Document(doc, TEXT, country or "", 2011, None, (Section("profile", 0, len(TEXT)),))
            quote = (Evidence(0, 5, TEXT[:5]),)
            straight = Flow(doc=doc, origin=country or "FJI", destination=AREA, evidence=quote)
            through = Flow(doc=doc, origin="VNM", via=("region:border-areas",), destination="THA", evidence=quote)
            opened.put(document, quads(document, [straight, through], ACTIVITY))
    return read_statements(path)


def test_each_report_has_neighbors_of_its_own(statements: list[FlowStatement]) -> None:
    graph = network(statements)
    labels = {data["label"] for _, data in graph.nodes(data=True) if data["kind"] == "region"}
    assert {"neighboring countries of Laos", "neighboring countries of Peru", "border areas of Laos", "border areas of Peru"} <= labels
    assert graph.has_edge("LAO", f"{AREA}:LAO")
    assert not graph.has_edge("LAO", f"{AREA}:PER")
    assert graph.edges["VNM", "THA", "VNM>region:border-areas:PER>THA"]["via"] == ("region:border-areas:PER",)


def test_the_words_of_an_area_stand_for_those_of_all_countries(statements: list[FlowStatement]) -> None:
    def to(place: str) -> list[str]:
        return [s.doc for s in matching(statements, FlowFilter(destinations=frozenset({place_code(place)})))]

    assert to("neighboring countries") == to(AREA) == ["LAO-2011", "PER-2012", "notes"]
    assert to(f"{AREA}:LAO") == ["LAO-2011"]
    assert len(matching(statements, FlowFilter(via=frozenset({"region:border-areas"})))) == 3


def test_network_files_tell_the_areas_apart(statements: list[FlowStatement]) -> None:
    graph = network(statements)
    for read in (nx.read_graphml(io.BytesIO(writers.graphml(graph))), nx.read_gexf(io.BytesIO(writers.gexf(graph)))):
        assert set(read) == set(graph)
        assert read.nodes[f"{AREA}:LAO"]["label"] == "neighboring countries of Laos"
    assert f"LAO,Laos,,,{AREA}:LAO,neighboring countries of Laos," in writers.flows_csv(graph).decode()
    assert f'"{AREA}:PER"' in writers.cytoscape(graph).decode()


@pytest.mark.parametrize("show", SHOWS)
def test_pictures_name_the_country(statements: list[FlowStatement], show: str) -> None:
    scene = drawn_as(next(name for name in SHOWS if name == show), statements, words(network(statements), statements, FlowFilter()))
    named = {shape.text for shape in scene.shapes if isinstance(shape, Text)}
    if show == "sankey":
        named = {text.rpartition(" ")[0] for text in named}
    notes = {name for text in named if ": " in text for part in text.split("; ") for name in part.partition(": ")[2].split(", ")}
    assert {f"neighboring countries of {country}" for country in ("Laos", "Peru")} <= named | notes


def test_the_page_offers_the_areas_of_any_country(statements: list[FlowStatement], tmp_path: Path) -> None:
    page = as_html(statements, FlowFilter()).decode()
    assert f'<option value="{AREA}">neighboring countries of any country</option>' in page
    assert f'<option value="{AREA}:LAO">neighboring countries of Laos</option>' in page
