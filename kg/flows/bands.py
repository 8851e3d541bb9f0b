"""Flows as bands (a Sankey diagram): origins to the left, destinations to the right, ways through other places in a part of their own."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg.flows.filters import UNKNOWN, end_name
from kg.flows.frame import LEFT, WIDE, Sheet, foot, head, shortened
from kg.flows.labels import Measure
from kg.flows.legend import SAMPLE, Column, Draw, Row, colour_rows, laid, line_rows
from kg.flows.marks import INK, PAPER, QUIET
from kg.flows.network import Network, network
from kg.flows.palette import DASHES, Form, form
from kg.flows.projection import Point
from kg.flows.selection import most_stated
from kg.flows.shapes import Area, Line, Scene, Shape, Text
from kg.flows.statements import FlowStatement
from kg.flows.words import Words

TALLEST: Final = 1000.0
"""The height of all bands of a part together, at most, in pixels."""

WIDEST: Final = 11.0
"""The width of a band for one statement, at most."""

BAR: Final = 7.0
"""The width of the bar at a place."""

SLOT: Final = 14.0
"""The height that a name needs."""

GAP: Final = 4.0

ROUNDS: Final = 8
"""How often places are put nearer to those that they are joined with; more changes nothing that can be seen."""

FILL: Final[Mapping[str, float]] = {"stated": 0.62, "reported": 0.34, "possible": 0.12, "denied": 0.0}
"""How full the colour of a band is by certainty."""


@dataclass(frozen=True, slots=True)
class Band:
    """A flow on its way over two or three places."""

    key: str
    stops: tuple[str, ...]
    """The origin, the places on the way as one, the destination."""
    statements: int
    form: Form
    line: str


@dataclass(slots=True)
class _Stop:
    """A place in a column, from where its bands go up or come in."""

    name: str
    height: float
    top: float = 0.0
    left: float = 0.0
    """How much of its height is taken by bands that come in."""
    right: float = 0.0
    """How much of its height is taken by bands that go on."""

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def bands_of(graph: Network) -> list[Band]:
    """The bands of a network, ordered; places on one way are one stop, for their order is not known."""
    return [
        Band(
            key,
            tuple(filter(None, (origin, "+".join(data["via"]), destination))),
            data["statements"],
            form(data["exploitation"]),
            data["certainty"] if data["polarity"] == "affirmed" else "denied",
        )
        for origin, destination, key, data in sorted(graph.edges(data=True, keys=True), key=lambda edge: edge[2])
    ]


def bands(statements: Sequence[FlowStatement], words: Words, measure: Measure, sheet: Sheet = WIDE) -> Scene:
    """The whole picture."""
    shown = most_stated(network(statements), sheet.bands)
    found = bands_of(shown.graph)
    top = head(words, measure, sheet)
    y = top[-1].at[1] + 24
    shapes: list[Shape] = []
    parts = {count: [band for band in found if len(band.stops) == count] for count in (2, 3)}
    heights = [sum(band.statements for band in part) for part in parts.values()]
    scale = min(WIDEST, TALLEST / max(*heights, 1))
    for count, part in parts.items():
        if part:
            drawn, y = _part(part, HEADINGS[count], scale, y, measure, sheet)
            shapes += drawn
    key, height = _legend(found, scale, y + 6, sheet)
    below = foot([shown.note, READING, words.source.replace(" Map: Natural Earth.", "")], y + 6 + height + 14, measure, sheet)
    page = below[-1].at[1] + 14
    clip = (0.0, top[-1].at[1] + 8, sheet.width, y)
    return Scene(sheet.width, page, clip, (*top, *shapes, *key, *below), words.title, " ".join((*words.subtitle, READING)))


READING: Final = "Read from left to right; the number at a place counts the statements of its bands, never victims."

HEADINGS: Final = {2: ("From", "To"), 3: ("From", "Through", "To")}


def _part(
    found: Sequence[Band], headings: Sequence[str], scale: float, top: float, measure: Measure, sheet: Sheet
) -> tuple[list[Shape], float]:
    """The shapes of all bands with as many stops, and where they end."""
    last = len(headings) - 1
    reach = sheet.inner - 2 * sheet.names - BAR
    xs = [LEFT + sheet.names + reach * n / last for n in range(last + 1)]
    columns = [_column(found, n, scale) for n in range(last + 1)]
    _order(columns, found, top + 22)
    bottom = max(stop.top + max(stop.height, SLOT) for column in columns for stop in column.values())
    shapes: list[Shape] = []
    for n, text in enumerate(headings):
        anchor: Any = ("end", "start")[n == last] if n in (0, last) else "middle"
        x = xs[n] - 6 if n == 0 else xs[n] + BAR + 6 if n == last else xs[n] + BAR / 2
        shapes.append(Text(at=(x, top + 8), text=text, size=11.5, colour=INK, anchor=anchor, bold=True))
    shapes += _drawn(found, columns, xs, scale)
    for n, column in enumerate(columns):
        for stop in column.values():
            shapes += _place(stop, (xs[n], n, last), sum(b.statements for b in found if b.stops[n] == stop.name), measure, sheet)
    return shapes, bottom + 26


def _column(found: Sequence[Band], n: int, scale: float) -> dict[str, _Stop]:
    counts: dict[str, int] = defaultdict(int)
    for band in found:
        counts[band.stops[n]] += band.statements
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    return {name: _Stop(name, max(1.5, counts[name] * scale)) for name in ordered}


def _order(columns: Sequence[dict[str, _Stop]], found: Sequence[Band], top: float) -> None:
    """Put the places of each column one below the other, in turns nearer to those that they are joined with, so that fewer bands cross."""
    for column in columns:
        _stack(column, top)
    for _ in range(ROUNDS):
        for n, column in enumerate(columns):
            pulls: dict[str, list[tuple[float, int]]] = defaultdict(list)
            for band in found:
                near = [columns[m][band.stops[m]].middle for m in (n - 1, n + 1) if 0 <= m < len(columns)]
                pulls[band.stops[n]] += [(middle, band.statements) for middle in near]
            wish = {name: sum(m * w for m, w in pulls[name]) / sum(w for _, w in pulls[name]) for name in column}
            ordered = sorted(column, key=lambda name: (round(wish[name], 3), name))
            column.update({name: column.pop(name) for name in ordered})
            _stack(column, top)
    tallest = max(_height(column) for column in columns)
    for column in columns:
        _stack(column, top + (tallest - _height(column)) / 2)


def _stack(column: Mapping[str, _Stop], top: float) -> None:
    for stop in column.values():
        room = max(stop.height, SLOT)
        stop.top = top + (room - stop.height) / 2
        top += room + GAP


def _height(column: Mapping[str, _Stop]) -> float:
    return sum(max(stop.height, SLOT) + GAP for stop in column.values())


def _drawn(found: Sequence[Band], columns: Sequence[Mapping[str, _Stop]], xs: Sequence[float], scale: float) -> list[Shape]:
    """All bands, the wide ones beneath; at a place they stand in the order of their other ends."""
    starts: dict[tuple[str, int], float] = {}
    ends: dict[tuple[str, int], float] = {}
    for n in range(len(columns) - 1):
        here, there = columns[n], columns[n + 1]
        for band in sorted(found, key=lambda b: (there[b.stops[n + 1]].middle, b.key)):
            stop = here[band.stops[n]]
            starts[band.key, n] = stop.top + stop.right
            stop.right += band.statements * scale
        for band in sorted(found, key=lambda b: (here[b.stops[n]].middle, b.key)):
            stop = there[band.stops[n + 1]]
            ends[band.key, n] = stop.top + stop.left
            stop.left += band.statements * scale
    shapes: list[Shape] = []
    for band in sorted(found, key=lambda b: (-b.statements, b.key)):
        width = max(1.2, band.statements * scale)
        for n in range(len(columns) - 1):
            shapes += _band(band, (xs[n] + BAR, starts[band.key, n]), (xs[n + 1], ends[band.key, n]), width)
    return shapes


def _band(band: Band, start: Point, end: Point, width: float) -> Iterator[Shape]:
    upper, lower = _curve(start, end), _curve((start[0], start[1] + width), (end[0], end[1] + width))
    yield Area(rings=((*upper, *reversed(lower)),), fill=band.form.colour, opacity=FILL[band.line], flows=(band.key,))
    for edge in (upper, lower) if band.line != "stated" else ():
        yield Line(points=edge, colour=band.form.colour, width=1.1, dash=DASHES[band.line], flows=(band.key,), follows=True)
    if band.line == "denied":
        x, y = upper[len(upper) // 2][0], (upper[len(upper) // 2][1] + lower[len(lower) // 2][1]) / 2
        for sign in (-1, 1):
            yield Line(points=((x - 5, y - 5 * sign), (x + 5, y + 5 * sign)), colour=band.form.colour, width=1.6)


def _curve(start: Point, end: Point) -> tuple[Point, ...]:
    """Points along a line that leaves and comes in level."""
    ts = [n / 24 for n in range(25)]
    return tuple((start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * (3 - 2 * t) * t * t) for t in ts)


def _place(stop: _Stop, column: tuple[float, int, int], count: int, measure: Measure, sheet: Sheet) -> Iterator[Shape]:
    """The bar of a place with its name: outside at the ends, beside the bar in the middle."""
    x, n, last = column
    yield Area(rings=(((x, stop.top), (x + BAR, stop.top), (x + BAR, stop.top + stop.height), (x, stop.top + stop.height)),), fill=INK)
    codes = stop.name.split("+")
    text = f"{shortened(' / '.join(map(end_name, codes)), sheet.names - 34, 11.0, measure)} {count}"
    anchor: Any = "end" if n == 0 else "start"
    at = (x - 6 if n == 0 else x + BAR + 6, stop.middle + 4)
    place = stop.name if len(codes) == 1 else None
    italic = place is None or place == UNKNOWN or place.startswith("region:")
    yield Text(at=at, text=text, size=11, colour=INK, anchor=anchor, italic=italic, halo=PAPER if 0 < n < last else None, place=place)


def _legend(found: Sequence[Band], scale: float, top: float, sheet: Sheet) -> tuple[list[Shape], float]:
    most = max((band.statements for band in found), default=0)
    counts = sorted({1, max(1, round(most / 3)), most}) if most else []
    columns = [
        Column("Colour: exploitation", colour_rows({band.form for band in found}, _coloured), 0.0),
        Column("Width: number of statements, not of victims", [_sample(n, scale) for n in counts], 0.22),
        Column("Bands: how sure the text is", line_rows({band.line for band in found}, _sure), 0.6),
    ]
    return laid(columns, LEFT, top, sheet.inner)


def _sample(statements: int, scale: float) -> Row:
    half = min(9.0, max(1.2, statements * scale) / 2)
    exact = statements * scale / 2 <= half or statements == 1
    text = f"{statements} statement{'' if statements == 1 else 's'}"
    return Row(lambda at: iter([_strip(at, half, 0.62)]), text if exact else f"{text}: {statements * scale:.0f} pixels wide")


def _strip(at: Point, half: float, opacity: float, colour: str = QUIET) -> Area:
    (x, y), w = at, SAMPLE
    return Area(rings=(((x, y - half), (x + w, y - half), (x + w, y + half), (x, y + half)),), fill=colour, opacity=opacity)


def _coloured(form: Form) -> Draw:
    return lambda at: iter([_strip(at, 4.0, FILL["stated"], form.colour)])


def _sure(line: str) -> Draw:
    def draw(at: Point) -> Iterator[Shape]:
        yield _strip(at, 4.0, FILL[line])
        for y in (at[1] - 4, at[1] + 4) if line != "stated" else ():
            yield Line(points=((at[0], y), (at[0] + SAMPLE, y)), colour=QUIET, width=1.1, dash=DASHES[line])

    return draw
