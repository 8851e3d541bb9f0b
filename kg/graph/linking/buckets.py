"""What a change of a document touches, as marks in the store's catalogue until it is worked out."""

from collections.abc import Iterator
from typing import cast

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.facts.agreement import Agreement
from kg.facts.facility import Facility
from kg.facts.kinds import KINDS
from kg.facts.law import Law
from kg.facts.model import Fact
from kg.facts.organization import Organization
from kg.facts.plan import Plan
from kg.facts.recommendation import Recommendation
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking
from kg.graph.linking.agreements import bucket
from kg.graph.linking.members import Member, Source
from kg.graph.nodes import Fields, Nodes
from kg.graph.terms import prov, tip, type_
from kg.vocabulary.iris import CATALOGUE, place_of

LINKED: tuple[type[Fact], ...] = (Law, Plan, Facility, Statistic, Recommendation, TierRanking, Organization, Agreement)
"""The kinds of fact that are compared with those of other documents."""

PENDING = tip("pendingLink")

COUNTRY, AGREEMENTS, ORGANIZATION = "country", "agreements", "organization"
"""The sorts of buckets: what is about a country, the agreements kept under one, and a body that documents name."""

Bucket = tuple[str, str]
"""A sort, and the code of the country or the IRI of the body."""

_KINDS = {tip(kind.kind.term): kind for kind in KINDS if kind in LINKED}


def touched(old: Nodes, new: Nodes) -> set[Bucket]:
    """The buckets of all facts that one of two versions of a document has and the other has not just so."""
    before, after = _said(old), _said(new)
    changed = {node for node in before.keys() | after.keys() if _mark(before.get(node)) != _mark(after.get(node))}
    return {b for node in changed for member in (before.get(node), after.get(node)) if member for b in _buckets(member)}


def mark(buckets: set[Bucket]) -> Iterator[Quad]:
    """The marks of buckets that are to be worked out."""
    for sort, name in buckets:
        yield Quad(NamedNode(CATALOGUE), PENDING, Literal(f"{sort} {name}"), NamedNode(CATALOGUE))


def pending(store: Store) -> list[Bucket]:
    """The buckets that are to be worked out, in a fixed order."""
    marks = (cast(Literal, q.object).value for q in store.quads_for_pattern(NamedNode(CATALOGUE), PENDING, None))
    return sorted((sort, name) for sort, _, name in (words.partition(" ") for words in marks))


def _said(nodes: Nodes) -> dict[NamedNode, Member]:
    """The facts of a document's graph that are compared."""
    documents = [node for node, fields in nodes.items() if tip("Document") in fields.get(type_, ())]
    if not documents:
        return {}
    fields = nodes[documents[0]]
    years = [int(term.value) for term in fields.get(tip("year"), ())]
    country = place_of(fields[tip("country")][0].value)
    source = Source(documents[0], country, years[0] if years else None)
    return {node: Member(node, source, held) for node, held in nodes.items() if kind_of(held)}


def kind_of(fields: Fields) -> type[Fact] | None:
    """The kind of a fact that is compared with those of other documents, given its fields; None for anything else."""
    return next((kind for term in fields.get(type_, ()) if (kind := _KINDS.get(cast(NamedNode, term)))), None)


def _mark(member: Member | None) -> object:
    """All of a fact that links may depend on: of its words only recommendations are compared, and who read it is all one."""
    if member is None:
        return None
    aside = {prov("wasGeneratedBy")} if kind_of(member.fields) is Recommendation else {prov("wasGeneratedBy"), tip("evidence")}
    fields = {(name, term) for name, terms in member.fields.items() if name not in aside for term in terms}
    return (member.source.country, member.source.year, fields)


def _buckets(member: Member) -> Iterator[Bucket]:
    kind = kind_of(member.fields)
    if kind is Organization:
        yield from ((ORGANIZATION, body) for body in member.words("organization"))
    elif kind is Agreement:
        yield from ((AGREEMENTS, code) for code in [bucket(member)] if code)
    else:
        own = place_of(member.word("country") or "") if kind in (Law, TierRanking) else None
        yield from ((COUNTRY, code) for code in [own or member.source.country] if code)
