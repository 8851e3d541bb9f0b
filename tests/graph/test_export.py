"""Exports: read back by another program, with the same bytes in every run."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
import rdflib
from rdflib import Dataset, Graph, URIRef

from kg.errors import UsageProblem
from kg.facts.interchange import from_json
from kg.facts.kinds import KINDS
from kg.graph.export import QUADS, TRIPLES, write, write_to
from kg.graph.mapping import facts_of, quads
from kg.graph.selection import ALL, Selection
from kg.graph.shacl import graph
from kg.graph.store import open_store
from kg.vocabulary.iris import SHORTCUTS, TIP
from tests.graph.made import ACTIVITY, document, example, examples, filled, flow

PARSERS = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml", "trig": "trig", "nquads": "nquads"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two documents, one with a fact of every kind."""
    other = document("THA-2012", country="THA", year=2012, text="One\rtwo “three”\n")
    return filled(tmp_path_factory.mktemp("export") / "s", (document(), examples()), (other, []))


def exported(path: Path, format: str, selection: Selection = ALL) -> bytes:
    output = BytesIO()
    with open_store(path, write=False) as store:
        write(store, format, output, selection)
    return output.getvalue()


def without_blank_differences(found: Graph) -> set[tuple[str, ...]]:
    return {tuple(term.n3() for term in triple) for triple in found}


@pytest.mark.parametrize("format", sorted(TRIPLES))
def test_rdflib_reads_the_triples_that_the_graph_holds(path: Path, format: str) -> None:
    other = document("THA-2012", country="THA", year=2012, text="One\rtwo “three”\n")
    expected = graph([*quads(document(), examples(), ACTIVITY), *quads(other, [], ACTIVITY)])
    found = Graph().parse(data=exported(path, format), format=PARSERS[format])
    assert without_blank_differences(found) == without_blank_differences(expected)


@pytest.mark.parametrize("format", sorted(QUADS))
def test_rdflib_reads_the_graphs_of_the_documents_and_the_derived_ones(path: Path, format: str) -> None:
    found = Dataset()
    found.parse(data=exported(path, format), format=PARSERS[format])
    names = {str(g.identifier) for g in found.graphs() if len(g)}
    assert names == {
        "https://w3id.org/tip-kg/graph/LAO-2011",
        "https://w3id.org/tip-kg/graph/THA-2012",
        "https://w3id.org/tip-kg/derived/agreements/VNM",
        "https://w3id.org/tip-kg/derived/countries/LAO",
        "https://w3id.org/tip-kg/derived/names",
        "https://w3id.org/tip-kg/derived/organizations",
        "https://w3id.org/tip-kg/derived/sentences",
        "https://w3id.org/tip-kg/derived/shortcuts",
    }
    assert len(found.graph(URIRef(SHORTCUTS))) == 3
    assert without_blank_differences(found.graph(URIRef("https://w3id.org/tip-kg/graph/LAO-2011"))) == without_blank_differences(
        graph(quads(document(), examples(), ACTIVITY))
    )


def test_the_same_bytes_come_from_every_process(path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from kg.graph.export import FORMATS, write
from kg.graph.store import open_store
with open_store(Path({str(path)!r}), write=False) as store:
    for name in FORMATS:
        write(store, name, sys.stdout.buffer)
"""
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(3)}
    assert len(runs) == 1


def test_turtle_begins_with_the_prefixes_in_order_and_the_document(path: Path) -> None:
    lines = exported(path, "turtle").decode().splitlines()
    head = [line for line in lines if line.startswith("@prefix")]
    assert head == sorted(head)
    assert lines[len(head) + 1] == "document:LAO-2011 a tip:Document ;"


def test_turtle_holds_no_vocabulary(path: Path) -> None:
    found = Graph().parse(data=exported(path, "turtle"), format="turtle")
    assert not list(found.subjects(rdflib.RDF.type, rdflib.SKOS.Concept))
    assert not list(found.subjects(rdflib.RDF.type, URIRef(TIP + "Country")))


def test_json_lines_are_the_facts_read_back_from_the_graph(path: Path) -> None:
    rows = [json.loads(line) for line in exported(path, "jsonl").splitlines()]
    with open_store(path, write=False) as store:
        assert [(row["id"], from_json(row)) for row in rows] == list(facts_of(store))
    assert {row["kind"] for row in rows} == {kind.kind.name for kind in KINDS}


@pytest.mark.parametrize(
    ("selection", "ids"),
    [
        (Selection(countries=frozenset({"THA"})), ["THA-2012"]),
        (Selection(years=frozenset({2011})), ["LAO-2011"]),
        (Selection(ids=frozenset({"LAO-2011"})), ["LAO-2011"]),
        (Selection(countries=frozenset({"THA"}), years=frozenset({2011})), []),
        (ALL, ["LAO-2011", "THA-2012"]),
    ],
)
def test_documents_are_selected_by_country_year_and_id(path: Path, selection: Selection, ids: list[str]) -> None:
    found = Graph().parse(data=exported(path, "turtle", selection), format="turtle")
    assert sorted(str(name) for name in found.objects(None, rdflib.DCTERMS.identifier)) == ids


def test_facts_of_a_kind_take_their_evidence_and_their_document_along(tmp_path: Path) -> None:
    everything = filled(tmp_path / "all", (document(), examples()))
    flows_only = filled(tmp_path / "flows", (document(), [fact for fact in examples() if fact.kind.name == "flow"]))
    selection = Selection(kinds=frozenset({"flow"}))
    assert exported(everything, "turtle", selection) == exported(flows_only, "turtle")
    assert exported(everything, "jsonl", selection) == exported(flows_only, "jsonl")


def test_evidence_may_be_left_out(path: Path) -> None:
    found = Graph().parse(data=exported(path, "turtle", Selection(evidence=False)), format="turtle")
    assert "oa#" not in "".join(str(p) for p in found.predicates())
    assert len(list(found.subjects(rdflib.RDF.type, URIRef(TIP + "Fact")))) == len(KINDS)


def test_an_unknown_kind_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UsageProblem, match="the kind 'river' is not known; kinds are tier_ranking, country_role, flow"):
        Selection(kinds=frozenset({"river"}))


def test_an_unknown_format_is_refused(path: Path) -> None:
    with pytest.raises(UsageProblem, match="the format 'pdf' is not known; formats are turtle"):
        exported(path, "pdf")


def test_a_file_appears_whole(path: Path, tmp_path: Path) -> None:
    with open_store(path, write=False) as store:
        write_to(store, "turtle", tmp_path / "facts.ttl")
    assert (tmp_path / "facts.ttl").read_bytes() == exported(path, "turtle")
    assert [p.name for p in tmp_path.iterdir()] == ["facts.ttl"]


def test_an_agent_that_read_several_documents_is_told_once(path: Path) -> None:
    lines = exported(path, "ntriples").decode().splitlines()
    assert len(lines) == len(set(lines))


def test_a_flow_without_evidence_is_exported_all_the_same(tmp_path: Path) -> None:
    path = filled(tmp_path / "s", (document(), [flow(), example(KINDS[0], evidence=())]))
    assert len(exported(path, "jsonl").splitlines()) == 2
