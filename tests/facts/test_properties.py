"""What holds for the facts of any text: their words stand where they say, they keep the shapes, and the graph holds them all."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from kg.facts.reading import read_facts
from kg.graph.mapping import quads
from kg.graph.provenance import activity
from kg.graph.recall import facts_in
from kg.graph.validation import check
from kg.language.annotate import annotate
from kg.language.pipeline import Pipeline, load
from kg.narrative.text import document
from tests.conftest import EXAMPLES

SENTENCES = [line for path in sorted(EXAMPLES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
"""The paragraphs of the examples."""

NOISE = st.text(alphabet="aA .,;:()[]“”’'\"—–-0123456789%$€\t\u200f\u0301éß漢ᠠ", max_size=30)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A heading and some paragraphs of the examples, each with its words cut off, turned round, doubled or with noise among them."""
    parts = ["LAOS (Tier 2)"]
    for paragraph in draw(st.lists(st.sampled_from(SENTENCES), max_size=3)):
        words = paragraph.split(" ")
        first, last = sorted(draw(st.tuples(st.integers(0, len(words)), st.integers(0, len(words)))))
        some = words[first:last][:80]
        if draw(st.booleans()):
            random.Random(draw(st.integers(0, 9))).shuffle(some)
        some.insert(draw(st.integers(0, len(some))), draw(NOISE))
        parts.append(" ".join(some))
    return "\n\n".join(parts)


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


@settings(max_examples=60, deadline=None)
@given(text=texts(), with_text=st.booleans())
def test_facts_have_their_words_keep_the_shapes_and_come_back_from_the_graph(pipeline: Pipeline, text: str, with_text: bool) -> None:
    paper = document(text, id="LAO-2011", country="LAO", year=2011)
    facts = read_facts(annotate(paper, pipeline))
    assert [paper.text[piece.start : piece.end] for fact in facts for piece in fact.evidence] == [
        piece.quote for fact in facts for piece in fact.evidence
    ]
    kept, findings, *_ = check(paper, facts, activity(pipeline), with_text=with_text)
    assert (list(kept), [finding for finding in findings if finding.severity == "violation"]) == (list(facts), [])
    store = Store()
    store.extend(quads(paper, facts, activity(pipeline), with_text=with_text))
    assert {fact for _, fact in facts_in(store)} == set(facts)
