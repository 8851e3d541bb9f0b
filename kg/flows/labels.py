"""Where names stand: beside their marks, over no mark, arrow head or other name, with a thin line where they had to move away.

No name stands nearer to the mark of another place than to its own, or reaches over the edge of the map; one that finds no such room is left
out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Any, Final

import numpy as np

from kg.flows.projection import Point
from kg.flows.shapes import Anchor, Box

CELL: Final = 3.0
"""The grain of the page on which it is noted what is covered, in pixels."""

DIRECTIONS: Final = tuple(n * pi / 8 for n in (0, 8, 12, 4, 15, 1, 7, 9, 14, 2, 10, 6, 13, 3, 11, 5))
"""Sixteen directions, the best first: right, left, above, below."""

DISTANCES: Final = (0.0, 5.0, 11.0, 18.0, 27.0, 38.0, 52.0, 70.0, 92.0, 120.0, 155.0, 200.0, 260.0)

ABBREVIATED: Final = 45.0
"""The cost of a code in the place of a name: that of a name so much farther away."""

ON_LINES: Final = 0.9
"""The cost of a name for each cell of a line that it covers."""

BLANK: Final = 4.0
"""By how much the blanks around two names may overlap, in pixels."""

CLEARER: Final = 0.5
"""So much farther, in pixels, than the mark of its own place is every other mark from a name."""

NEAR: Final = 11.0
"""A name farther from its mark than this gets a line to it."""

Measure = Callable[[str, float], float]
"""The width of a text at a size, in pixels."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to be put beside a mark; ``short`` stands for it where it finds no room near by."""

    id: str
    text: str
    short: str
    at: Point
    radius: float
    size: float


@dataclass(frozen=True, slots=True)
class Label:
    """A name where it stands; ``leader`` is the line from the mark, if it needs one."""

    id: str
    text: str
    at: Point
    anchor: Anchor
    size: float
    leader: tuple[Point, Point] | None


Marks = np.ndarray[Any, np.dtype[np.float64]]
"""A row for each mark: x, y, radius."""


class Cover:
    """What is covered on a page: not at all, lightly (a line) or fully (a mark, an arrow head, a name)."""

    def __init__(self, box: Box) -> None:
        self.box = box
        self.full = np.zeros(self._cell(box[2], box[3], above=True))
        self.light = np.zeros_like(self.full)
        self.marks: dict[str, tuple[Point, float]] = {}
        self.names: list[Box] = []

    def _cell(self, x: float, y: float, *, above: bool = False) -> tuple[int, int]:
        row, column = (y - self.box[1]) / CELL, (x - self.box[0]) / CELL
        return (int(row) + above, int(column) + above)

    def _slice(self, box: Box) -> tuple[slice, slice]:
        (top, left), (bottom, right) = self._cell(*box[:2]), self._cell(*box[2:], above=True)
        return slice(max(top, 0), max(bottom, 0)), slice(max(left, 0), max(right, 0))

    def cover(self, box: Box) -> None:
        """Nothing else may stand here."""
        self.full[self._slice(box)] = 1

    def name(self, box: Box) -> None:
        """A name stands here, over which no other may."""
        self.names.append(box)
        self.cover(box)

    def mark(self, id: str, at: Point, radius: float) -> None:
        """The mark of a place, which nothing may cover and no name of another place be nearest to."""
        self.marks[id] = at, radius
        x, y = at
        self.cover((x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1))

    def others(self, id: str) -> Marks:
        """The middles and radii of the marks of other places; an area without a place (``LAO>region:…``) goes with that of its country."""
        own = {id, *id.split(">")}
        return np.array([(*at, radius) for other, (at, radius) in self.marks.items() if other not in own]).reshape(-1, 3)

    def is_free(self, box: Box) -> bool:
        """Whether no name stands here."""
        left, top, right, bottom = box[0] + BLANK, box[1] + BLANK, box[2] - BLANK, box[3] - BLANK
        return not any(left < name[2] and name[0] < right and top < name[3] and name[1] < bottom for name in self.names)

    def line(self, points: Iterable[Point], half: float) -> None:
        """Better nothing else stands along these points."""
        for x, y in points:
            self.light[self._slice((x - half, y - half, x + half, y + half))] = 1

    def holds(self, box: Box) -> bool:
        """Whether a box lies on the page."""
        left, top, right, bottom = self.box
        return left + 3 <= box[0] and box[2] <= right - 3 and top + 3 <= box[1] and box[3] <= bottom - 3

    def cost(self, box: Box) -> float:
        """How much of what lies in the box is covered: cells fully, and a share of those lightly."""
        area = self._slice(box)
        return float(self.full[area].sum()) * 100 + float(self.light[area].sum()) * ON_LINES

    def along(self, points: Sequence[Point]) -> float:
        """How much is covered of the cells in which points lie; what is not on the page is not."""
        where = ((np.array(points).reshape(-1, 2) - self.box[:2]) / CELL).astype(int)
        columns, rows = where[:, 0], where[:, 1]
        inside = (rows >= 0) & (columns >= 0) & (rows < self.full.shape[0]) & (columns < self.full.shape[1])
        cells = rows[inside], columns[inside]
        return float(self.full[cells].sum()) * 100 + float(self.light[cells].sum()) * ON_LINES


