"""Which part of the world a map shows, and that nothing crosses its edge."""

from itertools import pairwise

import pytest

from kg.flows.legs import legs
from kg.flows.network import network
from kg.flows.projection import Page, Projection, View, cut_meridian, unwrap, view
from kg.flows.scene import points_and_ways
from kg.flows.statements import FlowStatement
from tests.flows.made import CODES, LAOS, PACIFIC, crowd, said


def shown(*statements: FlowStatement) -> View:
    graph = network(statements)
    return view(*points_and_ways(graph, legs(graph)), Page())


def test_the_map_is_cut_where_the_fewest_ways_cross() -> None:
    assert cut_meridian([(103.8, 101)]) == -168.5
    assert cut_meridian([(178, -98), (105, -98)]) == -28.0
    assert cut_meridian([(178, -98), (-60, 10), (-70, 0)]) == -168.5
    assert cut_meridian([(178, 178), (-149, -149)]) == -28.0
    assert cut_meridian([]) == -168.5


def test_a_way_that_is_stated_often_is_not_cut_for_some_that_are_stated_seldom() -> None:
    atlantic = [said("ECU", "ESP", fact=str(n)) for n in range(5)]
    pacific = (said("MHL", "USA"), said("FJI", "USA"), said("NZL", "CAN"))
    assert shown(*pacific, *atlantic).projection.cut == -168.5
    assert shown(*pacific, *atlantic[:1]).projection.cut == -28.0


@pytest.mark.parametrize(("longitude", "cut", "found"), [(-169, -168.5, 191), (-168.5, -168.5, -168.5), (178, -28, 178), (-98, -28, 262)])
def test_a_longitude_is_put_east_of_the_cut(longitude: float, cut: float, found: float) -> None:
    assert unwrap(longitude, cut) == found


def test_neighbours_across_the_antimeridian_lie_side_by_side() -> None:
    found = shown(*PACIFIC)
    (fiji, _), (samoa, _), (america, _) = (found.place(point) for point in ((178.0, -17.8), (-172.0, -13.6), (-98.5, 39.5)))
    assert 0 < fiji < samoa < america < found.width
    assert samoa - fiji < found.width / 8


@pytest.mark.parametrize("statements", [LAOS, PACIFIC, tuple(crowd(300)), (said("LAO", "LAO"),)], ids=["Laos", "Pacific", "world", "one"])
def test_all_places_lie_on_the_map_with_a_margin(statements: tuple[FlowStatement, ...]) -> None:
    found = shown(*statements)
    graph = network(statements)
    places = [found.place((data["longitude"], data["latitude"])) for _, data in graph.nodes(data=True) if "latitude" in data]
    left, top, right, bottom = found.box
    assert len(places) >= 1
    assert all(left + 100 <= x <= right - 100 and top + 60 <= y <= bottom - 60 for x, y in places)


def test_a_regional_map_is_no_map_of_the_world() -> None:
    assert not shown(*LAOS).projection.world
    assert shown(*crowd(300)).projection.world
    assert shown(*LAOS).scale > 4 * shown(*crowd(300)).scale
    assert len(set(CODES)) == 57


def test_equal_earth_keeps_areas() -> None:
    """A cell of ten degrees at the equator and one at 60 degrees have areas as on the globe (Snyder: R² Δλ (sin φ2 - sin φ1))."""
    world = Projection(-180, True)

    def area(south: float) -> float:
        steps = [south + n / 100 for n in range(1001)]
        points = [(world.plane((0.0, y))[1], world.plane((10.0, y))[0] - world.plane((0.0, y))[0]) for y in steps]
        return sum((b[0] - a[0]) * (a[1] + b[1]) / 2 for a, b in pairwise(points))

    assert area(60) / area(0) == pytest.approx((0.939693 - 0.866025) / 0.173648, rel=1e-3)
