"""Facts of one identity are one fact: sets are united, the stronger certainty wins, all evidence is kept."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from kg.facts.model import CERTAINTIES, Fact, field_values, identity, many, ordered
from kg.facts.statistic import Statistic
from kg.facts.tier_ranking import TierRanking

_YEAR = re.compile(r"\d{4}")


def unite(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Unite facts by identity, in the order of their first evidence."""
    united: dict[tuple[str, ...], Fact] = {}
    for fact in _dated(list(facts)):
        key = identity(fact)
        united[key] = _joined(united[key], fact) if key in united else fact
    return tuple(sorted(united.values(), key=lambda f: (f.evidence[0].start if f.evidence else 0, identity(f))))


def _joined(first: Fact, second: Fact) -> Fact:
    several = many(type(first))
    values: dict[str, Any] = {}
    for name, value in field_values(first).items():
        other = getattr(second, name)
        values[name] = ordered((*value, *other)) if name in several else other if value is None else value
    return replace(
        first,
        certainty=min(first.certainty, second.certainty, key=CERTAINTIES.index),
        period=first.period or second.period,
        evidence=tuple(sorted({*first.evidence, *second.evidence})),
        **values,
    )


def _dated(facts: list[Fact]) -> Iterator[Fact]:
    """The same figure for the reporting period and for a named year is one fact with the year (FACTS.md).

    Only the report's year and the year before can be the reporting period; without a ranked report, the latest year named.
    """
    years = _reporting_years(facts)
    named: dict[tuple[str, ...], str] = {}
    for fact in facts:
        if isinstance(fact, Statistic) and fact.period and years & set(_YEAR.findall(fact.period)):
            named.setdefault(identity(replace(fact, period=None)), fact.period)
    for fact in facts:
        year = named.get(identity(replace(fact, period=None))) if isinstance(fact, Statistic) and fact.period == "reporting" else None
        yield replace(fact, period=year) if year else fact


def _reporting_years(facts: list[Fact]) -> frozenset[str]:
    report = next((f.year for f in facts if isinstance(f, TierRanking) and f.year), None)
    if report:
        return frozenset({str(report), str(report - 1)})
    figures = [f for f in facts if isinstance(f, Statistic) and f.period]
    return frozenset({max((y for f in figures for y in _YEAR.findall(str(f.period))), default="")})
