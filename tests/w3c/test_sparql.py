"""The SPARQL 1.1 suites of the W3C for queries, their syntax and the formats of results; asked like ``kg query --default-graph strict``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.query import Result
from rdflib.term import Node

from kg.errors import UsageProblem
from kg.graph.sparql import must_be_allowed
from kg.graph.store import Store
from kg.graph.worker import Answer, ask, write_answer
from tests.w3c.suites import FOLDER, MF, Entry, entries, needed, parameters

QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
ROOT = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/"

MANIFESTS = ("manifest-sparql11-query.ttl", "manifest-sparql11-results.ttl")
TESTS = [entry for name in MANIFESTS for entry in entries(FOLDER / "sparql11" / name)]

COUNTED = {"QueryEvaluationTest": 232, "CSVResultFormatTest": 3, "PositiveSyntaxTest11": 63, "NegativeSyntaxTest11": 40}

LANGUAGE = "Oxigraph keeps a language that all joined strings share; the suite of SPARQL 1.1 wants a plain string"
GRAPH = "Oxigraph does not bind the variable of GRAPH around what has no triple pattern of its own: VALUES, a subquery"
ZERO = "Oxigraph gives a path of no steps only for terms that stand in the data; SPARQL 1.2 is as the suite wants it"
DERIVED = "the store turns the types derived from xsd:integer into it, and xsd:double into its shortest form"
FAILING = {
    "aggregates/manifest#agg-groupconcat-04": LANGUAGE,
    "aggregates/manifest#agg-groupconcat-06": LANGUAGE,
    "aggregates/manifest#agg-empty-group-count-graph": GRAPH,
    "bindings/manifest#graph": GRAPH,
    "functions/manifest#bnode01": "Oxigraph makes the same blank node of the same string in every row, not one a row",
    "negation/manifest#graph-minus": "Oxigraph takes the graph's name for a variable that both sides of MINUS share",
    "property-path/manifest#zero_or_more_set_start": ZERO,
    "property-path/manifest#zero_or_more_set_end": ZERO,
    "property-path/manifest#zero_or_one_set_start": ZERO,
    "property-path/manifest#zero_or_one_set_end": ZERO,
    "csv-tsv-res/manifest#csv03": DERIVED,
    "csv-tsv-res/manifest#tsv03": DERIVED,
    "syntax-query/manifest#test_4": "it calls a function that nobody knows, which Oxigraph refuses when it reads the query",
}
"""What the query engine is known to answer otherwise, by the end of the test's IRI."""


FORMATS = {".srx": "xml", ".srj": "json", ".tsv": "tsv", ".csv": "csv", ".ttl": "turtle"}
"""The format to ask for, by the ending of the file of the expected answer."""


@needed
def test_every_test_of_the_suites_is_run() -> None:
    assert Counter(entry.type.removeprefix(MF) for entry in TESTS) == COUNTED


def of_type(*types: str) -> list[Entry]:
    return [entry for entry in TESTS if entry.type.removeprefix(MF) in types]


def failing(*types: str) -> dict[str, str]:
    names = {entry.iri.removeprefix(ROOT) for entry in of_type(*types)}
    return {name: reason for name, reason in FAILING.items() if name in names}


def suite(*types: str) -> list[object]:
    return parameters(of_type(*types), failing(*types), ROOT)


def query_of(file: Path) -> str:
    """The query of a file; relative IRIs in it are relative to the file."""
    return f"BASE <{file.as_uri()}>\n{file.read_text(encoding='utf-8')}"


def asked(query: str, store: ox.Store) -> Answer:
    must_be_allowed(query)
    return ask(Store(Path("memory"), store), query, default_graph="strict")


def loaded(entry: Entry, action: Node) -> ox.Store:
    """The data of a test: the default graph, and the graphs that are named by their files."""
    store = ox.Store()
    for name, named in ((QT.data, False), (QT.graphData, True)):
        for node in entry.graph.objects(action, name):
            file = entry.file(node)
            written = ox.RdfFormat.from_extension(file.suffix[1:])
            store.load(path=file, format=written, base_iri=file.as_uri(), to_graph=ox.NamedNode(file.as_uri()) if named else None)
    return store


