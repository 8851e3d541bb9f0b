"""The curves of the lines between places: bent so that opposite ways part, side by side where several lead the same way."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import hypot
from typing import Final

from kg.flows.curves import Curve, distance, towards
from kg.flows.legs import Leg
from kg.flows.projection import Point, View
from kg.flows.spots import Spot

BENDS: Final = (0.2, 0.25, 0.15, 0.3, 0.1, 0.36, 0.42, 0.05, 0.55)
"""How far a curve's control point may lie beside the middle, as a share of the way; the first is the best."""

GAP: Final = 3.0
"""Between lines side by side, in pixels."""

STRIDE: Final = 4.0
"""From point to point where it is looked whether a curve touches a mark, in pixels: no mark is smaller."""

Box = tuple[float, float, float, float]


def curves(lines: Sequence[Leg], widths: Sequence[float], spots: Mapping[str, Spot], view: View) -> list[Curve]:
    """The curve of each line, from mark to mark; all lines bend to the left of their way."""
    lanes: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, leg in enumerate(lines):
        lanes[leg.start, leg.end].append(n)
    found: dict[int, Curve] = {}
    for (start, end), members in lanes.items():
        others = [spot for spot in spots.values() if spot.id not in (start, end)]
        bend = _bend(spots[start].at, spots[end].at, others, view.box)
        reach = min(spots[start].radius, spots[end].radius) * 0.9
        for n, offset in zip(members, _offsets([widths[n] for n in members]), strict=True):
            found[n] = _curve(spots[start].at, spots[end].at, bend, offset, reach)
    return [found[n] for n in range(len(lines))]


def _offsets(widths: Sequence[float]) -> list[float]:
    """How far to the left each of several lines lies, so that they stand side by side."""
    offsets, at = [], -widths[0] / 2
    for width in widths:
        offsets.append(at + width / 2)
        at += width + GAP
    return offsets


def _curve(start: Point, end: Point, bend: float, offset: float, reach: float) -> Curve:
    x, y = towards(start, end)
    left = (y, -x)
    port = min(offset, reach)
    first, last = ((p[0] + left[0] * port, p[1] + left[1] * port) for p in (start, end))
    out = max(bend * distance(start, end), 9.0) + offset * 1.6
    return Curve(first, ((start[0] + end[0]) / 2 + left[0] * out, (start[1] + end[1]) / 2 + left[1] * out), last)


def _bend(start: Point, end: Point, others: Iterable[Spot], box: Box) -> float:
    """The first bend whose curve touches the fewest other marks: a line over a mark reads like a way through that place."""
    marks = [(spot.at, spot.radius + 4) for spot in others]
    steps = max(24, round(distance(start, end) / STRIDE))

    def cost(bend: float) -> tuple[int, int]:
        points = _curve(start, end, bend, 0.0, 0.0).points(steps)[2:-2]
        return sum(_touches(points, at, radius) for at, radius in marks) + _leaves(points, box), BENDS.index(bend)

    return min(BENDS, key=cost)


def _touches(points: Sequence[Point], at: Point, radius: float) -> bool:
    return any(hypot(x - at[0], y - at[1]) < radius for x, y in points)


def _leaves(points: Sequence[Point], box: Box) -> bool:
    left, top, right, bottom = box
    return any(not (left + 4 < x < right - 4 and top + 4 < y < bottom - 4) for x, y in points)
