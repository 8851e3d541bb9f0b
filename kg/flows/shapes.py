"""What a picture is made of: areas, lines, discs and texts on a page, in pixels, y downwards, drawn in their order."""

from dataclasses import dataclass
from typing import Literal

from kg.flows.projection import Point

Anchor = Literal["start", "middle", "end"]
Way = Literal["straight", "quadratic", "cubic"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Filled rings (even-odd rule)."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str = "none"
    edge: str = "none"
    width: float = 0.0
    flows: tuple[str, ...] = ()
    """The keys of the flows that it stands for."""
    clip: tuple[float, float, float, float] | None = None
    """Left, top, right and bottom of the frame outside which nothing of it is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line along points: straight from point to point, or one Bézier curve with the inner points as controls."""

    points: tuple[Point, ...]
    colour: str
    width: float
    way: Way = "straight"
    dash: tuple[float, ...] = ()
    flows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """A circle."""

    centre: Point
    radius: float
    fill: str = "none"
    edge: str = "none"
    width: float = 0.0
    dash: tuple[float, ...] = ()


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


Shape = Area | Line | Disc | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture."""

    width: float
    height: float
    clip: tuple[float, float, float, float]
    """Left, top, right and bottom of the map."""
    shapes: tuple[Shape, ...]
    title: str
    description: str
    paper: str = "#ffffff"
    """The colour of the page."""
