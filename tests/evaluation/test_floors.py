"""Floors only rise, unless the gold is another one, and then that is said."""

from pathlib import Path

import pytest

from kg.errors import DataProblem, UsageProblem
from kg.evaluation.floors import Floors, Raised, check, raised, reached, read_floors, write_floors
from kg.evaluation.score import Score, score

TIER = {"doc": "a", "kind": "tier_ranking", "country": "LAO", "tier": "2"}
PLAN = {"doc": "a", "kind": "plan", "title": "Plan of Action"}
LATER = {**PLAN, "title": "Later Framework"}


def _two_thirds() -> Score:
    """Tier right; of two plans one found, none wrong."""
    return score([TIER, PLAN, LATER], [TIER, PLAN])


def _all() -> Score:
    return score([TIER, PLAN, LATER], [TIER, PLAN, LATER])


def test_what_was_reached_is_the_f1_of_what_the_gold_has() -> None:
    assert reached(_two_thirds()) == {"tier_ranking": 1.0, "plan": pytest.approx(2 / 3), "core": pytest.approx(0.8)}


def test_floors_are_set_rounded_down_and_the_score_that_set_them_passes() -> None:
    first = raised(None, _two_thirds(), "g")
    assert first == Raised(Floors("g", {"tier_ranking": 1.0, "plan": 0.666, "core": 0.8}), ("3 floors are set for the first time",))
    assert check(_two_thirds(), first.floors, "g") == []
    assert check(_all(), first.floors, "g") == []


def test_a_score_below_a_floor_is_said_in_words() -> None:
    floors = raised(None, _all(), "g").floors
    assert check(_two_thirds(), floors, "g") == [
        "plan: F1 0.667 is below the floor of 1.000",
        "core: F1 0.800 is below the floor of 1.000",
    ]


def test_floors_rise_and_do_not_fall_on_the_same_gold() -> None:
    low = raised(None, _two_thirds(), "g").floors
    high = raised(low, _all(), "g")
    assert high.floors.f1 == {"tier_ranking": 1.0, "plan": 1.0, "core": 1.0}
    assert high.notes == ("core: raised from 0.800 to 1.000", "plan: raised from 0.666 to 1.000")
    again = raised(high.floors, _two_thirds(), "g")
    assert again.floors == high.floors
    assert again.notes == (
        "core: 1.000, now 0.800: kept, a floor is not lowered",
        "plan: 1.000, now 0.666: kept, a floor is not lowered",
    )


def test_another_gold_fails_the_check_and_sets_the_floors_anew() -> None:
    floors = raised(None, _all(), "g").floors
    (said,) = check(_all(), floors, "h")
    assert "the gold is not the one that the floors were set on" in said
    assert raised(floors, _two_thirds(), "h") == Raised(
        Floors("h", {"tier_ranking": 1.0, "plan": 0.666, "core": 0.8}),
        (
            "the gold changed: all floors are set anew",
            "core: 1.000, now 0.800: lowered with the gold",
            "plan: 1.000, now 0.666: lowered with the gold",
        ),
    )


def test_a_measure_without_a_floor_a_floor_without_a_measure_and_loose_evidence_fail() -> None:
    floors = Floors("g", {"tier_ranking": 1.0, "core": 0.5, "flow": 0.5})
    assert check(score([TIER, PLAN], [TIER, PLAN], {"a": "text"}), floors, "g") == [
        "flow: the floors name it, but it was not measured",
        "plan: it has no floor; raise the floors to set one",
        "2 pieces of evidence are not in their text",
    ]


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    floors = Floors("g", {"plan": 0.5, "flow": 0.25})
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
    assert (tmp_path / "floors.json").read_text(
        encoding="utf-8"
    ) == '{\n  "gold": "g",\n  "f1": {\n    "flow": 0.25,\n    "plan": 0.5\n  }\n}\n'


@pytest.mark.parametrize("content", ["{", "[]", '{"gold": "g"}', '{"gold": "g", "f1": {"plan": "high"}}'])
def test_a_file_that_holds_no_floors_is_named(content: str, tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text(content, encoding="utf-8")
    with pytest.raises(DataProblem, match=r"floors\.json is no file of floors"):
        read_floors(tmp_path / "floors.json")


def test_missing_floors_are_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="does not exist"):
        read_floors(tmp_path / "floors.json")
