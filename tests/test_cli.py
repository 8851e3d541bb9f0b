"""Every command of the command line once, over the store of the example narratives."""

import csv
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import cast
from xml.etree import ElementTree

import pytest

from kg.cli import query as asked
from kg.cli.export import FORMATS
from kg.cli.program import COMMANDS
from kg.facts.interchange import from_json
from kg.facts.kinds import KINDS
from kg.flows.writers import WRITERS
from kg.graph import export, query
from tests.conftest import EXAMPLES, ROOT, TEXTS, Kg

MANIFEST = EXAMPLES / "manifest.csv"
SOURCE_FILES = {path.stem: path.read_text(encoding="utf-8") for path in EXAMPLES.glob("*.txt")}


def facts(kg: Kg, store: Path) -> list[dict[str, object]]:
    """The facts of a store as the interchange format has them."""
    return [json.loads(line) for line in kg("export", "--store", store, "--format", "jsonl").out.splitlines()]


def test_help_names_every_command(kg: Kg) -> None:
    declared = {path.stem for path in (ROOT / "kg" / "cli").glob("*.py") if "\ndef add(commands" in path.read_text(encoding="utf-8")}
    ran = kg("--help")
    assert ran.code == 0
    assert {module.__name__.rsplit(".", 1)[1] for module in COMMANDS} == declared
    assert len(declared) >= 9
    for module in COMMANDS:
        assert re.search(rf"^    {module.__name__.rsplit('.', 1)[1]} ", ran.out, re.MULTILINE)


