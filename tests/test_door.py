"""The door for Python: what ``import kg`` offers, over the store of the examples."""

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx as nx
import pandas
import pytest
from rdflib import Dataset, URIRef

import kg
from kg.errors import CannotRun, UsageProblem
from kg.facts.flow import Flow
from kg.facts.law import Law
from kg.graph.recall import facts_of
from kg.graph.store import open_store
from kg.vocabulary.iris import graph_iri
from tests.conftest import EXAMPLES, ROOT, TEXTS

NOTEBOOK = EXAMPLES / "explore.ipynb"

HEAVY = {"kg.door", "networkx", "matplotlib", "numpy", "pandas", "pyoxigraph", "rdflib", "spacy"}


def test_import_and_help_load_nothing_heavy() -> None:
    code = "import sys, kg, kg.cli\ntry:\n    kg.cli.main(['--help'])\nexcept SystemExit:\n    pass\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert HEAVY.isdisjoint(done.stdout.split())


def test_what_is_offered_is_listed() -> None:
    assert dir(kg) == ["KnowledgeGraph", "__version__", "build", "open"]
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        kg.nothing  # type: ignore[attr-defined] # noqa: B018


def test_a_store_is_built_and_opened(tmp_path: Path) -> None:
    report = kg.build(EXAMPLES / "ECU-2004.txt", tmp_path / "store", manifest=EXAMPLES / "manifest.csv")
    assert report.added == ("ECU-2004",)
    assert kg.build([EXAMPLES / "ECU-2004.txt"], tmp_path / "store", manifest=EXAMPLES / "manifest.csv").unchanged == ("ECU-2004",)
    with kg.open(tmp_path / "store") as graph:
        assert [document.id for document in graph.documents()] == ["ECU-2004"]


def test_a_store_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageProblem, match="does not exist; make one with: kg build"):
        kg.open("nowhere")


def test_facts_are_those_of_the_store(store: Path) -> None:
    with open_store(store, write=False) as opened:
        everything = [fact for _, fact in facts_of(opened)]
    graph = kg.open(store)
    assert list(graph.facts()) == everything
    flows = graph.facts(kind="flow", country="Laos")
    assert list(flows) == [fact for fact in everything if isinstance(fact, Flow) and fact.doc == "LAO-2011"]
    assert {type(fact) for fact in graph.facts(kind=["flow", "law"], year=2011)} == {Flow, Law}
    assert {fact.doc for fact in graph.facts(country=["ECU", "MWI"])} == {"ECU-2004", "MWI-2019"}
    assert graph.facts(doc="LAO-2011", country="ECU") == ()


def test_an_unknown_kind_or_place_is_told(store: Path) -> None:
    with pytest.raises(UsageProblem, match="the kind 'river' is not known"):
        kg.open(store).facts(kind="river")
    with pytest.raises(UsageProblem, match="the place 'Atlantis' is not known"):
        kg.open(store).facts(country="Atlantis")


def test_rows_have_numbers_and_truth_values(store: Path) -> None:
    query = "SELECT (1 AS ?whole) (0.5 AS ?part) (true AS ?yes) ('x' AS ?word) (STR(?nothing) AS ?unbound) {}"
    assert kg.open(store).query(query) == [{"whole": 1, "part": 0.5, "yes": True, "word": "x", "unbound": None}]


def test_a_question_is_asked_by_name_with_its_parameters(store: Path) -> None:
    graph = kg.open(store)
    rows = graph.query("flows-into-country", destination="Thailand")
    assert rows
    assert rows == graph.query("flows-into-country", destination=["THA"])
    assert rows != graph.query("flows-into-country", destination="ZAF")


def test_a_query_that_is_no_select_or_takes_too_long_is_told(store: Path) -> None:
    graph = kg.open(store)
    with pytest.raises(UsageProblem, match="no SELECT"):
        graph.query("ASK { ?s ?p ?o }")
    with pytest.raises(UsageProblem, match="has no parameters"):
        graph.query("SELECT * { ?s ?p ?o }", year=2011)
    with pytest.raises(CannotRun, match=r"was stopped after 0\.3 seconds"):
        graph.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", timeout=0.3)


