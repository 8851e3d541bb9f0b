"""A store sent to a SPARQL 1.1 server, graph by graph, by the Graph Store Protocol or by updates, and verified by counts.

What the server has already is passed over, so that a push that was interrupted goes on where it stopped. A document's graph names
the activity that read it, which is one for each content and each reader: a server that has it, and as many triples, has that graph.
What is derived from several documents names nothing of the kind and is sent each time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, Literal, cast
from urllib.parse import urlencode, urlsplit, urlunsplit

import pyoxigraph as ox
from pyoxigraph import NamedNode, Triple

from kg.errors import CannotRun, UsageProblem
from kg.graph.endpoint import Endpoint, Login
from kg.graph.remote import RemoteStore
from kg.graph.store import Store
from kg.graph.terms import graph_node, prov, type_
from kg.vocabulary.iris import BASE

Protocol = Literal["graph-store", "update"]

SIBLINGS: Final[Mapping[str, tuple[Protocol, str]]] = {
    "store": ("graph-store", "query"),
    "data": ("graph-store", "query"),
    "sparql-graph-crud": ("graph-store", "sparql"),
    "sparql-graph-crud-auth": ("graph-store", "sparql"),
    "update": ("update", "query"),
    "sparql": ("update", "sparql"),
    "sparql-auth": ("update", "sparql"),
}
"""By the last part of an address: what is spoken there, and the last part of the address that answers queries, as servers call them."""

TOGETHER: Final = 50
"""How many graphs are counted in one query."""

AT_A_TIME: Final = 500
"""How many triples one update inserts."""

Progress = Callable[[Iterable[NamedNode]], Iterable[NamedNode]]


@dataclass(frozen=True, slots=True)
class Target:
    """Where to push: the protocol and the address of each kind of request."""

    protocol: Protocol
    write: Endpoint
    read: RemoteStore


@dataclass(slots=True)
class Pushed:
    """What a push did, by the names of graphs."""

    sent: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    """What the server had already."""
    strange: list[str] = field(default_factory=list)
    """Graphs of this program's that the server has and the store has not."""
    removed: list[str] = field(default_factory=list)
    triples: int = 0
    """How many triples were sent."""


def target(address: str, login: Login, *, protocol: Protocol | None = None, query: str | None = None) -> Target:
    """Where to push, from one address; UsageProblem where it does not tell the protocol, or where queries go, and nobody said so."""
    parts = urlsplit(address)
    head, _, last = parts.path.rstrip("/").rpartition("/")
    known = SIBLINGS.get(last)
    if protocol is None and known is None:
        raise UsageProblem(f"{address} does not tell which protocol it speaks; say --protocol graph-store or --protocol update")
    if query is None and known is None:
        raise UsageProblem(f"{address} does not tell where the server answers queries; say it with --query URL")
    spoken = protocol or cast(tuple[Protocol, str], known)[0]
    reading = query or urlunsplit(parts._replace(path=f"{head}/{cast(tuple[Protocol, str], known)[1]}", query=""))
    return Target(spoken, Endpoint(address, login), RemoteStore(reading, login))


def push(store: Store, to: Target, *, remove: bool = False, progress: Progress = iter) -> Pushed:
    """Send every graph that the server does not have as it is; with ``remove``, take away what the store has no longer.

    CannotRun where the server does not hold afterwards what was sent.
    """
    done = Pushed()
    documents = [graph_node(name) for name in store.ids()]
    names = [*documents, *store.derived_graphs()]
    for some in _batches(progress(names)):
        _push_some(store, to, some, done)
    done.strange = sorted(_graphs(to.read) - {name.value for name in names})
    if remove:
        for name in done.strange:
            _clear(to, NamedNode(name))
        done.removed, done.strange = done.strange, []
    return done


def _push_some(store: Store, to: Target, names: list[NamedNode], done: Pushed) -> None:
    """Send what is missing of some graphs, and see that it has come."""
    before, sent = _counts(to.read, names), dict[NamedNode, int]()
    for name in names:
        quads = list(store.named_graph(name))
        activities = {cast(NamedNode, q.subject).value for q in quads if q.predicate == type_ and q.object == prov("Activity")}
        if activities and before.get(name.value) == (len(quads), activities):
            done.held.append(name.value)
            continue
        _send(to, name, [quad.triple for quad in quads])
        done.sent.append(name.value)
        done.triples += len(quads)
        sent[name] = len(quads)
    after = _counts(to.read, list(sent))
    for name, number in sent.items():
        found, _ = after.get(name.value, (0, set()))
        if found != number:
            raise CannotRun(
                f"{to.read.path} has {found} triples in {name} after {number} were sent; push again, or look into the server's log"
            )


def _batches(names: Iterable[NamedNode]) -> Iterator[list[NamedNode]]:
    waiting = iter(names)
    while some := list(islice(waiting, TOGETHER)):
        yield some


def _counts(read: RemoteStore, names: list[NamedNode]) -> dict[str, tuple[int, set[str]]]:
    """How many triples each graph has at the server, and the activities that it names; graphs that are not there are left out."""
    if not names:
        return {}
    values = f"VALUES ?g {{ {' '.join(map(str, names))} }}"
    numbers = read.rows(f"SELECT ?g (COUNT(*) AS ?n) {{ {values} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g")
    activities = read.rows(f"SELECT ?g ?a {{ {values} GRAPH ?g {{ ?a a {prov('Activity')} }} }}")
    return {
        row["g"].value: (int(row["n"].value), {other["a"].value for other in activities if other["g"] == row["g"]})
        for row in numbers
        if "g" in row and int(row["n"].value)
    }


def _graphs(read: RemoteStore) -> set[str]:
    """The graphs of documents, and those derived from them, that the server has."""
    heads = " || ".join(f"STRSTARTS(STR(?g), '{BASE}{kind}/')" for kind in ("graph", "derived"))
    return {row["g"].value for row in read.rows(f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({heads}) }}")}


def _send(to: Target, name: NamedNode, triples: list[Triple]) -> None:
    """Put a graph in the place of the one that the server has under this name."""
    if to.protocol == "graph-store":
        body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
        to.write.send("PUT", parameters={"graph": name.value}, body=body, headers={"Content-Type": "application/n-triples"})
        return
    _update(to, f"DROP SILENT GRAPH {name}")
    waiting = iter(triples)
    while some := list(islice(waiting, AT_A_TIME)):
        _update(to, f"INSERT DATA {{ GRAPH {name} {{ {' . '.join(map(str, some))} }} }}")


def _clear(to: Target, name: NamedNode) -> None:
    if to.protocol == "graph-store":
        to.write.send("DELETE", parameters={"graph": name.value}, accepted=frozenset({404}))
    else:
        _update(to, f"DROP SILENT GRAPH {name}")


def _update(to: Target, update: str) -> None:
    to.write.send("POST", body=urlencode({"update": update}).encode(), headers={"Content-Type": "application/x-www-form-urlencoded"})
