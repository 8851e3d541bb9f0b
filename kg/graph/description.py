"""The SPARQL 1.1 Service Description of an endpoint over a store."""

from io import BytesIO
from typing import Final

from pyoxigraph import NamedNode, RdfFormat, Triple

from kg.graph.serialization import serialize
from kg.graph.terms import type_

SD: Final = "http://www.w3.org/ns/sparql-service-description#"
FORMATS: Final = "http://www.w3.org/ns/formats/"

RESULTS: Final = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
TRIPLES: Final = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")

WRITERS: Final = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


def service_description(endpoint: str, format: str) -> bytes:
    """What the endpoint at an address offers, in one of the formats of triples."""
    out = BytesIO()
    serialize(_triples(endpoint), out, WRITERS[format])
    return out.getvalue()


def _triples(endpoint: str) -> list[Triple]:
    service, dataset, graph = (NamedNode(endpoint + part) for part in ("", "#dataset", "#union"))
    return [
        Triple(service, type_, _sd("Service")),
        Triple(service, _sd("endpoint"), service),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        *(Triple(service, _sd("resultFormat"), NamedNode(FORMATS + name)) for name in (*RESULTS, *TRIPLES)),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, type_, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), graph),
        Triple(graph, type_, _sd("Graph")),
    ]


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
