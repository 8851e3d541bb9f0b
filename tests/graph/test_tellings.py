"""One narrative told by several documents: it counts once, whatever the order in which they come and go."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from kg.facts.model import Fact
from kg.flows.statements import read_statements
from kg.graph.diff import diff, rows
from kg.graph.export import write
from kg.graph.query import select
from kg.graph.questions import question
from kg.graph.recall import facts_in
from kg.graph.store import Store, open_store
from kg.graph.tellings import kinds, pending
from kg.graph.validation import validate_store
from kg.narrative.model import Document
from tests.graph.made import TEXT, document, examples, filled, flow, put

OTHER = TEXT.replace("Lao", "Thai").replace("Authorities did not", "Nobody in the ministries did ever")
Pair = tuple[Document, Sequence[Fact]]


def pair(id: str, text: str = TEXT, **fields: Any) -> Pair:
    """A document with a fact of each kind, quoted where they stand in any text."""
    item = replace(document(id, text=text), **fields)
    return item, [replace(fact, evidence=(replace(fact.evidence[0], quote=text[slice(*_span(fact))]),)) for fact in examples(id)]


def _span(fact: Fact) -> tuple[int, int]:
    return fact.evidence[0].start, fact.evidence[0].end


def everything(path: Path) -> set[Quad]:
    """All that a store holds, what is in no export too."""
    with open_store(path, write=False) as store:
        return set(store.oxigraph)


def exported(store: Store, format: str = "nquads") -> bytes:
    output = BytesIO()
    write(store, format, output)
    return output.getvalue()


def said(store: Store) -> dict[str, int]:
    """How many facts each document says."""
    return {doc: len(facts_in(store.graph(doc))) for doc in store.ids()}


N = len(examples())


def test_the_first_id_says_the_facts_and_the_other_is_kept_with_its_source_and_text(tmp_path: Path) -> None:
    path = filled(tmp_path / "s", pair("LAO-2011"), pair("blog", source="https://example.org/blog"))
    with open_store(path, write=False) as store:
        assert said(store) == {"LAO-2011": N, "blog": 0}
        assert store.copies() == {"blog": "LAO-2011"}
        copy = store.document("blog")
        assert (copy.copy_of, copy.source, copy.text, copy.year) == ("LAO-2011", "https://example.org/blog", TEXT, 2011)
        assert copy.sections == store.document("LAO-2011").sections
        assert store.document("LAO-2011").copy_of is None


def test_what_a_copy_says_is_laid_aside_whole(tmp_path: Path) -> None:
    path, alone = filled(tmp_path / "s", pair("LAO-2011"), pair("blog")), filled(tmp_path / "alone", pair("blog"))
    with open_store(path, write=False) as store, open_store(alone, write=False) as other:
        assert store.whole("blog") == set(other.graph("blog"))
        assert kinds(store.whole("blog")) == {fact.kind.name: 1 for fact in examples()}


def test_nothing_counts_twice_in_questions_flows_and_links(tmp_path: Path) -> None:
    one, two = filled(tmp_path / "one", pair("LAO-2011")), filled(tmp_path / "two", pair("LAO-2011"), pair("blog"))
    with open_store(one, write=False) as once, open_store(two, write=False) as twice:
        assert read_statements(once) == read_statements(twice)
        for name in ("flows", "statistics", "organizations", "organizations-over-years", "tiers", "laws-over-years", "roles"):
            assert select(once, question(name).sparql) == select(twice, question(name).sparql), name
        for graph in once.derived_graphs():
            assert set(once.named_graph(graph)) == set(twice.named_graph(graph)), graph


def test_the_question_for_documents_names_copies(tmp_path: Path) -> None:
    with open_store(filled(tmp_path / "s", pair("LAO-2011"), pair("blog")), write=False) as store:
        found = [(row["document"], row["facts"], row.get("copy_of")) for row in select(store, question("documents").sparql)]
    assert found == [("LAO-2011", str(N), None), ("blog", "0", "LAO-2011")]


def test_a_store_with_a_copy_is_valid_and_an_export_tells_of_it(tmp_path: Path) -> None:
    with open_store(filled(tmp_path / "s", pair("LAO-2011"), pair("blog")), write=False) as store:
        assert [found for _, findings in validate_store(store) for found in findings if found.severity == "violation"] == []
        turtle = exported(store, "turtle").decode()
    assert "document:blog a tip:Document" in turtle
    assert "tip:copyOf document:LAO-2011" in turtle
    assert "wordSketch" not in turtle
    assert "laidAside" not in turtle


@pytest.mark.parametrize(
    "other",
    [
        pair("other", year=2012),
        pair("other", country="THA"),
        pair("other", title="2011 Country Reports on Human Rights Practices: Laos"),
        pair("other", year=None),
        pair("other", OTHER),
    ],
    ids=["year", "country", "report", "no year", "words"],
)
def test_another_year_country_report_or_text_is_another_narrative(tmp_path: Path, other: Pair) -> None:
    with open_store(filled(tmp_path / "s", pair("LAO-2011"), other), write=False) as store:
        assert said(store) == {"LAO-2011": N, "other": N}


def test_the_first_id_that_comes_later_takes_over(tmp_path: Path) -> None:
    path = filled(tmp_path / "s", pair("blog"))
    filled(path, pair("LAO-2011"))
    with open_store(path, write=False) as store:
        assert said(store) == {"LAO-2011": N, "blog": 0}
    filled(path, pair("AAA"))
    with open_store(path, write=False) as store:
        assert store.copies() == {"LAO-2011": "AAA", "blog": "AAA"}


def test_a_copy_counts_again_when_the_first_goes_or_tells_something_else(tmp_path: Path) -> None:
    path = filled(tmp_path / "s", pair("LAO-2011"), pair("blog"), pair("copy"))
    filled(path, pair("LAO-2011", OTHER))
    with open_store(path, write=False) as store:
        assert said(store) == {"LAO-2011": N, "blog": N, "copy": 0}
        assert store.copies() == {"copy": "blog"}
    with open_store(path, write=True) as writing:
        writing.remove("blog")
    with open_store(path, write=False) as store:
        assert said(store) == {"LAO-2011": N, "copy": N}
    assert everything(path) == everything(filled(tmp_path / "fresh", pair("LAO-2011", OTHER), pair("copy")))


def test_a_copy_put_again_changes_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True) as store:
        assert put(store, *pair("LAO-2011"))
        assert put(store, *pair("blog"))
        assert not put(store, *pair("blog"))
        assert not put(store, *pair("LAO-2011"))


IDS, TEXTS = ("a", "b", "c", "d"), (TEXT, TEXT.replace("three", "four"), OTHER)
STEPS = st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from((*TEXTS, None)), st.sampled_from((2011, 2012))), max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, order=st.permutations(IDS))
def test_the_history_of_a_store_leaves_no_trace(tmp_path_factory: pytest.TempPathFactory, steps: list[Any], order: list[str]) -> None:
    folder = tmp_path_factory.mktemp("history")
    last: dict[str, Pair] = {}
    for doc, text, year in steps:
        with open_store(folder / "s", write=True) as store:
            if text is None:
                store.remove(doc)
                last.pop(doc, None)
            else:
                last[doc] = pair(doc, text, year=year)
                put(store, *last[doc])
    with open_store(folder / "s", write=True):
        pass
    at_once = filled(folder / "t", *[last[doc] for doc in order if doc in last])
    assert everything(folder / "s") == everything(at_once)


def test_what_an_interrupted_change_owes_the_next_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = filled(tmp_path / "s", pair("blog"), pair("copy"))
    with monkeypatch.context() as broken:
        broken.setattr("kg.graph.tellings.changed", _stopped)
        with pytest.raises(KeyboardInterrupt), open_store(path, write=True) as store:
            put(store, *pair("LAO-2011"))
    with open_store(path, write=True) as store:
        assert pending(store.oxigraph)
        assert store.copies() == {"copy": "blog"}
    with open_store(path, write=False) as store:
        assert not pending(store.oxigraph)
        assert said(store) == {"LAO-2011": N, "blog": 0, "copy": 0}
    assert everything(path) == everything(filled(tmp_path / "t", pair("LAO-2011"), pair("blog"), pair("copy")))


def _stopped(*_: object) -> dict[str, str | None]:
    raise KeyboardInterrupt


def changes(tmp_path: Path, before: Iterable[Pair], after: Iterable[Pair]) -> list[Any]:
    """Each document that differs: its fields, how many facts, what it is a copy of, and with what it was compared."""
    old, new = filled(tmp_path / "old", *before), filled(tmp_path / "new", *after)
    with open_store(old, write=False) as a, open_store(new, write=False) as b:
        return [(c.doc, c.sort, c.fields, len(c.facts), c.copy_of, c.compared) for c in diff(a, b)]


def test_facts_that_another_document_says_now_are_no_difference(tmp_path: Path) -> None:
    assert changes(tmp_path, [pair("blog")], [pair("blog"), pair("LAO-2011")]) == [
        ("LAO-2011", "added", (), 0, None, "blog"),
        ("blog", "changed", ("copy_of",), 0, "LAO-2011", None),
    ]


def test_facts_that_a_former_copy_says_now_are_no_difference(tmp_path: Path) -> None:
    assert changes(tmp_path, [pair("blog"), pair("LAO-2011")], [pair("blog")]) == [
        ("LAO-2011", "removed", (), 0, None, None),
        ("blog", "changed", ("copy_of",), 0, None, "LAO-2011"),
    ]


def test_a_copy_that_comes_or_goes_brings_and_takes_no_facts(tmp_path: Path) -> None:
    assert changes(tmp_path, [pair("LAO-2011"), pair("aaa", OTHER)], [pair("LAO-2011"), pair("aaa", OTHER), pair("blog")]) == [
        ("blog", "added", (), 0, "LAO-2011", None)
    ]


def test_a_fact_that_the_new_teller_says_otherwise_is_a_change(tmp_path: Path) -> None:
    first, second = document("LAO-2011"), document("blog")
    old = filled(tmp_path / "old", (second, [flow(doc="blog")]))
    new = filled(tmp_path / "new", (second, [flow(doc="blog")]), (first, [flow(doc="LAO-2011", victims=("men",))]))
    with open_store(old, write=False) as a, open_store(new, write=False) as b:
        found = [row for change in diff(a, b) for row in rows(change)]
    assert [(row["doc"], row["change"], row["fields"]) for row in found] == [
        ("LAO-2011", "document_added", []),
        ("LAO-2011", "changed", ["victims"]),
        ("blog", "document_changed", ["copy_of"]),
    ]
    assert (found[0]["compared"], found[2]["copy_of"]) == ("blog", "LAO-2011")
