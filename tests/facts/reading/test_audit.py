"""What was not understood is told: each sort of words that promises a fact, and no more where one was read."""

import pytest

from kg.facts.interchange import from_json
from kg.facts.kinds import BY_NAME
from kg.facts.model import Fact
from kg.facts.reading.audit import NUMBER, PAIR, Unread, unread
from kg.language.annotate import annotate
from kg.language.pipeline import load
from kg.narrative.text import document
from kg.vocabulary.triggers import triggers


def audited(sentence: str, *kinds: str) -> list[tuple[str, str]]:
    """The triggers and their words in one sentence, of which facts of these kinds were read."""
    text = f"LAOS (Tier 2)\n\n{sentence}\n"
    annotated = annotate(document(text, id="LAO-2011"), load())
    start = text.index(sentence)
    piece = {"start": start, "end": start + len(sentence), "quote": sentence}
    facts: list[Fact] = [from_json({"doc": "LAO-2011", "kind": kind, "evidence": [piece]}) for kind in kinds]
    return [(one.trigger, one.words) for one in unread(annotated, facts)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A delegation from Laos went to see the mayor in Thailand.", [("two countries", "LAO, THA")]),
        ("The mayor handed out 17 medals to the guards.", [("number", "17")]),
        (f"The mayor handed out {10**16} medals to the guards.", [("number", str(10**16))]),
        ("The mayor signed a memorandum of understanding.", [("agreement", "memorandum of understanding")]),
        ("The mayor visited a shelter with his wife.", [("facility", "shelter")]),
        ("The mayor was accused of corruption in the press.", [("complicity", "corruption")]),
        ("The mayor praised the national action plan.", [("plan", "national action plan")]),
        ("Women from Freedonia are made to beg in Laos.", [("unknown name", "Freedonia")]),
        ("Freedonian women are exploited in Laos.", [("unknown name", "Freedonian")]),
        ("Girls from Savannakhet are exploited in May.", []),
        ("The mayor took his family to the river in May.", []),
    ],
)
def test_words_that_promise_a_fact_are_told_where_none_was_read(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert audited(sentence) == expected


def test_a_fact_of_a_kind_that_was_promised_keeps_the_promise() -> None:
    sentence = "The mayor visited a shelter with his wife."
    assert audited(sentence, "facility") == []
    assert audited(sentence, "tier_ranking") == [("facility", "shelter")]


def test_what_is_told_is_the_whole_sentence_with_its_place() -> None:
    text = "LAOS (Tier 2)\n\nThe mayor slept. The mayor\nvisited a shelter.\n"
    annotated = annotate(document(text, id="LAO-2011"), load())
    start = text.index("The mayor\nvisited")
    assert list(unread(annotated, ())) == [
        Unread("LAO-2011", "profile", start, len(text) - 1, "facility", "shelter", "The mayor visited a shelter.")
    ]


def test_triggers_promise_kinds_that_there_are() -> None:
    assert len(triggers()) >= 12
    promised = set().union(PAIR, NUMBER, *(trigger.kinds for trigger in triggers()))
    assert promised <= BY_NAME.keys()
    assert BY_NAME.keys() - promised == {"recommendation"}
