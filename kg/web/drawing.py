"""The map of a flow network inside a page: the same scene as in the pictures, with links, in the colours of the page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Final

from kg.flows.drawing import text_width
from kg.flows.filters import end_name
from kg.flows.looks import titles
from kg.flows.marks import INK, PAPER, QUIET
from kg.flows.network import Network
from kg.flows.palette import FORMS
from kg.flows.scene import LAND, NAMED, WATER, scene
from kg.flows.shapes import Area, Disc, Line, Scene, Shape, Text
from kg.flows.words import Words

COLOURS: Final = {
    INK: "ink",
    PAPER: "paper",
    QUIET: "quiet",
    LAND: "land",
    NAMED: "named",
    WATER: "water",
    "none": "none",
    **{form.colour: f"form-{form.name}" for form in FORMS},
}
"""The names of colours in the style of the page, which has others for dark pages."""

HIT: Final = 13.0
"""The width in pixels at which an arrow can be hit."""

Link = Callable[[Sequence[str]], str]
"""The address behind flows, by their keys."""


def map_of(graph: Network, words: Words, link: Link, place: Callable[[str], str]) -> str:
    """An SVG element: arrows lead to what ``link`` gives for their flows, names of places to what ``place`` gives for their code."""
    found = scene(graph, words, text_width)
    said = titles(graph)
    codes = {name: node for node in graph for name in (end_name(node), node)}
    top = found.clip[1]
    inner = "".join(_drawn(shape, link, said, codes, place) for shape in found.shapes if not _is_head(shape, found))
    return (
        f'<svg class="map" viewBox="0 {top:g} {found.width:g} {found.height - top:.0f}" role="group" aria-label="{escape(found.title)}">'
        f'<defs><clipPath id="frame"><rect {_box(found.clip)}/></clipPath></defs>{inner}</svg>'
    )


def _is_head(shape: Shape, found: Scene) -> bool:
    """The title and subtitle, which the page has already."""
    return isinstance(shape, Text) and shape.at[1] < found.clip[1]


def _box(clip: tuple[float, float, float, float]) -> str:
    left, top, right, bottom = clip
    return f'x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}"'


def _drawn(shape: Shape, link: Link, said: Mapping[str, str], codes: Mapping[str, str], place: Callable[[str], str]) -> str:
    if isinstance(shape, Text):
        written = _text(shape)
        return f'<a href="{escape(place(codes[shape.text]))}" class="name">{written}</a>' if shape.halo and shape.text in codes else written
    element = _area(shape) if isinstance(shape, Area) else _disc(shape) if isinstance(shape, Disc) else _line(shape)
    if isinstance(shape, Disc) or not shape.flows:
        return element
    label = escape("\n".join(said[key] for key in shape.flows))
    keys = 'tabindex="-1" aria-hidden="true"' if isinstance(shape, Area) else f'aria-label="{label}"'
    return f'<a href="{escape(link(shape.flows))}" class="flow" {keys}><title>{label}</title>{element}</a>'


def _area(shape: Area) -> str:
    d = "".join(f"M{_points(ring)}Z" for ring in shape.rings)
    clipped = ' clip-path="url(#frame)"' if shape.clip else ""
    return f'<path {_look(shape.fill, shape.edge, shape.width)} fill-rule="evenodd"{clipped} d="{d}"/>'


def _disc(shape: Disc) -> str:
    x, y = shape.centre
    return f'<circle {_look(shape.fill, shape.edge, shape.width, shape.dash)} cx="{x:.1f}" cy="{y:.1f}" r="{shape.radius:.2f}"/>'


def _line(shape: Line) -> str:
    first, *rest = shape.points
    letter = {"straight": "L", "quadratic": "Q", "cubic": "C"}[shape.way]
    d = f"M{_points([first])}{letter}{_points(rest)}"
    seen = f'<path {_look("none", shape.colour, shape.width, shape.dash)} d="{d}"/>'
    return seen + (f'<path class="hit" stroke-width="{max(HIT, shape.width):g}" d="{d}"/>' if shape.flows else "")


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _look(fill: str, edge: str, width: float, dash: Sequence[float] = ()) -> str:
    return " ".join(_attributes(fill, edge, width, dash))


def _attributes(fill: str, edge: str, width: float, dash: Sequence[float]) -> Iterator[str]:
    yield f'class="fill-{COLOURS.get(fill, "ink")} edge-{COLOURS.get(edge, "ink")}"'
    if edge != "none":
        yield f'stroke-width="{width:g}"'
    if dash:
        yield f'stroke-dasharray="{" ".join(f"{part:g}" for part in dash)}"'


def _text(shape: Text) -> str:
    x, y = shape.at
    look = "".join(f" {word}" for word, on in (("bold", shape.bold), ("italic", shape.italic), ("halo", shape.halo)) if on)
    return (
        f'<text class="fill-{COLOURS.get(shape.colour, "ink")}{look}" x="{x:.1f}" y="{y:.1f}" font-size="{shape.size:g}" '
        f'text-anchor="{shape.anchor}">{escape(shape.text)}</text>'
    )
