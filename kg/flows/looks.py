"""In what ways a flow network is drawn: a map, a table, bands, or a map for each year; on a light or a dark page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from kg.errors import UsageProblem
from kg.flows.bands import bands
from kg.flows.drawing import text_width
from kg.flows.filters import end_name
from kg.flows.frame import WIDE, Sheet
from kg.flows.labels import Measure
from kg.flows.matrix import matrix
from kg.flows.network import Network, network
from kg.flows.panels import of_year, panels, years_of
from kg.flows.scene import scene
from kg.flows.shapes import Scene
from kg.flows.statements import FlowStatement
from kg.flows.themes import THEMES, Theme
from kg.flows.words import Words

Show = Literal["map", "matrix", "sankey", "years"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a picture is to look."""

    show: Show = "map"
    theme: Theme = "light"
    """Of SVG and PNG; a page takes that of its reader."""


def looking(show: str, theme: str = "light") -> Look:
    """The look of these names; UsageProblem for one that is not known."""
    shows: dict[str, Show] = {name: name for name in SHOWS}
    themes: dict[str, Theme] = {name: name for name in THEMES}
    if show not in shows or theme not in themes:
        raise UsageProblem(f"flows cannot be shown as {show!r}, {theme!r}; use one of {', '.join(SHOWS)}, and one of {', '.join(THEMES)}")
    return Look(shows[show], themes[theme])


def _map(statements: Sequence[FlowStatement], words: Words, measure: Measure, sheet: Sheet) -> Scene:
    return scene(network(statements), words, measure, sheet)


SHOWS: Final[Mapping[Show, Callable[[Sequence[FlowStatement], Words, Measure, Sheet], Scene]]] = {
    "map": _map,
    "matrix": matrix,
    "sankey": bands,
    "years": panels,
}
"""Each way to show flows and what draws it."""


MARKS: Final[Mapping[Show, str]] = {"map": "Arrows", "matrix": "Squares", "sankey": "Bands", "years": "Arrows"}
"""What each way to show flows has for a flow."""


def drawn_as(show: Show, statements: Sequence[FlowStatement], words: Words, sheet: Sheet = WIDE) -> Scene:
    """The picture of some statements."""
    return SHOWS[show](statements, words, text_width, sheet)


def titles_as(show: Show, statements: Sequence[FlowStatement]) -> dict[str, str]:
    """What is shown where the pointer rests on a flow of the picture, by the flow's name there."""
    if show != "years":
        return titles(network(statements))
    every = {year: titles(network(found)) for year, found in years_of(statements).items()}
    return {of_year(year, key): title for year, found in every.items() for key, title in found.items()}


def titles(graph: Network) -> dict[str, str]:
    """What is shown where the pointer rests on a flow: where it leads, what is said of it, and an exact quote."""
    return {key: _title(origin, destination, data) for origin, destination, key, data in graph.edges(data=True, keys=True)}


def _title(origin: str, destination: str, data: Mapping[str, Any]) -> str:
    way = " → ".join(filter(None, (end_name(origin), " / ".join(map(end_name, data["via"])), end_name(destination))))
    said = [
        data["certainty"] if data["polarity"] == "affirmed" else "denied",
        ", ".join(token.replace("_", " ") for token in data["exploitation"]),
        f"{data['statements']} statement{'' if data['statements'] == 1 else 's'}",
        ", ".join(map(str, data["years"])),
    ]
    return f"{way} ({'; '.join(filter(None, said))})\n“{data['quote']}”"
