"""The build: what is stored, what is skipped, what is kept out, and that the rest always goes on."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

import kg.narrative.decoding
from kg.build import Fault, Job, Outcome, Reading, Report, Unchanged, build, extract, read_document
from kg.errors import CannotRun, UsageProblem
from kg.facts.model import Fact
from kg.facts.reading import read_facts
from kg.facts.tier_ranking import TierRanking
from kg.graph.export import write
from kg.graph.mapping import quads
from kg.graph.provenance import activity
from kg.graph.recall import facts_of
from kg.graph.store import open_store
from kg.grouping import AHEAD, groups
from kg.language.model import Annotated
from kg.language.pipeline import Pipeline, load
from kg.narrative.model import Document, Issue
from kg.narrative.text import document

LAOS = "LAOS (Tier 2)\n\nLaos is a source country for women. Lao women are subjected to forced prostitution in Thailand.\n"
NEPAL = "NEPAL (Tier 2)\n\nNepal is a source country for men. The government convicted 12 traffickers in 2010.\n"
KENYA = "KENYA (Tier 3)\n\nKenya is a destination country for children. The government convicted no traffickers.\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of three short narratives."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, words in (("KEN-2011", KENYA), ("LAO-2011", LAOS), ("NPL-2011", NEPAL)):
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    return folder


def turtle(store: Path) -> bytes:
    """The whole store as Turtle."""
    output = BytesIO()
    with open_store(store, write=False) as opened:
        write(opened, "turtle", output)
    return output.getvalue()


def documents(report: Report) -> dict[str, tuple[str, ...]]:
    """A report's documents by what became of them, without the empty parts."""
    parts = {name: getattr(report, name) for name in ("added", "changed", "unchanged", "failed")}
    return {name: ids for name, ids in parts.items() if ids}


def failing(monkeypatch: pytest.MonkeyPatch, id: str, error: Exception) -> None:
    """Let the reading of facts fail for one document."""

    def fail(annotated: Annotated) -> tuple[Fact, ...]:
        if annotated.document.id == id:
            raise error
        return read_facts(annotated)

    monkeypatch.setattr("kg.build.read_facts", fail)


def test_a_first_build_adds_every_document_in_the_order_of_the_inputs(texts: Path, tmp_path: Path) -> None:
    report = build([str(texts)], tmp_path / "store")
    assert documents(report) == {"added": ("KEN-2011", "LAO-2011", "NPL-2011")}
    assert report.ok
    with open_store(tmp_path / "store", write=False) as store:
        stored = [fact.kind.name for _, fact in facts_of(store)]
        assert [stored_document.text for stored_document in store.documents()] == [KENYA, LAOS, NEPAL]
    assert {kind: stored.count(kind) for kind in set(stored)} == report.facts
    assert report.facts["tier_ranking"] == 3


def test_a_second_build_of_the_same_input_changes_nothing(texts: Path, tmp_path: Path) -> None:
    build([str(texts)], tmp_path / "store")
    before = turtle(tmp_path / "store")
    report = build([str(texts)], tmp_path / "store")
    assert documents(report) == {"unchanged": ("KEN-2011", "LAO-2011", "NPL-2011")}
    assert report.facts == {}
    assert turtle(tmp_path / "store") == before


def test_a_changed_document_replaces_its_graph_and_only_that(texts: Path, tmp_path: Path) -> None:
    build([str(texts)], tmp_path / "store")
    (texts / "NPL-2011.txt").write_text(NEPAL.replace("12 traffickers", "13 traffickers"), encoding="utf-8")
    report = build([str(texts)], tmp_path / "store")
    assert documents(report) == {"changed": ("NPL-2011",), "unchanged": ("KEN-2011", "LAO-2011")}
    build([str(texts)], tmp_path / "anew")
    assert turtle(tmp_path / "store") == turtle(tmp_path / "anew")


def test_a_document_is_read_again_when_its_text_is_to_be_left_out(texts: Path, tmp_path: Path) -> None:
    build([str(texts)], tmp_path / "store")
    report = build([str(texts)], tmp_path / "store", keep_text=False)
    assert documents(report) == {"changed": ("KEN-2011", "LAO-2011", "NPL-2011")}
    with open_store(tmp_path / "store", write=False) as store:
        assert [stored.text for stored in store.documents()] == [None, None, None]


