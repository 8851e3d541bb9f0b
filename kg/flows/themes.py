"""Pictures for dark pages: the same shapes in other colours."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, Literal

from kg.flows.marks import INK, PAPER, QUIET
from kg.flows.palette import FORMS
from kg.flows.scene import LAND, NAMED, WATER
from kg.flows.shapes import Area, Disc, Line, Scene, Shape, Text

Theme = Literal["light", "dark"]

THEMES: Final[tuple[Theme, ...]] = ("light", "dark")

DARK: Final[Mapping[str, str]] = {
    INK: "#eceff1",
    PAPER: "#16191c",
    QUIET: "#a9b0b7",
    LAND: "#2b3135",
    NAMED: "#3b4349",
    WATER: "#1b2126",
    **{form.colour: form.dark for form in FORMS},
}
"""What stands for each colour of a light page on a dark one."""

FIELDS: Final[Mapping[type[Shape], tuple[str, ...]]] = {
    Area: ("fill", "edge"),
    Disc: ("fill", "edge"),
    Line: ("colour",),
    Text: ("colour", "halo"),
}
"""Where each shape has its colours."""


def themed(scene: Scene, theme: Theme) -> Scene:
    """The picture in the colours of a theme."""
    if theme == "light":
        return scene
    return replace(scene, shapes=tuple(map(_darkened, scene.shapes)), paper=DARK[PAPER])


def _darkened(shape: Shape) -> Shape:
    colours: dict[str, Any] = {name: DARK.get(getattr(shape, name), getattr(shape, name)) for name in FIELDS[type(shape)]}
    return replace(shape, **colours)
