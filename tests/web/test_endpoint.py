"""The endpoint: statuses, formats, what is refused, and that nothing is left running."""

import os
import threading
import time
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from kg.narrative.text import document
from kg.web import pool
from tests.graph.made import filled
from tests.web.served import Client, Reply, serving, until

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
COUNT = "SELECT (COUNT(?f) AS ?n) { ?f a tip:Flow }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

HUNGRY = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?b), STR(?c), STR(?d), STR(?e), STR(?g))) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def get(client: Client, query: str, **headers: str) -> Reply:
    return client.get("/sparql?query=" + quote(query), **headers)


def workers() -> list[str]:
    """The processes for queries that this process has started and that have not ended."""
    return [name for name, _ in processes()]


def busy() -> list[str]:
    """Those of them that do not wait."""
    return [name for name, state in processes() if state == "R"]


def processes() -> list[tuple[str, str]]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                state = (entry / "stat").read_text().rpartition(")")[2].split()
                if state[1] == str(os.getpid()) and state[0] != "Z" and b"kg.graph.worker" in (entry / "cmdline").read_bytes():
                    found.append((entry.name, state[0]))
            except OSError:
                continue
    return found


@pytest.mark.parametrize(
    ("accept", "type", "begins"),
    [
        (None, "application/sparql-results+json", b'{"head":'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv", b"n\r\n"),
        ("text/tab-separated-values, text/csv;q=0.3", "text/tab-separated-values", b"?n\n"),
        ("text/html, */*;q=0.1", "application/sparql-results+json", b'{"head":'),
    ],
)
def test_results_come_in_the_format_that_is_liked_best(client: Client, accept: str | None, type: str, begins: bytes) -> None:
    reply = get(client, COUNT, **({"accept": accept} if accept else {}))
    assert (reply.status, reply.type, reply.headers["vary"].split(",")[0]) == (200, type, "Accept")
    assert reply.body.startswith(begins)


@pytest.mark.parametrize("type", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"])
def test_triples_come_in_every_format_and_are_the_same(client: Client, type: str) -> None:
    query = "CONSTRUCT { ?f a tip:Flow ; tip:origin ?o } { ?f a tip:Flow ; tip:origin ?o }"
    reply = get(client, query, accept=type)
    assert (reply.status, reply.type) == (200, type)
    found = Graph().parse(data=reply.body, format={"application/ld+json": "json-ld"}.get(type, type))
    base = Graph().parse(data=get(client, query).body, format="turtle")
    assert set(found) == set(base)
    assert len(base) > 20


def test_a_link_can_name_the_format(client: Client) -> None:
    assert client.get("/sparql?" + urlencode({"query": COUNT, "format": "tsv"})).type == "text/tab-separated-values"
    assert client.get("/sparql?" + urlencode({"query": COUNT, "format": "turtle"})).status == 406


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("SELECT * {\n ?a ?b }", 400, "line 2"),
        ("SELECT ?a { ?a nope:b ?c }", 400, "the prefix nope: is not known"),
        ("SELECT * { SERVICE <http://127.0.0.1/x> { ?a ?b ?c } }", 400, "SERVICE is refused"),
        ("LOAD <http://127.0.0.1/x>", 400, "LOAD is refused"),
        ("DELETE WHERE { ?a ?b ?c }", 400, "DELETE is refused"),
        ("", 400, "ends too early"),
    ],
)
def test_what_is_wrong_with_a_query_is_said_in_words(client: Client, query: str, status: int, words: str) -> None:
    reply = get(client, query)
    assert (reply.status, reply.type) == (status, "text/plain")
    assert words in reply.text
    assert "Traceback" not in reply.text


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("GET", "/sparql?query=ASK%7B%7D", None, {"accept": "image/png"}, 406),
        ("GET", "/sparql", None, {"accept": "image/png"}, 406),
        ("GET", "/sparql?query=%FF", None, {}, 400),
        ("GET", "/sparql?update=CLEAR%20ALL", None, {}, 403),
        ("POST", "/sparql", b"ASK {}", {"content-type": "text/plain"}, 415),
        ("POST", "/sparql", b"\xff", {"content-type": "application/sparql-query"}, 400),
        ("POST", "/sparql", b"CLEAR ALL", {"content-type": "application/sparql-update"}, 403),
        ("POST", "/sparql", b"query=ASK+%7B%7D", {"content-type": "application/x-www-form-urlencoded; charset=UTF-8"}, 200),
        ("POST", "/sparql", b"ASK {}", {"content-type": "application/sparql-query"}, 200),
        ("POST", "/sparql", b"x" * (1 << 21), {"content-type": "application/sparql-query"}, 413),
        ("PUT", "/sparql", b"ASK {}", {"content-type": "application/sparql-query"}, 405),
        ("DELETE", "/sparql", None, {}, 405),
        ("HEAD", "/sparql?query=ASK%7B%7D", None, {}, 200),
        ("OPTIONS", "/sparql", None, {}, 204),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=no%20iri", None, {}, 400),
        ("GET", "/sparql", None, {"host": "evil.example"}, 421),
    ],
)
def test_each_request_gets_the_right_status(
    client: Client, method: str, path: str, body: bytes | None, headers: dict[str, str], status: int
) -> None:
    reply = client.ask(method, path, body, headers)
    assert reply.status == status, reply.text
    assert method != "HEAD" or reply.body == b""


