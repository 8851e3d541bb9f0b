"""Stores pushed to real servers, and read there as if they were folders."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

from kg.errors import CannotRun, UsageProblem
from kg.facts.model import Fact
from kg.flows.command import FlowFilter, write_flows
from kg.graph.endpoint import login_of
from kg.graph.explain import explain
from kg.graph.export import FORMATS, write
from kg.graph.push import Protocol, Pushed, Target, push, target
from kg.graph.query import QueryTimeout, run, select
from kg.graph.remote import RemoteStore, open_to_read
from kg.graph.selection import ALL, Selection
from kg.graph.store import Store, open_store
from kg.graph.terms import graph_node
from kg.graph.validation import validate_store
from kg.vocabulary.iris import graph_iri
from tests.graph.made import document, example, examples, filled, flow, put
from tests.graph.test_endpoint import served
from tests.servers import OXIGRAPH, VIRTUOSO, Server, oxigraph, virtuoso

SERVERS = {
    "oxigraph": pytest.param(
        oxigraph, id="oxigraph", marks=pytest.mark.skipif(OXIGRAPH is None, reason="the server oxigraph is not installed")
    ),
    "virtuoso": pytest.param(
        virtuoso, id="virtuoso", marks=pytest.mark.skipif(VIRTUOSO is None, reason="virtuoso-opensource is not installed")
    ),
}
PROTOCOLS: tuple[Protocol, ...] = ("graph-store", "update")


class Held(NamedTuple):
    """A store, the server that it was pushed to, and what the push did."""

    path: Path
    server: Server
    pushed: Pushed

    @property
    def address(self) -> str:
        return self.server.queries


def to(server: Server, protocol: Protocol) -> Target:
    return target(server.graphs if protocol == "graph-store" else server.updates, login_of(server.user))


def facts() -> list[Fact]:
    """A fact of every kind, and one whose truth values differ."""
    return [*examples(), example(type(examples()[4]), title="Act of made words", stringent=False, penalty_life=True)]


@pytest.fixture(scope="module", params=SERVERS.values())
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with request.param(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def held(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Held:
    long = "".join(f"Sentence {n} of many – “words”.\n" for n in range(3000))
    other = document("THA 2012/ä", country="THA", year=2012, text=long)
    path = filled(tmp_path_factory.mktemp("push") / "s", (document(), facts()), (other, []))
    with open_store(path, write=False) as store:
        return Held(path, server, push(store, to(server, "graph-store")))


def exported(store: Store, format: str, selection: Selection = ALL) -> bytes:
    output = BytesIO()
    write(store, format, output, selection)
    return output.getvalue()


def test_every_graph_is_sent(held: Held) -> None:
    with open_store(held.path, write=False) as store:
        documents = [graph_iri(name) for name in store.ids()]
        assert held.pushed.sent == [*documents, *(name.value for name in store.derived_graphs())]
        at_home = 1 + len(list(store.ids()))  # the format of the store, and the sketch of the words of each document
        assert held.pushed.triples == len(store.oxigraph) - at_home


@pytest.mark.parametrize("format", FORMATS)
def test_the_server_gives_the_same_bytes_as_the_folder(held: Held, format: str) -> None:
    with open_store(held.path, write=False) as folder, open_to_read(held.address) as there:
        assert exported(there, format) == exported(folder, format)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_what_the_server_has_already_is_passed_over(held: Held, protocol: Protocol) -> None:
    with open_store(held.path, write=False) as store:
        again = push(store, to(held.server, protocol))
    assert again.held == [graph_iri("LAO-2011"), graph_iri("THA 2012/ä")]
    assert set(again.sent) == set(held.pushed.sent) - set(again.held)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_half_graph_and_a_changed_one_are_sent_again_and_what_is_gone_is_removed(held: Held, tmp_path: Path, protocol: Protocol) -> None:
    changed = filled(tmp_path / "s", (document(), facts()), (document("B"), [flow(doc="B")]))
    place = to(held.server, protocol)
    with open_store(changed, write=True) as store:
        push(store, place)
        put(store, document("B", text="Laos is a source country for women. Other words."), [])
    half = target(held.server.updates, login_of(held.server.user))
    half.write.send("POST", body=delete_body(), headers={"Content-Type": "application/x-www-form-urlencoded"})
    with open_store(changed, write=False) as store:
        done = push(store, place)
        assert [name for name in done.sent if "/graph/" in name] == [graph_iri("B"), graph_iri("LAO-2011")]
        assert graph_iri("THA 2012/ä") in done.strange
        assert exported(place.read, "nquads", Selection(ids=frozenset({"B", "LAO-2011"}))) == exported(
            store, "nquads", Selection(ids=frozenset({"B", "LAO-2011"}))
        )
    with open_store(held.path, write=False) as store:
        last = push(store, place, remove=True)
        assert graph_iri("B") in last.removed
        assert place.read.ids() == store.ids()


def delete_body() -> bytes:
    graph = graph_node("LAO-2011")
    return urlencode({"update": f"DELETE WHERE {{ GRAPH {graph} {{ ?s <https://w3id.org/tip-kg/ontology/sectionName> ?o }} }}"}).encode()


@pytest.mark.parametrize("format", ["table", "csv", "tsv", "json", "xml"])
def test_a_question_has_the_same_answer_there(held: Held, format: str) -> None:
    query = "SELECT ?kind (COUNT(*) AS ?n) { ?fact a ?kind ; tip:doc ?doc } GROUP BY ?kind ORDER BY ?kind"
    if format in ("tsv", "xml", "json"):
        query = "SELECT ?fact { ?fact a tip:Flow } ORDER BY ?fact"
    assert run(held.address, query, format=format).body == run(held.path, query, format=format).body


def test_a_construction_is_the_same_there(held: Held) -> None:
    query = "CONSTRUCT { ?o tip:traffickedTo ?d } WHERE { ?o tip:traffickedTo ?d }"
    assert run(held.address, query, format="turtle").body == run(held.path, query, format="turtle").body


def test_a_yes_or_no_question_is_answered_there(held: Held) -> None:
    assert run(held.address, "ASK { ?s a tip:Flow }").body == b"yes\n"
    assert run(held.address, "ASK { ?s a tip:Nothing }").body == b"no\n"


def test_rows_are_the_same_there(held: Held) -> None:
    query = "SELECT ?fact ?quote { GRAPH ?g { ?fact tip:evidence/oa:hasSelector/oa:exact ?quote } } ORDER BY ?fact ?quote"
    assert select(held.address, query) == select(held.path, query)


def test_a_fact_is_explained_the_same_there(held: Held) -> None:
    with open_store(held.path, write=False) as folder, open_to_read(held.address) as there:
        ((iri, _), *_) = folder.facts_like("https://w3id.org/tip-kg/fact/", whole=False)
        for name in (iri, iri[:-4]):
            assert explain(there, name) == explain(folder, name)
        with pytest.raises(UsageProblem, match="has no fact"):
            explain(there, "0" * 20)


def test_a_text_is_the_same_there(held: Held) -> None:
    with open_store(held.path, write=False) as folder, open_to_read(held.address) as there:
        assert there.document("THA 2012/ä") == folder.document("THA 2012/ä")
        with pytest.raises(UsageProblem, match="has no document 'nowhere'; it has LAO-2011"):
            there.document("nowhere")


def test_what_a_validation_finds_is_the_same_there(held: Held) -> None:
    with open_store(held.path, write=False) as folder, open_to_read(held.address) as there:
        assert list(validate_store(there)) == list(validate_store(folder))


def test_flows_are_the_same_there(held: Held) -> None:
    assert write_flows(held.address, output=None, filters=FlowFilter()) == write_flows(held.path, output=None, filters=FlowFilter())


def test_a_broken_query_is_told_of(held: Held) -> None:
    with pytest.raises(UsageProblem, match="answered with the error 400"):
        run(held.address, "SELECT * { ?s ?p }")
    with pytest.raises(UsageProblem, match="SERVICE is refused"):
        run(held.address, "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }")


def test_no_answer_within_the_limit_is_a_timeout(held: Held) -> None:
    with pytest.raises(QueryTimeout):
        run(held.address, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?j) }", timeout=0.5)


def test_who_may_not_write_is_told_so(held: Held) -> None:
    if held.server.user is None:
        pytest.skip("this server lets everybody write")
    with open_store(held.path, write=False) as store, pytest.raises(UsageProblem, match=r"does not let you in \(401\)"):
        push(store, target(held.server.updates, login_of("dba:wrong")))


@pytest.mark.parametrize(
    ("address", "protocol", "reads"),
    [
        ("http://localhost:7878/store", "graph-store", "http://localhost:7878/query"),
        ("http://localhost:7878/update", "update", "http://localhost:7878/query"),
        ("http://localhost:3030/tip/data", "graph-store", "http://localhost:3030/tip/query"),
        ("https://example.org/sparql", "update", "https://example.org/sparql"),
        ("https://example.org/sparql-graph-crud-auth", "graph-store", "https://example.org/sparql"),
    ],
)
def test_an_address_tells_what_is_spoken_there_and_where_to_ask(address: str, protocol: Protocol, reads: str) -> None:
    found = target(address, login_of())
    assert (found.protocol, found.write.address, found.read.path) == (protocol, address, reads)


def test_an_address_that_tells_nothing_needs_words() -> None:
    with pytest.raises(UsageProblem, match="say --protocol graph-store or --protocol update"):
        target("https://example.org/graphs", login_of())
    with pytest.raises(UsageProblem, match="say it with --query URL"):
        target("https://example.org/graphs", login_of(), protocol="update")
    found = target("https://example.org/graphs", login_of(), protocol="update", query="https://example.org/ask")
    assert (found.protocol, found.read.path) == ("update", "https://example.org/ask")


def test_what_is_no_sparql_server_is_told_so() -> None:
    told = r"no SPARQL result \(text/html\): is it the address of a SPARQL endpoint"
    with served(lambda _: (200, {"Content-Type": "text/html"}, b"<html>Welcome</html>")) as address, pytest.raises(CannotRun, match=told):
        RemoteStore(address, login_of()).ids()


def test_an_answer_that_was_cut_short_is_no_answer() -> None:
    body = b'{"head":{"vars":["id"]},"results":{"bindings":[]}}'
    headers = {"Content-Type": "application/sparql-results+json", "X-SPARQL-MaxRows": "10000"}
    with served(lambda _: (200, headers, body)) as address, pytest.raises(CannotRun, match="gives no more than 10000 rows"):
        RemoteStore(address, login_of()).ids()
