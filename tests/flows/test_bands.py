"""Flows as bands: from where to where each leads, how wide it is, and that ways through other places stand apart."""

from itertools import pairwise

from kg.flows.bands import FILL, bands, bands_of
from kg.flows.drawing import text_width
from kg.flows.filters import FlowFilter, matching
from kg.flows.frame import WIDE
from kg.flows.network import network
from kg.flows.shapes import Area, Line, Scene, Text
from kg.flows.statements import FlowStatement
from kg.flows.words import words
from tests.flows.made import DOUBTFUL, LAOS, crowd, said

ALL = FlowFilter().of_any_certainty()


def drawn(statements: tuple[FlowStatement, ...]) -> Scene:
    found = matching(statements, ALL)
    return bands(found, words(network(found), found, ALL, marks="Bands"), text_width)


def areas(picture: Scene) -> list[Area]:
    return [shape for shape in picture.shapes if isinstance(shape, Area) and shape.flows]


def texts(picture: Scene) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Text)]


def height(area: Area) -> float:
    (ring,) = area.rings
    return ring[-1][1] - ring[0][1]


def test_a_way_stops_at_every_place_and_several_on_the_way_are_one_stop() -> None:
    found = bands_of(network([said("VNM", "THA", "LAO"), said("LAO", "LAO"), said("CHN", "THA", "LAO", "MMR")]))
    assert [band.stops for band in found] == [("CHN", "LAO+MMR", "THA"), ("LAO", "LAO"), ("VNM", "LAO", "THA")]


def test_bands_lead_from_left_to_right_and_a_way_through_a_place_has_two() -> None:
    found = areas(drawn(LAOS))
    assert all(ring[0][0] < ring[24][0] for area in found for ring in area.rings)
    assert sorted(area.flows[0] for area in found) == sorted(
        ["LAO>CHN", "LAO>LAO", "LAO>MYS", "LAO>THA", "VNM>LAO"]
        + [key for key in ("CHN>LAO>THA", "MMR>LAO>THA", "VNM>LAO>THA") for _ in range(2)]
    )


def test_ways_through_a_place_stand_below_the_straight_ones() -> None:
    found = areas(drawn(LAOS))
    lowest = {
        through: [y for a in found if (a.flows[0].count(">") == 2) == through for r in a.rings for _, y in r] for through in (True, False)
    }
    assert max(lowest[False]) < min(lowest[True])
    assert texts(drawn(LAOS)).count("From") == 2
    assert texts(drawn(LAOS[:4])).count("From") == 1


def test_a_band_is_as_wide_as_the_number_of_statements() -> None:
    found = {a.flows[0]: height(a) for a in areas(drawn((*(said("LAO", "THA", fact=str(n)) for n in range(6)), said("LAO", "CHN"))))}
    assert round(found["LAO>THA"] / found["LAO>CHN"], 6) == 6


def test_what_is_not_certain_is_pale_and_dashed_and_what_is_denied_crossed_out() -> None:
    found = drawn(DOUBTFUL)
    assert {area.flows: area.opacity for area in areas(found)} == {
        ("LAO>KHM",): FILL["possible"],
        ("not LAO>VNM",): FILL["denied"],
        ("LAO>SGP",): FILL["reported"],
    }
    rims = [shape for shape in found.shapes if isinstance(shape, Line) and shape.flows]
    assert (len(rims), all(rim.dash for rim in rims)) == (6, True)


def test_the_numbers_at_places_count_statements() -> None:
    assert {"Laos 4", "Laos 3", "Thailand 3", "Vietnam 1", "Width: number of statements, not of victims"} <= set(texts(drawn(LAOS)))


def test_of_five_hundred_flows_those_that_can_be_read_are_shown_and_the_rest_is_told() -> None:
    found = drawn(tuple(crowd(500)))
    assert len({area.flows for area in areas(found)}) == WIDE.bands
    assert any(text.startswith(f"{WIDE.bands} of 500 flows are shown") for text in texts(found))
    for x in {shape.at[0] for shape in found.shapes if isinstance(shape, Text) and shape.place}:
        ys = sorted(shape.at[1] for shape in found.shapes if isinstance(shape, Text) and shape.place and shape.at[0] == x)
        assert min(b - a for a, b in pairwise(ys)) > 11
