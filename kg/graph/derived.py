"""Plain triples that follow from the facts of all documents, kept in graphs of their own.

What one document contributes depends on its own graph alone, so that a change of one document touches only what
that document says or said, and the result equals that of a build from nothing.
"""

from collections.abc import Iterable
from typing import NamedTuple, cast

from pyoxigraph import NamedNode, Quad, Store

from kg.facts.country_role import CountryRole
from kg.facts.flow import Flow
from kg.facts.model import COMMON, Fact
from kg.graph.nodes import Fields, Nodes
from kg.graph.terms import graph_node, prop, tip, type_
from kg.graph.values import Term, to_term
from kg.vocabulary.iris import SHORTCUTS


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
    """A shortcut that a document supports."""

    subject: NamedNode
    property: NamedNode
    object: Term


def contribution(nodes: Nodes) -> set[Shown]:
    """The shortcuts that a document's graph supports."""
    plain = (fields for fields in nodes.values() if all(term in fields.get(name, ()) for name, term in PLAIN.items()))
    return {shown for fields in plain for cut in SHORTCUT_PROPERTIES for shown in _shortcuts(cut, fields)}


def _shortcuts(cut: Shortcut, fields: Fields) -> Iterable[Shown]:
    if tip(cut.kind.kind.term) in fields[type_]:
        for subject in fields[prop(cut.subject)]:
            for value in fields[prop(cut.object)]:
                yield Shown(cast(NamedNode, subject), tip(cut.property), value)


def quads(shown: Iterable[Shown]) -> set[Quad]:
    """Shortcuts as the store holds them."""
    return {Quad(*one, NamedNode(SHORTCUTS)) for one in shown}


def unsupported(store: Store, doc: str, gone: Iterable[Shown]) -> set[Quad]:
    """Of the shortcuts that a document no longer supports, as the store holds them, those that no other document supports."""
    return quads(shown for shown in gone if not _supported_elsewhere(store, doc, shown))


def _supported_elsewhere(store: Store, doc: str, shown: Shown) -> bool:
    cut = next(c for c in SHORTCUT_PROPERTIES if tip(c.property) == shown.property)
    plain = " ; ".join(f"{name} {term}" for name, term in PLAIN.items())
    return bool(
        store.query(
            f"ASK {{ GRAPH ?g {{ ?f {prop(cut.subject)} {shown.subject} ; {prop(cut.object)} {shown.object} ; "
            f"a {tip(cut.kind.kind.term)} ; {plain} }} FILTER(?g != {graph_node(doc)}) }}"
        )
    )
