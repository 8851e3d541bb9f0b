"""Which part of a store is meant: documents by country, year and id, facts by kind."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.errors import UsageProblem
from kg.facts.kinds import BY_NAME
from kg.graph.store import Store
from kg.graph.stored import StoredDocument
from kg.graph.terms import oa, tip, type_
from kg.vocabulary.iris import BASE, graph_iri


@dataclass(frozen=True, slots=True)
class Selection:
    """Documents and kinds of fact; an empty field does not restrict."""

    countries: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    ids: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    derived: frozenset[str] = frozenset()
    """The IRIs of derived graphs; without ids, these alone are meant."""
    evidence: bool = True
    """False leaves the evidence out."""

    def __post_init__(self) -> None:
        if unknown := sorted(self.kinds - BY_NAME.keys()):
            raise UsageProblem(f"the kind {unknown[0]!r} is not known; kinds are {', '.join(BY_NAME)}")


ALL = Selection()


def named(store: Store, names: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of documents, and the IRIs of derived graphs, that are meant by names; UsageProblem where there is no such graph."""
    ids, derived = set[str](), set[str]()
    documents = {graph_iri(known): known for known in store.ids()} if (wanted := list(names)) else {}
    others = {name.value for name in store.derived_graphs()} if wanted else set()
    for name in wanted:
        whole = name if name.startswith(BASE) else BASE + name
        if name in documents.values() or whole in documents:
            ids.add(documents.get(whole, name))
        elif whole in others:
            derived.add(whole)
        else:
            some = [*sorted(documents.values())[:3], *sorted(iri.removeprefix(BASE) for iri in others)[:3]]
            raise UsageProblem(f"the store {store.path} has no graph {name!r}; it has {', '.join(some)}, …")
    return frozenset(ids), frozenset(derived)


def ids(store: Store, selection: Selection) -> list[str]:
    """The ids of the documents that are meant, sorted; the documents themselves are read only where that is needed."""
    if selection.countries or selection.years or selection.derived:
        return [document.id for document in documents(store, selection)]
    return [name for name in store.ids() if not selection.ids or name in selection.ids]


def documents(store: Store, selection: Selection) -> Iterator[StoredDocument]:
    """The documents that are meant, ordered by id."""
    if selection.derived and not selection.ids:
        return
    for document in store.documents():
        wanted = (
            not selection.countries or document.country in selection.countries,
            not selection.years or document.year in selection.years,
            not selection.ids or document.id in selection.ids,
        )
        if all(wanted):
            yield document


def selected(quads: list[Quad], selection: Selection) -> list[Quad]:
    """The quads of one document's graph that are meant: without the facts of other kinds and what they alone point to."""
    if not selection.kinds and selection.evidence:
        return quads
    kinds = {tip(BY_NAME[name].kind.term) for name in selection.kinds}
    types = {tip(kind.kind.term) for kind in BY_NAME.values()}
    dropped = {q.subject for q in quads if kinds and q.predicate == type_ and q.object in types - kinds}
    unwanted = {tip("evidence"), oa("hasSelector"), tip("organization")}
    kept = [q for q in quads if q.subject not in dropped and (selection.evidence or q.predicate != tip("evidence"))]
    pointed = {q.object for q in quads if q.predicate in unwanted}
    return _reachable(kept, pointed, unwanted)


def _reachable(quads: list[Quad], pointed: AbstractSet[object], links: set[NamedNode]) -> list[Quad]:
    """Without the nodes of ``pointed`` to which no link leads any more."""
    while True:
        reached = {q.object for q in quads if q.predicate in links}
        kept = [q for q in quads if q.subject not in pointed or q.subject in reached]
        if len(kept) == len(quads):
            return kept
        quads = kept
