"""The legend under a map: what colours, widths, marks and lines mean, and that widths count statements."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final, NamedTuple

from kg.flows.arrows import head_length
from kg.flows.curves import triangle
from kg.flows.filters import SURE
from kg.flows.legs import Leg
from kg.flows.marks import INK, PAPER, mark, unnamed
from kg.flows.palette import CORE, DASHES, DOUBLE, FORMS, Form, stroke
from kg.flows.projection import Point
from kg.flows.shapes import Area, Line, Shape, Text
from kg.flows.spots import Spot

ROW: Final = 20.0
HEAD: Final = 20.0
TEXT: Final = 11.0
SAMPLE: Final = 40.0
"""The width of a sample, in pixels."""

ABREAST: Final = 900.0
"""From this width on, in pixels, all columns stand side by side."""

HALF: Final = 320.0
"""The width that a column needs where fewer stand side by side."""

GAP: Final = 16.0
"""Between columns one below the other."""

NEUTRAL: Final = "#5b6168"
"""The colour of samples whose colour means nothing."""

Draw = Callable[[Point], Iterator[Shape]]
"""Draws a sample from its left end."""

LINES: Final = SURE


HOLLOW: Final = {
    frozenset({True}): "exploitation within it only",
    frozenset({False}): "only in what is denied",
    frozenset({True, False}): "within it only, or only denied",
}
"""What a mark says that has no other role, by whether people are exploited within such places."""


class Row(NamedTuple):
    """One line of the legend."""

    draw: Draw
    text: str


class Column(NamedTuple):
    """One column of the legend, and where it begins as a share of the width."""

    title: str
    rows: list[Row]
    at: float


def legend(legs: Sequence[Leg], spots: Collection[Spot], left: float, top: float, width: float) -> tuple[list[Shape], float]:
    """The shapes of the legend and its height; only what the map holds is explained."""
    columns = [
        Column("Colour: exploitation", colour_rows({leg.form for leg in legs}, _coloured), 0.0),
        Column("Width: number of statements, not of victims", _widths(legs), 0.19),
        Column("Marks: what the place is (they combine)", _marks(spots), 0.49),
        Column("Lines", _lines(legs, spots), 0.77),
    ]
    return laid(columns, left, top, width)


def laid(columns: Sequence[Column], left: float, top: float, width: float) -> tuple[list[Shape], float]:
    """The shapes of columns, side by side where there is room, and their height; one without rows is left out."""
    columns = [column for column in columns if column.rows]
    if width >= ABREAST:
        shapes = [shape for column in columns for shape in _column(column, left + column.at * width, top)]
        return shapes, _high(columns)
    shapes, y = [], top
    abreast = max(1, int(width // HALF))
    for row in (columns[n : n + abreast] for n in range(0, len(columns), abreast)):
        shapes += [shape for n, column in enumerate(row) for shape in _column(column, left + n * width / 2, y)]
        y += _high(row) + GAP
    return shapes, y - top - GAP


def _high(columns: Sequence[Column]) -> float:
    return HEAD + ROW * max((len(column.rows) for column in columns), default=0)


def _column(column: Column, x: float, top: float) -> Iterator[Shape]:
    yield Text(at=(x, top + 11), text=column.title, size=TEXT, colour=INK, bold=True)
    for n, row in enumerate(column.rows):
        y = top + HEAD + ROW * (n + 0.5)
        yield from row.draw((x, y))
        yield Text(at=(x + SAMPLE + 9, y + 4), text=row.text, size=TEXT, colour=INK)


def colour_rows(present: Collection[Form], sample: Callable[[Form], Draw]) -> list[Row]:
    """A row for each form of exploitation that a picture shows."""
    return [Row(sample(form), form.label) for form in FORMS if form in present]


def line_rows(present: Collection[str], sample: Callable[[str], Draw]) -> list[Row]:
    """A row for each certainty that a picture shows, where that is more than what is stated."""
    return [Row(sample(line), text) for line, text in LINES.items() if line in present and set(present) != {"stated"}]


def _coloured(form: Form) -> Draw:
    return _arrow(form.colour, 3.0)


def _widths(legs: Sequence[Leg]) -> list[Row]:
    most = max((leg.statements for leg in legs), default=0)
    shown = sorted({1, max(1, round(most / 3)), most}) if most else []
    return [Row(_arrow(NEUTRAL, stroke(n, most)), f"{n} statement{'' if n == 1 else 's'}") for n in shown]


def _marks(spots: Collection[Spot]) -> list[Row]:
    roles = {role for spot in spots for role in spot.roles}
    names = {"source": "source: people are taken from here", "transit": "transit", "destination": "destination"}
    rows = [Row(_mark({role}), text) for role, text in names.items() if role in roles]
    hollow = {("internal" in spot.roles) for spot in spots if spot.kind in ("country", "region") and not names.keys() & set(spot.roles)}
    rows += [Row(_mark({"internal"}), HOLLOW[frozenset(hollow)])] if hollow else []
    if any(spot.kind == "region" for spot in spots):
        rows.append(Row(_mark({"source"}, region=True), "a region, at its middle"))
    return rows


def _lines(legs: Sequence[Leg], spots: Collection[Spot]) -> list[Row]:
    parts = {leg.part for leg in legs}
    lines = {leg.line for leg in legs}
    rows = [Row(_through, "one way through a transit place")] if "into" in parts else []
    regional = any(leg.part == "within" and leg.start.startswith("region:") for leg in legs)
    rows += [Row(_within, "within one region or place" if regional else "exploited within the place")] if "within" in parts else []
    rows += [Row(_stub, "place not named (abroad, foreign)")] if any(spot.kind == "unknown" for spot in spots) else []
    return rows + line_rows(lines, lambda line: _arrow(NEUTRAL, 2.2, DASHES[line]))


def _arrow(colour: str, width: float, dash: tuple[float, ...] = ()) -> Draw:
    def draw(at: Point) -> Iterator[Shape]:
        tip, base = (at[0] + SAMPLE, at[1]), (at[0] + SAMPLE - head_length(width), at[1])
        yield Line(points=(at, base), colour=colour, width=width, dash=dash)
        yield Area(rings=(triangle(tip, base, 2.6 + 0.95 * width),), fill=colour)

    return draw


def _mark(roles: set[str], *, region: bool = False) -> Draw:
    def draw(at: Point) -> Iterator[Shape]:
        return mark((at[0] + SAMPLE / 2, at[1]), roles, 7.5, region=region)

    return draw


def _through(at: Point) -> Iterator[Shape]:
    x, y = at
    yield Line(points=((x, y), (x + SAMPLE - 9, y)), colour=NEUTRAL, width=2.0 + DOUBLE)
    yield Line(points=((x, y), (x + SAMPLE - 9, y)), colour=PAPER, width=CORE)
    yield Area(rings=(triangle((x + 11, y), (x + 3, y), 4.2), triangle((x + SAMPLE, y), (x + SAMPLE - 10, y), 4.7)), fill=NEUTRAL)
    yield from mark((x + SAMPLE / 2 - 1, y), {"transit"}, 6.0)


def _within(at: Point) -> Iterator[Shape]:
    x, y = at[0] + 9, at[1]
    yield Line(points=((x + 3, y - 3), (x + 32, y - 15), (x + 32, y + 15), (x + 12, y + 5)), colour=NEUTRAL, width=2.0, way="cubic")
    yield Area(rings=(triangle((x + 4, y + 2), (x + 12, y + 5), 3.8),), fill=NEUTRAL)
    yield from mark((x, y), {"internal"}, 7.0)


def _stub(at: Point) -> Iterator[Shape]:
    tip, base = (at[0] + SAMPLE, at[1]), (at[0] + SAMPLE - 10, at[1])
    yield from unnamed((at[0] + 6, at[1]), 6.0)
    yield Line(points=((at[0] + 13, at[1]), base), colour=NEUTRAL, width=2.2)
    yield Area(rings=(triangle(tip, base, 4.7),), fill=NEUTRAL)
