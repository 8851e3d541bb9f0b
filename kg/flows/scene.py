"""The map of a flow network as a page: title, land, arrows, marks, names, legend and notes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kg.flows.arrows import Arrow, Drawn, drawn
from kg.flows.curves import distance, trace
from kg.flows.labels import Cover, Label, Measure, Wanted, placed
from kg.flows.legend import legend
from kg.flows.legs import THROUGH, Leg, legs
from kg.flows.marks import INK, PAPER, QUIET, mark, tether, unnamed
from kg.flows.network import Network
from kg.flows.outline import land
from kg.flows.palette import CORE, DASHES, DOUBLE
from kg.flows.projection import Page, Point, View, view
from kg.flows.selection import most_stated
from kg.flows.shapes import Area, Line, Scene, Shape, Text
from kg.flows.spots import Size, Spot, size_for, spots
from kg.flows.words import Words

WATER: Final = "#eef3f6"
LAND: Final = "#e0e2dd"
NAMED: Final = "#cfd3ca"
"""The land of the places that are named."""
BORDER: Final = "#ffffff"

LEFT: Final = 20.0
LINE: Final = 17.0
BOLD: Final = 1.15
"""How much wider a bold text is than a plain one, at most."""

LONGEST: Final = 34
"""Longer names are cut, in characters."""


def scene(graph: Network, words: Words, measure: Measure) -> Scene:
    """The whole picture of a network's map."""
    shown = most_stated(graph)
    lines = legs(shown.graph)
    head = list(_head(words, Page().width - 2 * LEFT, measure))
    page = Page(y=head[-1].at[1] + 10)
    size = size_for(sum("latitude" in data for _, data in shown.graph.nodes(data=True)))
    map_view = view(*points_and_ways(shown.graph, lines), page)
    known = spots(shown.graph, lines, map_view, size)
    found = drawn(lines, shown.graph, known, map_view, size)
    labels = _labels(found, map_view, size, measure)
    bottom = map_view.box[3] + 16
    key, height = legend([arrow.leg for arrow in found.arrows], found.spots.values(), LEFT, bottom, page.width - 2 * LEFT)
    notes = [shown.note, _left_out(found), _abbreviations(labels, found.spots), words.source]
    foot = list(_foot([note for note in notes if note], bottom + height + 14, page.width - 2 * LEFT, measure))
    shapes = (
        *_map(map_view, shown.graph),
        *_arrows(found.arrows),
        *_marks(found.spots, size),
        *_names(labels, found.spots),
        *head,
        *key,
        *foot,
    )
    last = max(shape.at[1] for shape in foot)
    return Scene(page.width, last + 14, map_view.box, shapes, words.title, " ".join(words.subtitle))


def points_and_ways(graph: Network, lines: Sequence[Leg]) -> tuple[list[Point], list[tuple[float, float]]]:
    """The places that a map can show, in degrees, and the longitudes of the ways between them."""
    at = {node: (data["longitude"], data["latitude"]) for node, data in graph.nodes(data=True) if "latitude" in data}
    ways = [(at[leg.start][0], at[leg.end][0]) for leg in lines if leg.start in at and leg.end in at]
    return list(at.values()), ways + [(x, x) for x, _ in at.values()]


def _head(words: Words, width: float, measure: Measure) -> Iterator[Text]:
    y = 6.0
    for line in wrapped(words.title, width / BOLD, 19, measure):
        y += 24
        yield Text(at=(LEFT, y), text=line, size=19, colour=INK, bold=True)
    y += 4
    for n, text in enumerate(words.subtitle):
        for line in wrapped(text, width, 12, measure):
            y += LINE
            yield Text(at=(LEFT, y), text=line, size=12, colour=QUIET if n else INK)


def _map(map_view: View, graph: Network) -> Iterator[Shape]:
    left, top, right, bottom = map_view.box
    yield Area(rings=(((left, top), (right, top), (right, bottom), (left, bottom)),), fill=WATER)
    for code, rings in land(map_view).items():
        yield Area(rings=rings, fill=NAMED if code in graph else LAND, edge=BORDER, width=0.8, clip=map_view.box)


