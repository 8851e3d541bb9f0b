"""The curves of the lines between places: bent so that opposite ways part, side by side where several lead the same way."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import Any, Final

import numpy as np

from kg.flows.curves import Curve, distance, towards
from kg.flows.legs import Leg
from kg.flows.projection import Point, View
from kg.flows.shapes import Box
from kg.flows.spots import Spot

BENDS: Final = (0.2, 0.25, 0.15, 0.3, 0.1, 0.36, 0.42, 0.05, 0.55)
"""How far a curve's control point may lie beside the middle, as a share of the way; the first is the best."""

GAP: Final = 3.0
"""Between lines side by side, in pixels."""

STRIDE: Final = 4.0
"""From point to point where it is looked whether a curve touches a mark, in pixels: no mark is smaller."""

Marks = np.ndarray[Any, np.dtype[np.float64]]


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
    marks = np.array([(*spot.at, spot.radius + 4) for spot in others]).reshape(-1, 3)
    steps = max(24, round(distance(start, end) / STRIDE))
    best = (inf, BENDS[0])
    for bend in BENDS:
        points = _curve(start, end, bend, 0.0, 0.0).points(steps)[2:-2]
        best = min(best, (_touched(points, marks) + _leaves(points, box), bend), key=lambda found: found[0])
        if best[0] == 0:
            break
    return best[1]


def _touched(points: Sequence[Point], marks: Marks) -> int:
    """How many of the marks, each given by its centre and radius, a line along these points touches."""
    along = np.array(points)
    far = np.hypot(along[:, None, 0] - marks[None, :, 0], along[:, None, 1] - marks[None, :, 1])
    return int((far < marks[None, :, 2]).any(axis=0).sum())


def _leaves(points: Sequence[Point], box: Box) -> bool:
    left, top, right, bottom = box
    return any(not (left + 4 < x < right - 4 and top + 4 < y < bottom - 4) for x, y in points)
