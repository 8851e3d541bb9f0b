"""Evidence as Web Annotation: a part of the document, by position and by quotation (W3C Web Annotation Data Model, 4.2)."""

from collections.abc import Callable, Iterator

from pyoxigraph import Literal, NamedNode

from kg.facts.model import Evidence
from kg.graph.terms import document_node, integer, oa, type_
from kg.graph.values import Statement, Term
from kg.narrative.model import Document
from kg.vocabulary.iris import EVIDENCE, hashed

CONTEXT = 30
"""How many characters before and after a quotation are kept with it."""


def evidence_node(doc: str, evidence: Evidence) -> NamedNode:
    """The node of a piece of evidence; facts with the same words of a document share it."""
    return NamedNode(hashed(EVIDENCE, doc, str(evidence.start), str(evidence.end), evidence.quote))


def triples(document: Document, evidence: Evidence, node: NamedNode) -> Iterator[Statement]:
    """The part of the document, given its node, with a position and a quote selector."""
    position, quote = NamedNode(node.value + "-position"), NamedNode(node.value + "-quote")
    before = document.text[max(0, evidence.start - CONTEXT) : evidence.start]
    after = document.text[evidence.end : evidence.end + CONTEXT]
    yield node, type_, oa("SpecificResource")
    yield node, oa("hasSource"), document_node(document.id)
    yield node, oa("hasSelector"), position
    yield node, oa("hasSelector"), quote
    yield position, type_, oa("TextPositionSelector")
    yield position, oa("start"), integer(evidence.start)
    yield position, oa("end"), integer(evidence.end)
    yield quote, type_, oa("TextQuoteSelector")
    yield quote, oa("exact"), Literal(evidence.quote)
    yield quote, oa("prefix"), Literal(before)
    yield quote, oa("suffix"), Literal(after)


Values = Callable[[NamedNode, NamedNode], list[Term]]
"""The objects of a subject and a predicate."""


def read(node: NamedNode, values: Values) -> Evidence:
    """The evidence that a node stands for; ValueError where it is not whole."""
    parts = [s for s in values(node, oa("hasSelector")) if isinstance(s, NamedNode)]
    (start,) = [v for part in parts for v in values(part, oa("start"))]
    (end,) = [v for part in parts for v in values(part, oa("end"))]
    (exact,) = [v for part in parts for v in values(part, oa("exact"))]
    return Evidence(int(start.value), int(end.value), exact.value)
