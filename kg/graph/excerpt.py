"""Some facts of a store as Turtle, with their evidence and what their documents are, but not the documents' texts."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import cast

from pyoxigraph import NamedNode, Quad

from kg.graph.export import ordered
from kg.graph.serialization import serialize_few
from kg.graph.store import Store
from kg.graph.terms import oa, tip

FOLLOWED = frozenset({tip("doc"), tip("evidence"), oa("hasSelector"), tip("organization")})
"""The properties whose objects belong to a fact."""

LEFT_OUT = frozenset({tip("text"), tip("section")})


def excerpt(store: Store, iris: Iterable[str]) -> bytes:
    """The facts of these IRIs as Turtle, in a fixed order."""
    triples = dict.fromkeys(quad.triple for quad in ordered(_quads(store, iris)))
    out = BytesIO()
    serialize_few(list(triples), out)
    return out.getvalue()


def _quads(store: Store, iris: Iterable[str]) -> Iterator[Quad]:
    waiting, seen = [(NamedNode(iri), None) for iri in iris], set[NamedNode]()
    while waiting:
        node, graph = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        for quad in store.oxigraph.quads_for_pattern(node, None, None, graph):
            if quad.predicate not in LEFT_OUT:
                yield quad
            if quad.predicate in FOLLOWED:
                waiting.append((cast(NamedNode, quad.object), cast(None, quad.graph_name)))
