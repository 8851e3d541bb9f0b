"""Where sentences begin, and that what never ends is cut, so that the time to read it grows with its length only."""

import time

import pytest

from kg.facts.reading import read_facts
from kg.language.annotate import annotate
from kg.language.pipeline import LONGEST_WORD, Pipeline
from kg.language.splitting import LONGEST, pieces
from kg.narrative.model import Document, Section


def split(text: str) -> list[tuple[str, bool]]:
    return [(text[start:end], fresh) for start, end, fresh in pieces(text)]


def test_sentences_end_at_full_stops_and_go_on_after_semicolons() -> None:
    assert split("Dr. Vong left; he went to Laos. They stayed.\n\nIt rained") == [
        ("Dr. Vong left;", True),
        ("he went to Laos.", False),
        ("They stayed.", True),
        ("It rained", True),
    ]


def test_stars_in_running_text_begin_items() -> None:
    assert split("Recommendations: * Try officials. * Open a home.") == [
        ("Recommendations:", True),
        ("Try officials.", True),
        ("Open a home.", True),
    ]
    assert split("The rate was 2 * 3. It fell.") == [("The rate was 2 * 3.", True), ("It fell.", True)]


@pytest.mark.parametrize("word", ["trafficked ", "Mary Smith, ", "(", "a\n"])
def test_a_sentence_without_end_is_cut_into_parts_that_lose_nothing(word: str) -> None:
    text = (word * 10_000)[:10_000]
    parts = split(text)
    assert max(len(part) for part, _ in parts) <= LONGEST
    assert "".join("".join(part.split()) for part, _ in parts) == "".join(text.split())
    assert len(parts) <= 2 * len(text) / LONGEST + 1
    assert all(fresh for _, fresh in parts)


def test_a_long_sentence_is_cut_after_a_comma_where_there_is_one() -> None:
    text = f"{'women, ' * 160}{'men ' * 100}"
    assert [part[-4:] for part, _ in split(text)] == ["men,", " men"]


def test_a_word_without_end_is_cut_and_its_text_is_the_same(pipeline: Pipeline) -> None:
    text = f"({'x' * 600}) and {'(' * 700} then don't"
    doc = pipeline.tokenized(text)
    assert doc.text == text
    assert max(len(token) for token in doc) <= LONGEST_WORD
    assert [token.text for token in doc][-4:] == ["(", "then", "do", "n't"]


def took(pipeline: Pipeline, text: str) -> float:
    """Seconds to read a text of one section."""
    began = time.process_time()
    read_facts(annotate(Document("x", text, "LAO", 2015, None, (Section("prosecution", 0, len(text)),)), pipeline))
    return time.process_time() - began


@pytest.mark.parametrize("words", ["Mary Smith, ", "Xyz ", "(", "the victims of forced labor who were women from Laos and "])
def test_the_time_to_read_a_sentence_without_end_grows_with_its_length_only(pipeline: Pipeline, words: str) -> None:
    took(pipeline, words * 10)
    size = 4 * LONGEST
    short, long = took(pipeline, (words * size)[:size]), took(pipeline, (words * 4 * size)[: 4 * size])
    assert long < 10 * max(short, 0.1)