@pytest.mark.parametrize("name", [module.__name__.rsplit(".", 1)[1] for module in COMMANDS])
def test_each_command_explains_itself(kg: Kg, name: str) -> None:
    ran = kg(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: kg {name} ")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["build", "--help"], ["query", "--help"], ["publish"]])
def test_help_and_usage_load_no_library(arguments: list[str]) -> None:
    script = f"import sys, kg.cli\ntry: kg.cli.main({arguments!r})\nexcept SystemExit: print(*sys.modules, file=sys.stderr)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = {name.split(".")[0] for name in ran.stderr.split()}
    ours = {name for name in ran.stderr.split() if name.startswith("kg.")}
    assert "argparse" in loaded
    assert loaded.isdisjoint(
        {
            "spacy",
            "thinc",
            "numpy",
            "rdflib",
            "pyoxigraph",
            "pyshacl",
            "networkx",
            "matplotlib",
            "lxml",
            "tqdm",
            "starlette",
            "uvicorn",
            "jinja2",
        }
    )
    assert {name for name in ours if not name.startswith("kg.cli")} == {"kg.errors", "kg.files"}


def test_the_version_is_that_of_the_package(kg: Kg) -> None:
    assert kg("--version") == (0, "kg 0.1.0\n", "")


def test_a_build_says_what_was_stored(kg: Kg, tmp_path: Path) -> None:
    ran = kg("build", *TEXTS, "--manifest", MANIFEST, "--store", tmp_path / "store")
    head, total, *kinds, time = ran.err.splitlines()
    stored = facts(kg, tmp_path / "store")
    assert (ran.code, ran.out) == (0, "")
    assert head == "3 documents: 3 new"
    assert re.fullmatch(r"time: [\d.]+ s", time)
    assert total == f"{len(stored)} facts in what was read:"
    assert {line.split(maxsplit=1)[1]: int(line.split()[0]) for line in kinds} == {
        kind.kind.name.replace("_", " "): number for kind in KINDS if (number := sum(fact["kind"] == kind.kind.name for fact in stored))
    }


def test_a_second_build_says_that_nothing_changed(kg: Kg, store: Path) -> None:
    before = kg("export", "--store", store, "--format", "trig").out
    ran = kg("build", *TEXTS, "--manifest", MANIFEST, "--store", store)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[:-1] == ["3 documents: 3 unchanged", f"nothing changed in {store}"]
    assert kg("export", "--store", store, "--format", "trig").out == before


@pytest.mark.parametrize("processes", [1, 2])
def test_builds_in_two_folders_export_the_same_bytes(kg: Kg, store: Path, tmp_path: Path, processes: int) -> None:
    kg("build", *reversed(TEXTS), "--manifest", MANIFEST, "--store", tmp_path / "elsewhere", "--processes", processes)
    for name in ("turtle", "trig", "nquads", "jsonl"):
        ours, theirs = (kg("export", "--store", path, "--format", name).out for path in (store, tmp_path / "elsewhere"))
        assert len(ours) > 10_000
        assert ours == theirs


def test_a_narrative_is_read_from_standard_input(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kg", "build", "-", "--store", str(tmp_path / "store"), "--country", "LAO", "--year", "2011"]
    with (EXAMPLES / "LAO-2011.txt").open("rb") as text:
        ran = subprocess.run(command, stdin=text, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.startswith("1 document: 1 new\n")


def test_inspect_shows_what_would_be_read(kg: Kg) -> None:
    ran = kg("inspect", *TEXTS, "--manifest", MANIFEST)
    heads = [line for line in ran.out.splitlines() if not line.startswith(" ")]
    assert (ran.code, ran.err) == (0, "")
    assert [re.sub(r"[\d,]+ words", "… words", head) for head in heads] == [
        "ECU-2004: Ecuador (ECU), 2004, tier 2WL, … words",
        "LAO-2011: Laos (LAO), 2011, tier 2, … words",
        "MWI-2019: Malawi (MWI), 2019, tier 2WL, … words",
    ]
    for section in ("recommendations", "prosecution", "protection", "prevention"):
        assert re.search(rf"^  {section} +\d+ words$", ran.out, re.MULTILINE)


def test_inspect_and_build_tell_of_a_narrative_met_twice(kg: Kg, tmp_path: Path) -> None:
    lao = (EXAMPLES / "LAO-2011.txt").read_text(encoding="utf-8")
    for name, text in (("LAO-2011", lao), ("blog-lao-2011", f"{lao}\nPosted by the editors.\n")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    ran = kg("inspect", tmp_path)
    assert ran.out.splitlines()[-1] == (
        "blog-lao-2011: tells the same narrative as LAO-2011; a build keeps it as a further source and counts its facts once"
    )
    built = kg("build", tmp_path, "--store", tmp_path / "store")
    assert built.code == 0
    assert built.err.splitlines()[:2] == [
        "2 documents: 2 new",
        "info: blog-lao-2011: it tells the same narrative as LAO-2011 and is kept as a further source; its facts count once",
    ]
    assert {fact["doc"] for fact in facts(kg, tmp_path / "store")} == {"LAO-2011"}


def test_the_formats_that_the_command_line_names_are_those_that_can_be_written() -> None:
    assert {*FORMATS} == {*export.FORMATS, "csv", "graphml", "gexf", "cytoscape"}
    assert {"graphml", "gexf", "cytoscape"} <= WRITERS.keys()
    assert asked.FORMATS == query.FORMATS


@pytest.mark.parametrize("format", [name for name in FORMATS if name != "csv"])
def test_each_format_is_written_alike_to_standard_output_and_to_a_file(kg: Kg, store: Path, tmp_path: Path, format: str) -> None:
    printed = kg("export", "--store", store, "--format", format)
    written = kg("export", "--store", store, "--format", format, "-o", tmp_path / "out")
    assert (printed.code, printed.err, written) == (0, "", (0, "", ""))
    assert printed.out
    assert (tmp_path / "out").read_text(encoding="utf-8") == printed.out


def test_csv_is_one_table_a_kind_with_a_description(kg: Kg, store: Path, tmp_path: Path) -> None:
    assert kg("export", "--store", store, "--format", "csv", "-o", tmp_path / "tables") == (0, "", "")
    described = json.loads((tmp_path / "tables" / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in described["resources"]} == {path.name for path in (tmp_path / "tables").glob("*.csv")}
    for kind in KINDS:
        with (tmp_path / "tables" / f"{kind.kind.name}.csv").open(encoding="utf-8", newline="") as table:
            ids = {row["id"] for row in csv.DictReader(table)}
        assert ids == {fact["id"] for fact in facts(kg, store) if fact["kind"] == kind.kind.name}


def test_exported_facts_have_the_exact_words_of_the_text(kg: Kg, store: Path) -> None:
    found = facts(kg, store)
    assert len(found) >= 100
    for fact in found:
        assert from_json(fact).evidence
        for piece in from_json(fact).evidence:
            assert SOURCE_FILES[str(fact["doc"])][piece.start : piece.end] == piece.quote


def test_text_is_the_document_as_it_was_decoded(kg: Kg, store: Path, tmp_path: Path) -> None:
    assert kg("text", "--store", store, "LAO-2011") == (0, SOURCE_FILES["LAO-2011"], "")
    kg("text", "--store", store, "LAO-2011", "-o", tmp_path / "text")
    assert (tmp_path / "text").read_text(encoding="utf-8") == SOURCE_FILES["LAO-2011"]


def test_questions_are_listed_one_a_line_and_can_each_be_asked(kg: Kg, store: Path) -> None:
    listed = kg("query", "--list")
    names = [line.split("\t")[0] for line in listed.out.splitlines()]
    assert (listed.code, listed.err) == (0, "")
    assert len(names) >= 15
    assert all(re.fullmatch(r"[a-z0-9-]+\t\S.*", line) for line in listed.out.splitlines())
    ran = kg("query", "--store", store, "tiers", "--format", "csv")
    assert [row["country"] for row in csv.DictReader(ran.out.splitlines())] == ["ECU", "LAO", "MWI"]


@pytest.mark.parametrize("format", ["table", "csv", "tsv", "json", "xml"])
def test_a_query_is_answered_in_each_format(kg: Kg, store: Path, tmp_path: Path, format: str) -> None:
    sparql = "SELECT ?id WHERE { ?d a tip:Document ; dcterms:identifier ?id } ORDER BY ?id"
    (tmp_path / "ids.rq").write_text(sparql, encoding="utf-8")
    written, filed = (kg("query", "--store", store, words, "--format", format) for words in (sparql, tmp_path / "ids.rq"))
    assert written == filed
    assert (written.code, written.err) == (0, "")
    assert re.findall(r"[A-Z]{3}-\d{4}", written.out) == ["ECU-2004", "LAO-2011", "MWI-2019"]


def test_a_query_may_construct_triples_and_may_find_nothing(kg: Kg, store: Path) -> None:
    made = kg("query", "--store", store, "CONSTRUCT { ?d a tip:Document } WHERE { ?d a tip:Document }", "--format", "turtle")
    assert (made.code, made.out.count("tip:Document")) == (0, 3)
    assert kg("query", "--store", store, "ASK { ?x a tip:NoSuchThing }") == (0, "no\n", "")
    assert kg("query", "--store", store, "SELECT ?x { ?x a tip:NoSuchThing }", "--format", "csv").code == 0


def test_the_default_graph_can_be_read_as_sparql_has_it(kg: Kg, store: Path) -> None:
    ask = "ASK { ?d a tip:Document }"
    assert [kg("query", "--store", store, ask, "--default-graph", graph).out for graph in ("union", "strict")] == ["yes\n", "no\n"]


def test_a_query_about_a_fact_gives_its_sentence(kg: Kg, store: Path) -> None:
    ran = kg("query", "--store", store, "convictions", "--format", "json")
    rows = [row for row in json.loads(ran.out)["results"]["bindings"] if row["document"]["value"] == "LAO-2011"]
    assert "33" in [row["value"]["value"] for row in rows]
    assert all(row["sentence"]["value"] for row in rows)


def test_explain_shows_the_words_the_roles_and_the_rule(kg: Kg, store: Path) -> None:
    fact = next(
        fact for fact in facts(kg, store) if fact["kind"] == "statistic" and fact["measure"] == "convictions" and fact["value"] == 33
    )
    iri = str(fact["id"])
    ran = kg("explain", "--store", store, iri)
    assert (ran.code, ran.err) == (0, "")
    assert re.search(r"^  value +33", ran.out, re.MULTILINE)
    assert re.search(rf"^  rule +{re.escape(str(fact['rule']))}$", ran.out, re.MULTILINE)
    assert "«" in ran.out
    assert "33 [value]" in ran.out
    assert kg("explain", "--store", store, iri.rsplit("/", 1)[1]) == ran
    assert kg("explain", "--store", store, f"fact:{iri.rsplit('/', 1)[1]}") == ran


def test_explain_finds_facts_by_words_of_their_sentence(kg: Kg, store: Path) -> None:
    fact = next(fact for fact in facts(kg, store) if fact["kind"] == "agreement" and fact["doc"] == "LAO-2011")
    (piece,) = cast(list[dict[str, str]], fact["evidence"])
    ran = kg("explain", "--store", store, piece["quote"].upper().replace(" ", "  "))
    assert (ran.code, ran.err) == (0, "")
    assert str(fact["id"]) in ran.out.splitlines()


def test_explain_says_where_words_fit_no_fact_or_too_many(kg: Kg, store: Path) -> None:
    assert kg("explain", "--store", store, 'no "such" words').err.endswith("the words must follow each other as there\n")
    assert re.search(
        r"^kg: “the” stands in the sentences of \d+ facts; give more of the sentence$", kg("explain", "--store", store, "the").err
    )


def test_evaluate_measures_texts_and_a_store_alike(kg: Kg, store: Path) -> None:
    texts = kg("evaluate", EXAMPLES / "gold", "--texts", EXAMPLES)
    stored = kg("evaluate", EXAMPLES / "gold", "--store", store)
    assert texts == stored
    assert (texts.code, texts.err) == (0, "")
    assert "3 documents; core kinds together" in texts.out
    assert texts.out.endswith("pieces of evidence that are not in their text: 0\n")


def test_evaluate_lists_errors_and_holds_floors(kg: Kg, store: Path, tmp_path: Path) -> None:
    gold, floors = EXAMPLES / "gold", tmp_path / "floors.json"
    listed = kg("evaluate", gold, "--store", store, "--errors", "3")
    assert len(re.findall(r"^  (?:missed|wrong) ", listed.out, re.MULTILINE)) == 3
    assert kg("evaluate", gold, "--store", store, "--floors", floors, "--raise-floors").code == 0
    assert kg("evaluate", gold, "--store", store, "--floors", floors).code == 0
    held = json.loads(floors.read_text(encoding="utf-8"))
    floors.write_text(json.dumps({**held, "f1": {**held["f1"], "core": 1.01}}), encoding="utf-8")
    ran = kg("evaluate", gold, "--store", store, "--floors", floors)
    assert ran.code == 1
    assert ran.err.startswith("violation: core: F1 ")


def test_evaluate_measures_only_documents_that_the_gold_names(kg: Kg, store: Path, tmp_path: Path) -> None:
    gold = (EXAMPLES / "gold" / "LAO-2011.jsonl").read_text(encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(gold + gold.splitlines()[0].replace("LAO-2011", "LAO-1999") + "\n", encoding="utf-8")
    ran = kg("evaluate", tmp_path / "gold.jsonl", "--texts", EXAMPLES)
    assert "2 documents; core kinds together" in ran.out
    assert ran.err == "warning: 1 document of the gold not found, all their facts count as missed: LAO-1999\n"


def test_the_built_store_has_no_violation(kg: Kg, store: Path, tmp_path: Path) -> None:
    ran = kg("validate", "--store", store)
    assert ran.code == 0
    assert ran.err.startswith("no violation")
    kg("export", "--store", store, "--format", "turtle", "-o", tmp_path / "all.ttl")
    assert kg("validate", tmp_path / "all.ttl") == ran


def planted(kg: Kg, store: Path, tmp_path: Path, pattern: str, put: str) -> tuple[Path, re.Match[str]]:
    """The Turtle of the store with one place changed, and what was found there."""
    whole = kg("export", "--store", store, "--format", "turtle").out
    place = re.search(pattern, whole)
    assert place is not None
    path = tmp_path / "planted.ttl"
    path.write_text(whole[: place.start()] + place.expand(put) + whole[place.end() :], encoding="utf-8")
    return path, place


@pytest.mark.parametrize(
    ("pattern", "put"),
    [
        (r"(?P<fact>fact:\w+)(?P<head> a tip:Fact , tip:Flow ;[^.]*?)\ttip:evidence [^;]+;\n", r"\g<fact>\g<head>"),
        (r"(?P<fact>fact:\w+)(?P<head> a tip:CountryRole , tip:Fact ;[^.]*?tip:role) role:\w+", r"\g<fact>\g<head> role:bystander"),
    ],
    ids=["a flow without evidence", "an unknown role"],
)
def test_a_planted_error_is_told_with_the_name_of_the_fact(kg: Kg, store: Path, tmp_path: Path, pattern: str, put: str) -> None:
    path, place = planted(kg, store, tmp_path, pattern, put)
    ran = kg("validate", path)
    name = place["fact"].replace("fact:", "https://w3id.org/tip-kg/fact/")
    violations = [line for line in ran.out.splitlines() if line.startswith("violation: ")]
    assert ran.code == 1
    assert violations
    assert all(name in line for line in violations)
    assert ran.err.startswith(f"{len(violations)} violation")


def test_a_quote_that_does_not_match_is_told_with_the_name_of_the_fact(kg: Kg, store: Path, tmp_path: Path) -> None:
    path, place = planted(kg, store, tmp_path, r'oa:exact "(?P<words>[^"\\]+)"', r'oa:exact "\g<words> and more"')
    ran = kg("validate", path)
    assert ran.code == 1
    assert re.search(r"^violation: .*https://w3id.org/tip-kg/fact/\w+", ran.out)
    assert f"the text has “{place['words']}” there" in ran.out


def test_the_report_of_a_validation_is_a_standard_graph(kg: Kg, store: Path, tmp_path: Path) -> None:
    path, _ = planted(kg, store, tmp_path, r'oa:exact "(?P<words>[^"\\]+)"', r'oa:exact "\g<words> and more"')
    ran = kg("validate", path, "--format", "turtle")
    assert ran.code == 1
    assert "sh:ValidationReport" in ran.out
    assert "sh:resultSeverity sh:Violation" in ran.out


def test_flows_are_shown_as_tables_with_a_caution(kg: Kg, store: Path) -> None:
    ran = kg("flows", "--store", store)
    assert (ran.code, ran.err) == (0, "")
    assert "never victims" in ran.out
    narrowed = kg("flows", "--store", store, "--from", "LAO", "--to", "THA", "--year", "2011")
    assert "Thailand" in narrowed.out
    assert "Ecuador" not in narrowed.out
    regions = kg("flows", "--store", store, "--by", "region", "--least", "2")
    assert "Southeast Asia" in regions.out
    assert "Thailand" not in regions.out
    refused = kg("flows", "--store", store, "--least", "none")
    assert (refused.code, "--least 'none' is no number of statements" in refused.err) == (2, True)


@pytest.mark.parametrize("ending", ["html", "svg", "png", "gexf", "graphml", "csv"])
def test_flows_are_written_in_the_format_of_the_files_ending(kg: Kg, store: Path, tmp_path: Path, ending: str) -> None:
    for name in ("one", "two"):
        assert kg("flows", "--store", store, "-o", tmp_path / f"{name}.{ending}").code == 0
    content = (tmp_path / f"one.{ending}").read_bytes()
    assert content == (tmp_path / f"two.{ending}").read_bytes()
    starts = {"html": b"<!doctype html>", "svg": b"<?xml", "png": b"\x89png", "gexf": b"<", "graphml": b"<", "csv": b"id,origin"}
    assert content[:40].lower().startswith(starts[ending])
    if ending in ("svg", "gexf", "graphml"):
        assert ElementTree.fromstring(content) is not None


def test_an_audit_is_a_table_of_what_was_not_understood(kg: Kg, tmp_path: Path) -> None:
    ran = kg("build", TEXTS[0], "--store", tmp_path / "store", "--audit", tmp_path / "audit.csv")
    with (tmp_path / "audit.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert ran.code == 0
    assert re.fullmatch(rf"{len(rows)} triggers? led to no fact: {re.escape(str(tmp_path / 'audit.csv'))}", ran.err.splitlines()[-1])
    assert all(row["sentence"] in " ".join(SOURCE_FILES["ECU-2004"].split()) for row in rows)
