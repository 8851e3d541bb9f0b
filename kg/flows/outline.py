"""Country outlines on a map: cut where the map is cut, projected, and only those that it shows."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from kg.flows.projection import Point, View

Ring = tuple[Point, ...]


@cache
def outlines() -> dict[str, tuple[Ring, ...]]:
    """The rings of every country by code, in degrees; holes are rings too (even-odd rule)."""
    held: dict[str, list[list[int]]] = json.loads((files("kg.flows.outlines") / "countries.json").read_text(encoding="utf-8"))
    return {code: tuple(_ring(numbers) for numbers in rings) for code, rings in held.items()}


def _ring(numbers: Sequence[int]) -> Ring:
    return tuple((x / 100, y / 100) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def land(view: View, grain: float = 0.0) -> dict[str, tuple[Ring, ...]]:
    """The rings of the countries that a view shows, in pixels of the page; of points nearer than ``grain`` to the one before, none."""
    found = {code: tuple(_thinned(ring, grain) for ring in _shown(rings, view)) for code, rings in outlines().items()}
    return {code: rings for code, rings in found.items() if rings}


def _shown(rings: Sequence[Ring], view: View) -> Iterator[Ring]:
    left, top, right, bottom = view.box
    for ring in rings:
        for part in cut_ring(ring, view.projection.cut):
            placed = tuple(view.at(point) for point in part)
            xs, ys = zip(*placed, strict=True)
            if min(xs) < right and max(xs) > left and min(ys) < bottom and max(ys) > top:
                yield placed


def _thinned(ring: Ring, grain: float) -> Ring:
    """The ring without points that nobody sees; a small one stays as it is."""
    kept = [ring[0]]
    for x, y in ring:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= grain:
            kept.append((x, y))
    return tuple(kept) if len(kept) > 3 else ring


def cut_ring(ring: Ring, cut: float) -> list[Ring]:
    """The parts of a ring in the turn that begins at ``cut``, each with longitudes between it and ``cut`` + 360."""
    first = min(x for x, _ in ring)
    turned = tuple((x - 360 * ((first - cut) // 360), y) for x, y in ring)
    end = cut + 360
    if max(x for x, _ in turned) <= end:
        return [turned]
    west = _clipped(turned, end, -1)
    east = tuple((x - 360, y) for x, y in _clipped(turned, end, 1))
    return [part for part in (west, east) if len(part) > 2]


def _clipped(ring: Ring, meridian: float, side: int) -> Ring:
    """The ring on one side of a meridian (Sutherland and Hodgman, 1974)."""
    found: list[Point] = []
    for (x1, y1), (x2, y2) in zip((ring[-1], *ring[:-1]), ring, strict=True):
        if ((x1 - meridian) * side < 0) != ((x2 - meridian) * side < 0):
            found.append((meridian, y1 + (y2 - y1) * (meridian - x1) / (x2 - x1)))
        if (x2 - meridian) * side >= 0:
            found.append((x2, y2))
    return tuple(found)
