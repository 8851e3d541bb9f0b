"""Country outlines: complete, small, cut where the map is cut, and made by the committed program."""

from importlib.resources import files

from kg.flows.outline import cut_ring, land, outlines
from kg.flows.outlines.convert import outlines as converted
from kg.flows.projection import Page, view
from kg.vocabulary.places import by_code


def test_the_outlines_are_those_of_known_places() -> None:
    assert len(outlines()) == 174
    assert outlines().keys() - by_code().keys() == set()
    assert (files("kg.flows.outlines") / "countries.json").stat().st_size < 200_000  # type: ignore[attr-defined]


def test_countries_lie_around_their_centres() -> None:
    def holds(code: str) -> bool:
        place = by_code()[code]
        points = [point for ring in outlines()[code] for point in ring]
        (west, east), (south, north) = ((min(axis), max(axis)) for axis in zip(*points, strict=True))
        return bool(west - 1 <= place.longitude <= east + 1 and south - 1 <= place.latitude <= north + 1)

    assert [code for code in outlines() if not holds(code)] == []


def test_a_ring_that_the_cut_does_not_meet_is_turned_only() -> None:
    square = ((170.0, 0.0), (175.0, 0.0), (175.0, 5.0), (170.0, 5.0))
    assert cut_ring(square, -28) == [square]
    assert cut_ring(square, -200) == [tuple((x - 360, y) for x, y in square)]


def test_a_ring_on_both_sides_of_the_cut_becomes_two() -> None:
    square = ((-30.0, 0.0), (-20.0, 0.0), (-20.0, 10.0), (-30.0, 10.0))
    west, east = cut_ring(square, -25)
    assert sorted(west) == [(330.0, 0.0), (330.0, 10.0), (335.0, 0.0), (335.0, 10.0)]
    assert sorted(east) == [(-25.0, 0.0), (-25.0, 10.0), (-20.0, 0.0), (-20.0, 10.0)]


def test_no_outline_runs_across_the_map() -> None:
    for cut in (-168.5, -28.0):
        for rings in outlines().values():
            for ring in rings:
                for part in cut_ring(ring, cut):
                    xs = [x for x, _ in part]
                    assert cut <= min(xs) <= max(xs) <= cut + 360


def test_a_map_has_only_the_land_that_it_shows() -> None:
    shown = land(view([(103.8, 18.5), (101.0, 15.1)], [(103.8, 101.0)], Page()))
    assert {"LAO", "THA", "VNM", "CHN"} <= shown.keys()
    assert shown.keys() & {"USA", "FRA", "BRA", "ZAF"} == set()


def test_the_outlines_are_made_from_topojson() -> None:
    """Two halves of one country share an arc, a third country crosses the antimeridian, Antarctica is left out."""
    arcs = [
        [[1800, 900], [0, 100]],
        [[1800, 1000], [-100, 0], [0, -100], [100, 0]],
        [[1800, 1000], [100, 0], [0, -100], [-100, 0]],
        [[3590, 900], [10, 0], [-3590, 0], [0, 50], [3580, 0], [0, -50]],
        [[0, 0], [10, 0], [0, 10], [-10, -10]],
    ]
    geometries = [
        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Cyprus"}},
        {"type": "Polygon", "arcs": [[~0, ~2]], "properties": {"name": "N. Cyprus"}},
        {"type": "MultiPolygon", "arcs": [[[3]]], "properties": {"name": "Fiji"}},
        {"type": "Polygon", "arcs": [[4]], "properties": {"name": "Antarctica"}},
    ]
    topology = {
        "arcs": arcs,
        "objects": {"countries": {"geometries": geometries}},
        "transform": {"scale": [0.1, 0.1], "translate": [-180, -90]},
    }
    made = converted(topology)
    assert made.keys() == {"CYP", "FJI"}
    (cyprus,) = made["CYP"]
    assert sorted(zip(cyprus[::2], cyprus[1::2], strict=True)) == [(-1000, 0), (-1000, 1000), (0, 0), (0, 1000), (1000, 0), (1000, 1000)]
    assert made["FJI"] == [[17900, 0, 18000, 0, 18100, 0, 18100, 500, 17900, 500]]
