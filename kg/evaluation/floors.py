"""Floors: the F1 that was reached for each kind on a gold, below which a change must not fall.

The idea of pinned floors with the hash of what they were measured on is that of trafilatura's evaluation gate.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path

from kg.errors import DataProblem, UsageProblem
from kg.evaluation.score import Score

_PER_UNIT = 1000
"""Floors have three decimals."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one gold, by kind, by mark, and ``core`` for the core kinds together."""

    gold_hash: str
    f1: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Raised:
    """New floors, and in words what changed and what did not."""

    floors: Floors
    notes: tuple[str, ...]


def reached(score: Score) -> dict[str, float]:
    """The F1 of every kind and mark that the gold has, and of the core kinds together."""
    rates = {**{kind: one.rate for kind, one in score.kinds.items()}, **score.marks, "core": score.micro}
    return {name: rate.f1 for name, rate in rates.items() if rate.gold}


def check(score: Score, floors: Floors, gold_hash: str) -> list[str]:
    """What keeps a score from passing, in words; an empty list if it passes."""
    if gold_hash != floors.gold_hash:
        return ["the gold is not the one that the floors were set on; look at what changed in it, then set the floors anew"]
    now = reached(score)
    low = [
        f"{name}: F1 {now[name]:.3f} is below the floor of {least:.3f}" for name, least in floors.f1.items() if now.get(name, least) < least
    ]
    lost = [f"{name}: the floors name it, but it was not measured" for name in floors.f1 if name not in now]
    new = [f"{name}: it has no floor; raise the floors to set one" for name in now if name not in floors.f1]
    loose = [f"{score.unfounded} pieces of evidence are not in their text"] if score.unfounded else []
    return [*low, *lost, *new, *loose]


def raised(floors: Floors | None, score: Score, gold_hash: str) -> Raised:
    """The floors with what was reached: higher or as they were, lower only where the gold is another one."""
    now = {name: _down(f1) for name, f1 in reached(score).items()}
    if floors is None:
        return Raised(Floors(gold_hash, now), (f"{len(now)} floors are set for the first time",))
    if floors.gold_hash == gold_hash:
        higher = {name: max(now.get(name, 0.0), least) for name, least in floors.f1.items()}
        return Raised(Floors(gold_hash, {**now, **higher}), tuple(_changes(floors.f1, now)))
    notes = ("the gold changed: all floors are set anew", *_changes(floors.f1, now, lowered="lowered with the gold"))
    return Raised(Floors(gold_hash, now), notes)


def read_floors(path: str | Path) -> Floors:
    """Read a file of floors; UsageProblem where there is none, DataProblem where it is not well formed."""
    try:
        data = json.loads(Path(path).read_text(encoding="utf-8"))
        return Floors(str(data["gold"]), {str(name): float(least) for name, least in data["f1"].items()})
    except FileNotFoundError as error:
        raise UsageProblem(f"{path} does not exist; name the file of floors, or set floors first") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataProblem(f"{path} is no file of floors; it holds a JSON object with the gold's hash and the floors of F1") from error


def write_floors(path: str | Path, floors: Floors) -> None:
    """Write floors so that equal floors are equal bytes."""
    data = {"gold": floors.gold_hash, "f1": dict(sorted(floors.f1.items()))}
    Path(path).write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def _changes(before: Mapping[str, float], now: Mapping[str, float], lowered: str = "kept, a floor is not lowered") -> list[str]:
    return [note for name in sorted({*before, *now}) if (note := _change(name, before.get(name), now.get(name), lowered))]


def _change(name: str, before: float | None, now: float | None, lowered: str) -> str:
    if before is None or now is None:
        return f"{name}: " + (f"a new floor of {now:.3f}" if now is not None else f"no longer measured, its floor was {before:.3f}")
    if now > before:
        return f"{name}: raised from {before:.3f} to {now:.3f}"
    return f"{name}: {before:.3f}, now {now:.3f}: {lowered}" if now < before else ""


def _down(f1: float) -> float:
    """Three decimals, rounded down, so that what was reached passes."""
    return floor(f1 * _PER_UNIT) / _PER_UNIT
