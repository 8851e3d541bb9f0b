"""Rows that say one thing are one row before they are matched, in gold and in what was found alike."""

import re
from collections.abc import Hashable, Iterable
from typing import Any

from kg.evaluation.gold import Row
from kg.evaluation.likeness import place, same_numbers, same_period
from kg.evaluation.matching import SCORED, SETS

_Held = dict[str, Any]


def united(rows: Iterable[Row]) -> list[Row]:
    """The rows, each kept where it first stood; rows of one identity are joined, figures of the measure ``other`` are left out."""
    kept: list[_Held] = []
    alike: dict[Hashable, list[_Held]] = {}
    for row in rows:
        if row["kind"] == "statistic" and row.get("measure") == "other":
            continue
        group = alike.setdefault(key, []) if (key := _key(row)) else []
        known = next((one for one in group if _one_figure(one, row)), None)
        if known is None:
            known = dict(row)
            kept.append(known)
            group.append(known)
        elif row["kind"] == "statistic":
            _join_figure(known, row)
        else:
            _join(known, row)
    return list(kept)


def _key(row: Row) -> Hashable:
    """What rows must share to be one; None for a kind whose rows are all kept."""
    kind = row["kind"]
    if kind == "statistic":
        return row["doc"], kind, row.get("polarity"), row.get("measure")
    fields = SCORED[kind].one_by if kind in SCORED else ()
    return (row["doc"], kind, row.get("polarity", "affirmed"), *(place(row.get(field)) for field in fields)) if fields else None


def _one_figure(known: Row, row: Row) -> bool:
    """Whether two rows of one key are one: statistics only if number and period fit."""
    return row["kind"] != "statistic" or (same_numbers(known, row) and same_period(known, row) > 0)


def _join_figure(known: _Held, row: Row) -> None:
    """A figure that is said twice keeps the evidence of both, and the year if one has it."""
    known["evidence"] = _both(known, row, "evidence")
    if re.search(r"\d{4}", str(row.get("period"))):
        known["period"] = row["period"]


def _join(known: _Held, row: Row) -> None:
    """Sets are united, evidence is kept, what is unknown is filled in."""
    for field, value in row.items():
        if field in SETS:
            known[field] = sorted(set(_both(known, row, field)))
        elif field == "evidence":
            known[field] = _both(known, row, field)
        elif known.get(field) is None:
            known[field] = value


def _both(known: Row, row: Row, field: str) -> list[Any]:
    return [*(known.get(field) or ()), *(row.get(field) or ())]
