"""Queries: rows for the program, every format for people, and a process that is killed at the limit."""

import csv
import io
import json
import subprocess
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from rdflib import Graph

from kg.errors import CannotRun, UsageProblem
from kg.graph.query import FORMATS, Limits, QueryTimeout, run, select
from kg.graph.store import open_store
from tests.graph.made import FLOW_SENTENCE, document, filled, flow

FLOWS = """
SELECT ?origin ?destination ?period ?sentence
WHERE { ?fact a tip:Flow ; tip:origin ?origin ; tip:evidence/oa:hasSelector/oa:exact ?sentence
  OPTIONAL { ?fact tip:destination ?destination } OPTIONAL { ?fact tip:period ?period } }
ORDER BY ?origin
"""
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("query") / "s", (document(), [flow(), flow("VNM", None)]))


def answered(path: Path, query: str, format: str, width: int | None = None) -> str:
    return run(path, query, format=format, width=width).body.decode()


ROWS = [
    {"origin": "https://w3id.org/tip-kg/place/LAO", "destination": "https://w3id.org/tip-kg/place/THA", "sentence": FLOW_SENTENCE},
    {"origin": "https://w3id.org/tip-kg/place/VNM", "sentence": FLOW_SENTENCE},
]


@pytest.mark.parametrize("timeout", [None, 30])
def test_rows_come_without_what_is_unbound(path: Path, timeout: float | None) -> None:
    assert select(path, FLOWS, timeout=timeout) == ROWS


def test_an_open_store_can_be_asked(path: Path) -> None:
    with open_store(path, write=False) as store:
        assert select(store, FLOWS) == ROWS


@pytest.mark.parametrize("timeout", [None, 30])
def test_only_a_select_has_rows(path: Path, timeout: float | None) -> None:
    with pytest.raises(UsageProblem, match="the query is no SELECT"):
        select(path, "ASK { ?s ?p ?o }", timeout=timeout)


def test_a_table_has_short_names_and_sized_columns(path: Path) -> None:
    assert answered(path, FLOWS, "table") == (
        "origin     destination  period  sentence\n"
        "---------  -----------  ------  ---------------------------------------------------\n"
        "place:LAO  place:THA            Lao women are trafficked to Thailand through Burma.\n"
        "place:VNM                       Lao women are trafficked to Thailand through Burma.\n"
    )


def test_a_table_is_fitted_to_the_terminal(path: Path) -> None:
    lines = answered(path, FLOWS, "table", width=60).splitlines()
    assert max(map(len, lines)) <= 60
    assert [line.split("  ")[-1] for line in lines[2:4]] == ["Lao women are trafficked to", "Thailand through Burma."]


def test_csv_has_a_row_an_answer(path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(answered(path, FLOWS, "csv"))))
    assert rows == [{"destination": "", "period": "", **row} for row in ROWS]


def test_tsv_has_terms_in_full(path: Path) -> None:
    assert answered(path, FLOWS, "tsv").splitlines()[1].split("\t")[0] == "<https://w3id.org/tip-kg/place/LAO>"


def test_json_is_the_standard_one(path: Path) -> None:
    found = json.loads(answered(path, FLOWS, "json"))
    assert [{name: term["value"] for name, term in row.items()} for row in found["results"]["bindings"]] == ROWS


def test_xml_is_the_standard_one(path: Path) -> None:
    found = ElementTree.fromstring(answered(path, FLOWS, "xml"))
    assert len(found.findall(".//{http://www.w3.org/2005/sparql-results#}result")) == 2


@pytest.mark.parametrize(("format", "yes"), [("table", "yes\n"), ("json", '{"head":{},"boolean":true}'), ("csv", "true")])
def test_a_yes_or_no_question_is_answered(path: Path, format: str, yes: str) -> None:
    assert answered(path, "ASK { ?flow a tip:Flow }", format) == yes


@pytest.mark.parametrize("format", ["table", "turtle"])
def test_a_construction_is_turtle_with_the_prefixes_it_uses(path: Path, format: str) -> None:
    query = "CONSTRUCT { ?o tip:traffickedTo ?d } WHERE { ?o tip:traffickedTo ?d }"
    body = answered(path, query, format)
    assert len(Graph().parse(data=body, format="turtle")) == 1
    assert body == (
        "@prefix place: <https://w3id.org/tip-kg/place/> .\n"
        "@prefix tip: <https://w3id.org/tip-kg/ontology/> .\n"
        "\n"
        "place:LAO tip:traffickedTo place:THA .\n"
    )


def test_a_description_is_turtle(path: Path) -> None:
    assert "a tip:Document" in answered(path, "DESCRIBE ?d WHERE { ?d a tip:Document }", "turtle")


