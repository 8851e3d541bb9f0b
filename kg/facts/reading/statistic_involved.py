"""The people of cases: prosecuted 101 cases *with 155 defendants*, 20 cases *involving 47 victims*."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_count import Count
from kg.facts.reading.statistic_events import Governed
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_making import direct, linked
from kg.facts.reading.statistic_scene import Scene
from kg.vocabulary.measures import PROCEEDINGS

_HARMED: Final = frozenset({"children", "minors", "women", "girls", "boys", "migrants", "workers", "laborers", "maids"})
_ADJACENT: Final = 8
"""How many words may stand between cases and those whom they involved."""


def of_cases_told(where: Scene, count: Count, governed: Governed, done: Sequence[Reading]) -> str | None:
    """The period of the cases just told that involved those counted, without one of their own: two cases in 2017 *involving* 21."""
    if where.tokens[governed.at].lower != "involving":
        return None
    if dated := next((m.value for m in where.sentence.of("period") if m.last == governed.at), None):
        return dated
    base = next((r for r in reversed(done) if r.how != "comparison"), None)
    if base is None or base.sentence is not where.sentence:
        return None
    own = any(count.first <= m.first < where.end(count) for m in where.sentence.of("period"))
    return None if own or governed.at - done[-1].count.last > _ADJACENT else base.fact.period


def involved(where: Scene, count: Count, done: Sequence[Reading]) -> Reading | None:
    """The people of cases just counted: prosecuted 101 cases *with 155 defendants*, investigated 20 *involving 47 offenders*."""
    base = done[-1] if done else None
    if base is None or base.sentence is not where.sentence:
        return None
    if _cases_of(where, count, base):
        measure = "investigations" if base.fact.measure == "suspects" else str(base.fact.measure)
        found = linked(where, count, base, "part")
        return replace(found, fact=replace(found.fact, measure=measure), how="")
    if base.fact.measure == "arrests" and count.group == "person" and where.tokens[count.first - 1].lower == "with":
        found = linked(where, count, base, "part", unit=count.unit)
        return replace(found, fact=replace(found.fact, measure="victims_identified"), how="")
    if count.unit in _HARMED and base.fact.measure in PROCEEDINGS and _of_one_case(where, count):
        return replace(
            linked(where, count, base, "part", unit=count.unit),
            how="",
            fact=direct(where, count, "victims_identified", count.first - 1, "part", period=base.fact.period).fact,
        )
    if base.group not in {"case", "event"} or not accompanies(where, count):
        return None
    if base.fact.measure == "investigations" and count.unit in _HARMED and where.tokens[count.first - 1].lower == "involving":
        measure = "victims_identified"
    else:
        measure = "suspects" if base.fact.measure == "investigations" else str(base.fact.measure)
    found = linked(where, count, base, "part")
    return replace(found, fact=replace(found.fact, measure=measure), how="")


def _of_one_case(where: Scene, count: Count) -> bool:
    """Whether those counted are whom a case that was told of involved: convicted four in *a single case* in Lae *involving* 11 girls."""
    return where.tokens[count.first - 1].lower == "involving" and any(
        c.group == "case" and c.zero and 0 < count.first - c.last <= _ADJACENT for c in where.counts
    )


def _cases_of(where: Scene, count: Count, base: Reading) -> bool:
    """Whether the people just counted are of so many cases: charged 41 persons *in 23 cases*."""
    near = not count.zero and 0 < count.first - base.count.last <= 3 and where.tokens[count.first - 1].lower in {"in", "involving"}
    people = base.group in {"offender", "person"} or (base.group == "*" and base.fact.unit != "cases")
    return near and count.group == "case" and people and base.fact.measure in PROCEEDINGS | {"investigations"}


def accompanies(where: Scene, count: Count) -> bool:
    """Whether people stand with cases: 20 cases *with 47 suspects* were investigated."""
    cases = any(c.group in {"case", "event"} and 0 < count.first - c.last <= 2 for c in where.counts)
    return cases and count.group in {"offender", "person"} and where.tokens[count.first - 1].lower in {"with", "involving", "against"}
