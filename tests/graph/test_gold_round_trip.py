"""All gold goes into the graph and comes back whole: the project's own, and the published one where it is beside the repository."""

import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.facts.interchange import from_json
from kg.facts.model import Fact
from kg.facts.unite import unite
from kg.graph.mapping import quads
from kg.graph.recall import facts_in
from tests.graph.made import ACTIVITY, document

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "tests" / "gold", ROOT / "examples", ROOT.parent / "shared" / "gold")
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*.jsonl") if path.parent.name != "texts")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_gold_goes_into_the_graph_and_comes_back_whole(path: Path) -> None:
    by_document: dict[str, list[Fact]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        fact = from_json(json.loads(line))
        by_document[fact.doc].append(fact)
    assert by_document
    for name, found in by_document.items():
        facts = [in_order(fact) for fact in unite(found)]
        store = Store()
        store.extend(quads(document(name), facts, ACTIVITY))
        assert sorted(map(repr, (fact for _, fact in facts_in(store)))) == sorted(map(repr, facts))


def in_order(fact: Fact) -> Fact:
    """A fact with its evidence in the order of the text, as the graph gives it back."""
    return replace(fact, evidence=tuple(sorted(fact.evidence)))
