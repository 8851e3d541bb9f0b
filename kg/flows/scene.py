"""The map of a flow network as a page: title, land, arrows, marks, names, legend and notes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.flows.arrows import Arrow, Drawn, drawn
from kg.flows.curves import distance, trace
from kg.flows.frame import LEFT, WIDE, Sheet, abbreviations, foot, head
from kg.flows.labels import Cover, Label, Measure, Wanted, placed
from kg.flows.legend import legend
from kg.flows.legs import THROUGH, Leg, legs
from kg.flows.marks import INK, PAPER, QUIET, mark, tether, unnamed
from kg.flows.network import Network
from kg.flows.outline import land
from kg.flows.palette import CORE, DASHES, DOUBLE
from kg.flows.projection import Point, View, fitting, view
from kg.flows.selection import most_stated
from kg.flows.shapes import Area, Line, Scene, Shape, Text
from kg.flows.spots import Size, Spot, size_for, spots
from kg.flows.words import Words
from kg.vocabulary.relative import area_name, words_of

WATER: Final = "#eef3f6"
LAND: Final = "#e0e2dd"
NAMED: Final = "#cfd3ca"
"""The land of the places that are named."""
BORDER: Final = "#ffffff"

GRAIN: Final = 0.7
"""How fine coasts are on small maps, in pixels."""

LONGEST: Final = 34
"""Longer names are cut, in characters."""


def scene(graph: Network, words: Words, measure: Measure, sheet: Sheet = WIDE) -> Scene:
    """The whole picture of a network's map."""
    shown = most_stated(graph, sheet.flows)
    lines = legs(shown.graph)
    top = head(words, measure, sheet)
    page = fitting(sheet.width, top[-1].at[1] + 10)
    size = size_for(sum("latitude" in data for _, data in shown.graph.nodes(data=True)), sheet.width / WIDE.width)
    map_view = view(*points_and_ways(shown.graph, lines), page)
    known = spots(shown.graph, lines, map_view, size)
    found = drawn(lines, shown.graph, known, map_view, size)
    names = labels(found, map_view, size, measure)
    bottom = map_view.box[3] + 16
    key, height = legend([arrow.leg for arrow in found.arrows], found.spots.values(), LEFT, bottom, sheet.inner)
    short = shortened(found.spots, names)
    marked = f"{shown.note} Marks say what places are in all {graph.number_of_edges()}." if shown.note else ""
    below = foot(
        [marked, _left_out(found), without_room(found.spots, names), abbreviations(short), words.source],
        bottom + height + 14,
        measure,
        sheet,
    )
    drawing = (
        *ground(map_view, shown.graph, 0.0 if sheet is WIDE else GRAIN),
        *arrow_shapes(found.arrows, found.spots),
        *mark_shapes(found.spots, size),
        *label_shapes(names, found.spots),
    )
    shapes = (*drawing, *top, *key, *below)
    height, description = below[-1].at[1] + 14, " ".join(words.subtitle)
    return Scene(page.width, height, map_view.box, shapes, words.title, description, movable=len(drawing))


def points_and_ways(graph: Network, lines: Sequence[Leg]) -> tuple[list[Point], list[tuple[float, float]]]:
    """The places that a map can show, in degrees, and the longitudes of the ways between them, each as often as it is stated."""
    at = {node: (data["longitude"], data["latitude"]) for node, data in graph.nodes(data=True) if "latitude" in data}
    ways = [(at[leg.start][0], at[leg.end][0]) for leg in lines if leg.start in at and leg.end in at for _ in range(leg.statements)]
    return list(at.values()), ways + [(x, x) for x, _ in at.values()]


def ground(map_view: View, graph: Network, grain: float = 0.0) -> Iterator[Shape]:
    """Water and land, that of the places that are named in another colour."""
    left, top, right, bottom = map_view.box
    yield Area(rings=(((left, top), (right, top), (right, bottom), (left, bottom)),), fill=WATER)
    for code, rings in land(map_view, grain).items():
        yield Area(rings=rings, fill=NAMED if code in graph else LAND, edge=BORDER, width=0.8, clip=map_view.box)


def arrow_shapes(arrows: Sequence[Arrow], found: Mapping[str, Spot]) -> Iterator[Shape]:
    """The thick ones first, so that no arrow hides a thinner one."""
    ordered = sorted(arrows, key=lambda arrow: -arrow.width)
    for arrow in ordered:
        yield from _shaft(arrow, (found[arrow.leg.start].at, found[arrow.leg.end].at))
    for arrow in ordered:
        end = found[arrow.leg.end].at if arrow.leg.part != "into" else arrow.heads[0][0]
        yield _head(arrow, arrow.heads[:1], end)
        if arrow.heads[1:]:
            yield _head(arrow, arrow.heads[1:], arrow.heads[1][0])


