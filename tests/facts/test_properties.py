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
from kg.language.annotate import annotate, annotate_all
from kg.language.pipeline import Pipeline, load
from kg.narrative.text import document
from tests.conftest import EXAMPLES, ROOT

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


CUT = [line.split("\t")[1] for line in (ROOT / "tests" / "gold" / "no_flow.txt").read_text(encoding="utf-8").splitlines() if "\t" in line]
CUT += [
    "Migrant workers",
    "They reportedly sell girls in Lae, and also",
    "Three officers took bribes allegedly",
    "NGOs gave shelter to 12 victims and provided care",
    "Police captured a man defacing",
    "The government reported no",
    "The state and an NGO",
    "The first trial was",
    "Two soldiers and a customs agent were",
    "In 2013, the state deported 95 foreign victims of trafficking,",
]


def test_a_text_may_end_behind_any_word(pipeline: Pipeline) -> None:
    words = [sentence.split(" ") for sentence in CUT]
    pieces = [" ".join(some[:end]) for some in words for end in range(1, len(some) + 1) if end < 4 or end % 3 == 0 or end == len(some)]
    papers = [document(text, id=f"cut-{n}", country="LAO", year=2011) for n, text in enumerate(pieces)]
    read = [(paper, read_facts(known)) for paper, known in zip(papers, annotate_all(papers, pipeline), strict=True)]
    assert all(paper.text[e.start : e.end] == e.quote for paper, facts in read for fact in facts for e in fact.evidence)
    assert len(read) > 500
