"""The RDF of a document and its facts, driven by nothing but the declarations of the kinds of fact."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from pyoxigraph import Literal, NamedNode, Quad

from kg.facts.model import COMMON, Evidence, Fact, declared, identity, once
from kg.facts.organization import Organization
from kg.facts.statistic import Statistic
from kg.facts.values import PLACE, YEAR, Token, Value
from kg.graph import evidence, organizations, provenance
from kg.graph.provenance import Activity
from kg.graph.recall import facts_of
from kg.graph.terms import dcterms, document_node, graph_node, integer, prop, prov, qb, tip, type_
from kg.graph.values import Statement, to_term
from kg.narrative.model import Document, Section
from kg.vocabulary.iris import FACT, SECTION, STATISTICS, hashed

__all__ = ["fact_node", "facts_of", "quads"]

TIER = Token("tier")


def quads(document: Document, facts: Sequence[Fact], activity: Activity, *, with_text: bool = True) -> Iterator[Quad]:
    """The named graph of a document: the document, who read it, the facts and their evidence, each quad once.

    Facts must be united: ValueError where two have one identity or one is of another document.
    """
    return in_graph(document, statements(document, facts, activity, with_text=with_text))


def statements(document: Document, facts: Sequence[Fact], activity: Activity, *, with_text: bool = True) -> list[Statement]:
    """What the named graph of a document says, each statement once."""
    return list(dict.fromkeys(_triples(document, facts, _apart(document, facts), activity, with_text)))


def in_graph(document: Document, said: Iterable[Statement]) -> Iterator[Quad]:
    """Statements in the named graph of a document."""
    graph = graph_node(document.id)
    return (Quad(subject, name, value, graph) for subject, name, value in said)


def fact_node(fact: Fact) -> NamedNode:
    """The node of a fact: the hash of what identifies it."""
    return NamedNode(hashed(FACT, *identity(fact)))


def _apart(document: Document, facts: Sequence[Fact]) -> list[NamedNode]:
    """The nodes of facts, no two of which are one."""
    nodes: dict[NamedNode, Fact] = {}
    for fact in facts:
        node = fact_node(fact)
        if fact.doc != document.id:
            raise ValueError(f"a fact of the document {fact.doc!r} is given with the document {document.id!r}")
        if node in nodes:
            raise ValueError(f"two facts with one identity, which had to be united first: {identity(fact)}")
        nodes[node] = fact
    return list(nodes)


def _triples(
    document: Document, facts: Sequence[Fact], nodes: Sequence[NamedNode], activity: Activity, with_text: bool
) -> Iterator[Statement]:
    reading = provenance.activity_node(document, activity, with_text=with_text)
    yield from _document(document, with_text)
    yield from provenance.triples(document, activity, reading)
    pieces: dict[Evidence, NamedNode] = {}
    for fact, node in zip(facts, nodes, strict=True):
        yield from _fact(fact, node)
        yield node, prov("wasGeneratedBy"), reading
        for piece in fact.evidence:
            if piece not in pieces:
                pieces[piece] = evidence.evidence_node(document.id, piece)
                yield from evidence.triples(document, piece, pieces[piece])
            yield node, tip("evidence"), pieces[piece]


def _document(document: Document, with_text: bool) -> Iterator[Statement]:
    node = document_node(document.id)
    yield node, type_, tip("Document")
    yield node, dcterms("identifier"), Literal(document.id)
    yield node, dcterms("format"), Literal(document.media_type)
    yield node, tip("country"), to_term(document.country, PLACE)
    yield node, tip("textSha256"), Literal(sha256(document.text.encode()).hexdigest())
    if with_text:
        yield node, tip("text"), Literal(document.text)
    if document.year is not None:
        yield node, tip("year"), to_term(document.year, YEAR)
    if document.tier is not None:
        yield node, tip("tier"), to_term(document.tier, TIER)
    for name, words in (("title", document.title), ("source", document.source)):
        if words is not None:
            yield node, dcterms(name), Literal(words)
    for section in document.sections:
        yield from _section(document, section)


def _section(document: Document, section: Section) -> Iterator[Statement]:
    node = NamedNode(hashed(SECTION, document.id, section.name, str(section.start), str(section.end)))
    yield document_node(document.id), tip("section"), node
    yield node, type_, tip("Section")
    yield node, tip("sectionName"), Literal(section.name)
    yield node, tip("start"), integer(section.start)
    yield node, tip("end"), integer(section.end)


@once
def _written(kind: type[Fact]) -> list[tuple[str, Value]]:
    """The fields of a kind of fact that become properties of their names."""
    return list({**COMMON, **declared(kind)}.items())


def _fact(fact: Fact, node: NamedNode) -> Iterator[Statement]:
    yield node, type_, tip("Fact")
    yield node, type_, tip(fact.kind.term)
    yield node, tip("doc"), document_node(fact.doc)
    for name, value in _written(type(fact)):
        held = getattr(fact, name)
        for item in held if isinstance(held, tuple) else (held,):
            if item is not None:
                yield node, prop(name), to_term(item, value.type)
    if fact.page is not None:
        yield node, tip("page"), integer(fact.page)
    if isinstance(fact, Statistic):
        yield node, type_, qb("Observation")
        yield node, qb("dataSet"), NamedNode(STATISTICS)
    if isinstance(fact, Organization):
        yield from organizations.triples(fact, node)
