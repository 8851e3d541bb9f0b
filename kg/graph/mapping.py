"""The RDF of a document and its facts, driven by nothing but the declarations of the kinds of fact."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.facts.model import COMMON, Fact, declared, identity
from kg.facts.organization import Organization
from kg.facts.statistic import Statistic
from kg.facts.values import PLACE, YEAR, Token
from kg.graph import evidence, organizations, provenance
from kg.graph.provenance import Activity
from kg.graph.recall import facts_of
from kg.graph.terms import dcterms, document_node, graph_node, integer, prop, prov, qb, tip, type_
from kg.graph.values import to_term
from kg.narrative.model import Document, Section
from kg.vocabulary.iris import FACT, SECTION, STATISTICS, hashed

__all__ = ["fact_node", "facts_of", "quads"]

TIER = Token("tier")


def quads(document: Document, facts: Sequence[Fact], activity: Activity, *, with_text: bool = True) -> Iterator[Quad]:
    """The named graph of a document: the document, who read it, the facts and their evidence, each quad once.

    Facts must be united: ValueError where two have one identity or one is of another document.
    """
    _must_be_united(document, facts)
    graph = graph_node(document.id)
    seen: set[Triple] = set()
    for triple in _triples(document, facts, activity, with_text):
        if triple not in seen:
            seen.add(triple)
            yield Quad(triple.subject, triple.predicate, triple.object, graph)


def fact_node(fact: Fact) -> NamedNode:
    """The node of a fact: the hash of what identifies it."""
    return NamedNode(hashed(FACT, *identity(fact)))


def _must_be_united(document: Document, facts: Sequence[Fact]) -> None:
    nodes: set[NamedNode] = set()
    for fact in facts:
        node = fact_node(fact)
        if fact.doc != document.id:
            raise ValueError(f"a fact of the document {fact.doc!r} is given with the document {document.id!r}")
        if node in nodes:
            raise ValueError(f"two facts with one identity, which had to be united first: {identity(fact)}")
        nodes.add(node)


def _triples(document: Document, facts: Sequence[Fact], activity: Activity, with_text: bool) -> Iterator[Triple]:
    reading = provenance.activity_node(document, activity, with_text=with_text)
    yield from _document(document, with_text)
    yield from provenance.triples(document, activity, reading)
    for fact in facts:
        node = fact_node(fact)
        yield from _fact(fact, node)
        yield Triple(node, prov("wasGeneratedBy"), reading)
        for piece in fact.evidence:
            yield Triple(node, tip("evidence"), evidence.evidence_node(document.id, piece))
            yield from evidence.triples(document, piece)


def _document(document: Document, with_text: bool) -> Iterator[Triple]:
    node = document_node(document.id)
    yield Triple(node, type_, tip("Document"))
    yield Triple(node, dcterms("identifier"), Literal(document.id))
    yield Triple(node, dcterms("format"), Literal(document.media_type))
    yield Triple(node, tip("country"), to_term(document.country, PLACE))
    yield Triple(node, tip("textSha256"), Literal(sha256(document.text.encode()).hexdigest()))
    if with_text:
        yield Triple(node, tip("text"), Literal(document.text))
    if document.year is not None:
        yield Triple(node, tip("year"), to_term(document.year, YEAR))
    if document.tier is not None:
        yield Triple(node, tip("tier"), to_term(document.tier, TIER))
    for name, words in (("title", document.title), ("source", document.source)):
        if words is not None:
            yield Triple(node, dcterms(name), Literal(words))
    for section in document.sections:
        yield from _section(document, section)


def _section(document: Document, section: Section) -> Iterator[Triple]:
    node = NamedNode(hashed(SECTION, document.id, section.name, str(section.start), str(section.end)))
    yield Triple(document_node(document.id), tip("section"), node)
    yield Triple(node, type_, tip("Section"))
    yield Triple(node, tip("sectionName"), Literal(section.name))
    yield Triple(node, tip("start"), integer(section.start))
    yield Triple(node, tip("end"), integer(section.end))


def _fact(fact: Fact, node: NamedNode) -> Iterator[Triple]:
    yield Triple(node, type_, tip("Fact"))
    yield Triple(node, type_, tip(fact.kind.term))
    yield Triple(node, tip("doc"), document_node(fact.doc))
    for name, value in {**COMMON, **declared(type(fact))}.items():
        held = getattr(fact, name)
        for item in held if isinstance(held, tuple) else (held,):
            if item is not None:
                yield Triple(node, prop(name), to_term(item, value.type))
    if fact.page is not None:
        yield Triple(node, tip("page"), integer(fact.page))
    if isinstance(fact, Statistic):
        yield Triple(node, type_, qb("Observation"))
        yield Triple(node, qb("dataSet"), NamedNode(STATISTICS))
    if isinstance(fact, Organization):
        yield from organizations.triples(fact, node)
