"""Flows as a table: a row for each origin, a column for each destination, a square for what is said of the way between them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

from kg.facts.model import CERTAINTIES
from kg.flows.filters import UNKNOWN, end_name
from kg.flows.frame import LEFT, WIDE, Sheet, foot, head, shortened
from kg.flows.labels import Measure
from kg.flows.legend import Column, Draw, Row, colour_rows, laid, line_rows
from kg.flows.marks import INK, PAPER, QUIET
from kg.flows.network import Network, network
from kg.flows.palette import DASHES, Form, form
from kg.flows.projection import Point
from kg.flows.scene import LAND, WATER
from kg.flows.shapes import Area, Line, Scene, Shape, Text
from kg.flows.statements import FlowStatement
from kg.flows.words import Words

LARGEST: Final = 34.0
"""The width of a column, at most."""


SAMPLE: Final = 6.0
"""Half the side of the squares of the legend, in pixels."""


@dataclass(frozen=True, slots=True)
class Cell:
    """All flows from one place to another, whatever way they take."""

    origin: str
    destination: str
    statements: int
    form: Form
    line: str
    """The surest certainty, or ``denied`` where the texts only deny it."""
    through: bool
    """Whether one of them leads through a third place."""
    flows: tuple[str, ...]


def cells(graph: Network) -> list[Cell]:
    """The cells of a network; what is denied stands in a cell of which nothing is affirmed, and nowhere else."""
    between: dict[tuple[str, str], dict[str, Mapping[str, Any]]] = defaultdict(dict)
    for origin, destination, key, data in graph.edges(data=True, keys=True):
        between[origin, destination][key] = data
    return [_cell(*ends, flows) for ends, flows in sorted(between.items())]


def _cell(origin: str, destination: str, flows: Mapping[str, Mapping[str, Any]]) -> Cell:
    affirmed = {key: data for key, data in flows.items() if data["polarity"] == "affirmed"}
    said = affirmed or flows
    certain = {data["certainty"] for data in affirmed.values()}
    return Cell(
        origin,
        destination,
        sum(data["statements"] for data in said.values()),
        form({token for data in said.values() for token in data["exploitation"]}),
        next((certainty for certainty in CERTAINTIES if certainty in certain), "denied"),
        any(data["via"] for data in affirmed.values()),
        tuple(sorted(said)),
    )


def matrix(statements: Sequence[FlowStatement], words: Words, measure: Measure, sheet: Sheet = WIDE) -> Scene:
    """The whole picture."""
    found = cells(network(statements))
    rows, columns = _ranked(Counter(), found, "origin"), _ranked(Counter(), found, "destination")
    top = head(words, measure, sheet)
    rows, columns = rows[: sheet.rows], columns[: sheet.columns]
    shown = [cell for cell in found if cell.origin in rows and cell.destination in columns]
    grid = _Grid(rows, columns, top[-1].at[1] + 26, measure, sheet)
    shapes = [*grid.ground(), *(shape for cell in shown for shape in grid.square(cell, max(c.statements for c in shown)))]
    key, height = _legend(shown, grid.bottom + 14, grid.step, sheet)
    left_out = len(found) - len(shown)
    rest = f"{left_out} pair{'' if left_out == 1 else 's'} of places of which less is said {'is' if left_out == 1 else 'are'} left out."
    notes = [READING, rest if left_out else "", words.source.replace(" Map: Natural Earth.", "")]
    below = foot(notes, grid.bottom + 14 + height + 14, measure, sheet)
    height = below[-1].at[1] + 14
    return Scene(
        sheet.width,
        height,
        (0.0, top[-1].at[1] + 8, sheet.width, grid.bottom),
        (*top, *shapes, *key, *below),
        words.title,
        " ".join((*words.subtitle, READING)),
    )


READING: Final = "Read from the row to the column: people are taken from the place of the row to that of the column."


def _ranked(counts: Counter[str], found: Sequence[Cell], end: str) -> list[str]:
    """The places at one end, those with most statements first."""
    for cell in found:
        counts[getattr(cell, end)] += cell.statements
    return sorted(counts, key=lambda code: (-counts[code], end_name(code)))


def _step(columns: Sequence[str], room: float, sheet: Sheet) -> float:
    """From column to column, beside names that need so much room."""
    return min(LARGEST, (sheet.inner - room) / max(1, len(columns)))


class _Grid:
    """Where rows and columns stand."""

    def __init__(self, rows: Sequence[str], columns: Sequence[str], top: float, measure: Measure, sheet: Sheet) -> None:
        self.rows, self.columns = rows, columns
        self.size = max(7.5, min(12.0, _step(columns, sheet.names, sheet) * 0.62))
        self.names = {code: shortened(end_name(code), sheet.names - 14, self.size, measure) for code in {*rows, *columns}}
        room = 14 + max((measure(self.names[code], self.size) for code in rows), default=0.0)
        self.step = _step(columns, room, sheet)
        self.at = LEFT + room, top + 16 + max((measure(self.names[code], self.size) for code in columns), default=0.0)
        self.bottom = self.at[1] + self.step * len(rows)

    def ground(self) -> Iterator[Shape]:
        """The lines and the names; a place's way to itself has a ground of its own."""
        x, y = self.at
        right = x + self.step * len(self.columns)
        yield Text(at=(x - 8, y - 8), text="from ↓  to →", size=10.5, colour=QUIET, anchor="end", italic=True)
        for n, code in enumerate(self.rows):
            yield self._line((x, y + n * self.step), (right, y + n * self.step))
            yield self._name((x - 8, y + (n + 0.5) * self.step + self.size * 0.36), code, turned=False)
        for n, code in enumerate(self.columns):
            yield self._line((x + n * self.step, y), (x + n * self.step, self.bottom))
            yield self._name((x + (n + 0.5) * self.step + self.size * 0.36, y - 8), code, turned=True)
            if code in self.rows:
                yield Area(rings=(self._corners(self._middle(code, code), self.step / 2 - 0.5),), fill=WATER)
        yield self._line((x, self.bottom), (right, self.bottom))
        yield self._line((right, y), (right, self.bottom))

    def _line(self, start: Point, end: Point) -> Line:
        return Line(points=(start, end), colour=LAND, width=0.8)

    def _name(self, at: Point, code: str, *, turned: bool) -> Text:
        return Text(
            at=at,
            text=self.names[code],
            size=self.size,
            colour=INK,
            anchor="start" if turned else "end",
            italic=code == UNKNOWN or code.startswith("region:"),
            turned=turned,
            place=code,
        )

    def _middle(self, origin: str, destination: str) -> Point:
        x, y = self.at
        return x + (self.columns.index(destination) + 0.5) * self.step, y + (self.rows.index(origin) + 0.5) * self.step

    def _corners(self, at: Point, half: float) -> tuple[Point, ...]:
        (x, y), h = at, half
        return (x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h)

    def square(self, cell: Cell, most: int) -> Iterator[Shape]:
        """The square of a cell, with its number where there is room for it."""
        at = self._middle(cell.origin, cell.destination)
        half = side(cell.statements, most, self.step) / 2
        yield from square(at, half, cell.form.colour, cell.line, cell.flows)
        if cell.through:
            yield _diamond((at[0] + self.step / 2 - self.step * 0.17, at[1] - self.step / 2 + self.step * 0.17), self.step * 0.15)
        size, words = min(10.5, self.step * 0.45), str(cell.statements)
        if cell.statements > 1 and 2 * half >= size * max(1.1, 0.75 * len(words)):
            colour = PAPER if cell.line == "stated" else INK
            yield Text(at=(at[0], at[1] + size * 0.36), text=words, size=size, colour=colour, anchor="middle", bold=True)


