"""The command line over a store that a server holds, and exports of a part of a store."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Kg
from tests.servers import OXIGRAPH, Server, free_port, oxigraph


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if OXIGRAPH is None:
        pytest.skip("the server oxigraph is not installed")
    with oxigraph(tmp_path_factory.mktemp("server")) as running:
        yield running


def facts(kg: Kg, store: Path, *options: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in kg("export", "--store", store, "--format", "jsonl", *options).out.splitlines()]


def test_a_push_says_what_it_sent_and_goes_on_the_next_time(kg: Kg, store: Path, server: Server) -> None:
    first = kg("push", "--store", store, server.graphs)
    assert (first.code, first.out) == (0, "")
    assert "graphs sent (" in first.err
    assert first.err.rstrip().endswith("0 were there already")
    assert kg("push", "--store", store, server.updates).err.rstrip().endswith("3 were there already")


@pytest.mark.parametrize(
    "command",
    [
        ("query", "corridors"),
        ("query", "SELECT ?document { ?document a tip:Document } ORDER BY ?document", "--format", "json"),
        ("query", "DESCRIBE ?d { ?d a tip:Document }", "--format", "turtle"),
        ("export", "--format", "turtle"),
        ("export", "--format", "jsonl", "--country", "Laos", "--kind", "flow"),
        ("export", "--format", "trig", "--graph", "derived/shortcuts"),
        ("export", "--format", "graphml", "--year", "2011"),
        ("validate",),
        ("flows", "--to", "Thailand"),
        ("text", "LAO-2011"),
    ],
    ids=" ".join,
)
def test_a_reading_command_gives_the_same_from_a_server(kg: Kg, store: Path, server: Server, command: tuple[str, ...]) -> None:
    kg("push", "--store", store, server.graphs)
    there = kg(*command, "--store", server.queries)
    assert there == kg(*command, "--store", store)
    assert there.code == 0


def test_a_fact_is_explained_from_a_server(kg: Kg, store: Path, server: Server) -> None:
    kg("push", "--store", store, server.graphs)
    name = str(facts(kg, store)[0]["id"])
    assert kg("explain", name, "--store", server.queries) == kg("explain", name, "--store", store)


def test_a_server_that_is_not_there_is_a_reason_to_try_later(kg: Kg, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.graph.endpoint.FIRST_WAIT", 0.01)
    address = f"http://127.0.0.1:{free_port()}/sparql"
    for command in (("text", "LAO-2011", "--store", address), ("push", "--store", store, address)):
        ran = kg(*command)
        assert (ran.code, ran.out) == (3, "")
        assert "cannot be reached" in ran.err


def test_a_push_to_an_address_that_tells_nothing_is_wrong_usage(kg: Kg, store: Path) -> None:
    ran = kg("push", "--store", store, "http://127.0.0.1:1/")
    assert ran.code == 2
    assert "--protocol graph-store or --protocol update" in ran.err


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (("--country", "Laos"), {"LAO-2011"}),
        (("--country", "ecu", "--country", "MWI"), {"ECU-2004", "MWI-2019"}),
        (("--year", "2019"), {"MWI-2019"}),
        (("--graph", "ECU-2004"), {"ECU-2004"}),
        ((), {"ECU-2004", "LAO-2011", "MWI-2019"}),
    ],
)
def test_a_part_of_a_store_is_exported(kg: Kg, store: Path, options: tuple[str, ...], kept: set[str]) -> None:
    assert {row["doc"] for row in facts(kg, store, *options)} == kept


def test_kinds_and_evidence_are_chosen(kg: Kg, store: Path) -> None:
    rows = facts(kg, store, "--kind", "flow", "--kind", "country-role", "--no-evidence")
    assert {row["kind"] for row in rows} == {"flow", "country_role"}
    assert all(row["evidence"] == [] for row in rows)
    assert all(row["evidence"] for row in facts(kg, store, "--with-evidence"))


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--country", "Atlantis", "the place 'Atlantis' is not known"),
        ("--year", "nineteen", "is no year"),
        ("--kind", "river", "the kind 'river' is not known"),
        ("--graph", "nowhere", "has no graph 'nowhere'"),
    ],
)
def test_a_part_that_there_is_not_is_wrong_usage(kg: Kg, store: Path, option: str, value: str, told: str) -> None:
    ran = kg("export", "--store", store, "--format", "turtle", option, value)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_query_can_be_given_less_memory_and_more_freedom(kg: Kg, store: Path) -> None:
    hungry = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?c))) AS ?all) { ?a ?b ?c . ?d ?e ?f }"
    ran = kg("query", "--store", store, hungry, "--memory", "256")
    assert (ran.code, ran.out) == (3, "")
    assert "needed more memory than it may use" in ran.err
    service = "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }"
    assert kg("query", "--store", store, service).code == 2
    assert kg("query", "--store", store, service, "--allow-service").code == 0
