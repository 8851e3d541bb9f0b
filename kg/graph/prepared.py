"""A document ready to be stored: what it says and what follows from that alone, made where it was read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import cast

from pyoxigraph import NamedNode, Quad

from kg.graph import derived, tellings
from kg.graph.linking import buckets
from kg.graph.linking.buckets import Bucket
from kg.graph.linking.compared import apart
from kg.graph.nodes import Nodes
from kg.graph.packing import Lines, joined, packed, unpacked
from kg.graph.sentences import sentence_quads
from kg.narrative.model import Document


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document's graph, what a store gains by it that had nothing of it, and where the sketch of its words is among that."""

    said: Lines
    follows: Lines
    sketched_in: str | None
    ends: tuple[int, ...]
    """The document's graph begins with what links are made of; where in it that of facts, of the document and of bodies ends, in bytes."""
    buckets: frozenset[Bucket]
    """The buckets that a store marks which had nothing of the document."""

    def quads(self) -> Iterator[Quad]:
        """The document's graph."""
        return unpacked([self.said])


def prepared(document: Document, said: Sequence[Quad], nodes: Nodes) -> Prepared:
    """Get a document ready, given its graph as quads and the same by node."""
    sketch, touched = tellings.telling(document), buckets.touched({}, nodes)
    follows = {*sketch, *derived.quads(derived.contribution(nodes)), *sentence_quads(nodes), *buckets.mark(touched)}
    sketched_in = next((cast(NamedNode, quad.graph_name).value for quad in sketch), None)
    *compared, rest = map(packed, apart(said, nodes))
    ends = tuple(accumulate(len(lines.text) for lines in compared))
    return Prepared(joined(*compared, rest), packed(follows), sketched_in, ends, frozenset(touched))
