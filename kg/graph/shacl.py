"""SHACL by pyshacl: a graph against the project's shapes, and its results as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

import rdflib
from pyoxigraph import Literal as OxLiteral
from pyoxigraph import NamedNode, Quad
from rdflib import RDF, SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.resources import folder
from kg.vocabulary.iris import XSD

Severity = Literal["violation", "warning", "info"]

SEVERITIES: dict[Node, Severity] = {SH.Violation: "violation", SH.Warning: "warning", SH.Info: "info"}


PATHS = (SH.alternativePath, SH.inversePath, SH.zeroOrMorePath, SH.oneOrMorePath, SH.zeroOrOnePath)
"""What leads from a path that is no plain property to its parts (SHACL, section 2.3.1)."""


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a validation."""

    severity: Severity
    focus: Node
    path: tuple[Node, ...]
    """The property, or those on the way to the value, or those of which one must be there; empty for a constraint on the node itself."""
    value: Node | None
    message: str
    shape: Node
    component: Node


def graph(quads: Iterable[Quad]) -> Graph:
    """An rdflib graph of quads, without the names of their graphs.

    It is made term by term: a string must not get the datatype xsd:string that Oxigraph's parsers give it, since
    ``sh:in`` and ``sh:hasValue`` tell the two apart.
    """
    found = Graph(bind_namespaces="none")
    for quad in quads:
        subject, predicate = cast(NamedNode, quad.subject).value, quad.predicate.value
        found.add((URIRef(subject), URIRef(predicate), _term(cast(NamedNode | OxLiteral, quad.object))))
    return found


def _term(term: NamedNode | OxLiteral) -> Node:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    plain = term.datatype.value == XSD + "string"
    return rdflib.Literal(term.value, datatype=None if plain else URIRef(term.datatype.value))


@cache
def shapes() -> Graph:
    """The project's shapes."""
    found = Graph(bind_namespaces="none")
    for path in sorted(folder("shapes").glob("*.ttl")):
        found.parse(path, format="turtle")
    return found


def results(data: Graph, against: Graph | None = None) -> list[Result]:
    """The results of validating a graph against the project's shapes, or others, in no order."""
    import pyshacl

    _, report, _ = pyshacl.validate(data, shacl_graph=against or shapes(), inplace=True, inference="none")
    assert isinstance(report, Graph)
    return [_result(report, node) for node in report.objects(None, SH.result)]


def _result(report: Graph, node: Node) -> Result:
    def one(property: URIRef) -> Node | None:
        return report.value(node, property)

    path = one(SH.resultPath)
    return Result(
        severity=SEVERITIES[cast(Node, one(SH.resultSeverity))],
        focus=cast(Node, one(SH.focusNode)),
        path=() if path is None else _path(report, path),
        value=one(SH.value),
        message=" ".join(sorted(str(words) for words in report.objects(node, SH.resultMessage))),
        shape=cast(Node, one(SH.sourceShape)),
        component=cast(Node, one(SH.sourceConstraintComponent)),
    )


def _path(report: Graph, path: Node) -> tuple[Node, ...]:
    """The properties in a path, in their order; whatever joins them, be it a sequence, a choice, a star or the way back."""
    if isinstance(path, URIRef):
        return (path,)
    inner = (
        list(Collection(report, path))
        if (path, RDF.first, None) in report
        else [part for name in PATHS for part in report.objects(path, name)]
    )
    return tuple(step for part in inner for step in _path(report, part))
