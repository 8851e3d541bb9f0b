"""The graphs of a store as rdflib has them, for programs that work with that library."""

from typing import TypeVar

from rdflib import Dataset, Graph, URIRef

from kg.graph import shacl
from kg.graph.sparql import prefixes
from kg.graph.store import Store
from kg.graph.terms import graph_node

__all__ = ["Dataset", "Graph", "dataset", "document_graph"]

Kind = TypeVar("Kind", bound=Graph)


def document_graph(store: Store, doc: str) -> Graph:
    """The graph of a document; UsageProblem where the store has none of that id."""
    store.document(doc)
    return _named(shacl.graph(store.graph(doc)))


def dataset(store: Store) -> Dataset:
    """All graphs, those of the documents and the derived ones; its default graph is their union, as the program's own queries see it."""
    found = _named(Dataset(default_union=True))
    for name in (*(graph_node(doc) for doc in store.ids()), *store.derived_graphs()):
        graph = found.graph(URIRef(name.value))
        for triple in shacl.graph(store.named_graph(name)):
            graph.add(triple)
    return found


def _named(graph: Kind) -> Kind:
    for prefix, iri in prefixes().items():
        graph.bind(prefix, iri)
    return graph
