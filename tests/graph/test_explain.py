"""One fact explained."""

from itertools import pairwise
from pathlib import Path

import pytest

from kg.errors import UsageProblem
from kg.facts.flow import Flow
from kg.graph.explain import Mark, explain, sentence
from kg.graph.mapping import fact_node, quads
from kg.graph.store import Store, open_store
from tests.graph.made import ACTIVITY, FLOW_SENTENCE, TEXT, document, filled, flow, quoted

FACT = flow(victims=("women",), via=("MMR",), rule="flow.trafficked_to")
KEY = fact_node(FACT).value.rsplit("/", 1)[1]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(filled(tmp_path / "s", (document(), [FACT, flow("VNM", None)])), write=False)


@pytest.mark.parametrize("name", [fact_node(FACT).value, f"<{fact_node(FACT).value}>", f"fact:{KEY}", KEY, KEY[:8]])
def test_a_fact_is_found_by_its_iri_its_hash_or_the_beginning_of_it(store: Store, name: str) -> None:
    assert explain(store, name).fact == FACT


def test_the_fields_are_in_words_with_the_rule(store: Store) -> None:
    assert explain(store, KEY).fields == (
        ("origin", "Laos (LAO)"),
        ("destination", "Thailand (THA)"),
        ("via", "Burma (MMR)"),
        ("victims", "Women"),
        ("polarity", "Affirmed"),
        ("certainty", "Stated"),
        ("rule", "flow.trafficked_to"),
    )


def test_the_words_that_stand_for_each_field_are_marked(store: Store) -> None:
    (passage,) = explain(store, KEY).passages
    assert (passage.text, passage.start) == (FLOW_SENTENCE, TEXT.index(FLOW_SENTENCE))
    assert [(passage.text[m.start : m.end], m.field) for m in passage.marks] == [
        ("Lao", "origin"),
        ("women", "victims"),
        ("Thailand", "destination"),
        ("Burma", "via"),
    ]


def test_a_clause_is_shown_in_its_sentence_and_marked_inside_alone(tmp_path: Path) -> None:
    clause = Flow(doc="LAO-2011", origin="LAO", destination="THA", evidence=(quoted("are trafficked to Thailand"),))
    with open_store(filled(tmp_path / "s", (document(), [clause])), write=False) as found:
        (passage,) = explain(found, fact_node(clause).value).passages
    assert passage.text == FLOW_SENTENCE
    assert passage.text[slice(*passage.quote)] == "are trafficked to Thailand"
    assert [(passage.text[m.start : m.end], m.field) for m in passage.marks] == [("Thailand", "destination")]


def test_without_the_text_the_quotation_is_the_passage(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", write=True) as found:
        found.put(document(), quads(document(), [FACT], ACTIVITY, with_text=False))
        (passage,) = explain(found, KEY).passages
    assert (passage.text, passage.quote) == (FLOW_SENTENCE, (0, len(FLOW_SENTENCE)))
    assert passage.marks[0] == Mark(0, 3, "origin")


def test_an_unknown_fact_is_a_mistake_in_the_call(store: Store) -> None:
    with pytest.raises(UsageProblem, match="has no fact 'nothing'"):
        explain(store, "nothing")
    with pytest.raises(UsageProblem, match="has no fact ''"):
        explain(store, "")


def test_a_beginning_of_several_facts_names_them(tmp_path: Path) -> None:
    facts = [flow(origin, None) for origin in ("LAO", "VNM", "KHM", "MMR", "CHN", "THA", "IND", "NPL", "BGD", "PAK", "IDN", "PHL", "MYS")]
    keys = sorted(fact_node(fact).value.rsplit("/", 1)[1] for fact in facts)
    first = next(key[0] for key, following in pairwise(keys) if key[0] == following[0])
    matching = [key for key in keys if key.startswith(first)]
    with open_store(filled(tmp_path / "s", (document(), facts)), write=False) as found, pytest.raises(UsageProblem) as error:
        explain(found, first)
    assert f"is the beginning of {len(matching)} facts: {', '.join(matching)}; give more of it" in str(error.value)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Two and", "Two and three."),
        ("One", "One."),
        ("three. Four", "Two and three. Four “five.”"),
        ("five", "Four “five.”"),
        ("six", "six"),
        ("line", "A line"),
    ],
)
def test_the_sentence_around_words_ends_at_stops_and_lines(words: str, expected: str) -> None:
    text = "One. Two and three. Four “five.” six\nA line\nand another"
    start = text.index(words)
    begin, end = sentence(text, start, start + len(words))
    assert text[begin:end] == expected