@pytest.mark.parametrize(
    ("query", "format", "told"),
    [
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv", "CONSTRUCT and DESCRIBE give triples: use the format turtle, not csv"),
        ("ASK {}", "turtle", "turtle is for CONSTRUCT and DESCRIBE"),
        ("ASK {}", "pdf", f"the format 'pdf' is not known; formats are {', '.join(FORMATS)}"),
        ("SELECT * { ?s nope:x ?o }", "csv", "the prefix nope: is not known"),
        (
            "SELECT * {\n?s ?p ?o . FILTER(?o >> 2) }",
            "csv",
            "the query has an error at line 2, column 12, near “FILTER(?o >> 2) }”: from here on it",
        ),
        ("LOAD <http://example.org/>", "csv", "LOAD is refused"),
        ("SELECT * { SERVICE <http://example.org/> {} }", "csv", "SERVICE is refused"),
        ("SELECT * " + "{" * 5000 + "?s ?p ?o" + "}" * 5000, "csv", "the query is nested too deeply to be answered"),
    ],
)
def test_a_wrong_question_is_told_what_is_wrong(path: Path, query: str, format: str, told: str) -> None:
    with pytest.raises(UsageProblem) as error:
        run(path, query, format=format)
    assert told in str(error.value)


def test_a_query_is_killed_at_the_limit(path: Path) -> None:
    begin = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"the query was stopped after 0\.5 seconds; ask for less, or raise the limit with --timeout"):
        run(path, ENDLESS, timeout=0.5)
    assert time.monotonic() - begin < 3


def test_a_missing_store_is_told_of_from_the_other_process_too(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="does not exist"):
        run(tmp_path / "nowhere", "ASK {}")


def test_the_limit_is_a_reason_not_to_run_now() -> None:
    assert QueryTimeout("").exit_code == CannotRun.exit_code == 3


COUNT = "SELECT (COUNT(*) AS ?n) {} { ?flow a tip:Flow }"


@pytest.mark.parametrize(
    ("source", "default_graph", "count"),
    [
        ("", "union", "2"),
        ("", "strict", "0"),
        ("FROM <https://w3id.org/tip-kg/graph/LAO-2011>", "union", "2"),
        ("FROM <https://w3id.org/tip-kg/graph/none>", "union", "0"),
    ],
)
def test_a_query_without_from_sees_all_graphs_unless_it_is_read_strictly(path: Path, source: str, default_graph: str, count: str) -> None:
    query = f"SELECT (COUNT(*) AS ?n) {source} {{ ?flow a tip:Flow }}"
    answer = run(path, query, format="csv", default_graph=default_graph)  # type: ignore[arg-type]
    assert answer.body.decode().split() == ["n", count]


def test_a_query_runs_while_another_reads(path: Path) -> None:
    with open_store(path, write=False) as store:
        assert run(store, "ASK { ?flow a tip:Flow }").body == b"yes\n"


def test_a_query_that_is_ended_from_outside_is_told_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        process = begin(*arguments, **options)
        process.kill()
        return process

    begin = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", killed)
    with pytest.raises(CannotRun, match=r"ended from outside \(code -9\), perhaps for want of memory"):
        run(path, "ASK {}")


HUNGRY = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?b), STR(?c), STR(?d), STR(?e), STR(?g))) AS ?all) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def test_a_query_is_ended_where_it_needs_more_memory_than_it_may_use(path: Path) -> None:
    with pytest.raises(CannotRun, match="needed more memory than it may use; ask for less, or raise the limit with --memory"):
        run(path, HUNGRY, limits=Limits(memory=256 << 20))


def test_service_is_refused_unless_it_is_allowed(path: Path) -> None:
    query = "SELECT * { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }"
    with pytest.raises(UsageProblem, match="SERVICE is refused"):
        run(path, query)
    assert run(path, query, format="csv", allow_service=True).sort == "solutions"


def test_an_update_is_refused_even_where_service_is_allowed(path: Path) -> None:
    with pytest.raises(UsageProblem, match="LOAD is refused"):
        run(path, "LOAD <http://localhost:1/>", allow_service=True)


def test_a_function_that_nobody_knows_is_named(path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"the query calls the function <http://example\.org/f>, which is not known here"):
        run(path, "SELECT (<http://example.org/f>(1) AS ?x) {}")


@pytest.mark.parametrize(("format", "syntax"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")])
def test_a_construction_can_be_had_in_every_syntax(path: Path, format: str, syntax: str) -> None:
    body = answered(path, "CONSTRUCT { ?o tip:traffickedTo ?d } WHERE { ?o tip:traffickedTo ?d }", format)
    assert len(Graph().parse(data=body, format=syntax)) == 1