@needed
@pytest.mark.parametrize("entry", suite("QueryEvaluationTest", "CSVResultFormatTest"))
def test_a_query_has_the_answer_of_the_suite(entry: Entry) -> None:
    action = entry.value(entry.iri, MF.action)
    assert action is not None
    answer = asked(query_of(entry.file(entry.value(action, QT.query))), loaded(entry, action))
    syntax, expected = expected_graph(entry.file(entry.value(entry.iri, MF.result)))
    out = BytesIO()
    write_answer(answer, syntax, out)
    assert isomorphic(as_graph(out.getvalue().partition(b"\n")[2], syntax), expected)


@needed
@pytest.mark.parametrize("entry", suite("PositiveSyntaxTest11"))
def test_a_query_that_the_grammar_allows_is_read(entry: Entry) -> None:
    assert isinstance(asked(query_of(entry.file(entry.value(entry.iri, MF.action))), ox.Store()), Answer)


@needed
@pytest.mark.parametrize("entry", suite("NegativeSyntaxTest11"))
def test_a_query_that_the_grammar_forbids_is_a_usage_problem(entry: Entry) -> None:
    query = query_of(entry.file(entry.value(entry.iri, MF.action)))
    with pytest.raises(UsageProblem):
        asked(query, ox.Store())


def as_graph(body: bytes, format: str) -> Graph:
    """An answer as rdflib reads it, one blank node a row, so that answers can be compared whatever their blank nodes are called."""
    graph = Graph()
    if format == "turtle":
        for triple in Graph().parse(data=body, format="turtle"):
            graph.add((triple[0], triple[1], plain(triple[2])))
        return graph
    answer = Result.parse(BytesIO(body), format=format)
    if answer.type == "ASK":
        graph.add((RS.result, RS.boolean, rdflib.Literal(bool(answer.askAnswer))))
        return graph
    return as_rows(map(str, answer.vars or ()), ({str(name): value for name, value in row.items()} for row in answer.bindings))


def as_rows(names: Iterable[str], rows: Iterable[Mapping[str, Node]]) -> Graph:
    """Rows as a graph."""
    graph = Graph()
    for name in names:
        graph.add((RS.result, RS.resultVariable, rdflib.Literal(name)))
    for row in rows:
        node = rdflib.BNode()
        graph.add((RS.result, RS.solution, node))
        for name, value in row.items():
            graph.add((node, URIRef(f"{RS}value-{name}"), plain(value)))
    return graph


def expected_graph(file: Path) -> tuple[str, Graph]:
    """The format to ask for and the expected answer; rows may be written as RDF."""
    syntax = FORMATS[file.suffix]
    if syntax == "turtle":
        described = Graph().parse(file, format="turtle", publicID=file.as_uri())
        if (None, RDF.type, RS.ResultSet) in described:
            return "xml", as_rows(map(str, described.objects(None, RS.resultVariable)), described_rows(described))
    return syntax, as_graph(file.read_bytes(), syntax)


def described_rows(graph: Graph) -> Iterator[dict[str, Node]]:
    for row in graph.objects(None, RS.solution):
        parts = list(graph.objects(row, RS.binding))
        yield {str(graph.value(part, RS.variable)): value for part in parts if (value := graph.value(part, RS.value)) is not None}


def plain(term: Node) -> Node:
    """A term in one way of writing: a number by its value, a language in small letters."""
    if not isinstance(term, rdflib.Literal):
        return term
    if isinstance(term.value, Decimal):
        return rdflib.Literal(format(term.value.normalize(), "f"), datatype=term.datatype, normalize=False)
    if isinstance(term.value, float):
        return rdflib.Literal(repr(term.value), datatype=term.datatype, normalize=False)
    return rdflib.Literal(str(term), lang=term.language.lower()) if term.language else term
