"""The scorer gives the figures of the published one, on gold that was damaged in many ways and on odd rows.

The published scorer and its gold lie beside the repository, in ``../shared/gold``; where they are not, these tests are skipped.
"""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.evaluation.gold import read_gold, read_texts
from kg.evaluation.score import score, summary

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCORER = SHARED / "gold" / "score.py"
SORTS = {"tip": "narratives", "factbook": "factbook", "human-rights": "human-rights", "written": "written"}
"""The files of gold and the folders of their texts."""

pytestmark = pytest.mark.skipif(not SCORER.is_file(), reason="the published scorer is not beside this repository (../shared/gold/score.py)")

Row = dict[str, Any]


def _official(gold: Path, found: Path, texts: Path | None, out: Path) -> dict[str, Any]:
    extra = ["--texts", str(texts)] if texts else []
    subprocess.run([sys.executable, str(SCORER), str(gold), str(found), "--json", str(out), *extra], check=True, capture_output=True)
    figures: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return figures


def _assert_same(ours: Mapping[str, Any], theirs: Mapping[str, Any], where: str = "") -> int:
    """Every figure of theirs is in ours, to three decimals; returns how many were compared."""
    compared = 0
    for name, value in theirs.items():
        if isinstance(value, dict):
            compared += _assert_same(ours[name], value, f"{where}{name}.")
        else:
            assert round(ours[name], 3) == round(value, 3), f"{where}{name}"
            compared += 1
    return compared


