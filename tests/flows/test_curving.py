"""Lines between places: none runs along another, however close the places are, and those side by side stand about the middle."""

from itertools import combinations, pairwise

import pytest

from kg.flows.arrows import Arrow, drawn
from kg.flows.curves import distance, trace
from kg.flows.legs import legs
from kg.flows.network import network
from kg.flows.projection import Point, fitting, view
from kg.flows.scene import points_and_ways
from kg.flows.spots import gap_for, size_for, spots
from kg.flows.statements import FlowStatement
from tests.flows.made import LAOS, said

MALAWI = (
    *(said("MWI", end, doc="MWI-2019") for end in ("MOZ", "TZA", "ZMB", None)),
    *(said("MWI", end, "KEN", doc="MWI-2019") for end in ("KWT", "OMN", "SAU")),
    *(said(start, "ZAF", "MWI", doc="MWI-2019") for start in ("NPL", "BGD")),
    said(None, "MWI", doc="MWI-2019"),
    said("MWI", "MWI", doc="MWI-2019"),
)


def arrows(statements: tuple[FlowStatement, ...]) -> list[Arrow]:
    graph = network(statements)
    lines = legs(graph)
    size, here = size_for(len(graph)), view(*points_and_ways(graph, lines), fitting(1120, 0))
    return list(drawn(lines, graph, spots(graph, lines, here, size), here, size).arrows)


def inner(arrow: Arrow) -> list[Point]:
    return trace(arrow.points, 41)[8:33]


def along(one: Arrow, other: Arrow) -> float:
    """The share of the inner part of one line that another covers."""
    there, reach = trace(other.points, 160), other.width / 2 + 1
    near = [min(distance(point, p) for p in there) < reach for point in inner(one)]
    return sum(near) / len(near)


@pytest.mark.parametrize("statements", [LAOS, MALAWI, (*LAOS, *MALAWI)], ids=["Laos", "Malawi", "both on a map of the world"])
def test_no_line_runs_along_another_and_no_head_covers_the_middle_of_one(statements: tuple[FlowStatement, ...]) -> None:
    found = arrows(statements)
    assert len(found) > 8
    assert [(a.leg.flows, b.leg.flows) for a, b in combinations(found, 2) if max(along(a, b), along(b, a)) > 0.4] == []
    for arrow in found:
        middle = inner(arrow)[12]
        assert [other.leg.flows for other in found if other is not arrow and any(holds(head, middle) for head in other.heads)] == []


def holds(ring: tuple[Point, ...], point: Point) -> bool:
    """Whether a point lies in a convex ring."""
    turns = [(b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) for a, b in pairwise((*ring, ring[0]))]
    return all(turn > 0 for turn in turns) or all(turn < 0 for turn in turns)


def test_lines_of_one_way_stand_about_its_middle_and_opposite_ones_part() -> None:
    same = arrows(
        (said("LAO", "THA", exploitation=("sex_trafficking",)), said("VNM", "THA", "LAO"), said("LAO", "THA", polarity="negated"))
    )
    to_thailand = [arrow for arrow in same if (arrow.leg.start, arrow.leg.end) == ("LAO", "THA")]
    starts = [arrow.points[0] for arrow in to_thailand]
    assert len(starts) == 3
    assert max(distance(a, b) for a, b in combinations(starts, 2)) < 2 * 10.5
    there, back = arrows((said("LAO", "THA"), said("THA", "LAO")))
    assert distance(inner(there)[12], inner(back)[12]) > 8


def test_more_lines_between_two_marks_need_more_room() -> None:
    size = size_for(5)
    assert [round(gap_for(lines, size)) for lines in (0, 1, 2, 3, 40)] == [4, 30, 39, 48, 57]