def side(statements: int, most: int, step: float) -> float:
    """The side of a square for so many statements: its area grows with them, and one statement beside many is still seen."""
    return max(min(4.5, step * 0.4), (step - 3) * sqrt(statements / most))


def square(at: Point, half: float, colour: str, line: str, flows: tuple[str, ...] = ()) -> Iterator[Shape]:
    """A square as certain as the texts: full, with a dashed rim, or empty; one that is denied is crossed out.

    A small one has a thinner rim of shorter dashes, so that it has as many of them as the square of the legend.
    """
    (x, y), h = at, half
    ring = ((x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h))
    if line == "stated":
        yield Area(rings=(ring,), fill=colour, flows=flows)
        return
    yield Area(rings=(ring,), fill=colour if line == "reported" else PAPER, opacity=0.4 if line == "reported" else 1.0, flows=flows)
    share = min(1.0, half / SAMPLE)
    dash = tuple(part / 2 * share for part in DASHES[line])
    yield Line(points=(*ring, ring[0]), colour=colour, width=1.5 * share, dash=dash, flows=flows, follows=True)
    if line == "denied":
        yield Line(points=(ring[0], ring[2]), colour=colour, width=1.2 * share)
        yield Line(points=(ring[1], ring[3]), colour=colour, width=1.2 * share)


def _diamond(at: Point, size: float) -> Area:
    x, y = at
    return Area(rings=(((x, y - size), (x + size, y), (x, y + size), (x - size, y)),), fill=PAPER, edge=INK, width=0.9)


def _legend(found: Sequence[Cell], top: float, step: float, sheet: Sheet) -> tuple[list[Shape], float]:
    most = max((cell.statements for cell in found), default=0)
    counts = sorted({1, max(1, round(most / 3)), most}) if most else []
    through = [Row(lambda at: iter([_diamond((at[0] + 20, at[1]), 5.0)]), "also through a third place")]
    columns = [
        Column("Colour: exploitation", colour_rows({cell.form for cell in found}, _coloured), 0.0),
        Column("Area: number of statements, not of victims", [_sample(n, most, step) for n in counts], 0.19),
        Column("Squares: how sure the text is", line_rows({cell.line for cell in found}, _square_of), 0.52),
        Column("Marks", through if any(cell.through for cell in found) else [], 0.74),
    ]
    return laid(columns, LEFT, top, sheet.inner)


def _coloured(form: Form) -> Draw:
    return lambda at: square((at[0] + 20, at[1]), SAMPLE, form.colour, "stated")


def _square_of(line: str) -> Draw:
    return lambda at: square((at[0] + 20, at[1]), SAMPLE, QUIET, line)


def _sample(statements: int, most: int, step: float) -> Row:
    half = side(statements, most, min(step, 20.0)) / 2
    return Row(lambda at: square((at[0] + 20, at[1]), half, QUIET, "stated"), f"{statements} statement{'' if statements == 1 else 's'}")
