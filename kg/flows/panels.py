"""Small multiples: one small map for each year of reports, all of one part of the world, with widths that mean the same on all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.flows.arrows import drawn
from kg.flows.frame import LEFT, WIDE, Sheet, abbreviations, foot, head
from kg.flows.labels import Measure
from kg.flows.legend import legend
from kg.flows.legs import Leg, legs
from kg.flows.marks import INK, QUIET
from kg.flows.network import Network, network
from kg.flows.projection import Page, Point, View, view
from kg.flows.scene import arrow_shapes, ground, label_shapes, labels, mark_shapes, points_and_ways, shortened, without_room
from kg.flows.selection import most_stated
from kg.flows.shapes import Line, Scene, Shape, Text
from kg.flows.spots import Size, Spot, spots
from kg.flows.statements import FlowStatement
from kg.flows.words import Words

GAP: Final = 16.0
"""Between maps, in pixels."""

MOST: Final = 14
"""The flows of a small map that can still be read."""

SIZE: Final = Size(mark=5.2, gap=13.0, text=8.5)

GRAIN: Final = 1.4
"""How fine coasts are, in pixels."""

HEADING: Final = 20.0
"""The room for the year above a map."""


def years_of(statements: Sequence[FlowStatement]) -> dict[int, list[FlowStatement]]:
    """The statements by the report's year, the first year first; those without a year are in none."""
    found: dict[int, list[FlowStatement]] = defaultdict(list)
    for statement in statements:
        if statement.year is not None:
            found[statement.year].append(statement)
    return dict(sorted(found.items()))


def of_year(year: int, key: str) -> str:
    """The name of a flow on the map of one year."""
    return f"{year} {key}"


def panels(statements: Sequence[FlowStatement], words: Words, measure: Measure, sheet: Sheet = WIDE) -> Scene:
    """The whole picture."""
    top = head(words, measure, sheet)
    networks = {year: network(found) for year, found in years_of(statements).items()}
    shown = {year: most_stated(graph, MOST) for year, graph in networks.items()}
    kept = {year: part.graph for year, part in shown.items()}
    most = max((leg.statements for graph in kept.values() for leg in legs(graph)), default=1)
    first = _view(list(kept.values()), sheet, top[-1].at[1] + 12 + HEADING)
    shapes: list[Shape] = []
    every: list[Leg] = []
    known: dict[str, Spot] = {}
    short: dict[str, str] = {}
    without: list[str] = []
    for n, (year, graph) in enumerate(kept.items()):
        row, column = divmod(n, sheet.across)
        here = replace(first, x=LEFT + column * (first.width + GAP), y=first.y + row * (first.height + HEADING + GAP))
        panel = _Panel(year, graph, here, most, measure)
        shapes += [*_heading(year, networks[year], graph, here), *panel.shapes]
        every += panel.legs
        known |= panel.spots
        for text, name in panel.short.items():
            short[text] = ", ".join(dict.fromkeys([*filter(None, short.get(text, "").split(", ")), *name.split(", ")]))
        without.append(panel.without_room)
    rows = -(-len(kept) // sheet.across)
    bottom = first.y + rows * (first.height + HEADING + GAP) - HEADING
    key, height = legend(every, known.values(), LEFT, bottom, sheet.inner)
    notes = [_cut(networks, kept), _without(statements), YEARS, " ".join(filter(None, without)), abbreviations(short), words.source]
    below = foot(notes, bottom + height + 14, measure, sheet)
    page = below[-1].at[1] + 14
    clip = (0.0, top[-1].at[1] + 8, sheet.width, bottom)
    return Scene(sheet.width, page, clip, (*top, *shapes, *key, *below), words.title, " ".join((*words.subtitle, YEARS)))


YEARS: Final = (
    "One map for each year of which a report makes such a statement. Widths mean the same on all. A flow that a year's map lacks was not "
    "stated in the reports at hand: that does not say that it ended."
)


def _view(graphs: Sequence[Network], sheet: Sheet, y: float) -> View:
    """The part of the world that holds the places of all years."""
    points: list[Point] = []
    ways: list[tuple[float, float]] = []
    for graph in graphs:
        some, others = points_and_ways(graph, legs(graph))
        points += some
        ways += others
    width = (sheet.inner - (sheet.across - 1) * GAP) / sheet.across
    return view(points, ways, Page(width=width, lowest=200.0, highest=320.0, margin_x=34.0, margin_y=26.0, x=LEFT, y=y))


class _Panel:
    """The map of one year."""

    def __init__(self, year: int, graph: Network, here: View, most: int, measure: Measure) -> None:
        self.legs = [replace(leg, flows=tuple(of_year(year, key) for key in leg.flows)) for leg in legs(graph)]
        found = drawn(self.legs, graph, spots(graph, self.legs, here, SIZE), here, SIZE, most)
        self.spots = dict(found.spots)
        names = labels(found, here, SIZE, measure, short=True)
        self.without_room = without_room(self.spots, names).replace("on the map", f"on the map of {year}")
        self.short = shortened(found.spots, names)
        self.shapes: list[Shape] = [
            *ground(here, graph, GRAIN),
            *arrow_shapes(found.arrows, found.spots),
            *mark_shapes(found.spots, SIZE),
            *label_shapes(names, found.spots),
        ]


def _heading(year: int, whole: Network, kept: Network, here: View) -> Iterator[Shape]:
    said = [_counted(whole.graph["statements"], "statement"), _counted(whole.graph["documents"], "document")]
    if kept.number_of_edges() < whole.number_of_edges():
        said.append(f"only {kept.number_of_edges()} of {whole.number_of_edges()} flows drawn")
    yield Text(at=(here.x, here.y - 6), text=str(year), size=13, colour=INK, bold=True)
    yield Text(at=(here.x + 44, here.y - 6), text=", ".join(said), size=10, colour=QUIET)
    yield Line(points=((here.x, here.y), (here.x + here.width, here.y)), colour=QUIET, width=0.8)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


def _cut(networks: dict[int, Network], kept: dict[int, Network]) -> str:
    cut = any(kept[year].number_of_edges() < graph.number_of_edges() for year, graph in networks.items())
    return (
        f"A map shows no more than {MOST} flows, those with most statements; its heading says of how many, and marks tell of all."
        if cut
        else ""
    )


def _without(statements: Sequence[FlowStatement]) -> str:
    count = sum(statement.year is None for statement in statements)
    return f"{_counted(count, 'statement')} of documents without a year {'is' if count == 1 else 'are'} left out." if count else ""
