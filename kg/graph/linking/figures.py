"""Figures of one country compared over its reports: the year that each is about, and what a later report says of it."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import inf

from pyoxigraph import NamedNode, Quad

from kg.graph.linking.entities import grouped
from kg.graph.linking.members import Member
from kg.graph.linking.years import resolved, year_of
from kg.graph.terms import integer, tip
from kg.vocabulary.tables import rows

NEAR = 0.1
"""How far an approximate figure may be off, as a part of it."""

Bounds = tuple[float, float]


def figure_quads(members: Iterable[Member], graph: NamedNode) -> Iterator[Quad]:
    """The year of each figure, and the links from a later report's figure to the same one in the report before."""
    figures = [m for m in members if (m.word("polarity") or "").endswith("/affirmed")]
    for figure in figures:
        if (year := year_of(_period(figure))) is not None:
            yield Quad(figure.node, tip("inYear"), integer(year), graph)
    for _, alike in sorted(grouped(figures, _subject).items()):
        reports = sorted(grouped(alike, lambda m: m.source.year).items())
        for (_, earlier), (_, later) in pairwise(reports):
            yield from _compared(earlier, later, graph)


def _subject(member: Member) -> tuple[str, ...] | None:
    """All that makes two numbers comparable but the unit: measure, period, actor and whom or what they are about."""
    period = _period(member)
    if period is None or member.source.year is None:
        return None
    one = [member.word(name) or "" for name in ("measure", "actor", "place")]
    return (period, *one, *(" ".join(member.words(name)) for name in ("exploitation", "victims", "nationality")))


def _period(member: Member) -> str | None:
    return resolved(member.word("period"), member.source.year)


def _compared(earlier: list[Member], later: list[Member], graph: NamedNode) -> Iterator[Quad]:
    """The same number is told again; another number contradicts where neither report gives two of a unit that could be parts."""
    for figure in later:
        same = [before for before in earlier if _bounds(before) == _bounds(figure) and _agree(_unit(before), _unit(figure))]
        for before in same:
            yield Quad(figure.node, tip("restates"), before.node, graph)
        others, beside = ([m for m in held if _unit(m) == _unit(figure)] for held in (earlier, later))
        if not same and len(others) == len(beside) == 1 and _apart(_bounds(others[0]), _bounds(figure)):
            yield Quad(figure.node, tip("differsFrom"), others[0].node, graph)


def _unit(member: Member) -> str | None:
    """The family of the unit; None where the unit is not told or is what is measured, as in 12 convictions."""
    unit, measure = member.word("unit"), (member.word("measure") or "").rsplit("/", 1)[-1]
    return None if unit is None or unit == measure else _families().get(unit, unit)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


@cache
def _families() -> dict[str, str]:
    return {row["unit"]: row["family"] for row in rows("unit_families")}


def _apart(one: Bounds, other: Bounds) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _bounds(member: Member) -> Bounds:
    """Between which numbers the figure lies."""
    value, low, high = (float(v) if (v := member.word(name)) is not None else None for name in ("value", "min", "max"))
    if value is None:
        return (-inf if low is None else low, inf if high is None else high)
    return {
        "at_least": (value, inf),
        "more_than": (value, inf),
        "at_most": (-inf, value),
        "less_than": (-inf, value),
        "approximately": (value * (1 - NEAR), value * (1 + NEAR)),
    }.get((member.word("comparator") or "").rsplit("/", 1)[-1], (value, value))
