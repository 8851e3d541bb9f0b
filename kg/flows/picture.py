"""Pictures of a flow network: SVG and PNG for print, an HTML page to explore; the same statements give the same bytes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kg.flows.drawing import png, svg
from kg.flows.filters import FlowFilter, matching
from kg.flows.looks import MARKS, Look, drawn_as, titles_as
from kg.flows.network import network
from kg.flows.page import page
from kg.flows.shapes import Scene
from kg.flows.statements import FlowStatement
from kg.flows.still import still
from kg.flows.themes import themed
from kg.flows.words import words

MAP: Final = Look()


def as_svg(statements: Sequence[FlowStatement], wanted: FlowFilter, look: Look = MAP) -> bytes:
    """The picture of the statements that are wanted, as SVG; a flow's title holds its sentence."""
    found = matching(statements, wanted)
    return svg(_scene(found, wanted, look), titles_as(look.show, found))


def as_png(statements: Sequence[FlowStatement], wanted: FlowFilter, look: Look = MAP) -> bytes:
    """The picture of the statements that are wanted, as PNG."""
    return png(_scene(matching(statements, wanted), wanted, look))


def _scene(found: Sequence[FlowStatement], wanted: FlowFilter, look: Look) -> Scene:
    return themed(drawn_as(look.show, found, words(network(found), found, wanted, marks=MARKS[look.show])), look.theme)


def as_html(statements: Sequence[FlowStatement], wanted: FlowFilter, look: Look = MAP) -> bytes:
    """A page: map and table to explore hold statements of every certainty and polarity by country, and open with what is wanted.

    Bands and maps by year are pictures of what is wanted, with the sentences below.
    """
    if look.show in ("sankey", "years"):
        found = matching(statements, wanted)
        return still(found, words(network(found), found, wanted, marks=MARKS[look.show]), look.show)
    every = matching(statements, wanted.of_any_certainty())
    graph = network(every)
    return page(graph, every, wanted, words(graph, every, wanted.of_any_certainty(), counted=False), show=look.show)


PICTURES: Final[Mapping[str, Callable[[Sequence[FlowStatement], FlowFilter, Look], bytes]]] = {
    "html": as_html,
    "svg": as_svg,
    "png": as_png,
}
"""Each format and what draws it."""