def _head(arrow: Arrow, heads: tuple[tuple[Point, ...], ...], pin: Point) -> Area:
    return Area(rings=heads, fill=arrow.leg.form.colour, edge=PAPER, width=0.7, flows=arrow.leg.flows, follows=True, pin=pin)


def _shaft(arrow: Arrow, pins: tuple[Point, Point]) -> Iterator[Shape]:
    """A pale rim parts a line from what it crosses; a pale core makes it the double line of a way through a transit place."""
    through = arrow.leg.part in THROUGH
    width = arrow.width + (DOUBLE if through else 0)
    line = Line(points=arrow.points, colour=PAPER, width=width + 1.8, way=arrow.way, pins=pins)
    yield line
    yield replace(line, colour=arrow.leg.form.colour, width=width, dash=DASHES[arrow.leg.line], flows=arrow.leg.flows)
    if through:
        yield replace(line, width=CORE)


def mark_shapes(found: Mapping[str, Spot], size: Size) -> Iterator[Shape]:
    """The marks of places, those that are named most on top."""
    for spot in sorted(found.values(), key=lambda spot: (spot.weight, spot.id)):
        if distance(spot.home, spot.at) > 5:
            yield from tether(spot.home, spot.at)
        if spot.kind == "unknown":
            yield from pinned(unnamed(spot.at, spot.radius), spot.at)
        elif spot.kind != "placeless":
            yield from pinned(mark(spot.at, spot.roles, size.mark, region=spot.kind == "region"), spot.at)


def pinned(shapes: Iterable[Shape], at: Point) -> Iterator[Shape]:
    """Shapes that keep their size and stay at a point when the picture is magnified."""
    for shape in shapes:
        yield shape if isinstance(shape, Line) else replace(shape, pin=at)


def labels(found: Drawn, map_view: View, size: Size, measure: Measure, *, short: bool = False) -> list[Label]:
    """The names of places where they stand; where they are to be short, the codes of countries."""
    cover = Cover(map_view.box)
    for spot in found.spots.values():
        cover.mark(spot.id, spot.at, spot.radius)
    for arrow in found.arrows:
        for points in arrow.heads:
            xs, ys = zip(*points, strict=True)
            cover.cover((min(xs), min(ys), max(xs), max(ys)))
        cover.line(trace(arrow.points, 25), arrow.width / 2 + 0.5)
    named = sorted((spot for spot in found.spots.values() if spot.kind != "unknown"), key=lambda spot: (-spot.weight, spot.id))
    return placed([_wanted(spot, size, short=short) for spot in named], cover, measure)


def _wanted(spot: Spot, size: Size, *, short: bool) -> Wanted:
    text = spot.label if len(spot.label) <= LONGEST else spot.label[: LONGEST - 1].rstrip() + "…"
    brief = short_name(spot.id) if spot.kind in ("country", "placeless") else text
    return Wanted(spot.id, brief if short and spot.kind == "country" else text, brief, spot.at, spot.radius, size.text)


def shortened(found: Mapping[str, Spot], names: Sequence[Label]) -> dict[str, str]:
    """What stands on the map in the place of names, and for which; the areas of several countries may share their words."""
    short: dict[str, str] = {}
    for label in names:
        name = found[label.id].label
        if label.text == short_name(label.id) != name:
            short[label.text] = f"{short[label.text]}, {name}" if label.text in short else name
    return short


def without_room(found: Mapping[str, Spot], names: Sequence[Label]) -> str:
    """A sentence on the places whose names stand nowhere."""
    missing = {spot.label for spot in found.values() if spot.kind != "unknown"} - {found[label.id].label for label in names}
    many = len(missing) > 1
    return f"Without a name on the map for want of room {'are' if many else 'is'} {', '.join(sorted(missing))}." if missing else ""


def short_name(id: str) -> str:
    """What stands for the name of a place where there is little room: its code, or the words of a relative area beside its country.

    >>> short_name("LAO"), short_name("LAO>region:neighboring-countries:LAO")
    ('LAO', 'neighboring countries')
    """
    area = next((end for end in id.split(">") if words_of(end) != end), None)
    return area_name(words_of(area)) if area else id


def label_shapes(names: Sequence[Label], found: Mapping[str, Spot]) -> Iterator[Shape]:
    """The names of places, with lines to those that had to move away."""
    for label in names:
        if label.leader:
            yield Line(points=label.leader, colour=QUIET, width=0.7, pins=(found[label.id].at, found[label.id].at))
    for label in names:
        spot = found[label.id]
        yield Text(
            at=label.at,
            text=label.text,
            size=label.size,
            colour=INK,
            anchor=label.anchor,
            italic=spot.kind != "country",
            halo=PAPER,
            place=None if spot.kind == "placeless" else spot.id,
            pin=spot.at,
        )


def _left_out(found: Drawn) -> str:
    count = len(found.left_out)
    return (
        f"{count} flow{'' if count == 1 else 's'} between places that no map can show {'is' if count == 1 else 'are'} left out."
        if count
        else ""
    )
