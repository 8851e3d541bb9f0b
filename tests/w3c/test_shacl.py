"""The SHACL core suite of the W3C, validated as ``kg validate`` validates."""

from collections import Counter

import pytest
from rdflib import RDF, SH, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from kg.graph.shacl import results
from tests.w3c.suites import FOLDER, MF, Entry, entries, needed, parameters

SHT = Namespace("http://www.w3.org/ns/shacl-test#")
SUITE = FOLDER / "shacl"
TESTS = list(entries(SUITE / "manifest.ttl"))

FAILING = {
    "misc/severity-002": "the program knows the three severities of the standard, and its shapes use no other",
    "property/uniqueLang-002": "rdflib reads the literal 1 of type xsd:boolean as true, the suite wants it passed over",
}
"""What pyshacl is known to find otherwise, by the end of the test's IRI."""

Told = tuple[str, Node | None, tuple[str, ...], Node | None, Node | None, Node | None]
"""What a result says: severity, focus node, the properties of its path, value, component and shape."""


@needed
def test_every_test_of_the_suite_is_run() -> None:
    assert Counter(entry.type for entry in TESTS) == {SHT.Validate: 98}


@needed
@pytest.mark.parametrize("entry", parameters(TESTS, FAILING, f"{SUITE.as_uri()}/core/"))
def test_a_graph_has_the_results_of_the_suite(entry: Entry) -> None:
    action, expected = entry.value(entry.iri, MF.action), entry.value(entry.iri, MF.result)
    assert action is not None
    assert expected is not None
    data, shapes = (loaded(entry, entry.value(action, name)) for name in (SHT.dataGraph, SHT.shapesGraph))
    found = results(data, shapes)
    assert Counter(told(r.severity, r.focus, tuple(map(str, r.path)), r.value, r.component, r.shape) for r in found) == Counter(
        described(entry.graph, node) for node in entry.graph.objects(expected, SH.result)
    )
    assert entry.value(expected, SH.conforms) == Literal(not found)


def loaded(entry: Entry, node: Node | None) -> Graph:
    file = entry.file(node)
    return Graph().parse(file, format="turtle", publicID=file.as_uri())


def described(graph: Graph, node: Node) -> Told:
    """An expected result."""
    severity = str(graph.value(node, SH.resultSeverity)).rpartition("#")[2].lower()
    path = graph.value(node, SH.resultPath)
    properties = () if path is None else tuple(walked(graph, path))
    others = (graph.value(node, name) for name in (SH.value, SH.sourceConstraintComponent, SH.sourceShape))
    return told(severity, graph.value(node, SH.focusNode), properties, *others)


def walked(graph: Graph, path: Node) -> list[str]:
    """The properties of a path, in their order."""
    if isinstance(path, URIRef):
        return [str(path)]
    steps = [step for name, step in graph.predicate_objects(path) if name not in (RDF.first, RDF.rest, RDF.type)]
    first, rest = graph.value(path, RDF.first), graph.value(path, RDF.rest)
    ahead = walked(graph, first) if first is not None else []
    return (
        ahead
        + (walked(graph, rest) if rest not in (None, RDF.nil) and rest is not None else [])
        + [p for s in steps for p in walked(graph, s)]
    )


def told(severity: str, focus: Node | None, path: tuple[str, ...], value: Node | None, component: Node | None, shape: Node | None) -> Told:
    """What can be compared: blank nodes of two graphs have no names in common."""
    named = [node if isinstance(node, URIRef | Literal) else None for node in (focus, value, component, shape)]
    return severity, named[0], path, named[1], named[2], named[3]