def test_two_processes_give_the_same_store_and_the_same_report(texts: Path, tmp_path: Path) -> None:
    for n in range(2 * AHEAD):
        (texts / f"THA-20{n:02}.txt").write_text(LAOS.replace("Laos", "Thailand").replace("LAOS", "THAILAND"), encoding="utf-8")
    (texts / "empty.txt").write_text("", encoding="utf-8")
    one = build([str(texts)], tmp_path / "one")
    two = build([str(texts)], tmp_path / "two", processes=2)
    assert one == two
    assert len(one.added) == 2 * AHEAD + 3
    assert turtle(tmp_path / "one") == turtle(tmp_path / "two")


def test_documents_that_are_parsed_side_by_side_are_read_as_each_alone(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together = list(extract([str(texts)]))
    assert len(together) == 3
    monkeypatch.setattr("kg.grouping.GROUP", 1)
    assert list(extract([str(texts)])) == together


def test_one_document_that_cannot_be_parsed_leaves_those_beside_it_whole(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tokenized(pipeline: Pipeline, text: str) -> Doc:
        if "Kenya" in text:
            raise ValueError("no tokens")
        return whole(pipeline, text)

    whole = Pipeline.tokenized
    build([str(texts)], tmp_path / "before")
    monkeypatch.setattr(Pipeline, "tokenized", tokenized)
    report = build([str(texts)], tmp_path / "store")
    assert documents(report) == {"added": ("LAO-2011", "NPL-2011"), "failed": ("KEN-2011",)}
    assert [fault.message.rpartition(": ")[2] for fault in report.faults] == ["no tokens"]
    with open_store(tmp_path / "before", write=False) as before, open_store(tmp_path / "store", write=False) as after:
        assert set(after.graph("LAO-2011")) == set(before.graph("LAO-2011"))


def test_groups_end_at_so_many_documents_and_so_much_text_and_hold_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.grouping.GROUP_CHARACTERS", 100)
    monkeypatch.setattr("kg.grouping.GROUP_ITEMS", 4)

    def made(id: str, length: int) -> Document:
        return document("x" * length, id=id, country="LAO", year=2011)

    short, long, held = made("short", 10), made("long", 90), Unchanged("held")
    sizes = [1, 2, 3]
    assert list(groups([held, short, short, held, short], iter(sizes))) == [[held], [short], [short, held, short]]
    assert list(groups([short, long, long, short, short], iter([3] * 9))) == [[short, long], [long, short], [short]]
    assert list(groups([held, short, held, held, held, held], iter([3, 3]))) == [[held], [short, held, held, held], [held]]


def test_the_order_of_the_inputs_changes_nothing_even_where_two_have_one_id(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "LAO-2011.txt").write_text(LAOS.replace("women", "men"), encoding="utf-8")
    inputs = [tmp_path / "more", *sorted(texts.iterdir())]
    reports = [
        build(some, tmp_path / str(n), processes=1 + n % 2) for n, some in enumerate([inputs, inputs[::-1], inputs[2:] + inputs[:2]])
    ]
    assert [report == reports[0] for report in reports] == [True, True, True]
    assert documents(reports[0]) == {"added": ("LAO-2011", "KEN-2011", "NPL-2011"), "failed": (str(texts / "LAO-2011.txt"),)}
    assert len({turtle(tmp_path / str(n)) for n in range(3)}) == 1


def test_a_document_that_cannot_be_read_is_an_issue_and_the_rest_goes_on(texts: Path, tmp_path: Path) -> None:
    (texts / "LAO-2011.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    report = build([str(texts)], tmp_path / "store")
    assert documents(report) == {"added": ("KEN-2011", "NPL-2011"), "failed": (str(texts / "LAO-2011.txt"),)}
    assert not report.ok


def test_an_unexpected_error_names_the_document_and_the_rest_goes_on(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, "LAO-2011", KeyError("cue"))
    report = build([str(texts)], tmp_path / "store")
    (fault,) = report.faults
    assert documents(report) == {"added": ("KEN-2011", "NPL-2011"), "failed": ("LAO-2011",)}
    assert str(fault) == "violation: LAO-2011: a fault of the program, please report it, with the document: KeyError: 'cue'"
    assert fault.trace is not None
    assert "Traceback" in fault.trace


def test_an_unexpected_error_before_the_facts_are_read_stops_nothing_either(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decode = kg.narrative.decoding.decode

    def fail(data: bytes, **options: Any) -> object:
        if data.startswith(b"LAOS"):
            raise IndexError("line 7")
        return decode(data, **options)

    monkeypatch.setattr("kg.narrative.reading.decode", fail)
    report = build([str(texts)], tmp_path / "store")
    (issue,) = report.issues
    assert documents(report) == {"added": ("KEN-2011", "NPL-2011"), "failed": (str(texts / "LAO-2011.txt"),)}
    assert issue.message == "a fault of the program, please report it, with the input: IndexError: line 7"


def test_a_reading_process_that_dies_ends_the_build_with_what_to_do(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.processes._settle", partial(os._exit, 1))
    with pytest.raises(CannotRun, match="--processes 2"):
        build([str(texts)], tmp_path / "store", processes=4)
    with open_store(tmp_path / "store", write=False) as store:
        assert store.ids() == []


def test_a_document_that_fails_when_it_changed_keeps_its_former_graph(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build([str(texts)], tmp_path / "store")
    before = turtle(tmp_path / "store")
    failing(monkeypatch, "LAO-2011", ValueError("no clause"))
    (texts / "LAO-2011.txt").write_text(LAOS + "\nMore words.\n", encoding="utf-8")
    assert documents(build([str(texts)], tmp_path / "store")) == {"failed": ("LAO-2011",), "unchanged": ("KEN-2011", "NPL-2011")}
    assert turtle(tmp_path / "store") == before


def test_a_fact_that_violates_a_shape_is_kept_out_and_told_with_its_sentence(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_tier(annotated: Annotated) -> tuple[Fact, ...]:
        return tuple(replace(fact, tier=None) if isinstance(fact, TierRanking) else fact for fact in read_facts(annotated))

    monkeypatch.setattr("kg.build.read_facts", without_tier)
    report = build([str(texts)], tmp_path / "store")
    assert documents(report) == {"added": ("KEN-2011", "LAO-2011", "NPL-2011")}
    assert [(told.doc, told.finding.quote) for told in report.kept_out] == [
        ("KEN-2011", "KENYA (Tier 3)"),
        ("LAO-2011", "LAOS (Tier 2)"),
        ("NPL-2011", "NEPAL (Tier 2)"),
    ]
    assert str(report.kept_out[0]).startswith("violation: KEN-2011: kept out: tier ranking https://w3id.org/tip-kg/fact/")
    assert "tier_ranking" not in report.facts
    assert not report.ok
    with open_store(tmp_path / "store", write=False) as store:
        assert {fact.kind.name for _, fact in facts_of(store)} == set(report.facts)


def test_an_interrupted_build_leaves_whole_documents_and_the_next_one_goes_on(texts: Path, tmp_path: Path) -> None:
    def interrupt(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
        yield next(outcomes)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([str(texts)], tmp_path / "store", progress=interrupt)
    report = build([str(texts)], tmp_path / "store")
    assert documents(report) == {"added": ("LAO-2011", "NPL-2011"), "unchanged": ("KEN-2011",)}
    build([str(texts)], tmp_path / "anew")
    assert turtle(tmp_path / "store") == turtle(tmp_path / "anew")


def test_the_language_model_is_not_loaded_where_there_is_nothing_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str | None] = []
    monkeypatch.setattr("kg.build.load", loaded.append)
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    report = build([str(tmp_path / "empty.txt")], tmp_path / "store")
    assert documents(report) == {"failed": (str(tmp_path / "empty.txt"),)}
    assert loaded == []


def test_a_missing_input_is_told_before_a_store_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match=r"absent\.txt"):
        build([str(tmp_path / "absent.txt")], tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_a_missing_model_ends_the_build_and_stores_nothing(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="no_such_model"):
        build([str(texts)], tmp_path / "store", model="no_such_model")
    with open_store(tmp_path / "store", write=False) as store:
        assert store.ids() == []


def test_progress_sees_one_outcome_for_each_input(texts: Path, tmp_path: Path) -> None:
    seen: list[Outcome] = []

    def watched(outcomes: Iterator[Outcome]) -> Iterable[Outcome]:
        for outcome in outcomes:
            seen.append(outcome)
            yield outcome

    (texts / "empty.txt").write_text("", encoding="utf-8")
    build([str(texts)], tmp_path / "store", progress=watched)
    assert [type(outcome) for outcome in seen] == [Reading, Reading, Reading, Issue]


def test_extracting_needs_no_store_and_gives_what_a_build_would_store(texts: Path, tmp_path: Path) -> None:
    readings = [outcome for outcome in extract([str(texts)]) if isinstance(outcome, Reading)]
    build([str(texts)], tmp_path / "store")
    with open_store(tmp_path / "store", write=False) as store:
        stored = {fact for _, fact in facts_of(store)}
    assert len(readings) == 3
    assert {fact for reading in readings for fact in reading.facts} == stored


def test_every_quote_is_what_the_text_has_at_its_offsets(texts: Path) -> None:
    pieces = [
        (outcome.document.text[piece.start : piece.end], piece.quote)
        for outcome in extract([str(texts)])
        if isinstance(outcome, Reading)
        for fact in outcome.facts
        for piece in fact.evidence
    ]
    assert len(pieces) >= 5
    assert [there for there, _ in pieces] == [quote for _, quote in pieces]


def test_a_document_with_a_violation_of_its_own_is_kept_out() -> None:
    made: Document = replace(document(LAOS, id="LAO-2011"), year=12)
    outcome = read_document(made, Job())
    assert isinstance(outcome, Fault)
    assert outcome.trace is None
    assert "LAO-2011" in str(outcome)


def test_an_audit_lists_sentences_that_promised_a_fact_and_reads_what_is_stored_already(texts: Path, tmp_path: Path) -> None:
    (texts / "NPL-2011.txt").write_text(NEPAL + "\nThe embassy of Fiji painted 17 doors near Samoa.\n", encoding="utf-8")
    build([str(texts)], tmp_path / "store")
    before = turtle(tmp_path / "store")
    report = build([str(texts)], tmp_path / "store", audit=True)
    assert documents(report) == {"unchanged": ("KEN-2011", "LAO-2011", "NPL-2011")}
    assert turtle(tmp_path / "store") == before
    missed = {(one.trigger, one.words) for one in report.unread if "doors" in one.sentence}
    assert missed >= {("two countries", "FJI, WSM"), ("number", "17")}
    for one in report.unread:
        text = (texts / f"{one.doc}.txt").read_text(encoding="utf-8")
        assert " ".join(text[one.start : one.end].split()) == one.sentence


COPY = LAOS.replace("\n\n", "\n\n\n").replace("women are", "women  are")


def test_a_narrative_met_twice_counts_once_and_is_told(texts: Path, tmp_path: Path) -> None:
    (texts / "blog-2011.txt").write_text(COPY, encoding="utf-8")
    once = build([str(path) for path in sorted(texts.iterdir()) if path.stem != "blog-2011"], tmp_path / "once")
    report = build([str(texts)], tmp_path / "store")
    assert documents(report) == {"added": ("KEN-2011", "LAO-2011", "NPL-2011", "blog-2011")}
    assert report.copies == {"blog-2011": "LAO-2011"}
    assert report.facts == once.facts
    assert build([str(texts)], tmp_path / "store").copies == {"blog-2011": "LAO-2011"}


def test_copies_do_not_depend_on_order_processes_or_the_number_of_builds(texts: Path, tmp_path: Path) -> None:
    (texts / "blog-2011.txt").write_text(COPY, encoding="utf-8")
    build([str(texts)], tmp_path / "at once")
    build([str(texts)], tmp_path / "apart", processes=2)
    for name in ("blog-2011", "NPL-2011", "LAO-2011", "KEN-2011"):
        report = build(str(texts / f"{name}.txt"), tmp_path / "one by one")
        assert report.copies == ({"blog-2011": "LAO-2011"} if name == "LAO-2011" else {})
    assert turtle(tmp_path / "at once") == turtle(tmp_path / "apart") == turtle(tmp_path / "one by one")


def test_a_copy_whose_text_changes_counts_again(texts: Path, tmp_path: Path) -> None:
    (texts / "blog-2011.txt").write_text(COPY, encoding="utf-8")
    build([str(texts)], tmp_path / "store")
    other = "LAOS (Tier 2)\n\nLaos is a source country for girls. Lao girls are subjected to forced labor in factories in Vietnam.\n"
    (texts / "blog-2011.txt").write_text(other, encoding="utf-8")
    report = build([str(texts)], tmp_path / "store")
    assert (report.changed, report.copies) == (("blog-2011",), {})
    build([str(texts)], tmp_path / "fresh")
    assert turtle(tmp_path / "store") == turtle(tmp_path / "fresh")


def test_a_document_is_stored_alike_as_it_was_prepared_and_from_its_quads(tmp_path: Path) -> None:
    found = read_document(document(LAOS, id="LAO-2011", country="LAO", year=2011), Job())
    assert isinstance(found, Reading)
    assert found.prepared
    said = list(found.prepared.quads())
    assert set(said) == set(quads(found.document, found.facts, activity(load())))
    with open_store(tmp_path / "prepared", write=True) as store, store.together():
        assert store.put(found.document, found.prepared)
        assert not store.put(found.document, found.prepared)
        ready = set(store.oxigraph)
    with open_store(tmp_path / "quads", write=True) as store:
        assert store.put(found.document, said)
        assert set(store.oxigraph) == ready
