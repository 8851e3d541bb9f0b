"""Scenes drawn by matplotlib, without any global state: as SVG with texts that stay texts, and as PNG."""

import io
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Final

import matplotlib as mpl
from matplotlib import text as artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke
from matplotlib.textpath import text_to_path

from kg.flows.shapes import Area, Disc, Line, Scene, Text, Way
from kg.flows.vector import FLOW, RIM, finished

DOTS: Final = 100
"""Pixels of a scene to an inch of the figure."""

POINT: Final = 72 / DOTS
"""Typographic points to a pixel of a scene."""

SHARP: Final = 2
"""Pixels of the PNG to a pixel of the scene."""

FONT: Final = "DejaVu Sans"
"""It comes with matplotlib, so that texts are as wide everywhere."""

SETTINGS: Final[dict[Any, Any]] = {
    "svg.hashsalt": "tip-kg",
    "svg.fonttype": "none",
    "font.family": FONT,
    "path.simplify": False,
    "lines.scale_dashes": False,
}


@cache
def text_width(text: str, size: float) -> float:
    """The width of a text in pixels."""
    width, _, _ = text_to_path.get_text_width_height_descent(text, FontProperties(family=FONT, size=size), ismath=False)
    return float(width)


def png(scene: Scene) -> bytes:
    """The scene as PNG."""
    out = io.BytesIO()
    with mpl.rc_context(SETTINGS):
        figure = _figure(scene, _stroked)
        FigureCanvasAgg(figure)
        figure.savefig(
            out, format="png", dpi=DOTS * SHARP, metadata={"Software": None, "Title": scene.title, "Description": scene.description}
        )
    return out.getvalue()


def svg(scene: Scene, titles: Mapping[str, str]) -> bytes:
    """The scene as SVG; ``titles``, by flow, are shown where the pointer rests on it."""
    out = io.BytesIO()
    with mpl.rc_context(SETTINGS):
        figure = _figure(scene, _named)
        FigureCanvasSVG(figure)
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return finished(out.getvalue(), scene, titles)


Rim = Callable[[artist.Text, str], None]
"""Gives a text a rim of a colour."""


def _stroked(text: artist.Text, colour: str) -> None:
    text.set_path_effects([withStroke(linewidth=2.6, foreground=colour)])


def _named(text: artist.Text, colour: str) -> None:
    """A rim would turn the text into outlines in SVG: it is named here and gets its rim as a style when the file is finished."""
    text.set_gid(RIM)


def _figure(scene: Scene, rim: Rim) -> Figure:
    figure = Figure(figsize=(scene.width / DOTS, scene.height / DOTS), dpi=DOTS, facecolor=scene.paper)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    axes.set_xlim(0, scene.width)
    axes.set_ylim(scene.height, 0)
    for order, shape in enumerate(scene.shapes):
        drawn = _text(shape, axes, rim) if isinstance(shape, Text) else axes.add_patch(_patch(shape))
        drawn.set_zorder(order)
        if isinstance(shape, Area) and shape.clip:
            left, top, right, bottom = shape.clip
            drawn.set_clip_path(Rectangle((left, top), right - left, bottom - top, transform=axes.transData))
        if isinstance(shape, Area | Line) and shape.flows:
            drawn.set_gid(f"{FLOW}{order}")
    return figure


def _text(shape: Text, axes: Axes, rim: Rim) -> artist.Text:
    text = axes.text(
        *shape.at,
        shape.text,
        fontsize=shape.size * POINT,
        color=shape.colour,
        ha={"start": "left", "middle": "center", "end": "right"}[shape.anchor],
        va="baseline",
        fontweight="bold" if shape.bold else "normal",
        fontstyle="italic" if shape.italic else "normal",
        rotation=90 if shape.turned else 0,
        rotation_mode="anchor",
        parse_math=False,
    )
    if shape.halo:
        rim(text, shape.halo)
    return text


def _patch(shape: Area | Line | Disc) -> PathPatch:
    if isinstance(shape, Line):
        return PathPatch(
            Path(shape.points, CODES[shape.way](len(shape.points))),
            fill=False,
            edgecolor=shape.colour,
            linewidth=shape.width * POINT,
            linestyle=_dashed(shape.dash),
            capstyle="butt",
            joinstyle="round",
        )
    path = Path.circle(shape.centre, shape.radius) if isinstance(shape, Disc) else _rings(shape)
    dash = shape.dash if isinstance(shape, Disc) else ()
    return PathPatch(
        path, facecolor=_full(shape), edgecolor=shape.edge, linewidth=shape.width * POINT, linestyle=_dashed(dash), joinstyle="miter"
    )


def _full(shape: Area | Disc) -> Any:
    """The colour of its inside, and how full it is."""
    return (shape.fill, shape.opacity) if isinstance(shape, Area) and shape.opacity < 1 and shape.fill != "none" else shape.fill


def _dashed(dash: Sequence[float]) -> Any:
    """The lengths of a dashed line in points; matplotlib's own scaling with the width is off."""
    return (0, [length * POINT for length in dash]) if dash else "solid"


def _rings(shape: Area) -> Path:
    """Rings as one path; holes stay open because every ring of a hole runs against that of its land."""
    paths = [Path([*ring, ring[0]], [Path.MOVETO, *[Path.LINETO] * (len(ring) - 1), Path.CLOSEPOLY]) for ring in shape.rings]
    return Path.make_compound_path(*paths)


CODES: Final[Mapping[Way, Callable[[int], list[Any]]]] = {
    "straight": lambda count: [Path.MOVETO, *[Path.LINETO] * (count - 1)],
    "quadratic": lambda count: [Path.MOVETO, Path.CURVE3, Path.CURVE3],
    "cubic": lambda count: [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
}
