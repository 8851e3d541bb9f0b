"""A score is shown as a table that people can read."""

from kg.evaluation.score import score
from kg.evaluation.table import format_table

GOLD = {
    "doc": "LAO-2011",
    "kind": "flow",
    "origin": "LAO",
    "destination": "THA",
    "victims": ["girls", "women"],
    "polarity": "affirmed",
    "certainty": "possible",
    "evidence": [{"start": 0, "end": 40, "quote": "Lao women\nand girls"}],
}


def test_columns_are_aligned_and_the_figures_stand_below() -> None:
    lines = format_table(score([GOLD], [GOLD])).splitlines()
    assert len(lines) == 24
    assert lines[0] == "kind            gold  found  right  precision  recall     F1  attributes  evidence"
    assert lines[3] == "flow               1      1      1      1.000   1.000  1.000       1.000     1.000"
    assert lines[16] == "mark     gold  found  right  precision  recall     F1"
    assert lines[18] == "hedged      1      1      1      1.000   1.000  1.000"
    assert lines[22] == "1 document; core kinds together: precision 1.000, recall 1.000, F1 1.000; mean F1 of the core kinds 1.000"
    assert lines[23] == "pieces of evidence that are not in their text: 0"


def test_misses_are_listed_with_what_is_known_of_them_and_the_quote() -> None:
    wrong = {"doc": "LAO-2011", "kind": "plan", "title": "Plan", "rule": "plan.titled", "evidence": [{"quote": "x" * 200}]}
    shown = format_table(score([GOLD], [wrong]), errors=5)
    assert shown.split("\n\n")[-1].splitlines() == [
        "1 missed, 1 wrong; the first 2:",
        "  missed flow in LAO-2011: origin LAO, destination THA, victims girls+women, certainty possible | “Lao women and girls”",
        f"  wrong  plan in LAO-2011: title Plan | “{'x' * 150} …”",
    ]
    assert "the first 1:" in format_table(score([GOLD], [wrong]), errors=1)
    assert "missed," not in format_table(score([GOLD], [wrong]))
