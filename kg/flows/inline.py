"""Pictures inside a page: the same scenes as in files, as an SVG element with links, in the colours of the page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Final

from kg.flows.marks import INK, PAPER, QUIET
from kg.flows.palette import FORMS
from kg.flows.scene import LAND, NAMED, WATER
from kg.flows.shapes import Area, Box, Disc, Line, Scene, Shape, Text

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

APART: Final = ' pointer-events="none"'
"""What lies over arrows and leads nowhere lets them be hit."""

Link = Callable[[Sequence[str]], str]
"""The address behind flows, by their keys."""

Place = Callable[[str], str]
"""The address behind a place, by its code."""


def inline(scene: Scene, titles: Mapping[str, str], link: Link, place: Place) -> str:
    """An SVG element: what stands for flows leads to what ``link`` gives, names of places to what ``place`` gives for their code.

    Pictures of several widths may stand on one page: what they hold is named after the width.
    """
    top = scene.clip[1]
    clipped = [shape.clip for shape in scene.shapes if isinstance(shape, Area) and shape.clip]
    boxes = dict.fromkeys([*clipped, scene.clip] if scene.movable else clipped)  # a map of the open sea has no area
    frames = {box: f"frame-{scene.width:g}-{n}" for n, box in enumerate(boxes)}
    drawing = _Drawing(titles, link, place, frames)
    clips = "".join(f'<clipPath id="{name}"><rect {_box(box)}/></clipPath>' for box, name in frames.items())
    moving = "".join(drawing.all(scene.shapes[: scene.movable]))
    resting = "".join(drawing.all([shape for shape in scene.shapes[scene.movable :] if not _is_head(shape, scene)]))
    inner = (_window(moving, scene.clip, frames[scene.clip]) if moving else "") + resting
    return (
        f'<svg class="map" viewBox="0 {top:g} {scene.width:g} {scene.height - top:.0f}" role="group" aria-label="{escape(scene.title)}">'
        f"<defs>{clips}</defs>{inner}</svg>"
    )


def _window(moving: str, box: Box, frame: str) -> str:
    """The part of a picture that can be magnified, in a frame that stays where it is."""
    where = " ".join(f"{value:g}" for value in (box[0], box[1], box[2] - box[0], box[3] - box[1]))
    return f'<g class="window" clip-path="url(#{frame})" data-box="{where}"><g class="movable">{moving}</g></g>'


def _is_head(shape: Shape, scene: Scene) -> bool:
    """The title and subtitle, which the page has already."""
    return isinstance(shape, Text) and shape.at[1] < scene.clip[1]


def _box(box: Box) -> str:
    left, top, right, bottom = box
    return f'x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}"'


class _Drawing:
    """What the shapes of one picture lead to."""

    def __init__(self, titles: Mapping[str, str], link: Link, place: Place, frames: Mapping[Box, str]) -> None:
        self.titles, self.link, self.place, self.frames = titles, link, place, frames

    def all(self, shapes: Sequence[Shape]) -> Iterator[str]:
        """Shapes, and beneath the first arrow what can be hit beside each, so that no arrow is covered by what is beside another."""
        arrows = [shape for shape in shapes if isinstance(shape, Line) and shape.flows and not shape.follows]
        for shape in shapes:
            if arrows and shape is arrows[0]:
                yield from map(self._around, arrows)
            yield self.drawn(shape)

    def drawn(self, shape: Shape) -> str:
        """A shape with its link, and a group around what keeps its size when the picture is magnified."""
        found = self._linked(shape)
        pin = None if isinstance(shape, Line) else shape.pin
        return f'<g class="pin" data-at="{pin[0]:.1f} {pin[1]:.1f}">{found}</g>' if pin else found

    def _linked(self, shape: Shape) -> str:
        if isinstance(shape, Text):
            written = _text(shape)
            return f'<a href="{escape(self.place(shape.place))}" class="name">{written}</a>' if shape.place else written
        element = _disc(shape) if isinstance(shape, Disc) else _line(shape) if isinstance(shape, Line) else self._area(shape)
        if isinstance(shape, Disc) or not shape.flows:
            return element
        label = self._label(shape)
        keys = 'tabindex="-1" aria-hidden="true"' if shape.follows else f'aria-label="{label}"'
        return f'<a href="{escape(self.link(shape.flows))}" class="flow" {keys}><title>{label}</title>{element}</a>'

    def _around(self, shape: Line) -> str:
        to = f'href="{escape(self.link(shape.flows))}" class="flow around" tabindex="-1" aria-hidden="true"'
        return f"<a {to}><title>{self._label(shape)}</title>{_beside(shape)}</a>"

    def _label(self, shape: Line | Area) -> str:
        return escape("\n".join(self.titles[key] for key in shape.flows))

    def _area(self, shape: Area) -> str:
        d = "".join(f"M{_points(ring)}Z" for ring in shape.rings)
        clipped = f' clip-path="url(#{self.frames[shape.clip]})"' if shape.clip else ""
        opacity = f' fill-opacity="{shape.opacity:g}"' if shape.opacity < 1 else ""
        return f'<path {_look(shape.fill, shape.edge, shape.width)} fill-rule="evenodd"{clipped}{opacity} d="{d}"/>'


def _disc(shape: Disc) -> str:
    x, y = shape.centre
    return f'<circle {_look(shape.fill, shape.edge, shape.width, shape.dash)} cx="{x:.1f}" cy="{y:.1f}" r="{shape.radius:.2f}"{APART}/>'


def _line(shape: Line) -> str:
    seen = f"<path {_look('none', shape.colour, shape.width, shape.dash)}{_way(shape)}{'' if shape.flows else APART}/>"
    return seen if shape.follows or not shape.flows else f"{seen}{_beside(shape)}"


def _beside(shape: Line) -> str:
    """What of an arrow is lit up, and can be hit."""
    return f'<path class="hit" stroke-width="{max(HIT, shape.width):g}"{_way(shape)}/>'


def _way(shape: Line) -> str:
    first, *rest = shape.points
    letter = {"straight": "L", "quadratic": "Q", "cubic": "C"}[shape.way]
    pins = f' data-pins="{_points(shape.pins)}"' if shape.pins else ""
    return f'{pins} d="M{_points([first])}{letter}{_points(rest)}"'


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
    turned = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if shape.turned else ""
    return (
        f'<text class="fill-{COLOURS.get(shape.colour, "ink")}{look}" x="{x:.1f}" y="{y:.1f}" font-size="{shape.size:g}" '
        f'text-anchor="{shape.anchor}"{turned}>{escape(shape.text)}</text>'
    )