def test_without_a_query_the_service_describes_itself(client: Client) -> None:
    reply = client.get("/sparql")
    assert reply.type == "text/turtle"
    found = Graph().parse(data=reply.body, format="turtle")
    service = URIRef(f"http://127.0.0.1:{client.port}/sparql")
    assert (service, RDF.type, SD.Service) in found
    assert (service, SD.endpoint, service) in found
    assert (service, SD.feature, SD.UnionDefaultGraph) in found
    assert len(list(found.objects(service, SD.resultFormat))) == 8


def test_a_browser_is_shown_the_page_instead(client: Client) -> None:
    reply = client.get("/sparql", accept="text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    assert (reply.status, reply.headers["location"]) == (303, "/query")


def test_graphs_that_the_request_names_are_all_that_is_seen(client: Client) -> None:
    graph = "https://w3id.org/tip-kg/graph/LAO-2011"
    every = get(client, "SELECT ?g { GRAPH ?g { ?d a tip:Document } }").json()["results"]["bindings"]
    assert len(every) == 3
    named = client.get("/sparql?" + urlencode({"query": "SELECT ?g { GRAPH ?g { ?d a tip:Document } }", "named-graph-uri": graph}))
    assert [row["g"]["value"] for row in named.json()["results"]["bindings"]] == [graph]
    default = client.get("/sparql?" + urlencode({"query": "SELECT ?d { ?d a tip:Document }", "default-graph-uri": graph}))
    assert len(default.json()["results"]["bindings"]) == 1


def test_pages_of_the_given_origin_alone_may_ask(client: Client) -> None:
    allowed = get(client, "ASK {}", origin="https://example.org")
    assert allowed.headers["access-control-allow-origin"] == "https://example.org"
    assert "access-control-allow-origin" not in get(client, "ASK {}", origin="https://other.example").headers
    before = client.ask("OPTIONS", "/sparql", headers={"origin": "https://example.org", "access-control-request-method": "POST"})
    assert (before.status, before.headers["access-control-allow-origin"]) == (200, "https://example.org")


def test_an_endless_query_ends_at_the_limit_while_others_are_answered(gold: Path) -> None:
    with serving(gold, timeout=3.0) as client:
        found: list[Reply] = []
        asker = threading.Thread(target=lambda: found.append(get(client, ENDLESS)))
        began = time.monotonic()
        asker.start()
        assert until(busy)
        assert [get(client, "ASK {}").json()["boolean"] for _ in range(3)] == [True] * 3
        assert time.monotonic() - began < 3
        asker.join()
        assert (found[0].status, found[0].headers["retry-after"]) == (503, "5")
        assert "stopped after 3 seconds" in found[0].text
        assert until(lambda: not busy())


def test_a_short_query_is_answered_while_endless_ones_have_all_turns(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "AT_ONCE", 2)
    others = set(workers())
    with serving(gold, timeout=10.0) as client:
        found: list[Reply] = []
        askers = [threading.Thread(target=lambda: found.append(get(client, ENDLESS))) for _ in range(3)]
        began = time.monotonic()
        for asker in askers:
            asker.start()
        assert until(lambda: len(busy()) >= 2)
        assert [get(client, COUNT).status for _ in range(3)] == [200] * 3
        assert time.monotonic() - began < 9
        assert found == []
        for asker in askers:
            asker.join()
        assert [(reply.status, reply.headers["retry-after"]) for reply in found] == [(503, "5")] * 3
    assert until(lambda: set(workers()) <= others, 5)


def test_a_query_that_needs_too_much_memory_is_told_what_a_reader_can_do(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MEMORY", 256 << 20)
    with serving(gold) as client:
        reply = get(client, HUNGRY)
    assert (reply.status, reply.text) == (503, "the query was stopped because it needed more than 256 MB of memory; ask for less\n")


@pytest.mark.parametrize("format", ["json", "xml", "csv", "tsv"])
def test_an_answer_with_too_many_rows_is_refused(gold: Path, monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    monkeypatch.setattr(pool, "ROWS", 100)
    with serving(gold) as client:
        path = f"/sparql?format={format}&query="
        asked = [client.get(path + quote(f"SELECT * {{ ?a ?b ?c }} LIMIT {most}")) for most in (100, 101)]
        triples = get(client, "CONSTRUCT WHERE { ?a ?b ?c }")
    assert [reply.status for reply in asked] == [200, 400]
    assert asked[1].text == triples.text == "the answer has more than 100 rows; ask for less, for example with LIMIT\n"
    assert triples.status == 400


def test_a_query_ends_when_its_client_goes(gold: Path) -> None:
    with serving(gold) as client:
        with pytest.raises(TimeoutError):
            client.ask("GET", "/sparql?query=" + quote(ENDLESS), timeout=1)
        assert until(lambda: not busy(), 5)


def test_nothing_is_left_running_when_the_server_stops(gold: Path) -> None:
    others = set(workers())
    with serving(gold) as client:
        asker = threading.Thread(target=lambda: get(client, ENDLESS), daemon=True)
        asker.start()
        assert until(busy)
        assert set(workers()) > others
    assert until(lambda: set(workers()) <= others, 5)


def test_too_many_queries_are_sent_away(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "AT_ONCE", 1)
    monkeypatch.setattr(pool, "WAITING", 1)
    with serving(gold, timeout=3.0) as client:
        replies: list[Reply] = []
        askers = [threading.Thread(target=lambda: replies.append(get(client, ENDLESS))) for _ in range(3)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
        assert [reply.status for reply in replies] == [503] * 3
        assert "wait already" in replies[0].text


def test_one_process_answers_many_queries_and_another_stands_in_for_one_that_was_stopped(gold: Path) -> None:
    others = set(workers())
    with serving(gold, timeout=5.0) as client:
        assert [get(client, COUNT).status for _ in range(5)] == [200] * 5
        before = set(workers()) - others
        assert 1 <= len(before) <= 2
        assert get(client, ENDLESS).status == 503
        assert [get(client, "SELECT * { broken").status, get(client, COUNT).status] == [400, 200]
        assert len(before - set(workers())) == 1
    assert until(lambda: set(workers()) <= others, 5)


def test_what_is_built_meanwhile_is_seen_by_the_next_query(tmp_path: Path) -> None:
    store = filled(tmp_path / "store", (document("LAOS (Tier 2)\n\nWomen.", id="LAO-2011"), ()))
    documents = "SELECT (COUNT(?d) AS ?n) { ?d a tip:Document }"
    with serving(store) as client:
        assert get(client, documents, accept="text/csv").body == b"n\r\n1\r\n"
        filled(store, (document("PERU (Tier 2)\n\nMen.", id="PER-2012"), ()))
        assert get(client, documents, accept="text/csv").body == b"n\r\n2\r\n"
