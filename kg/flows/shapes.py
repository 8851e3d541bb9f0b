"""What a picture is made of: areas, lines, discs and texts on a page, in pixels, y downwards, drawn in their order."""

from dataclasses import dataclass
from typing import Literal

from kg.flows.projection import Point

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

Anchor = Literal["start", "middle", "end"]
Way = Literal["straight", "quadratic", "cubic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Filled rings (even-odd rule)."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str = "none"
    edge: str = "none"
    width: float = 0.0
    opacity: float = 1.0
    """How full the colour of its inside is."""
    flows: tuple[str, ...] = ()
    """The keys of the flows that it stands for."""
    follows: bool = False
    """Whether it goes with another shape that stands for the same flows."""
    clip: Box | None = None
    """The frame outside which nothing of it is drawn."""
    pin: Point | None = None
    """The point about which it keeps its size when the picture is magnified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line along points: straight from point to point, or one Bézier curve with the inner points as controls."""

    points: tuple[Point, ...]
    colour: str
    width: float
    way: Way = "straight"
    dash: tuple[float, ...] = ()
    flows: tuple[str, ...] = ()
    follows: bool = False
    pins: tuple[Point, Point] | None = None
    """The points from which its ends keep their distance when the picture is magnified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A circle."""

    centre: Point
    radius: float
    fill: str = "none"
    edge: str = "none"
    width: float = 0.0
    dash: tuple[float, ...] = ()
    pin: Point | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text; ``at`` is the left end, middle or right end of its baseline."""

    at: Point
    text: str
    size: float
    colour: str
    anchor: Anchor = "start"
    bold: bool = False
    italic: bool = False
    halo: str | None = None
    """The colour of a rim that lifts it off what lies beneath."""
    turned: bool = False
    """Whether it runs upwards."""
    place: str | None = None
    """The code of the place that it names."""
    pin: Point | None = None


Shape = Area | Line | Disc | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture."""

    width: float
    height: float
    clip: Box
    """The frame of the map, or of what stands in its place."""
    shapes: tuple[Shape, ...]
    title: str
    description: str
    paper: str = "#ffffff"
    """The colour of the page."""
    movable: int = 0
    """How many of the first shapes make a map that can be magnified in its frame."""
