"""Trends: *prosecutions went up from three to eight* gives two figures, the later one and the earlier one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.facts.reading.statistic_counts import Count
from kg.facts.reading.statistic_links import Reading
from kg.facts.reading.statistic_making import direct
from kg.facts.reading.statistic_phrases import noun_measures
from kg.facts.reading.statistic_scene import Scene

_UNLIKE: Final = frozenset({"time", "other"})


def trends(where: Scene, near: Sequence[Reading]) -> Iterator[Reading]:
    """The two ends of each trend whose subject is a measure."""
    done: list[Reading] = []
    for count in where.counts:
        if count.group in _UNLIKE or count.money:
            continue
        if (ends := _ends(where, count)) and (subject := _subject(where, count)):
            measure, at = subject
            earlier, later = ends
            found = [*near, *done]
            done.append(direct(where, later, measure, at, "trend", period=_period(where, later, found, "")))
            before = direct(where, earlier, measure, at, "trend", period=_period(where, earlier, found, "comparison"), certainty="stated")
            done.append(replace(before, how="comparison"))
    yield from done


def _ends(where: Scene, count: Count) -> tuple[Count, Count] | None:
    """The figures after *from* and after *to*; a range right after *from* is both."""
    tokens = where.tokens
    if count.first <= where.sentence.first or not _from(where, count):
        return None
    if count.min is not None and count.max is not None:
        low = replace(count, value=count.min, min=None, max=None)
        return low, replace(count, value=count.max, min=None, max=None)
    following = next((c for c in where.counts if c.first > count.first), None)
    if following and tokens[following.first - 1].lower == "to" and following.first - count.last <= 8:
        return count, following
    return None


def _from(where: Scene, count: Count) -> bool:
    return where.tokens[count.first - 1].lower == "from" or where.tokens[count.first].lower == "from"


def _subject(where: Scene, count: Count) -> tuple[str, int] | None:
    """The measure whose trend it is, and its token: a counted noun, or the verb of *the number of victims identified*."""
    if count.nouns:
        return count.nouns[0].measure, count.head or count.first
    for i in range(count.first - 1, where.sentence.first - 1, -1):
        if noun := noun_measures().get(where.tokens[i].lower):
            return noun.measure, i
        trigger = where.triggers.get(i)
        if trigger and trigger.passive:
            measure = next((m.measure for m in trigger.measures if "victim" in m.counts or "offender" in m.counts), None)
            if measure:
                return measure, i
    return None


def _period(where: Scene, count: Count, near: Sequence[Reading], how: str) -> str | None:
    """The figure's own year, else that of the sentence's other figures: the later as the count before, the earlier as what that was compared with."""
    end = where.end(count)
    own = next((m.value for m in where.sentence.of("period") if count.last <= m.first < end), None)
    if own:
        return own
    return next((r.fact.period for r in reversed(near) if r.sentence is where.sentence and r.how == how), None)
