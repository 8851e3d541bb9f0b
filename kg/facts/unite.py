"""Facts of one identity are one fact: sets are united, the stronger certainty wins, all evidence is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from kg.facts.model import CERTAINTIES, Fact, field_values, identity, many, ordered
from kg.facts.statistic import Statistic


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
    """The same figure for the reporting period and for a named year is one fact with the year (FACTS.md)."""
    named: dict[tuple[str, ...], str] = {}
    for fact in facts:
        if isinstance(fact, Statistic) and fact.period and fact.period[0].isdigit():
            named.setdefault(identity(replace(fact, period=None)), fact.period)
    for fact in facts:
        year = named.get(identity(replace(fact, period=None))) if isinstance(fact, Statistic) and fact.period == "reporting" else None
        yield replace(fact, period=year) if year else fact