def test_rows_are_a_frame_too(store: Path) -> None:
    graph = kg.open(store)
    frame = graph.frame("corridors")
    assert isinstance(frame, pandas.DataFrame)
    assert frame.to_dict("records") == graph.query("corridors")


def test_without_pandas_a_frame_says_what_to_install(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(CannotRun, match=r"pip install tip-kg\[pandas\]"):
        kg.open(store).frame("corridors")


def test_graphs_are_those_of_rdflib(store: Path) -> None:
    graph = kg.open(store)
    one, whole = graph.graph("LAO-2011"), graph.dataset()
    assert isinstance(whole, Dataset)
    assert set(whole.graph(URIRef(graph_iri("LAO-2011")))) == set(one)
    asked = "SELECT (COUNT(DISTINCT ?fact) AS ?n) { ?fact a tip:Fact }"
    ((number,),) = whole.query(asked)  # type: ignore[misc]
    assert int(number) == len(graph.facts())
    with pytest.raises(UsageProblem, match="has no document 'nowhere'"):
        graph.graph("nowhere")


def test_flows_are_a_network(store: Path) -> None:
    graph = kg.open(store)
    flows = graph.flows(year=2011, destination="Thailand")
    assert isinstance(flows, nx.MultiDiGraph)
    assert {destination for _, destination in flows.edges()} == {"THA"}
    assert set(flows.edges()) < set(graph.flows().edges())
    with pytest.raises(UsageProblem, match="flows have no option 'colour'; options are year, origin"):
        graph.flows(colour="red")


def test_a_picture_shows_itself_and_can_be_saved(store: Path, tmp_path: Path) -> None:
    picture = kg.open(store).picture(year=2011)
    assert picture._repr_svg_().rstrip().endswith("</svg>")
    assert picture.save(tmp_path / "map.svg").read_text(encoding="utf-8") == picture._repr_svg_()
    assert picture.save(tmp_path / "map.html").read_bytes().startswith(b"<!doctype html>")
    table = kg.open(store).picture(show="matrix", theme="dark", by="region", least=1)
    assert "Squares count statements" in table._repr_svg_()
    with pytest.raises(UsageProblem, match="flows are not gathered by 'planet'; use one of country, region"):
        kg.open(store).picture(by="planet")
    assert picture.save(tmp_path / "map.PNG").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(UsageProblem, match="cannot be drawn as 'gif'"):
        picture.save(tmp_path / "map.gif")


def test_a_store_shows_its_documents(store: Path) -> None:
    graph = kg.open(store)
    assert repr(graph) == f"kg.open({str(store)!r})"
    assert graph._repr_html_().count("<tr>") == 1 + len(TEXTS)


def test_texts_and_explanations_are_at_hand(store: Path) -> None:
    graph = kg.open(store)
    (row, *_) = graph.query("SELECT ?fact { GRAPH ?g { ?fact a tip:Flow } } ORDER BY ?fact")
    found = graph.explain(str(row["fact"]))
    evidence = found.fact.evidence[0]
    assert (graph.text(found.fact.doc) or "")[evidence.start : evidence.end] == evidence.quote


def cells() -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return read


def test_the_notebook_runs_from_top_to_bottom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(EXAMPLES)
    names: dict[str, Any] = {}
    shown = [value for cell in cells() if cell["cell_type"] == "code" and (value := result("".join(cell["source"]), names)) is not None]
    assert [type(value).__name__ for value in shown] == [
        "Report",
        "KnowledgeGraph",
        "DataFrame",
        "list",
        "DataFrame",
        "Explanation",
        "list",
        "Picture",
        "int",
    ]


def result(source: str, names: dict[str, Any]) -> Any:
    """Run a cell as a notebook does; what its last line, if that is an expression, gives."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if isinstance(last, ast.Expr) else None


def test_the_notebook_is_kept_without_outputs() -> None:
    assert [cell["outputs"] for cell in cells() if cell["cell_type"] == "code"] == [[]] * 10