def placed(wanted: Sequence[Wanted], cover: Cover, measure: Measure) -> list[Label]:
    """The labels that find room, in the order given, which is that of importance."""
    labels = []
    for want in wanted:
        found = _best(want, cover, measure)
        if found is None:
            continue
        label, box = found
        cover.name(box)
        if label.leader:
            cover.line(_along(*label.leader), 1.5)
        labels.append(label)
    return labels


def _best(want: Wanted, cover: Cover, measure: Measure) -> tuple[Label, Box] | None:
    """The cheapest place; those that cost more than the best so far, before it is looked at what they cover, are passed over."""
    best: tuple[float, Label, Box] | None = None
    others = cover.others(want.id)
    for rank, text in enumerate(dict.fromkeys((want.text, want.short))):
        width = measure(text, want.size)
        for far in DISTANCES:
            least = far * 0.55 + rank * ABBREVIATED
            if best and least >= best[0]:
                break
            for turn, angle in enumerate(DIRECTIONS):
                if best and least + turn * 0.35 >= best[0]:
                    break
                at, anchor, box = _beside(want, width, angle, far, cover.box)
                cost = least + turn * 0.35 + cover.cost(box)
                if not cover.holds(box) or (best and cost >= best[0]):
                    continue
                leader = _leader(want, box) if far >= NEAR else None
                whole = cost + (cover.along(_along(*leader)[3:]) * 0.5 if leader else 0.0)
                if (best is None or whole < best[0]) and cover.is_free(box) and _is_nearest(want, box, others):
                    best = (whole, Label(want.id, text, at, anchor, want.size, leader), box)
    return best[1:] if best else None


def _is_nearest(want: Wanted, box: Box, others: Marks) -> bool:
    """Whether a text in a box is nearer to its own mark than to any other."""
    rows = np.vstack([others, (*want.at, want.radius)])
    across = np.maximum(np.maximum(box[0] - rows[:, 0], rows[:, 0] - box[2]), 0.0)
    along = np.maximum(np.maximum(box[1] - rows[:, 1], rows[:, 1] - box[3]), 0.0)
    far = np.hypot(across, along) - rows[:, 2]
    return bool(np.all(far[:-1] >= far[-1] + CLEARER))


def _beside(want: Wanted, width: float, angle: float, far: float, page: Box) -> tuple[Point, Anchor, Box]:
    """A text at an angle from its mark: to the right it starts there, to the left it ends there, else it is centred and on the page."""
    height = want.size * 0.74
    reach = want.radius + 3.5 + far
    x, y = want.at[0] + cos(angle) * reach, want.at[1] + sin(angle) * reach
    anchor: Anchor = "start" if cos(angle) > 0.35 else "end" if cos(angle) < -0.35 else "middle"
    if anchor == "middle":
        half = width / 2 + 6
        x = max(page[0] + half, min(x, page[2] - half))
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    top = y - height / 2 + sin(angle) * height / 2
    return (x, top + height), anchor, (left - 2, top - 2.5, left + width + 2, top + height + 3.5)


def _leader(want: Wanted, box: Box) -> tuple[Point, Point]:
    """From the rim of the mark to the nearest point of the text's box."""
    x = min(max(want.at[0], box[0] + 2), box[2] - 2)
    y = min(max(want.at[1], box[1] + 1), box[3] - 1)
    d = hypot(x - want.at[0], y - want.at[1]) or 1.0
    share = want.radius / d
    return (want.at[0] + (x - want.at[0]) * share, want.at[1] + (y - want.at[1]) * share), (x, y)


def _along(start: Point, end: Point) -> list[Point]:
    count = max(2, int(hypot(end[0] - start[0], end[1] - start[1]) / CELL))
    return [(start[0] + (end[0] - start[0]) * n / count, start[1] + (end[1] - start[1]) * n / count) for n in range(count + 1)]
