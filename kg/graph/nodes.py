"""Quads gathered by node, as a document's graph is read."""

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

from pyoxigraph import NamedNode, Quad

from kg.graph.values import Statement, Term

Fields = dict[NamedNode, list[Term]]
"""The values of a node by property."""

Nodes = dict[NamedNode, Fields]


def gathered(quads: Iterable[Quad]) -> Nodes:
    """The quads by subject and property; the graph has no blank nodes and no quoted triples."""
    return arranged((cast(NamedNode, quad.subject), quad.predicate, cast(Term, quad.object)) for quad in quads)


def arranged(statements: Iterable[Statement]) -> Nodes:
    """Statements by subject and property; those of one subject that follow each other take one look for it."""
    nodes: Nodes = defaultdict(lambda: defaultdict(list))
    last: NamedNode | None = None
    fields: Fields = {}
    for subject, name, value in statements:
        if subject is not last:
            last, fields = subject, nodes[subject]
        fields[name].append(value)
    return nodes
