"""Curves of the page: quadratic Béziers, where they enter a circle, their tangents, and triangles on them; all in pixels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import comb, cos, hypot, pi, sin
from typing import Final

from kg.flows.projection import Point

STEPS: Final = 28
"""Halvings of an interval: exact to a thousandth of a pixel on any page."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic Bézier curve from ``start`` to ``end``."""

    start: Point
    control: Point
    end: Point

    def at(self, t: float) -> Point:
        """The point at ``t`` from 0 to 1."""
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        return (
            a * self.start[0] + b * self.control[0] + c * self.end[0],
            a * self.start[1] + b * self.control[1] + c * self.end[1],
        )

    def part(self, first: float, last: float) -> "Curve":
        """The curve between two values of ``t`` (de Casteljau)."""
        start, end = self.at(first), self.at(last)
        into = _between(_between(self.start, self.control, first), _between(self.control, self.end, first), last)
        return Curve(start, into, end)

    def points(self, count: int) -> list[Point]:
        """So many points along the curve, both ends among them."""
        return [self.at(n / (count - 1)) for n in range(count)]


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def distance(a: Point, b: Point) -> float:
    """The distance of two points."""
    return hypot(b[0] - a[0], b[1] - a[1])


def towards(a: Point, b: Point) -> Point:
    """The unit vector from one point to another; to the right where they are one."""
    d = distance(a, b)
    return ((b[0] - a[0]) / d, (b[1] - a[1]) / d) if d else (1.0, 0.0)


def away(a: Point, angle: float, length: float) -> Point:
    """The point at an angle (radians, clockwise on the page) and a distance."""
    return a[0] + cos(angle) * length, a[1] + sin(angle) * length


def turn_between(a: float, b: float) -> float:
    """The smaller angle between two directions, from 0 to pi."""
    return abs((a - b + pi) % (2 * pi) - pi)


def first_outside(curve: Curve, centre: Point, radius: float) -> float:
    """The ``t`` at which a curve that begins in a circle leaves it."""
    return _switch(lambda t: distance(curve.at(t), centre) >= radius, 0.0, 0.5)


def last_outside(curve: Curve, centre: Point, radius: float) -> float:
    """The ``t`` at which a curve that ends in a circle enters it."""
    return _switch(lambda t: distance(curve.at(t), centre) >= radius, 1.0, 0.5)


def _switch(holds: Callable[[float], bool], no: float, yes: float) -> float:
    """Between a value for which it does not hold and one for which it does, the point of change; ``no`` where it holds there already."""
    if holds(no):
        return no
    for _ in range(STEPS):
        middle = (no + yes) / 2
        no, yes = (no, middle) if holds(middle) else (middle, yes)
    return yes


def triangle(tip: Point, base: Point, half: float) -> tuple[Point, Point, Point]:
    """An arrow head: its tip, and a base of twice ``half``."""
    x, y = towards(base, tip)
    return tip, (base[0] - y * half, base[1] + x * half), (base[0] + y * half, base[1] - x * half)


def trace(points: Sequence[Point], count: int) -> list[Point]:
    """So many points along the Bézier curve that three or four points make (Bernstein's form)."""
    degree = len(points) - 1
    found = []
    for t in (n / (count - 1) for n in range(count)):
        shares = [comb(degree, k) * t**k * (1 - t) ** (degree - k) for k in range(degree + 1)]
        x, y = (sum(share * point[axis] for share, point in zip(shares, points, strict=True)) for axis in (0, 1))
        found.append((x, y))
    return found
