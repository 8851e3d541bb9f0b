"""Quads gathered by node, as a document's graph is read."""

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from pyoxigraph import NamedNode, Quad

from kg.graph.values import Term

Fields = dict[NamedNode, list[Term]]
"""The values of a node by property."""

Nodes = dict[NamedNode, Fields]


def gathered(quads: Iterable[Quad]) -> Nodes:
    """The quads by subject and property; the graph has no blank nodes and no quoted triples."""
    nodes: Nodes = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        nodes[cast(NamedNode, quad.subject)][quad.predicate].append(cast(Term, quad.object))
    return nodes
