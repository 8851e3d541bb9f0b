"""What links are made of, apart from the rest of what a document says: less than half of it."""

from collections.abc import Sequence
from typing import cast

from pyoxigraph import NamedNode, Quad

from kg.facts.organization import Organization
from kg.facts.recommendation import Recommendation
from kg.graph.linking.buckets import kind_of
from kg.graph.nodes import Nodes
from kg.graph.terms import oa, prop, tip, type_

FACTS, DOCUMENT, BODIES, REST = range(4)

_KEPT = {
    DOCUMENT: {type_, tip("country"), tip("year")},
    BODIES: {type_, tip("doc"), tip("organization"), *map(prop, ("name", "acronym", "country"))},
}
"""What is needed of nodes that say much else."""


def apart(said: Sequence[Quad], nodes: Nodes) -> tuple[list[Quad], ...]:
    """A document's graph in four: facts with their words where these are compared, the document, facts that name bodies, the rest."""
    parts: tuple[list[Quad], ...] = ([], [], [], [])
    sorts = _sorts(nodes)
    for quad in said:
        sort = sorts.get(cast(NamedNode, quad.subject), REST)
        parts[sort if quad.predicate in _KEPT.get(sort, (quad.predicate,)) else REST].append(quad)
    return parts


def _sorts(nodes: Nodes) -> dict[NamedNode, int]:
    """The nodes that links are made of, each with the part that it belongs to."""
    found: dict[NamedNode, int] = {}
    for node, fields in list(nodes.items()):
        kind = kind_of(fields)
        if kind is Recommendation:
            pieces = [cast(NamedNode, piece) for piece in fields.get(tip("evidence"), ())]
            links = [cast(NamedNode, link) for piece in pieces for link in nodes[piece].get(oa("hasSelector"), ())]
            found |= dict.fromkeys((node, *pieces, *links), FACTS)
        elif kind:
            found[node] = BODIES if kind is Organization else FACTS
        elif tip("Document") in fields.get(type_, ()):
            found[node] = DOCUMENT
    return found
