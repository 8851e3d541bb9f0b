"""Searching folded words keeps offsets; clauses as evidence lose their conjunction."""

from kg.facts.reading.periods import period_in
from kg.facts.reading.wording import clause_at, clause_evidence, folded, pattern
from kg.language.annotate import annotate
from kg.language.pipeline import Pipeline
from kg.narrative.model import Document, Section


def test_folding_keeps_the_length() -> None:
    text = "İstanbul’s “Women‑only” line\n"
    assert len(folded(text)) == len(text)
    assert folded("Women’s\nHome") == "women's home"


def test_a_blank_in_a_pattern_stands_for_any_white_space_and_words_are_whole() -> None:
    assert pattern("safe ?house").search("a safe  house") is not None
    assert pattern("labor law").search("labor\nlaw") is not None
    assert pattern("labor law").search("labor laws") is None


def test_a_clause_as_evidence_has_no_conjunction_and_no_period(pipeline: Pipeline) -> None:
    text = "Raids were few, but police closed 12 bars in 2014."
    annotated = annotate(Document("x", text, "KEN", 2015, None, (Section("prosecution", 0, len(text)),)), pipeline)
    sentence = annotated.sentences[0]
    clause = clause_at(annotated, sentence, text.index("police"))
    assert clause_evidence(annotated, clause).quote == "police closed 12 bars in 2014"
    assert period_in(annotated, sentence, clause) == "2014"


def test_a_year_in_brackets_at_the_end_is_that_of_the_source(pipeline: Pipeline) -> None:
    text = "The government maintained two shelters (2015)."
    annotated = annotate(Document("x", text, "KEN", 2015, None, (Section("other", 0, len(text)),)), pipeline)
    sentence = annotated.sentences[0]
    assert period_in(annotated, sentence, sentence.clauses[-1]) is None


def test_a_blank_in_a_look_behind_is_one_white_space() -> None:
    assert pattern("(?<!no )shelter").search("no shelter") is None
    assert pattern("(?<!no )shelter").search("a shelter") is not None
