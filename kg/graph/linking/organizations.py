"""One organization over years and documents: bodies of one name are one already; here those that share an acronym are compared.

An acronym alone proves nothing, for two ministries of a country may have the same: the names must have words in common too. A body
that is named by its acronym alone is that whose acronym it is, where there is only one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad

from kg.facts.organization import Organization
from kg.graph.linking.entities import Entity, by_use, entity_quads, united
from kg.graph.linking.members import Member, Reader, by_year
from kg.graph.linking.words import ALIKE, is_acronym, likeness, nested, without_country, words
from kg.graph.organizations import organization_node
from kg.graph.terms import skos, tip
from kg.vocabulary.iris import NAMES, ORGANIZATIONS, place_of

GRAPH, SHOWN = NamedNode(ORGANIZATIONS), NamedNode(NAMES)

NAME, ACRONYM, SHORT = "same name", "same acronym and words of the name", "named by its acronym"


@dataclass(frozen=True, slots=True)
class _Body:
    """The facts of one name and country."""

    node: NamedNode
    members: tuple[Member, ...]

    @property
    def country(self) -> str | None:
        return place_of(self.members[0].word("country") or "")

    @property
    def names(self) -> list[str]:
        return sorted({m.word("name") or "" for m in self.members})

    @property
    def shown(self) -> str:
        """The name to show: that of most documents, and of these the first in the alphabet."""
        return by_use((m, m.word("name") or "") for m in self.members)[0]

    @property
    def acronyms(self) -> frozenset[str]:
        given = {acronym for m in self.members if (acronym := m.word("acronym"))}
        return frozenset(given | set(filter(is_acronym, self.names)))

    @property
    def is_short(self) -> bool:
        """Whether it is named by its acronym alone."""
        return all(map(is_acronym, self.names))


def organization_quads(reader: Reader, start: NamedNode) -> tuple[set[NamedNode], set[Quad], set[Quad]]:
    """All bodies that may be one with a body, what the store says of these and their organizations, and what it should say."""
    bodies = _reachable(reader, start)
    entities = {cast(NamedNode, q.subject) for body in bodies for q in reader.store.quads_for_pattern(None, tip("unites"), body, GRAPH)}
    old = {quad for entity in entities for quad in reader.store.quads_for_pattern(entity, None, None, GRAPH)}
    old |= {quad for body in bodies for quad in reader.store.quads_for_pattern(body, skos("prefLabel"), None, SHOWN)}
    present = [_Body(node, held) for node, held in sorted(bodies.items(), key=lambda item: item[0].value) if held]
    new = {quad for entity in _entities(present) for quad in entity}
    new |= {Quad(body.node, skos("prefLabel"), Literal(body.shown), SHOWN) for body in present}
    return set(bodies), old, new


def _reachable(reader: Reader, start: NamedNode) -> dict[NamedNode, tuple[Member, ...]]:
    """The bodies that share acronyms, or were one organization until now, from one to the next, with their facts."""
    found: dict[NamedNode, tuple[Member, ...]] = {}
    waiting = {start}
    while waiting:
        node = waiting.pop()
        found[node] = tuple(by_year(reader.having(tip("organization"), node, Organization)))
        waiting |= {other for other in (*_before(reader, node), *_sharing(reader, found[node])) if other not in found}
    return found


def _before(reader: Reader, body: NamedNode) -> Iterator[NamedNode]:
    for link in reader.store.quads_for_pattern(None, tip("unites"), body, GRAPH):
        for quad in reader.store.quads_for_pattern(cast(NamedNode, link.subject), tip("unites"), None, GRAPH):
            yield cast(NamedNode, quad.object)


def _sharing(reader: Reader, members: tuple[Member, ...]) -> Iterator[NamedNode]:
    if not members:
        return
    body = _Body(members[0].node, members)
    for acronym in sorted(body.acronyms):
        yield organization_node(acronym, body.country)
        yield from reader.organizations(acronym).get(body.country, ())


def _entities(bodies: list[_Body]) -> Iterator[Iterable[Quad]]:
    """The organizations that bodies of one country are."""
    classes = united([body for body in bodies if not body.is_short], _why)
    for short in (body for body in bodies if body.is_short):
        owners = [n for n, (held, _) in enumerate(classes) if any(short.acronyms & body.acronyms for body in held if not body.is_short)]
        if len(owners) == 1:
            held, reasons = classes[owners[0]]
            classes[owners[0]] = ([*held, short], reasons | {SHORT})
        else:
            classes.append(([short], frozenset()))
    for held, reasons in classes:
        yield _quads(held, reasons)


def _why(one: _Body, other: _Body) -> str | None:
    if one.country != other.country or not one.acronyms & other.acronyms:
        return None
    alike = any(_alike(a, b, one.country) for a in one.names for b in other.names)
    return ACRONYM if alike else None


def _alike(one: str, other: str, country: str | None) -> bool:
    a, b = (frozenset(without_country(words(name), country)) for name in (one, other))
    return nested(a, b) or likeness(a, b) > ALIKE


def _quads(bodies: list[_Body], reasons: frozenset[str]) -> Iterator[Quad]:
    members = by_year(m for body in bodies for m in body.members)
    long = [(m, m.word("name") or "") for body in bodies for m in body.members if not body.is_short]
    names = long or [(m, m.word("name") or "") for m in members]
    also = frozenset(acronym for body in bodies for acronym in body.acronyms)
    same = {NAME} if any(len(body.members) > 1 for body in bodies) else set()
    key = min(body.node.value for body in bodies)
    entity = Entity(Organization, (key,), members, names, reasons | same, bodies[0].country, also)
    yield from entity_quads(entity, GRAPH)
    for body in bodies:
        yield Quad(entity.node, tip("unites"), body.node, GRAPH)
