"""The terms that the graph is made of, as nodes of the RDF library."""

from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.vocabulary.iris import DCTERMS, OA, ORG, PROV, QB, RDF, RDFS, SKOS, TIP, XSD, camel, document_iri, graph_iri

type_: Final = NamedNode(RDF + "type")
label: Final = NamedNode(RDFS + "label")

INTEGER: Final = NamedNode(XSD + "integer")
DECIMAL: Final = NamedNode(XSD + "decimal")
BOOLEAN: Final = NamedNode(XSD + "boolean")
STRING: Final = NamedNode(XSD + "string")


@cache
def tip(name: str) -> NamedNode:
    """A term of the project's ontology."""
    return NamedNode(TIP + name)


@cache
def prop(field: str) -> NamedNode:
    """The property of a fact's field."""
    return tip(camel(field))


@cache
def oa(name: str) -> NamedNode:
    """A term of the Web Annotation vocabulary."""
    return NamedNode(OA + name)


@cache
def prov(name: str) -> NamedNode:
    """A term of PROV-O."""
    return NamedNode(PROV + name)


@cache
def dcterms(name: str) -> NamedNode:
    """A term of DCMI Metadata Terms."""
    return NamedNode(DCTERMS + name)


@cache
def skos(name: str) -> NamedNode:
    """A term of SKOS."""
    return NamedNode(SKOS + name)


@cache
def org(name: str) -> NamedNode:
    """A term of the W3C organization ontology."""
    return NamedNode(ORG + name)


@cache
def qb(name: str) -> NamedNode:
    """A term of the RDF Data Cube vocabulary."""
    return NamedNode(QB + name)


def document_node(id: str) -> NamedNode:
    """The node of a document."""
    return NamedNode(document_iri(id))


def graph_node(id: str) -> NamedNode:
    """The name of a document's graph."""
    return NamedNode(graph_iri(id))


def integer(number: int) -> Literal:
    """An xsd:integer; the store turns the types derived from it into it, so that no other is used."""
    return Literal(str(number), datatype=INTEGER)
