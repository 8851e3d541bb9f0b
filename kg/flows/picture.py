"""Pictures of a flow network: SVG and PNG for print, an HTML page to explore; the same statements give the same bytes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from kg.flows.drawing import png, svg, text_width
from kg.flows.filters import FlowFilter, end_name, matching
from kg.flows.network import Network, network
from kg.flows.page import page
from kg.flows.scene import scene
from kg.flows.statements import FlowStatement
from kg.flows.words import words


def as_svg(statements: Sequence[FlowStatement], wanted: FlowFilter) -> bytes:
    """The map of the statements that are wanted, as SVG; a flow's title holds its sentence."""
    found = matching(statements, wanted)
    graph = network(found)
    return svg(scene(graph, words(graph, found, wanted), text_width), titles(graph))


def as_png(statements: Sequence[FlowStatement], wanted: FlowFilter) -> bytes:
    """The map of the statements that are wanted, as PNG."""
    found = matching(statements, wanted)
    graph = network(found)
    return png(scene(graph, words(graph, found, wanted), text_width))


def as_html(statements: Sequence[FlowStatement], wanted: FlowFilter) -> bytes:
    """The page to explore; it holds statements of every certainty and polarity by country, and opens with what is wanted."""
    every = matching(statements, wanted.of_any_certainty())
    graph = network(every)
    return page(graph, every, wanted, words(graph, every, wanted.of_any_certainty(), counted=False))


PICTURES: Final[Mapping[str, Callable[[Sequence[FlowStatement], FlowFilter], bytes]]] = {"html": as_html, "svg": as_svg, "png": as_png}
"""Each format and what draws it."""


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
