"""What is written for network programs is read back equal by networkx, and is the same bytes every time."""

import csv
import io
import json
import re
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.errors import UsageProblem
from kg.flows.network import Network, network
from kg.flows.writers import FLOW_COLUMNS, PLACE_COLUMNS, WRITERS, flat, places_csv, write
from tests.flows.made import HOSTILE, LAOS, PACIFIC, said

EVERYTHING = network(
    [*LAOS, *PACIFIC, HOSTILE, said("VNM", "THA", quotes=("form\x0cfeed\rand\ttab",)), said("VNM", "THA", polarity="negated")]
)

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"

Edges = dict[tuple[str, str, str], dict[str, Any]]


def nodes(graph: Network) -> dict[str, dict[str, Any]]:
    return {node: dict(data) for node, data in graph.nodes(data=True)}


def edges(graph: Network, *besides: str) -> Edges:
    """The edges by ends and key, without what a format adds to their data."""
    return {(o, d, key): {k: v for k, v in data.items() if k not in besides} for o, d, key, data in graph.edges(data=True, keys=True)}


def test_sets_become_one_text_and_what_is_empty_is_left_out() -> None:
    data = edges(flat(network(LAOS)))["VNM", "THA", "VNM>LAO>THA"]
    assert data == {
        "via": "LAO",
        "exploitation": "forced_labor|sex_trafficking",
        "victims": "women",
        "years": "2011",
        "certainty": "stated",
        "polarity": "affirmed",
        "statements": 1,
        "stated": 1,
        "reported": 0,
        "possible": 0,
        "documents": 1,
        "docs": "LAO-2011",
        "facts": "https://w3id.org/tip-kg/fact/LAO-2011-VNM-LAO-THA",
        "quote": "VNM to THA.",
        "label": "Vietnam → Laos → Thailand",
        "weight": 1.0,
    }


def test_graphml_is_read_back_equal() -> None:
    read: Any = nx.read_graphml(io.BytesIO(write(EVERYTHING, "graphml")), force_multigraph=True)
    held = flat(EVERYTHING)
    assert nodes(read) == nodes(held)
    assert {(o, d, data.pop("corridor")): data for (o, d, _), data in edges(read).items()} == edges(held)
    assert {name: read.graph[name] for name in held.graph} == held.graph


def test_graphml_is_as_its_schema_wants_it() -> None:
    """The rules of graphml-structure.xsd and graphml-attributes.xsd 1.1 that such a file could break."""
    many = network([*LAOS, said("TJK", "ARE", "KGZ", "RUS"), said("VNM", "THA", polarity="negated"), said("region:côte d'azur", "FRA")])
    root = ElementTree.fromstring(write(many, "graphml"))
    keys = {key.get("id"): key.attrib for key in root.iter(GRAPHML + "key")}
    assert len(keys) == sum(1 for _ in root.iter(GRAPHML + "key"))
    assert {key["attr.type"] for key in keys.values()} == {"string", "long", "double"}
    for domain in ("graph", "node", "edge"):
        for element in root.iter(GRAPHML + domain):
            assert {keys[data.get("key")]["for"] for data in element.findall(GRAPHML + "data")} == {domain}
    named = [value for element in root.iter() for name, value in element.attrib.items() if name in ("id", "source", "target", "key")]
    assert len(named) > 100
    assert [value for value in named if not re.fullmatch(r"[\w.:-]+", value)] == []
    ids = [edge.get("id") for edge in root.iter(GRAPHML + "edge")]
    assert len(ids) == len(set(ids)) == many.number_of_edges()


def test_gexf_has_no_attribute_that_its_schema_does_not_know() -> None:
    """Those of gexf.xsd 1.2 for a static graph without a picture."""
    known = {
        "gexf": {"version", "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"},
        "graph": {"defaultedgetype", "idtype", "mode"},
        "attributes": {"class", "mode"},
        "attribute": {"id", "title", "type"},
        "node": {"id", "label"},
        "edge": {"id", "type", "label", "source", "target", "weight"},
        "attvalue": {"for", "value"},
    }
    for element in ElementTree.fromstring(write(EVERYTHING, "gexf")).iter():
        assert set(element.attrib) <= known.get(element.tag.rpartition("}")[2], set()), element.tag
        assert element.get("type") in (None, "string", "long", "double")


def test_gexf_is_read_back_equal() -> None:
    read: Any = nx.read_gexf(io.BytesIO(write(EVERYTHING, "gexf")))
    held = flat(EVERYTHING)
    assert nodes(read) == nodes(held)
    assert edges(read, "id") == edges(held)
    assert b"lastmodifieddate" not in write(EVERYTHING, "gexf")


@pytest.mark.parametrize("format", ["cytoscape", "json"])
def test_cytoscape_is_read_back_equal(format: str) -> None:
    read: Any = nx.cytoscape_graph(json.loads(write(EVERYTHING, format)))
    held = flat(EVERYTHING)
    added = {"id", "value", "name"}
    assert {node: {k: v for k, v in data.items() if k not in added} for node, data in nodes(read).items()} == nodes(held)
    assert edges(read, "id", "source", "target", "key") == edges(held)
    assert read.nodes["LAO"]["name"] == "Laos"


def test_csv_has_one_row_a_corridor_and_holds_the_whole_edge() -> None:
    rows = list(csv.DictReader(io.StringIO(write(EVERYTHING, "csv").decode(), newline="")))
    held = flat(EVERYTHING)
    wanted = {
        (o, d, key): {name: str(value) for name, value in data.items() if name not in ("label", "weight")}
        for (o, d, key), data in edges(held).items()
    }
    own = ("id", "origin", "origin_name", "destination", "destination_name", "via_names")
    read = {(r["origin"], r["destination"], r["id"]): {k: v for k, v in r.items() if v and k not in own} for r in rows}
    assert read == wanted
    assert tuple(rows[0]) == FLOW_COLUMNS
    assert next((r["via_names"], r["origin_name"]) for r in rows if r["id"] == "CHN>LAO>THA") == ("Laos", "China")


def test_places_have_a_table_of_their_own_with_their_measures() -> None:
    rows = list(csv.DictReader(io.StringIO(places_csv(network(LAOS)).decode())))
    assert [row["id"] for row in rows] == ["CHN", "LAO", "MMR", "MYS", "THA", "VNM"]
    laos = {name: value for name, value in rows[1].items() if name not in ("latitude", "longitude")}
    assert laos == {
        "id": "LAO",
        "label": "Laos",
        "kind": "country",
        "roles": "source|transit|destination|internal",
        "out": "3",
        "in": "1",
        "through": "3",
        "internal": "1",
        "documents": "1",
        "betweenness": "1.0",
        "community": "1",
    }
    assert tuple(rows[0]) == PLACE_COLUMNS


@pytest.mark.parametrize("format", sorted(WRITERS))
def test_the_same_statements_give_the_same_bytes(format: str) -> None:
    assert write(network(LAOS), format) == write(network(reversed(LAOS)), format)


def test_an_unknown_format_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UsageProblem, match="'dot' is not known; formats of the flow network are graphml, gexf, cytoscape, json, csv"):
        write(EVERYTHING, "dot")
