"""The words of each fact in one piece, and where they begin: what nearly every question shows and orders its answer by."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.facts.model import Evidence
from kg.graph.evidence import read
from kg.graph.nodes import Nodes
from kg.graph.terms import integer, tip
from kg.graph.values import Term
from kg.vocabulary.iris import SENTENCES

GRAPH = NamedNode(SENTENCES)

BETWEEN = " … "
"""Between the quotations of a fact."""


def sentence_quads(nodes: Nodes) -> Iterator[Quad]:
    """For each fact of a document its quotations, joined in the order of the text, and the offset of the first."""

    def values(subject: NamedNode, predicate: NamedNode) -> list[Term]:
        return nodes.get(subject, {}).get(predicate, [])

    for node, fields in list(nodes.items()):
        pieces: list[Evidence] = sorted(read(NamedNode(piece.value), values) for piece in fields.get(tip("evidence"), ()))
        if pieces:
            yield Quad(node, tip("sentence"), Literal(BETWEEN.join(dict.fromkeys(piece.quote for piece in pieces))), GRAPH)
            yield Quad(node, tip("offset"), integer(pieces[0].start), GRAPH)
