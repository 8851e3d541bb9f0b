"""A document as the store holds it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from pyoxigraph import NamedNode, Quad

from kg.facts.values import PLACE, Token
from kg.graph.nodes import Fields, Nodes, gathered
from kg.graph.terms import dcterms, prop, tip, type_
from kg.graph.values import from_term
from kg.narrative.model import Section
from kg.vocabulary.iris import document_of


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as the store holds it; ``text`` is None where it was left out."""

    iri: str
    id: str
    country: str
    year: int | None
    tier: str | None
    title: str | None
    source: str | None
    media_type: str
    sha256: str
    """Of the text as stored, in UTF-8."""
    text: str | None
    sections: tuple[Section, ...]
    copy_of: str | None = None
    """The id of the document that tells the same narrative and says the facts for both."""


def stored_document(quads: Iterable[Quad]) -> StoredDocument | None:
    """The document that a document's graph is about, or None for an empty graph."""
    nodes = gathered(quads)
    iri = next((node for node, fields in nodes.items() if tip("Document") in fields[type_]), None)
    return _document(iri, nodes) if iri else None


def _document(iri: NamedNode, nodes: Nodes) -> StoredDocument:
    fields = nodes[iri]

    def word(name: NamedNode) -> str | None:
        return fields[name][0].value if fields[name] else None

    year, tier = word(prop("year")), fields[prop("tier")]
    return StoredDocument(
        iri=iri.value,
        id=cast(str, word(dcterms("identifier"))),
        country=from_term(fields[prop("country")][0], PLACE),
        year=int(year) if year else None,
        tier=from_term(tier[0], Token("tier")) if tier else None,
        title=word(dcterms("title")),
        source=word(dcterms("source")),
        media_type=cast(str, word(dcterms("format"))),
        sha256=cast(str, word(tip("textSha256"))),
        text=word(tip("text")),
        sections=tuple(sorted((_section(nodes[cast(NamedNode, n)]) for n in fields[tip("section")]), key=lambda s: (s.start, s.end))),
        copy_of=next((document_of(node.value) for node in fields[tip("copyOf")]), None),
    )


def _section(fields: Fields) -> Section:
    name: Any = fields[tip("sectionName")][0].value
    return Section(name, int(fields[tip("start")][0].value), int(fields[tip("end")][0].value))
