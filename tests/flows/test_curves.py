"""Curves, where they meet marks, and arrow heads."""

from collections.abc import Iterable
from math import pi

import pytest

from kg.flows.curves import Curve, distance, first_outside, last_outside, towards, trace, triangle, turn_between
from kg.flows.projection import Point

ARC = Curve((0, 0), (50, -40), (100, 0))


def flat(points: Iterable[Point]) -> list[float]:
    return [number for point in points for number in point]


def test_a_part_of_a_curve_lies_on_the_curve() -> None:
    part = ARC.part(0.25, 0.75)
    assert flat(part.points(3)) == pytest.approx(flat([ARC.at(0.25), ARC.at(0.5), ARC.at(0.75)]))


def test_a_curve_leaves_and_enters_a_mark_at_its_rim() -> None:
    assert distance(ARC.at(first_outside(ARC, (0, 0), 10)), (0, 0)) == pytest.approx(10, abs=0.001)
    assert distance(ARC.at(last_outside(ARC, (100, 0), 12)), (100, 0)) == pytest.approx(12, abs=0.001)


def test_a_curve_that_begins_at_the_rim_is_whole() -> None:
    assert first_outside(ARC, (-20, 0), 10) == 0.0


def test_points_along_a_curve_are_those_of_its_formula() -> None:
    assert flat(trace((ARC.start, ARC.control, ARC.end), 5)) == pytest.approx(flat(ARC.points(5)))
    assert flat(trace([(0, 0), (0, 10), (10, 10), (10, 0)], 3)) == pytest.approx([0, 0, 5, 7.5, 10, 0])


def test_a_head_points_to_its_tip() -> None:
    assert triangle((10, 0), (0, 0), 4) == ((10, 0), (0, 4), (0, -4))


def test_directions() -> None:
    assert towards((1, 1), (1, 1)) == (1.0, 0.0)
    assert turn_between(0.1, 2 * pi - 0.1) == pytest.approx(0.2)
