"""Land as it is drawn behind places: coasts at 1:50 million, from Natural Earth; no borders.

The file is `land-50m.json` of the package world-atlas 2.0.2, byte for byte: TopoJSON made from Natural Earth, which is
in the public domain.
"""

import functools
import json
import math
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

import attrs

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y in pixels from the upper left."""
Ring = Sequence[Point]

FILE = "natural_earth/land-50m.json"
SHA256 = "619477ff690c086885e45cb91707d783805561bd75ae8e437b7d4694b0204e0f"
POLE = 85.0
"""The latitude beyond which Mercator's projection is not drawn."""


class _Transform(TypedDict):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Geometry(TypedDict):
    type: str
    arcs: list[list[list[int]]]


class _Collection(TypedDict):
    geometries: list[_Geometry]


class _Topology(TypedDict):
    arcs: list[list[tuple[int, int]]]
    transform: _Transform
    objects: dict[str, _Collection]


@attrs.frozen(kw_only=True)
class View:
    """A piece of the Earth in Mercator's projection, as pixels."""

    west: float
    north: float
    scale: float
    """Pixels of a radian at the equator."""
    width: float
    height: float

    def place(self, longitude: float, latitude: float) -> Point:
        """Return where a point of the Earth stands, in pixels from the upper left."""
        x = math.radians(longitude - self.west) * self.scale
        return x, (_stretched(self.north) - _stretched(latitude)) * self.scale

    @property
    def east(self) -> float:
        """The longitude of the right side."""
        return self.west + math.degrees(self.width / self.scale)

    @property
    def south(self) -> float:
        """The latitude of the lower side."""
        return math.degrees(math.atan(math.sinh(_stretched(self.north) - self.height / self.scale)))


def _stretched(latitude: float) -> float:
    return math.asinh(math.tan(math.radians(max(min(latitude, POLE), -POLE))))


def view_of(points: Iterable[Point], width: float, height: float, *, margin: float, least: float) -> View:
    """Return the view that shows points of the Earth with a margin around them, and so many degrees at least."""
    given = tuple(points)
    sides: list[tuple[float, float]] = []
    for axis in (0, 1):
        low, high = min(one[axis] for one in given), max(one[axis] for one in given)
        half = max((high - low) / 2 + margin, least / 2)
        sides.append(((low + high) / 2 - half, (low + high) / 2 + half))
    (west, east), (south, north) = sides
    tall = _stretched(north) - _stretched(south)
    scale = min(width / math.radians(east - west), height / tall)
    # What is left over on one axis goes to both sides.
    middle = (_stretched(north) + _stretched(south)) / 2 + height / scale / 2
    return View(
        west=(west + east) / 2 - math.degrees(width / scale) / 2,
        north=math.degrees(math.atan(math.sinh(middle))),
        scale=scale,
        width=width,
        height=height,
    )


def outlines(view: View) -> Iterator[list[Point]]:
    """Yield the coasts within a view as closed rings of pixels; a ring in another is a lake."""
    margin = 20.0
    for ring in _rings():
        x, y = zip(*ring, strict=True)
        if max(x) < view.west or min(x) > view.east or max(y) < view.south or min(y) > view.north:
            continue
        drawn = [view.place(*point) for point in ring]
        cut = _clipped(drawn, -margin, -margin, view.width + margin, view.height + margin)
        if len(cut) >= 3:
            yield [(round(x, 1), round(y, 1)) for x, y in (*cut, cut[0])]


@functools.cache
def _rings() -> tuple[tuple[Point, ...], ...]:
    """Return every coast of the Earth, as rings of longitudes and latitudes."""
    topology: _Topology = json.loads(pkgutil.get_data(__name__, FILE) or b"{}")
    arcs = [list(_points(steps, topology["transform"])) for steps in topology["arcs"]]
    polygons = (polygon for one in topology["objects"]["land"]["geometries"] for polygon in one["arcs"])
    return tuple(tuple(_joined(arcs, numbers)) for polygon in polygons for numbers in polygon)


def _points(steps: Iterable[tuple[int, int]], transform: _Transform) -> Iterator[Point]:
    """Yield the points of an arc, which are written as steps from the one before."""
    (scale_x, scale_y), (from_x, from_y) = transform["scale"], transform["translate"]
    x = y = 0
    for right, up in steps:
        x, y = x + right, y + up
        yield x * scale_x + from_x, y * scale_y + from_y


def _joined(arcs: Sequence[Sequence[Point]], numbers: Iterable[int]) -> Iterator[Point]:
    for number in numbers:
        # A number below zero stands for the arc of its complement, walked backwards.
        yield from arcs[number][1:] if number >= 0 else arcs[~number][-2::-1]


def _clipped(ring: Ring, left: float, top: float, right: float, bottom: float) -> Ring:
    """Return the part of a ring within a rectangle, cut off side by side (Sutherland and Hodgman)."""
    for axis, limit, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        kept: list[Point] = []
        for before, after in zip((*ring[-1:], *ring), ring, strict=False):
            inside, was = sign * (after[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
            if inside != was:
                share = (limit - before[axis]) / (after[axis] - before[axis])
                x, y = (one + share * (other - one) for one, other in zip(before, after, strict=True))
                kept.append((x, y))
            if inside:
                kept.append(after)
        ring = kept
    return ring
