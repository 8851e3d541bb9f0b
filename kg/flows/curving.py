"""The curves of the lines between places: bent so that opposite ways and crowds part, side by side where several lead the same way."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import copysign, inf
from typing import Any, Final

import numpy as np

from kg.flows.curves import Curve, distance, towards
from kg.flows.legs import Leg
from kg.flows.projection import Point, View
from kg.flows.shapes import Box
from kg.flows.spots import Spot

BENDS: Final = (0.2, 0.25, 0.15, 0.3, 0.1, 0.36, 0.42, 0.05, 0.55)
"""How far a curve's control point may lie beside the middle, as a share of the way; the first is the best."""

OTHER_SIDE: Final = 0.15
"""What it costs to bend to the right, as a share of a mark that is touched: all others bend to the left."""

CROWDED: Final = 1.5
"""What it costs to run along other lines for a while, in marks that are touched."""

WHILE: Final = 20
"""From so many points among other lines on it costs no more."""

GAP: Final = 3.0
"""Between lines side by side, in pixels."""

STRIDE: Final = 4.0
"""From point to point where it is looked whether a curve touches a mark, in pixels: no mark is smaller."""

Points = np.ndarray[Any, np.dtype[np.float64]]
"""A row for each point."""


def curves(lines: Sequence[Leg], widths: Sequence[float], spots: Mapping[str, Spot], view: View) -> list[Curve]:
    """The curve of each line, from mark to mark; those of short ways, which have least room, are laid first."""
    lanes: dict[tuple[str, str], list[int]] = defaultdict(list)
    for n, leg in enumerate(lines):
        lanes[leg.start, leg.end].append(n)
    found: dict[int, Curve] = {}
    taken = _Taken(view.box)
    for (start, end), members in sorted(lanes.items(), key=lambda lane: (distance(spots[lane[0][0]].at, spots[lane[0][1]].at), lane[0])):
        others = [spot for spot in spots.values() if spot.id not in (start, end)]
        two_ways = (end, start) in lanes
        bend = _bend(spots[start].at, spots[end].at, others, view.box, taken, BENDS if two_ways else BOTH_SIDES)
        reach = min(spots[start].radius, spots[end].radius) * 0.9
        for n, offset in zip(members, _offsets([widths[n] for n in members], two_ways=two_ways), strict=True):
            found[n] = _curve(spots[start].at, spots[end].at, bend, offset, reach)
            taken.add(_inner(_along(found[n])), widths[n])
    return [found[n] for n in range(len(lines))]


BOTH_SIDES: Final = tuple(side * bend for bend in BENDS for side in (1, -1))


class _Taken:
    """Where lines are already, by cells of the page."""

    def __init__(self, box: Box) -> None:
        self.first = np.array([box[0], box[1]]) - OUTSIDE
        self.cells = np.zeros([int((high - low + 2 * OUTSIDE) / STRIDE) + 2 for low, high in (box[::2], box[1::2])], dtype=bool)

    def _at(self, points: Points) -> np.ndarray[Any, np.dtype[np.int64]]:
        found: np.ndarray[Any, np.dtype[np.int64]] = np.rint((points - self.first) / STRIDE).astype(int)
        return found.clip(0, np.array(self.cells.shape) - 1)

    def add(self, points: Points, width: float) -> None:
        """A line of this width along these points."""
        reach = width / 2 + STRIDE
        for (left, top), (right, bottom) in zip(self._at(points - reach), self._at(points + reach), strict=True):
            self.cells[left : right + 1, top : bottom + 1] = True

    def share(self, points: Points) -> float:
        """At how many of these points there is a line already, as a share of ``WHILE``."""
        columns, rows = self._at(points).T
        return min(1.0, float(self.cells[columns, rows].sum()) / WHILE)


OUTSIDE: Final = 200.0
"""How far beyond the page it is noted where lines are, in pixels."""


@cache
def _shares(steps: int) -> Points:
    """What the three points of a curve count for at so many points along it."""
    t = np.arange(steps) / (steps - 1)
    return np.stack([(1 - t) ** 2, 2 * t * (1 - t), t * t], axis=1)


def _along(curve: Curve) -> Points:
    """Points along a curve, none farther from the next than ``STRIDE``."""
    steps = max(24, round(distance(curve.start, curve.end) / STRIDE))
    found: Points = _shares(steps) @ np.array([curve.start, curve.control, curve.end])
    return found


def _inner(points: Points) -> Points:
    """Those without the ends, at which lines of one mark have to meet."""
    return points[len(points) // 5 : len(points) * 4 // 5]


def _offsets(widths: Sequence[float], *, two_ways: bool) -> list[float]:
    """How far to the left each of several lines lies, so that they stand side by side: about the middle where none leads back."""
    offsets, at = [], -widths[0] / 2
    for width in widths:
        offsets.append(at + width / 2)
        at += width + GAP
    middle = 0.0 if two_ways else (at - GAP - widths[0] / 2) / 2
    return [offset - middle for offset in offsets]


def _curve(start: Point, end: Point, bend: float, offset: float, reach: float) -> Curve:
    x, y = towards(start, end)
    left = (y, -x)
    port = max(-reach, min(offset, reach))
    first, last = ((p[0] + left[0] * port, p[1] + left[1] * port) for p in (start, end))
    out = copysign(max(abs(bend) * distance(start, end), 9.0), bend) + offset * 1.6
    return Curve(first, ((start[0] + end[0]) / 2 + left[0] * out, (start[1] + end[1]) / 2 + left[1] * out), last)


def _bend(start: Point, end: Point, others: Iterable[Spot], box: Box, taken: _Taken, bends: Sequence[float]) -> float:
    """The bend whose curve touches the fewest other marks, for a line over a mark reads like a way through that place, and fewest lines."""
    marks = np.array([(*spot.at, spot.radius + 4) for spot in others]).reshape(-1, 3)
    best = (inf, bends[0])
    for bend in bends:
        points = _along(_curve(start, end, bend, 0.0, 0.0))
        cost = _touched(points[2:-2], marks) + _leaves(points[2:-2], box) + (OTHER_SIDE if bend < 0 else 0)
        if cost < best[0]:
            best = min(best, (cost + CROWDED * taken.share(_inner(points)), bend), key=lambda found: found[0])
        if best[0] == 0:
            break
    return best[1]


def _touched(points: Points, marks: Points) -> int:
    """How many of the marks, each given by its centre and radius, a line along these points touches; few are near enough to be measured."""
    low, high = points.min(axis=0), points.max(axis=0)
    marks = marks[((marks[:, :2] + marks[:, 2:] > low) & (marks[:, :2] - marks[:, 2:] < high)).all(axis=1)]
    if not len(marks):
        return 0
    far = np.hypot(points[:, None, 0] - marks[None, :, 0], points[:, None, 1] - marks[None, :, 1])
    return int((far < marks[None, :, 2]).any(axis=0).sum())


def _leaves(points: Points, box: Box) -> bool:
    left, top, right, bottom = box
    return bool((points < (left + 4, top + 4)).any() or (points > (right - 4, bottom - 4)).any())
