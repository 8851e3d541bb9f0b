"""The marks of places: a dot for a source, a square for a destination, a diamond for a transit place, one inside the other."""

from collections.abc import Collection, Iterator
from typing import Final

from kg.flows.projection import Point
from kg.flows.shapes import Area, Disc, Line, Shape, Text

INK: Final = "#22262a"
PAPER: Final = "#ffffff"
QUIET: Final = "#5b6168"

SQUARE: Final = 0.5
"""Half the side of the square, as a share of the diamond's half diagonal: it just fits into the diamond."""


def mark(at: Point, roles: Collection[str], size: float, *, region: bool = False) -> Iterator[Shape]:
    """The mark of a place with these roles; a region's has a dashed ring around it."""
    edge = max(1.1, size * 0.14)
    if region:
        yield Disc(centre=at, radius=size * 1.2, fill=PAPER, edge=QUIET, width=1.0, dash=(2.5, 2.0))
    if "transit" in roles:
        yield Area(rings=(_diamond(at, size),), fill=PAPER, edge=INK, width=edge)
    if "destination" in roles:
        yield Area(rings=(_square(at, size * SQUARE),), fill=PAPER, edge=INK, width=edge)
    if "source" in roles:
        yield Disc(centre=at, radius=size * (0.27 if len(roles) > 1 else 0.38), fill=INK)
    elif not {"transit", "destination"} & set(roles):
        yield Disc(centre=at, radius=size * 0.34, fill=PAPER, edge=INK, width=edge)


def _diamond(at: Point, size: float) -> tuple[Point, ...]:
    x, y = at
    return (x, y - size), (x + size, y), (x, y + size), (x - size, y)


def _square(at: Point, half: float) -> tuple[Point, ...]:
    x, y = at
    return (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)


def unnamed(at: Point, radius: float) -> Iterator[Shape]:
    """The mark of an end that the text does not name."""
    yield Disc(centre=at, radius=radius, fill=PAPER, edge=QUIET, width=1.0)
    yield Text(at=(at[0], at[1] + radius * 0.55), text="?", size=radius * 1.6, colour=INK, anchor="middle", bold=True)


def tether(home: Point, at: Point) -> Iterator[Shape]:
    """From where a place really is to its mark, where that had to move away."""
    yield Line(points=(home, at), colour=QUIET, width=0.7)
    yield Disc(centre=home, radius=1.3, fill=QUIET)
