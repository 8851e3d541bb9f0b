"""Where places lie on the page: which meridian the map is cut at, how it is projected, and what part of the world it shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y on the page in pixels, y downwards."""

CUTS: Final = (-168.5, -28.0)
"""Meridians at which a map may be cut, the more familiar first: Bering Strait, or the Atlantic. Others would cut continents."""

WORLD: Final = 150.0
"""From this many degrees of longitude on, a map is one of the world."""

WIDTH: Final = 1120.0
"""The width of a map in a file, in pixels."""

SMALLEST: Final = 16.0
"""No map shows fewer degrees of latitude, so that neighbours are seen around a single country."""


def cut_meridian(ways: Sequence[tuple[float, float]]) -> float:
    """The meridian to cut at: the fewest ways cross it, and the places lie close together.

    ``ways`` are pairs of longitudes; each leads the shorter way round.
    """
    longitudes = [longitude for way in ways for longitude in way]

    def cost(cut: float) -> tuple[int, int, int]:
        unwrapped = [unwrap(longitude, cut) for longitude in longitudes]
        span = max(unwrapped) - min(unwrapped) if unwrapped else 0
        return sum(_crosses(way, cut) for way in ways), int(span // 90), CUTS.index(cut)

    return min(CUTS, key=cost)


def unwrap(longitude: float, cut: float) -> float:
    """The longitude as it lies east of the cut, by less than a turn."""
    return cut + (longitude - cut) % 360


def _crosses(way: tuple[float, float], cut: float) -> bool:
    start = unwrap(way[0], cut)
    shorter = (way[1] - way[0] + 180) % 360 - 180
    return not cut <= start + shorter < cut + 360


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to a plane, x to the east and y to the north; Equal Earth for the world, plate carrée true at ``latitude`` for a region."""

    cut: float
    world: bool
    latitude: float = 0.0

    def plane(self, point: Point) -> Point:
        """Where a point between the cut and the cut again lies on the plane, in degrees near the centre."""
        longitude, latitude = point[0] - self.cut - 180, point[1]
        if self.world:
            return _equal_earth(longitude, latitude)
        return longitude * cos(radians(self.latitude)), latitude


def _equal_earth(longitude: float, latitude: float) -> Point:
    """Šavrič, Patterson and Jenny, The Equal Earth map projection (2018), scaled so that a degree at the centre is about one."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    slope = 9 * a4 * t**8 + 7 * a3 * t**6 + 3 * a2 * t**2 + a1
    return 2 * sqrt(3) * longitude * cos(t) / (3 * slope), (a4 * t**9 + a3 * t**7 + a2 * t**3 + a1 * t) / radians(1)


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world on a rectangle of the page."""

    projection: Projection
    left: float
    """The plane's x at the left edge of the rectangle."""
    top: float
    """The plane's y at the upper edge of the rectangle."""
    scale: float
    """Pixels for a unit of the plane."""
    width: float
    height: float
    x: float = 0.0
    """The rectangle's left edge on the page."""
    y: float = 0.0
    """The rectangle's upper edge on the page."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the rectangle on the page."""
        return self.x, self.y, self.x + self.width, self.y + self.height

    def at(self, point: Point) -> Point:
        """Where a point between the cut and the cut again lies on the page."""
        x, y = self.projection.plane(point)
        return self.x + (x - self.left) * self.scale, self.y + (self.top - y) * self.scale

    def place(self, point: Point) -> Point:
        """Where any point in degrees lies on the page."""
        return self.at((unwrap(point[0], self.projection.cut), point[1]))


@dataclass(frozen=True, slots=True)
class Page:
    """How large a map may be, and how much room is kept around the places for arrows and names; in pixels."""

    width: float = WIDTH
    lowest: float = 470.0
    highest: float = 760.0
    margin_x: float = 110.0
    margin_y: float = 70.0
    x: float = 0.0
    y: float = 0.0
    """The upper left corner of the map on the page."""


def fitting(width: float, y: float) -> Page:
    """A page of this width: the narrower, the less room is kept, and the higher it is beside its width."""
    if width >= WIDTH:
        return Page(width=width, y=y)
    share = width / WIDTH
    high = share + 0.2
    return Page(width=width, lowest=470 * high, highest=760 * high, margin_x=110 * share + 10, margin_y=70 * share + 14, y=y)


def view(points: Sequence[Point], ways: Sequence[tuple[float, float]], page: Page) -> View:
    """The part of the world that holds all points (in degrees), with a margin, on a rectangle as high as they need."""
    cut = cut_meridian(ways)
    longitudes = [unwrap(longitude, cut) for longitude, _ in points] or [cut, cut + 359]
    latitudes = [latitude for _, latitude in points] or [-50, 70]
    world = max(longitudes) - min(longitudes) > WORLD
    projection = Projection(cut, world, 0.0 if world else (max(latitudes) + min(latitudes)) / 2)
    west, east, south, north = _bounds(projection.plane(point) for point in zip(longitudes, latitudes, strict=True))
    inner = page.width - 2 * page.margin_x
    high = max(north - south, SMALLEST)
    wide = max(east - west, SMALLEST)
    height = min(page.highest, max(page.lowest, high * inner / wide + 2 * page.margin_y))
    scale = min(inner / wide, (height - 2 * page.margin_y) / high)
    left = (west + east) / 2 - page.width / 2 / scale
    top = (south + north) / 2 + height / 2 / scale
    return View(projection, left, top, scale, page.width, height, page.x, page.y)


def _bounds(points: Iterable[Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*points, strict=True)
    return min(xs), max(xs), min(ys), max(ys)