def _dropped(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    return []


def _kept(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    return [row]


def _twice(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    return [row, {**row, "certainty": by.choice(("stated", "reported", "possible"))}]


def _moved(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    step = by.choice((-40, -5, 5, 40, 400))
    return [{**row, "evidence": [{**e, "start": max(0, e["start"] + step), "end": max(1, e["end"] + step)} for e in row["evidence"]]}]


def _widened(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    return [{**row, "evidence": [{**e, "start": max(0, e["start"] - 900), "end": e["end"] + 900} for e in row["evidence"]]}]


def _without_a_field(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    field = by.choice([name for name in row if name not in ("doc", "kind")])
    return [{name: value for name, value in row.items() if name != field}]


def _unknown_in_a_field(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    field = by.choice([name for name in row if name not in ("doc", "kind")])
    return [{**row, field: [] if isinstance(row[field], list) else None}]


def _with_a_field_of_another(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    other = by.choice([r for r in rows if r["kind"] == row["kind"]])
    field = by.choice([name for name in other if name not in ("doc", "kind")])
    return [{**row, field: other[field]}]


def _negated(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    return [{**row, "polarity": "negated" if row.get("polarity") != "negated" else "affirmed"}]


def _in_another_document(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    return [row, {**row, "doc": by.choice(rows)["doc"]}, {**row, "doc": "elsewhere"}]


def _of_another_kind(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    return [row, {**row, "kind": "practice"}, {**row, "kind": "unheard_of"}]


def _a_looser_number(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    return [{**row, "comparator": by.choice(("at_least", "at_most", "more_than", "less_than", "exactly"))}]


def _another_period(row: Row, by: random.Random, rows: Sequence[Row]) -> list[Row]:
    return [{**row, "period": by.choice((None, "reporting", "previous", "2010", "2010/2011", "2012-05"))}]


DAMAGE: tuple[Callable[[Row, random.Random, Sequence[Row]], list[Row]], ...] = (
    _dropped,
    _kept,
    _kept,
    _twice,
    _moved,
    _widened,
    _without_a_field,
    _unknown_in_a_field,
    _with_a_field_of_another,
    _negated,
    _in_another_document,
    _of_another_kind,
    _a_looser_number,
    _another_period,
)


def _damaged(rows: Sequence[Row], seed: int) -> list[Row]:
    by = random.Random(seed)
    found = [one for row in rows for one in by.choice(DAMAGE)(row, by, rows)]
    by.shuffle(found)
    return found


def _write(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("sort", "folder"), SORTS.items())
def test_damaged_gold_gets_the_same_figures(sort: str, folder: str, seed: int, tmp_path: Path) -> None:
    gold, texts = SHARED / "gold" / "dev" / f"{sort}.jsonl", SHARED / "corpus" / folder
    found = _write(tmp_path / "found.jsonl", _damaged([dict(row) for row in read_gold(gold)], seed))
    theirs = _official(gold, found, texts, tmp_path / "figures.json")
    ours = score(read_gold(gold), read_gold(found), read_texts(texts))
    assert ours.micro.f1 < 1
    assert ours.misses
    assert _assert_same(summary(ours), theirs) == 134


@pytest.mark.parametrize("seed", range(3))
def test_damaged_gold_on_both_sides_gets_the_same_figures_without_texts(seed: int, tmp_path: Path) -> None:
    rows = [dict(row) for row in read_gold(SHARED / "gold" / "dev")]
    gold, found = _write(tmp_path / "gold.jsonl", _damaged(rows, seed)), _write(tmp_path / "found.jsonl", _damaged(rows, seed + 100))
    theirs = _official(gold, found, None, tmp_path / "figures.json")
    assert _assert_same(summary(score(read_gold(gold), read_gold(found))), theirs) == 134


@pytest.mark.parametrize("seed", range(8))
def test_rows_made_at_random_get_the_same_figures(seed: int, tmp_path: Path, made: Callable[[int], list[Row]]) -> None:
    gold, found = _write(tmp_path / "gold.jsonl", made(seed)), _write(tmp_path / "found.jsonl", made(seed + 1000))
    theirs = _official(gold, found, None, tmp_path / "figures.json")
    ours = score(read_gold(gold), read_gold(found))
    assert all(one.rate.right for one in ours.kinds.values())
    assert _assert_same(summary(ours), theirs) == 134


def test_the_gold_against_itself_is_right_throughout(tmp_path: Path) -> None:
    gold = SHARED / "gold" / "dev"
    theirs = _official(gold, gold, None, tmp_path / "figures.json")
    ours = score(read_gold(gold), read_gold(gold))
    assert _assert_same(summary(ours), theirs) == 134
    assert (ours.micro.f1, ours.macro, ours.misses) == (1.0, 1.0, ())


def test_odd_rows_get_the_same_figures(tmp_path: Path) -> None:
    odd: list[Row] = [
        {"doc": "a", "kind": "flow"},
        {"doc": "a", "kind": "flow", "origin": "LAO", "destination": "LAO", "evidence": None, "polarity": "affirmed"},
        {"doc": "a", "kind": "statistic"},
        {"doc": "a", "kind": "statistic", "measure": "other", "value": 4},
        {"doc": "b", "kind": "statistic", "measure": "other", "value": 4},
        {"doc": "a", "kind": "statistic", "measure": "convictions", "value": 0},
        {"doc": "a", "kind": "statistic", "measure": "convictions", "value": 0, "period": "2010", "polarity": "affirmed"},
        {"doc": "a", "kind": "law"},
        {"doc": "a", "kind": "law", "provision": "Article 134", "title": "Penal Code"},
        {"doc": "a", "kind": "organization", "acronym": ""},
        {"doc": "a", "kind": "facility", "type": None, "operators": ["ngo"], "count": 0},
        {"doc": "a", "kind": "agreement", "parties": [], "type": "mou"},
        {"doc": "a", "kind": "plan"},
        {"doc": "a", "kind": "recommendation", "evidence": []},
        {"doc": "a", "kind": "payment", "value": 70, "currency": None},
        {"doc": "a", "kind": "payment", "min": 70, "max": 70.0, "currency": "USD"},
        {"doc": "a", "kind": "collaboration", "actors": []},
        {"doc": "a", "kind": "complicity", "status": None},
        {"doc": "c", "kind": "practice", "type": "training"},
        {"doc": "a", "kind": "country_role", "country": "region:other-west-african-countries", "role": "source"},
        {"doc": "a", "kind": "country_role", "country": "region:west-africa", "role": "source", "victims": ["women"]},
        {"doc": "a", "kind": "country_role", "country": "region:other-countries", "role": "source"},
        {"doc": "a", "kind": "flow", "origin": None, "destination": "LAO", "via": ["region:some-asian-countries", "THA"]},
    ]
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("A short text.", encoding="utf-8")
    (tmp_path / "texts" / "empty.txt").write_text("Nothing here.", encoding="utf-8")
    gold = _write(tmp_path / "gold.jsonl", odd)
    found = _write(
        tmp_path / "found.jsonl", [*odd[::-2], *odd[::3], {"kind": "flow", "origin": "LAO"}, {"doc": "empty", "kind": "plan", "title": "x"}]
    )
    theirs = _official(gold, found, tmp_path / "texts", tmp_path / "figures.json")
    rows = [json.loads(line) for line in found.read_text(encoding="utf-8").splitlines()]
    ours = score(read_gold(gold), rows, read_texts(tmp_path / "texts"))
    assert _assert_same(summary(ours), theirs) == 134
    assert (ours.documents, ours.unfounded) == (3, theirs["unfounded"])
