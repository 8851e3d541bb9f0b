"""A score counts what was found, what was missed and what is wrong."""

import pytest

from kg.evaluation.score import KindScore, Miss, Rate, score, summary

TEXT = "Women from Laos work in Thailand."
FLOW = {
    "doc": "a",
    "kind": "flow",
    "origin": "LAO",
    "destination": "THA",
    "victims": ["women"],
    "via": ["VNM"],
    "certainty": "possible",
    "evidence": [{"start": 0, "end": 5, "quote": "Women"}],
}
LAW = {"doc": "a", "kind": "law", "title": "Penal Code", "polarity": "negated"}
TWO = {"doc": "a", "kind": "recommendation", "evidence": [{"start": 0, "end": 10, "quote": "Women from"}]}


def test_a_rate_of_nothing_is_zero() -> None:
    nothing = Rate(gold=0, predicted=0, right=0)
    assert (nothing.precision, nothing.recall, nothing.f1) == (0.0, 0.0, 0.0)
    assert Rate(gold=4, predicted=2, right=1).f1 == pytest.approx(1 / 3)


def test_figures_are_counted_for_each_kind_and_mark() -> None:
    wrong = {**FLOW, "origin": "KHM"}
    got = score([FLOW, LAW], [{**FLOW, "victims": [], "certainty": "stated"}, wrong])
    assert {kind: one for kind, one in got.kinds.items() if one.rate != Rate(0, 0, 0)} == {
        "flow": KindScore(Rate(gold=1, predicted=2, right=1), attributes=1 / 3, evidence=1.0),
        "law": KindScore(Rate(gold=1, predicted=0, right=0), attributes=0.0, evidence=0.0),
    }
    assert got.marks == {
        "negated": Rate(gold=1, predicted=0, right=0),
        "hedged": Rate(gold=1, predicted=1, right=0),
        "via": Rate(gold=1, predicted=2, right=1),
        "period": Rate(gold=0, predicted=0, right=0),
    }
    assert (got.documents, got.micro, got.macro, got.unfounded) == (1, Rate(gold=2, predicted=2, right=1), 1 / 3, 0)
    assert got.misses == (Miss("wrong", wrong), Miss("missed", LAW))


def test_the_most_alike_are_paired_first_and_each_row_once() -> None:
    near = {"doc": "a", "kind": "organization", "name": "Ministry of Labor Affairs"}
    exact = {"doc": "a", "kind": "organization", "name": "Ministry of Labor"}
    got = score([exact, near], [near, exact, exact])
    assert got.kinds["organization"].rate == Rate(gold=2, predicted=3, right=2)
    assert got.misses == (Miss("wrong", exact),)


def test_an_affirmed_fact_is_no_match_for_a_negated_one() -> None:
    got = score([LAW], [{**LAW, "polarity": "affirmed"}])
    assert [miss.how for miss in got.misses] == ["missed", "wrong"]


def test_documents_outside_the_gold_do_not_count_but_those_among_the_texts_do() -> None:
    elsewhere = {**FLOW, "doc": "b"}
    assert score([FLOW], [FLOW, elsewhere]).misses == ()
    got = score([FLOW], [FLOW, elsewhere], {"b": TEXT})
    assert (got.documents, got.misses) == (2, (Miss("wrong", elsewhere),))


def test_practices_are_not_scored() -> None:
    practice = {"doc": "a", "kind": "practice", "type": "training"}
    got = score([practice], [practice, {**practice, "type": "screening"}])
    assert (got.documents, got.micro, got.misses) == (1, Rate(0, 0, 0), ())


def test_evidence_that_is_not_in_the_text_is_counted() -> None:
    misquoted = {**FLOW, "evidence": [{"start": 0, "end": 5, "quote": "Women"}, {"start": 1, "end": 6, "quote": "Women"}]}
    bare = {**FLOW, "evidence": []}
    assert score([FLOW], [misquoted, bare], {"a": TEXT}).unfounded == 2
    assert score([FLOW], [misquoted, bare]).unfounded == 0


def test_the_order_of_documents_does_not_change_the_score() -> None:
    rows = [{**FLOW, "doc": doc} for doc in "cab"]
    assert score(rows, [TWO, *rows[:2]]) == score(rows[::-1], [*rows[:2], TWO])


def test_a_summary_is_plain_json() -> None:
    got = summary(score([FLOW], [FLOW]))
    assert got["kinds"]["flow"] == {
        "gold": 1,
        "predicted": 1,
        "right": 1,
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "attributes": 1.0,
        "evidence": 1.0,
    }
    assert (got["documents"], got["macro_f1"], got["unfounded"], got["micro"]["f1"]) == (1, 1.0, 0, 1.0)
