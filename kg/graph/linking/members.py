"""Facts as they are compared with those of other documents."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import cast

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.graph.nodes import Fields, gathered
from kg.graph.terms import oa, prop, tip, type_
from kg.graph.values import Term
from kg.vocabulary.iris import DOCUMENT, FACT, place_iri, place_of

MOST = 10_000
"""How many facts are kept, as some are asked for several times; then it begins anew, so that memory stays bounded."""

Graph = NamedNode | BlankNode | DefaultGraph


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """The document that says a fact, as far as links need it."""

    node: NamedNode
    country: str | None
    year: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Member:
    """A fact, its document and its fields as the graph holds them."""

    node: NamedNode
    source: Source
    fields: Fields

    def word(self, name: str) -> str | None:
        """The value of a field that has one; an IRI where it is a place or a token."""
        found = self.fields.get(prop(name))
        return found[0].value if found else None

    def words(self, name: str) -> tuple[str, ...]:
        """The values of a field, sorted."""
        return tuple(sorted(term.value for term in self.fields.get(prop(name), ())))

    @property
    def order(self) -> tuple[int, str, str]:
        """By the year of the report, those without one first."""
        return (self.source.year or 0, self.source.node.value, self.node.value)


class Reader:
    """Reads from a store what links are made of; documents are kept as long as the reader, of the facts the last ones."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._sources: dict[NamedNode, Source] = {}
        self._members: dict[NamedNode, Member] = {}
        self._acronyms: dict[str, dict[str | None, set[NamedNode]]] = {}

    def documents(self, country: str) -> list[Source]:
        """The documents about a country, by year."""
        found = self.store.quads_for_pattern(None, tip("country"), NamedNode(place_iri(country)))
        about = {cast(NamedNode, q.subject) for q in found if cast(NamedNode, q.subject).value.startswith(DOCUMENT)}
        return sorted(map(self.source, about), key=lambda s: (s.year or 0, s.node.value))

    def said(self, source: Source, kind: type[Fact]) -> Iterator[Member]:
        """The facts of a kind that a document says."""
        graphs = {q.graph_name for q in self.store.quads_for_pattern(source.node, type_, tip("Document"))}
        for graph in graphs:
            for quad in self.store.quads_for_pattern(None, type_, tip(kind.kind.term), graph):
                yield self._member(cast(NamedNode, quad.subject), graph)

    def having(self, property: NamedNode, value: Term, kind: type[Fact]) -> Iterator[Member]:
        """The facts of a kind that have a value, of whatever document."""
        for quad in self.store.quads_for_pattern(None, property, value):
            graph, node = quad.graph_name, cast(NamedNode, quad.subject)
            if node.value.startswith(FACT) and Quad(node, type_, tip(kind.kind.term), graph) in self.store:
                yield self._member(node, graph)

    def organizations(self, acronym: str) -> Mapping[str | None, Set[NamedNode]]:
        """The organizations that facts give an acronym, by country: what many countries have, as «IOM», is looked for once."""
        if acronym not in self._acronyms:
            found: dict[str | None, set[NamedNode]] = {}
            for quad in self.store.quads_for_pattern(None, tip("acronym"), Literal(acronym)):
                graph, node = quad.graph_name, cast(NamedNode, quad.subject)
                if Quad(node, type_, tip(Organization.kind.term), graph) in self.store:
                    for named in self.store.quads_for_pattern(node, tip("organization"), None, graph):
                        found.setdefault(self._country(node, graph), set()).add(cast(NamedNode, named.object))
            self._acronyms[acronym] = found
        return self._acronyms[acronym]

    def _country(self, node: NamedNode, graph: Graph) -> str | None:
        """The country that a fact names."""
        return next((place_of(cast(Term, q.object).value) for q in self.store.quads_for_pattern(node, prop("country"), None, graph)), None)

    def _member(self, node: NamedNode, graph: Graph) -> Member:
        if node not in self._members:
            if len(self._members) >= MOST:
                self._members.clear()
            fields = gathered(self.store.quads_for_pattern(node, None, None, graph))[node]
            self._members[node] = Member(node, self.source(cast(NamedNode, fields[tip("doc")][0])), fields)
        return self._members[node]

    def quotes(self, member: Member) -> str:
        """The quoted words of a fact, in the order of the text."""
        pieces = {piece: self._selectors(piece) for piece in member.fields.get(tip("evidence"), ())}
        return " … ".join(words for _, words in sorted(pieces.values()))

    def _selectors(self, piece: Term) -> tuple[int, str]:
        found: dict[NamedNode, str] = {}
        for link in self.store.quads_for_pattern(cast(NamedNode, piece), oa("hasSelector"), None):
            for quad in self.store.quads_for_pattern(cast(NamedNode, link.object), None, None):
                found[quad.predicate] = cast(Term, quad.object).value
        return int(found[oa("start")]), found[oa("exact")]

    def source(self, node: NamedNode) -> Source:
        """The document of a node."""
        if node not in self._sources:
            self._sources[node] = self._source(node)
        return self._sources[node]

    def _source(self, node: NamedNode) -> Source:
        fields = {q.predicate: cast(Term, q.object).value for q in self.store.quads_for_pattern(node, None, None)}
        year = fields.get(tip("year"))
        return Source(node, place_of(fields.get(tip("country"), "")), int(year) if year else None)


def by_year(members: Iterable[Member]) -> list[Member]:
    """Facts in the order of the reports that say them."""
    return sorted(members, key=lambda m: m.order)
