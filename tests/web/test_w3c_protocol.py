"""The W3C tests of the SPARQL 1.1 Protocol against a running server.

Tests of updates are run too: the store is read only, so that every update must be refused and nothing may have changed.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

from kg.graph.store import open_store
from tests.web.served import Client, Reply, gold_store, serving

SUITE = Path(__file__).resolve().parents[3] / "shared" / "w3c" / "sparql11" / "protocol"
MANIFEST = SUITE / "manifest.ttl"

pytestmark = pytest.mark.skipif(not MANIFEST.exists(), reason="the W3C tests are not beside this checkout (../shared/w3c)")

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
HERE = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/manifest#"

TABULAR = {
    "application/sparql-results+xml",
    "application/sparql-results+json",
    "text/csv",
    "text/tab-separated-values",
}
TYPES = {
    "boolean": {"application/sparql-results+xml", "application/sparql-results+json"},
    "tabular": TABULAR,
    "RDF": {"application/rdf+xml", "text/turtle", "application/n-triples", "application/xhtml+xml"},
}

ACCEPT = {"query_content_type_construct": "application/rdf+xml", "query_content_type_select": "application/sparql-results+xml"}
"""What a client asks for in tests that leave it open; the others send no such header, as the suite has it."""

REFUSED_UPDATES = (
    "update_dataset_default_graph",
    "update_dataset_default_graphs",
    "update_dataset_named_graphs",
    "update_dataset_full",
    "update_post_form",
    "update_post_direct",
    "update_base_uri",
)
"""The tests that cannot pass, for the store is read only, which the protocol allows; the updates in them are sent, and must be refused."""


class Sent(NamedTuple):
    """One request of a test and what must come back."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None
    statuses: set[int]
    format: str | None
    boolean: bool | None


def suite() -> dict[str, list[Sent]]:
    graph = Graph().parse(MANIFEST)
    tests = sorted(graph.subjects(RDF.type, MF.ProtocolTest), key=str)
    return {str(test).removeprefix(HERE): [_sent(graph, request) for request in _requests(graph, test)] for test in tests}


def _requests(graph: Graph, test: Node) -> Iterator[Node]:
    action = graph.value(test, MF.action)
    for held in graph.objects(action, HT.requests):
        yield from Collection(graph, held)


def _sent(graph: Graph, request: Node) -> Sent:
    def value(subject: Node | None, name: Node) -> Any:
        found = graph.value(subject, name)
        return found.toPython() if found is not None else None  # type: ignore[attr-defined]

    body, reply = graph.value(request, HT.body), graph.value(request, HT.resp)
    headers = {
        value(h, HT.fieldName): value(h, HT.fieldValue) for held in graph.objects(request, HT.headers) for h in Collection(graph, held)
    }
    statuses = {int(str(status)[-3]) for status in graph.objects(reply, MF.expectedStatus)}
    return Sent(
        value(request, HT.methodName),
        value(request, HT.absolutePath),
        headers,
        value(body, CNT.chars).encode(value(body, CNT.characterEncoding)) if body is not None else None,
        statuses,
        value(reply, MF.expectedFormat),
        value(reply, MF.expectedBoolean),
    )


TESTS = suite() if MANIFEST.exists() else {}


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server over a store that also has the data of the tests, in the graphs that they name."""
    path = gold_store(tmp_path_factory.mktemp("protocol") / "store")
    with open_store(path, write=True) as store:
        for n in (1, 2, 3):
            graph = NamedNode(f"http://kasei.us/2009/09/sparql/data/data{n}.rdf")
            for quad in parse(path=SUITE / f"data{n}.nt", format=RdfFormat.N_TRIPLES):
                store.oxigraph.add(Quad(quad.subject, quad.predicate, quad.object, graph))
    with serving(path) as client:
        yield client


def send(endpoint: Client, sent: Sent, accept: str | None = None) -> Reply:
    headers = {**sent.headers, **({"accept": accept} if accept else {})}
    return endpoint.ask(sent.method, sent.path, sent.body, headers)


def test_the_whole_suite_is_read() -> None:
    kinds = {prefix: sum(name.startswith(prefix) for name in TESTS) for prefix in ("query_", "bad_query_", "update_", "bad_")}
    assert kinds == {"query_": 13, "bad_query_": 6, "update_": 7, "bad_": 14}
    assert len(TESTS) == 34
    assert set(REFUSED_UPDATES) == {name for name in TESTS if name.startswith("update_")}


@pytest.mark.parametrize("name", [name for name in TESTS if name not in REFUSED_UPDATES])
def test_the_answer_is_as_the_suite_has_it(endpoint: Client, name: str) -> None:
    assert TESTS[name]
    for sent in TESTS[name]:
        reply = send(endpoint, sent, ACCEPT.get(name))
        assert reply.status // 100 in sent.statuses, reply.text
        if sent.format:
            assert reply.type in TYPES[sent.format]
        if sent.boolean is not None:
            assert reply.json()["boolean"] is sent.boolean


@pytest.mark.parametrize("name", REFUSED_UPDATES)
def test_every_update_is_refused_and_changes_nothing(endpoint: Client, name: str) -> None:
    before = count(endpoint)
    updates = [
        sent for sent in TESTS[name] if "update" in sent.headers.get("content-type", "") or (sent.body or b"").startswith(b"update=")
    ]
    assert updates
    for sent in updates:
        assert send(endpoint, sent).status == 403
    assert count(endpoint) == before


def count(endpoint: Client) -> bytes:
    return endpoint.get("/sparql?query=SELECT%20(COUNT(*)%20AS%20%3Fn)%20%7B%3Fs%20%3Fp%20%3Fo%7D&format=csv").body