def _arrows(arrows: Sequence[Arrow]) -> Iterator[Shape]:
    """The thick ones first, so that no arrow hides a thinner one."""
    ordered = sorted(arrows, key=lambda arrow: -arrow.width)
    for arrow in ordered:
        yield from _shaft(arrow)
    for arrow in ordered:
        yield Area(rings=arrow.heads, fill=arrow.leg.form.colour, edge=PAPER, width=0.7, flows=arrow.leg.flows)


def _shaft(arrow: Arrow) -> Iterator[Shape]:
    """A pale rim parts a line from what it crosses; a pale core makes it the double line of a way through a transit place."""
    through = arrow.leg.part in THROUGH
    width = arrow.width + (DOUBLE if through else 0)
    yield Line(points=arrow.points, colour=PAPER, width=width + 1.8, way=arrow.way)
    yield Line(
        points=arrow.points, colour=arrow.leg.form.colour, width=width, way=arrow.way, dash=DASHES[arrow.leg.line], flows=arrow.leg.flows
    )
    if through:
        yield Line(points=arrow.points, colour=PAPER, width=CORE, way=arrow.way)


def _marks(found: Mapping[str, Spot], size: Size) -> Iterator[Shape]:
    for spot in sorted(found.values(), key=lambda spot: (spot.weight, spot.id)):
        if distance(spot.home, spot.at) > 5:
            yield from tether(spot.home, spot.at)
        if spot.kind == "unknown":
            yield from unnamed(spot.at, spot.radius)
        elif spot.kind != "placeless":
            yield from mark(spot.at, spot.roles, size.mark, region=spot.kind == "region")


def _labels(found: Drawn, map_view: View, size: Size, measure: Measure) -> list[Label]:
    cover = Cover(map_view.box)
    for spot in found.spots.values():
        (x, y), r = spot.at, spot.radius + 1
        cover.cover((x - r, y - r, x + r, y + r))
    for arrow in found.arrows:
        for points in arrow.heads:
            xs, ys = zip(*points, strict=True)
            cover.cover((min(xs), min(ys), max(xs), max(ys)))
        cover.line(trace(arrow.points, 25), arrow.width / 2 + 0.5)
    named = sorted((spot for spot in found.spots.values() if spot.kind != "unknown"), key=lambda spot: (-spot.weight, spot.id))
    return placed([_wanted(spot, size) for spot in named], cover, measure)


def _wanted(spot: Spot, size: Size) -> Wanted:
    text = spot.label if len(spot.label) <= LONGEST else spot.label[: LONGEST - 1].rstrip() + "…"
    return Wanted(spot.id, text, spot.id if spot.kind == "country" else text, spot.at, spot.radius, size.text)


def _names(labels: Sequence[Label], found: Mapping[str, Spot]) -> Iterator[Shape]:
    for label in labels:
        if label.leader:
            yield Line(points=label.leader, colour=QUIET, width=0.7)
    for label in labels:
        italic = found[label.id].kind != "country"
        yield Text(at=label.at, text=label.text, size=label.size, colour=INK, anchor=label.anchor, italic=italic, halo=PAPER)


def _left_out(found: Drawn) -> str:
    count = len(found.left_out)
    return (
        f"{count} flow{'' if count == 1 else 's'} between places that no map can show {'is' if count == 1 else 'are'} left out."
        if count
        else ""
    )


def _abbreviations(labels: Sequence[Label], found: Mapping[str, Spot]) -> str:
    short = sorted((label.text, found[label.id].label) for label in labels if label.text == label.id)
    return "; ".join(f"{code}: {name}" for code, name in short)


def _foot(notes: Sequence[str], top: float, width: float, measure: Measure) -> Iterator[Text]:
    y = top
    for note in notes:
        for line in wrapped(note, width, 10.5, measure):
            y += 14
            yield Text(at=(LEFT, y), text=line, size=10.5, colour=QUIET)


def wrapped(text: str, width: float, size: float, measure: Measure) -> list[str]:
    """The text in lines no wider than ``width``."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
