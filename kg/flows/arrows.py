"""Flows as they are drawn: lines with heads from mark to mark, ways through a place as one path, loops and stubs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import atan2, pi
from typing import Any, Final

from kg.flows.curves import Curve, away, distance, first_outside, last_outside, towards, triangle, turn_between
from kg.flows.curving import curves
from kg.flows.legs import THROUGH, Leg
from kg.flows.network import Network
from kg.flows.palette import DOUBLE, stroke
from kg.flows.projection import Point, View
from kg.flows.shapes import Way
from kg.flows.spots import Size, Spot

ANGLES: Final = tuple(n * pi / 8 for n in (0, 8, 1, 15, 7, 9, 2, 14, 6, 10, 3, 13, 5, 11, 4, 12))
"""Sixteen directions, those near the horizontal first."""

STUB: Final = 40.0
"""The length of an arrow to or from an end that no map can show, in pixels between the marks."""

END: Final = 6.5
"""The radius of the mark for such an end."""

LOOP: Final = 0.42
"""Half the angle between the two feet of a loop, in radians."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """One line on the page and its triangles: a head at the end, or one in the middle of the first part of a way through a place."""

    leg: Leg
    width: float
    way: Way
    points: tuple[Point, ...]
    heads: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """All arrows of a map with the marks that they join, and the flows that no map can show."""

    arrows: tuple[Arrow, ...]
    spots: Mapping[str, Spot]
    left_out: frozenset[str]


def drawn(lines: Sequence[Leg], graph: Network, spots: Mapping[str, Spot], view: View, size: Size, most: int = 0) -> Drawn:
    """The arrows of all lines; marks for ends that no map can show are added beside the places that they belong to.

    ``most`` is the number of statements behind the widest line, where that of another map is to be as wide.
    """
    most = most or max((leg.statements for leg in lines), default=1)
    between = [leg for leg in lines if leg.part != "within" and leg.start in spots and leg.end in spots]
    within = [leg for leg in lines if leg.part == "within" and leg.start in spots]
    half_known = [leg for leg in lines if (leg.start in spots) != (leg.end in spots)]
    known = {id(leg) for leg in (*between, *within, *half_known)}
    left_out = frozenset(key for leg in lines if id(leg) not in known for key in leg.flows)
    widths = [stroke(leg.statements, most) for leg in between]
    bent = curves(between, [w + DOUBLE if leg.part in THROUGH else w for leg, w in zip(between, widths, strict=True)], spots, view)
    free = _Free(spots, view)
    for leg, curve in zip(between, bent, strict=True):
        free.take(leg.start, curve.at(0.4))
        free.take(leg.end, curve.at(0.6))
        free.avoid(curve)
    arrows = [_arrow(leg, w, curve, spots) for leg, w, curve in zip(between, widths, bent, strict=True)]
    arrows += _loops(within, most, spots, free, size)
    marks = dict(spots)
    arrows += _stubs(half_known, most, marks, graph, free)
    return Drawn(tuple(arrows), marks, left_out)


class _Free:
    """Which directions at a mark are still free."""

    def __init__(self, spots: Mapping[str, Spot], view: View) -> None:
        self.spots = spots
        self.box = view.box
        self.taken: dict[str, list[float]] = defaultdict(list)
        self.marks: list[Point] = [spot.at for spot in spots.values()]
        self.points: list[Point] = []

    def take(self, spot: str, point: Point) -> None:
        """A line leads from the mark towards a point."""
        at = self.spots[spot].at
        self.taken[spot].append(atan2(point[1] - at[1], point[0] - at[0]))

    def avoid(self, curve: Curve) -> None:
        """Nothing should be put where a curve is."""
        self.points += curve.points(12)[2:-2]

    def direction(self, spot: str, reach: float) -> float:
        """The freest direction at a mark for something that reaches so far; it is taken from now on."""
        at = self.spots[spot].at
        angle = min(ANGLES, key=lambda angle: self._crowding(spot, away(at, angle, reach), angle))
        self.taken[spot].append(angle)
        self.marks.append(away(at, angle, reach))
        return angle

    def _crowding(self, spot: str, end: Point, angle: float) -> float:
        left, top, right, bottom = self.box
        turns = [turn_between(angle, other) for other in self.taken[spot]]
        near = sum(max(0.0, 1.1 - turn) * 3 + max(0.0, 0.5 - turn) * 12 for turn in turns)
        close = sum(1 - d / 30 for point in self.points if (d := distance(point, end)) < 30)
        close += sum(3 - d / 12 for mark in self.marks if (d := distance(mark, end)) < 36)
        inside = left + 12 < end[0] < right - 12 and top + 12 < end[1] < bottom - 12
        return near + close + (0 if inside else 50)


def head_length(width: float) -> float:
    """The length of an arrow head on a line of this width."""
    return 6.5 + 1.7 * width


def _half(width: float) -> float:
    return 2.6 + 0.95 * width


def _arrow(leg: Leg, width: float, curve: Curve, spots: Mapping[str, Spot]) -> Arrow:
    start, end = spots[leg.start], spots[leg.end]
    first = first_outside(curve, start.at, start.radius + 1)
    if leg.part == "into":
        return _into(leg, width, curve.part(first, last_outside(curve, end.at, end.radius - 1)))
    tip = last_outside(curve, end.at, end.radius + 1.5)
    base = max(last_outside(curve.part(0, tip), curve.at(tip), _length(width, curve)) * tip, first)
    shaft = curve.part(first, base)
    heads = [triangle(curve.at(tip), shaft.end, _half(width)), *(_crosses(shaft, width) if leg.line == "denied" else ())]
    return Arrow(leg, width, "quadratic", (shaft.start, shaft.control, shaft.end), tuple(heads))


def _crosses(shaft: Curve, width: float) -> Iterator[tuple[Point, ...]]:
    """Two bars across the middle of what the text denies."""
    for t in (0.46, 0.54):
        x, y = towards(shaft.at(t - 0.02), shaft.at(t + 0.02))
        middle, long, thick = shaft.at(t), width + 5.0, 0.9
        corners = ((1, 1), (1, -1), (-1, -1), (-1, 1))
        yield tuple((middle[0] - y * long * a + x * thick * b, middle[1] + x * long * a + y * thick * b) for a, b in corners)


def _length(width: float, curve: Curve) -> float:
    """A head takes no more than half of a short way."""
    return min(head_length(width), distance(curve.start, curve.end) * 0.5)


def _into(leg: Leg, width: float, curve: Curve) -> Arrow:
    """The first part of a way: it runs up to the mark of the transit place, and a small triangle on it shows the direction."""
    length = min(head_length(width) * 0.75, distance(curve.start, curve.end) * 0.4)
    middle = curve.at(0.5)
    x, y = curve.at(0.52)[0] - curve.at(0.48)[0], curve.at(0.52)[1] - curve.at(0.48)[1]
    angle = atan2(y, x)
    tip, base = away(middle, angle, length / 2), away(middle, angle, -length / 2)
    return Arrow(leg, width, "quadratic", (curve.start, curve.control, curve.end), (triangle(tip, base, _half(width) * 0.85),))


def _loops(lines: Sequence[Leg], most: int, spots: Mapping[str, Spot], free: _Free, size: Size) -> list[Arrow]:
    arrows = []
    for leg in lines:
        spot, width = spots[leg.start], stroke(leg.statements, most)
        angle = free.direction(leg.start, spot.radius + size.mark * 1.6)
        free.taken[leg.start] += (angle - LOOP, angle + LOOP)
        arrows.append(_loop(leg, width, spot, angle, size))
    return arrows


def _loop(leg: Leg, width: float, spot: Spot, angle: float, size: Size) -> Arrow:
    """A line that leaves the mark and comes back to it."""
    foot, reach = spot.radius + 1.5, spot.radius + size.mark * 3.4
    spread = LOOP + width * 0.03
    tip = away(spot.at, angle + spread, foot)
    back = away(spot.at, angle + spread * 1.5, reach)
    length = head_length(width) * 0.8
    x, y = tip[0] - back[0], tip[1] - back[1]
    base = away(tip, atan2(y, x), -length)
    points = (away(spot.at, angle - spread, foot - 1), away(spot.at, angle - spread * 1.5, reach), back, base)
    return Arrow(leg, width, "cubic", points, (triangle(tip, base, _half(width) * 0.9),))


def _stubs(lines: Sequence[Leg], most: int, marks: dict[str, Spot], graph: Network, free: _Free) -> list[Arrow]:
    """Short straight arrows to or from a mark for the end that no map can show; the marks are added to ``marks``."""
    arrows = []
    for leg in lines:
        known, end = (leg.start, leg.end) if leg.start in free.spots else (leg.end, leg.start)
        name, spot = f"{leg.start}>{leg.end}", free.spots[known]
        if name not in marks:
            reach = spot.radius + STUB
            marks[name] = _end(name, graph.nodes[end], away(spot.at, free.direction(known, reach), reach), leg.statements)
        moved = replace(leg, start=known, end=name) if known == leg.start else replace(leg, start=name, end=known)
        curve = _straight(marks[moved.start].at, marks[moved.end].at)
        arrows.append(_arrow(moved, stroke(leg.statements, most), curve, marks))
    return arrows


def _straight(start: Point, end: Point) -> Curve:
    return Curve(start, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), end)


def _end(id: str, node: Mapping[str, Any], at: Point, weight: int) -> Spot:
    if node["kind"] == "unknown":
        return Spot(id, "unknown", node["label"], (), at, at, END, weight)
    return Spot(id, "placeless", node["label"], (), at, at, 3.0, weight)
