"""Facts read back from the graph: the inverse of the mapping, driven by the same declarations."""

from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import NamedNode, Quad

from kg.errors import DataProblem
from kg.facts.kinds import KINDS
from kg.facts.model import COMMON, Fact, declared, many, ordered
from kg.graph import evidence
from kg.graph.nodes import Fields, Nodes, gathered
from kg.graph.store import Store
from kg.graph.terms import dcterms, prop, tip, type_
from kg.graph.values import Term, from_term

CLASSES = {tip(kind.kind.term): kind for kind in KINDS}
RANK = {kind: n for n, kind in enumerate(KINDS)}


def facts_of(store: Store, doc: str | None = None) -> Iterator[tuple[str, Fact]]:
    """The facts of one document, or of all in the order of their ids, each with its IRI.

    Within a document they are in the order of the text; DataProblem where the graph holds what no fact can.
    """
    for name in [doc] if doc is not None else store.ids():
        yield from facts_in(store.graph(name))


def facts_in(quads: Iterable[Quad]) -> list[tuple[str, Fact]]:
    """The facts of one document's graph, each with its IRI, in the order of the text."""
    nodes = gathered(quads)
    found = [(node.value, _fact(node, kind, nodes)) for node in list(nodes) if (kind := _kind(nodes[node]))]
    return sorted(found, key=lambda pair: (_place(pair[1]), pair[0]))


def _place(fact: Fact) -> tuple[int, int, int]:
    first = fact.evidence[0] if fact.evidence else None
    return (first.start if first else 0, first.end if first else 0, RANK[type(fact)])


def _kind(fields: Fields) -> type[Fact] | None:
    return next((CLASSES[c] for c in fields.get(type_, ()) if isinstance(c, NamedNode) and c in CLASSES), None)


def _fact(node: NamedNode, kind: type[Fact], nodes: Nodes) -> Fact:
    fields = nodes[node]

    def values(subject: NamedNode, predicate: NamedNode) -> list[Term]:
        return nodes[subject][predicate]

    try:
        (document,) = values(node, tip("doc"))
        (name,) = values(NamedNode(document.value), dcterms("identifier"))
        pieces = sorted(evidence.read(NamedNode(e.value), values) for e in values(node, tip("evidence")))
        held: dict[str, Any] = {
            name: _held([from_term(term, value.type) for term in fields[prop(name)]], name in many(kind))
            for name, value in {**COMMON, **declared(kind)}.items()
            if fields[prop(name)]
        }
    except ValueError as error:
        raise DataProblem(f"the fact {node.value} is not whole in the graph: {error}") from error
    page = [int(term.value) for term in fields[tip("page")]]
    return kind(doc=name.value, evidence=tuple(pieces), page=page[0] if page else None, **held)


def _held(values: list[Any], several: bool) -> Any:
    if several:
        return ordered(values)
    (value,) = values
    return value
