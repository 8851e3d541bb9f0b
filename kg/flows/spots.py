"""Where the marks of places stand on the page: at the place, or as near to it as other marks allow."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import copysign, hypot, sqrt
from typing import Any, Final, Literal

from kg.flows.curves import distance, towards
from kg.flows.legs import Leg
from kg.flows.network import Network, Role
from kg.flows.projection import Point, View

ROUNDS: Final = 80
"""How often marks that are too close are moved apart; more changes nothing that can be seen."""

HOME: Final = 0.03
"""The part of the way home that a mark goes back in every round."""

SLANT: Final = 0.7
"""How far across the line on which their places lie two marks that are close may stand, as a share of how far along it."""

EDGE: Final = 24.0
"""No mark comes nearer to the edge of the map, in pixels."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large marks and names are, in pixels; a crowded map needs smaller ones."""

    mark: float
    """Half the diagonal of a transit place's mark, which holds the other marks."""
    gap: float
    """Between the marks of places that a line joins."""
    text: float


LARGE: Final = Size(mark=10.5, gap=30.0, text=12.5)
MIDDLE: Final = Size(mark=8.5, gap=24.0, text=11.0)
SMALL: Final = Size(mark=7.0, gap=20.0, text=10.0)


SIZES: Final = ((16, LARGE), (40, MIDDLE), (10**9, SMALL))
"""The size for up to so many places."""


def size_for(places: int, room: float = 1.0) -> Size:
    """The size for a map of so many places; ``room`` is the map's width as a share of the widest."""
    return next(size for up_to, size in SIZES if places <= up_to * room)


@dataclass(frozen=True, slots=True)
class Spot:
    """The mark of a place, or of an end that no map can show."""

    id: str
    kind: Literal["country", "region", "unknown", "placeless"]
    label: str
    roles: tuple[Role, ...]
    at: Point
    home: Point
    """Where the place really is."""
    radius: float
    """No line comes nearer."""
    weight: int
    """The number of statements that name it."""


def spots(graph: Network, lines: Sequence[Leg], view: View, size: Size) -> dict[str, Spot]:
    """The marks of all places that a map can show."""
    weights = _weights(graph)
    placed = {node: _spot(node, data, weights.get(node, 0), view, size) for node, data in graph.nodes(data=True) if "latitude" in data}
    joined = Counter(frozenset((leg.start, leg.end)) for leg in lines)
    positions = _moved_apart([placed[node] for node in sorted(placed)], joined, view, size)
    return {node: replace(placed[node], at=positions[node]) for node in sorted(placed)}


def _weights(graph: Network) -> dict[str, int]:
    weights: dict[str, int] = {}
    for origin, destination, data in graph.edges(data=True):
        for node in {origin, *data["via"], destination}:
            weights[node] = weights.get(node, 0) + data["statements"]
    return weights


def _spot(node: str, data: Mapping[str, Any], weight: int, view: View, size: Size) -> Spot:
    home = view.place((data["longitude"], data["latitude"]))
    return Spot(node, data["kind"], data["label"], data["roles"], home, home, _radius(data["kind"], data["roles"], size), weight)


def _radius(kind: str, roles: Iterable[Role], size: Size) -> float:
    if kind == "region":
        return size.mark * 1.2
    if "transit" in roles:
        return size.mark
    return size.mark * (0.68 if "destination" in roles else 0.48)


def gap_for(lines: int, size: Size) -> float:
    """The room between two marks that so many lines join, in pixels: the more lines side by side, the more room for their heads."""
    return size.gap * min(1.9, 0.7 + 0.3 * lines) if lines else 4.0


def _moved_apart(marks: Sequence[Spot], joined: Counter[frozenset[str]], view: View, size: Size) -> dict[str, Point]:
    """The marks' positions after those that are too close have pushed each other away, while each is drawn back to its place.

    They push along the line on which their places lie, so that no mark comes to stand on the wrong side of another.
    """
    left, top, right, bottom = view.box
    at = {mark.id: mark.at for mark in marks}
    pairs = [
        (a, b, a.radius + b.radius + gap_for(joined[frozenset((a.id, b.id))], size))
        for n, a in enumerate(marks)
        for b in marks[n + 1 :]
        if distance(a.home, b.home) < 160
    ]
    for _ in range(ROUNDS):
        for a, b, need in pairs:
            x, y = _push(at[a.id], at[b.id], towards(a.home, b.home), need)
            at[a.id] = (at[a.id][0] - x, at[a.id][1] - y)
            at[b.id] = (at[b.id][0] + x, at[b.id][1] + y)
        for mark in marks:
            x, y = (now + (home - now) * HOME for now, home in zip(at[mark.id], mark.home, strict=True))
            at[mark.id] = (min(max(x, left + EDGE), right - EDGE), min(max(y, top + EDGE), bottom - EDGE))
    return at


def _push(a: Point, b: Point, way: Point, need: float) -> Point:
    """By how much the second of two marks moves, and the first against it, along ``way`` and across it.

    Along it until they are far enough apart, across it until they lie about that way from each other.
    """
    apart = (b[0] - a[0], b[1] - a[1])
    along, across = apart[0] * way[0] + apart[1] * way[1], apart[1] * way[0] - apart[0] * way[1]
    lack = max(0.0, sqrt(max(0.0, need**2 - across**2)) - along) if hypot(*apart) < need else 0.0
    back = max(0.0, abs(across) - SLANT * max(0.0, along + lack)) if abs(across) < need else 0.0
    side = copysign(back, -across)
    return (way[0] * lack - way[1] * side) / 2, (way[1] * lack + way[0] * side) / 2
