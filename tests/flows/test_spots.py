"""Marks that are too close stand apart, on the sides of each other on which their places lie."""

from itertools import combinations, product
from math import atan2, degrees, pi

import pytest

from kg.flows.curves import distance
from kg.flows.legs import legs
from kg.flows.network import network
from kg.flows.projection import Point, fitting, view
from kg.flows.scene import points_and_ways
from kg.flows.spots import SMALL, Spot, spots
from tests.flows.made import LAOS, PACIFIC, crowd, said

FAR = (said("ECU", "ITA"), said("COL", "ECU"), said("MWI", "ZAF"))

CASES = {"Laos": LAOS, "Laos in the world": (*LAOS, *FAR), "Pacific": PACIFIC, "forty": tuple(crowd(40))}


def marks(case: str, width: float) -> list[Spot]:
    graph = network(CASES[case])
    lines = legs(graph)
    return list(spots(graph, lines, view(*points_and_ways(graph, lines), fitting(width, 0.0)), SMALL).values())


def turned(a: Spot, b: Spot) -> float:
    """How far the way from mark to mark is turned from that between their places, in degrees."""

    def angle(start: Point, end: Point) -> float:
        return atan2(end[1] - start[1], end[0] - start[0])

    return abs(degrees((angle(a.at, b.at) - angle(a.home, b.home) + pi) % (2 * pi) - pi))


CROWDED = ("forty", 380.0)
"""More marks than a telephone is given to show."""


@pytest.mark.parametrize(("case", "width"), [pair for pair in product(sorted(CASES), (1120.0, 740.0, 380.0)) if pair != CROWDED])
def test_marks_keep_the_direction_in_which_their_places_lie(case: str, width: float) -> None:
    pairs = [(a, b) for a, b in combinations(marks(case, width), 2) if 2 < distance(a.home, b.home) < 160]
    assert len(pairs) >= 5
    assert [(a.id, b.id) for a, b in pairs if turned(a, b) > 45] == []


@pytest.mark.parametrize("case", sorted(CASES))
def test_no_mark_covers_another(case: str) -> None:
    pairs = list(combinations(marks(case, 1120.0), 2))
    assert len(pairs) >= 10
    assert [(a.id, b.id) for a, b in pairs if distance(a.at, b.at) < a.radius + b.radius] == []
