"""Plain triples that follow from the facts of all documents, kept in graphs of their own.

What one document contributes depends on its own graph alone, so that a change of one document touches only what
that document says or said, and the result equals that of a build from nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple, cast

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from kg.facts.country_role import CountryRole
from kg.facts.flow import Flow
from kg.facts.model import COMMON, Fact
from kg.graph.nodes import Fields, Nodes
from kg.graph.terms import graph_node, prop, skos, tip, type_
from kg.graph.values import Term, to_term
from kg.vocabulary.iris import NAMES, SHORTCUTS


class Shortcut(NamedTuple):
    """A property that joins two fields of a kind of fact."""

    property: str
    kind: type[Fact]
    subject: str
    object: str


SHORTCUT_PROPERTIES = (
    Shortcut("traffickedTo", Flow, "origin", "destination"),
    Shortcut("traffickedThrough", Flow, "origin", "via"),
    Shortcut("hasRole", CountryRole, "country", "role"),
)

PLAIN = {
    prop("polarity"): to_term("affirmed", COMMON["polarity"].type),
    prop("certainty"): to_term("stated", COMMON["certainty"].type),
}
"""A plain triple cannot carry a doubt: only what the text states and affirms becomes one."""


class Shown(NamedTuple):
    """Something that a document contributes: a shortcut (subject, property, object) or an organization's name."""

    subject: NamedNode
    property: NamedNode
    object: Term


def contribution(nodes: Nodes) -> set[Shown]:
    """The shortcuts that a document's graph supports and the organizations' names in it."""
    found = set[Shown]()
    for fields in nodes.values():
        found |= {Shown(cast(NamedNode, o), tip("name"), n) for o in fields[tip("organization")] for n in fields[tip("name")]}
        if all(term in fields[name] for name, term in PLAIN.items()):
            found |= {shown for cut in SHORTCUT_PROPERTIES for shown in _shortcuts(cut, fields)}
    return found


def _shortcuts(cut: Shortcut, fields: Fields) -> Iterable[Shown]:
    if tip(cut.kind.kind.term) in fields[type_]:
        for subject in fields[prop(cut.subject)]:
            for value in fields[prop(cut.object)]:
                yield Shown(cast(NamedNode, subject), tip(cut.property), value)


def changes(store: Store, doc: str, old: set[Shown], new: set[Shown]) -> tuple[set[Quad], set[Quad]]:
    """The derived quads to remove and to add when a document's contribution changes from ``old`` to ``new``."""
    names = {tip("name")}
    gone = {s for s in old - new if s.property not in names and not _supported_elsewhere(store, doc, s)}
    come = {s for s in new - old if s.property not in names}
    bodies = {s.subject for s in old ^ new if s.property in names}
    shown = {quad for body in bodies for quad in store.quads_for_pattern(body, skos("prefLabel"), None, NamedNode(NAMES))}
    labels = {quad for body in bodies for quad in _label(store, doc, body, new)}
    return {_quad(s) for s in gone} | (shown - labels), {_quad(s) for s in come} | (labels - shown)


def _quad(shown: Shown) -> Quad:
    return Quad(*shown, NamedNode(SHORTCUTS))


def _supported_elsewhere(store: Store, doc: str, shown: Shown) -> bool:
    cut = next(c for c in SHORTCUT_PROPERTIES if tip(c.property) == shown.property)
    plain = " ; ".join(f"{name} {term}" for name, term in PLAIN.items())
    return bool(
        store.query(
            f"ASK {{ GRAPH ?g {{ ?f {prop(cut.subject)} {shown.subject} ; {prop(cut.object)} {shown.object} ; "
            f"a {tip(cut.kind.kind.term)} ; {plain} }} FILTER(?g != {graph_node(doc)}) }}"
        )
    )


def _label(store: Store, doc: str, body: NamedNode, new: set[Shown]) -> Iterable[Quad]:
    """The name to show: that of most documents, and of these the first in the alphabet."""
    counts: dict[str, int] = defaultdict(int)
    others = store.query(
        f"SELECT ?name (COUNT(DISTINCT ?g) AS ?n) WHERE {{ GRAPH ?g {{ ?f {tip('organization')} {body} ; {tip('name')} ?name }} "
        f"FILTER(?g != {graph_node(doc)}) }} GROUP BY ?name"
    )
    for name, n in cast(QuerySolutions, others):
        counts[name.value] = int(n.value)
    for shown in new:
        if shown.subject == body and isinstance(shown.object, Literal):
            counts[shown.object.value] += 1
    if counts:
        name = min(counts, key=lambda name: (-counts[name], name))
        yield Quad(body, skos("prefLabel"), Literal(name), NamedNode(NAMES))
