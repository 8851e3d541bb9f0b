"""A document ready to be stored: what it says and what follows from that alone, made where it was read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from pyoxigraph import NamedNode, Quad

from kg.graph import derived, tellings
from kg.graph.linking import buckets
from kg.graph.nodes import Nodes
from kg.graph.packing import Lines, packed, unpacked
from kg.graph.sentences import sentence_quads
from kg.narrative.model import Document


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document's graph, what a store gains by it that had nothing of it, and where the sketch of its words is among that."""

    said: Lines
    follows: Lines
    sketched_in: str | None

    def quads(self) -> Iterator[Quad]:
        """The document's graph."""
        return unpacked([self.said])


def prepared(document: Document, said: Sequence[Quad], nodes: Nodes) -> Prepared:
    """Get a document ready, given its graph as quads and the same by node."""
    sketch = tellings.telling(document)
    marks = buckets.mark(buckets.touched({}, nodes))
    follows = {*sketch, *derived.quads(derived.contribution(nodes)), *sentence_quads(nodes), *marks}
    return Prepared(packed(said), packed(follows), next((cast(NamedNode, quad.graph_name).value for quad in sketch), None))
