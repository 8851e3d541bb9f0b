"""What changed between two stores, in facts: by documents, by facts, and not by where the words stand."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kg.cli import main
from kg.facts.model import Fact
from kg.graph.diff import DocumentChange, diff, rows
from kg.graph.store import open_store
from tests.graph.made import FLOW_SENTENCE, TEXT, document, examples, filled, flow, quoted

Held = dict[str, Sequence[Fact]]


def stores(tmp_path: Path, before: Held, after: Held) -> tuple[Path, Path]:
    """Two stores with documents of these ids and facts."""
    old, new = (filled(tmp_path / name, *[(document(d), f) for d, f in held.items()]) for name, held in (("a", before), ("b", after)))
    return old, new


def changes(tmp_path: Path, before: Held, after: Held) -> list[DocumentChange]:
    """What differs."""
    old, new = stores(tmp_path, before, after)
    with open_store(old, write=False) as a, open_store(new, write=False) as b:
        return list(diff(a, b))


def sorts(found: list[DocumentChange]) -> list[tuple[str, str, list[tuple[str, str, tuple[str, ...]]]]]:
    return [(c.doc, c.sort, [(f.sort, f.fact.kind.name, f.fields) for f in c.facts]) for c in found]


def test_equal_stores_have_no_difference(tmp_path: Path) -> None:
    assert changes(tmp_path, {"LAO-2011": examples()}, {"LAO-2011": examples()}) == []


def test_facts_come_go_and_change_their_attributes(tmp_path: Path) -> None:
    gone, same, other = flow("VNM"), flow("KHM"), flow("LAO", victims=("women",), certainty="possible")
    found = changes(tmp_path, {"LAO-2011": [gone, same, flow("LAO")]}, {"LAO-2011": [flow("CHN"), same, other]})
    expected = [("added", "flow", ()), ("changed", "flow", ("victims", "certainty")), ("removed", "flow", ())]
    ((doc, sort, facts),) = sorts(found)
    assert (doc, sort, sorted(facts)) == ("LAO-2011", "changed", expected)
    changed = next(f for c in found for f in c.facts if f.sort == "changed")
    assert (changed.before, changed.after) == (flow("LAO"), other)


def test_a_denied_fact_is_another_fact(tmp_path: Path) -> None:
    found = changes(tmp_path, {"LAO-2011": [flow()]}, {"LAO-2011": [flow(polarity="negated")]})
    assert sorts(found) == [("LAO-2011", "changed", [("added", "flow", ()), ("removed", "flow", ())])]


def test_documents_come_and_go_with_their_facts(tmp_path: Path) -> None:
    found = changes(tmp_path, {"A": [flow(doc="A")]}, {"B": [flow(doc="B")], "C": []})
    assert sorts(found) == [("A", "removed", [("removed", "flow", ())]), ("B", "added", [("added", "flow", ())]), ("C", "added", [])]


def test_words_that_stand_elsewhere_are_the_same_words_and_the_rule_says_nothing(tmp_path: Path) -> None:
    longer = document(text=f"More. {TEXT}")
    moved = replace(flow(rule="other"), evidence=(quoted(FLOW_SENTENCE, longer.text),))
    old, new = filled(tmp_path / "a", (document(), [flow()])), filled(tmp_path / "b", (longer, [moved]))
    with open_store(old, write=False) as a, open_store(new, write=False) as b:
        (found,) = diff(a, b)
    assert (found.sort, found.fields, found.facts) == ("changed", ("text",), ())


def test_other_words_for_the_same_fact_are_a_change(tmp_path: Path) -> None:
    other = replace(flow(), evidence=(quoted("Lao women"),))
    (found,) = changes(tmp_path, {"LAO-2011": [flow()]}, {"LAO-2011": [other]})
    assert [f.fields for f in found.facts] == [("evidence",)]


def test_rows_hold_whole_facts(tmp_path: Path) -> None:
    (found,) = changes(tmp_path, {"A": [flow(doc="A")]}, {"A": [flow(doc="A", victims=("men",))]})
    (row,) = rows(found)
    assert (row["doc"], row["change"], row["fields"]) == ("A", "changed", ["victims"])
    assert (row["before"]["victims"], row["after"]["victims"]) == ([], ["men"])
    assert row["before"]["id"] == row["after"]["id"]


def test_the_command_tells_changes_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = stores(tmp_path, {"A": [flow(doc="A"), flow("VNM", doc="A")]}, {"A": [flow(doc="A", victims=("men",))], "B": []})
    assert main(["diff", str(old), str(new)]) == 0
    printed = capsys.readouterr()
    assert printed.out == (
        "A: 1 removed, 1 changed\n"
        f"  ~ trafficking flow (origin Laos (LAO), destination Thailand (THA)): victims none → Men “{FLOW_SENTENCE}”\n"
        f"  - trafficking flow (origin Vietnam (VNM), destination Thailand (THA)) “{FLOW_SENTENCE}”\n"
        "B added: no fact; it is a copy of A\n"
    )
    assert printed.err == "2 documents with differences; facts: 1 removed, 1 changed\n"


def test_the_command_writes_json_lines_and_says_when_nothing_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = stores(tmp_path, {"A": [flow(doc="A")]}, {})
    assert main(["diff", str(old), str(new), "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["doc"], row["change"]) for row in lines] == [("A", "document_removed"), ("A", "removed")]
    assert main(["diff", str(old), str(old)]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "no difference\n")


def test_a_store_that_is_not_there_is_a_mistake_in_the_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(filled(tmp_path / "a")), str(tmp_path / "nowhere")]) == 2
    assert "nowhere does not exist" in capsys.readouterr().err
