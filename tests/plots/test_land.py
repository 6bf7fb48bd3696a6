"""The coasts are Natural Earth's, and places stand where they are."""

import hashlib
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnjp_dataset
from vnjp_dataset import Dataset
from vnjp_dataset.plots.land import FILE, SHA256, Point, View, outlines, view_of

DEGREES = st.tuples(st.floats(95, 150), st.floats(-10, 50))


def inside(rings: list[list[Point]], x: float, y: float) -> bool:
    """Whether a point lies within an odd number of rings."""
    crossed = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                crossed += 1
    return crossed % 2 == 1


def test_the_file_is_the_one_that_was_published() -> None:
    """Nobody has redrawn a coast."""
    content = (Path(vnjp_dataset.__file__).parent / "plots" / FILE).read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256


def test_cities_lie_on_land(ds: Dataset) -> None:
    """Every city of the two countries lies within a coast, or so near that the scale of the map explains it."""
    cities = [one for one in ds.places if one.latitude and one.longitude and one.country in ("VN", "JP")]
    assert len(cities) > 15
    view = view_of([(102, 8), (146, 46)], 2000, 2000, margin=1, least=1)
    rings = list(outlines(view))
    near = [(math.cos(angle) * 4, math.sin(angle) * 4) for angle in range(7)]
    for one in cities:
        x, y = view.place(float(one.longitude or 0), float(one.latitude or 0))
        assert any(inside(rings, x + dx, y + dy) for dx, dy in [(0.0, 0.0), *near]), one.id


def test_the_sea_is_no_land() -> None:
    """The middle of the Sea of Japan and of the Gulf of Tonkin are water; Laos is land, though no border is drawn."""
    view = view_of([(100, 8), (146, 46)], 1000, 1000, margin=1, least=1)
    rings = list(outlines(view))
    assert not inside(rings, *view.place(135, 40))
    assert not inside(rings, *view.place(108, 19.5))
    assert inside(rings, *view.place(102.6, 20))


@given(st.lists(DEGREES, min_size=1, max_size=6), st.floats(300, 900), st.floats(300, 900))
def test_a_view_shows_all_its_points(points: list[Point], width: float, height: float) -> None:
    """They lie on the plane, east to the right and north above, and its sides are where it says."""
    view = view_of(points, width, height, margin=1, least=6)
    for longitude, latitude in points:
        x, y = view.place(longitude, latitude)
        assert 0 <= x <= width
        assert 0 <= y <= height
    assert view.place(view.east, view.north) == pytest.approx((width, 0), abs=1e-6)
    assert view.place(view.west, view.south) == pytest.approx((0, height), abs=1e-6)
    assert view.east - view.west >= 6 - 1e-9


@given(DEGREES, st.floats(2, 30))
def test_outlines_stay_near_the_view(corner: Point, degrees: float) -> None:
    """What is drawn is cut off a little beyond the sides, and every ring is closed."""
    view = view_of([corner, (corner[0] + degrees, corner[1])], 400, 300, margin=1, least=3)
    for ring in outlines(view):
        assert ring[0] == ring[-1]
        assert all(-20 <= x <= 420 and -20 <= y <= 320 for x, y in ring)


def test_a_view_within_land_is_all_land() -> None:
    """A coast that lies around everything is drawn as the plane's own edge."""
    view = View(west=103.0, north=32.0, scale=20_000, width=300, height=300)
    rings = list(outlines(view))
    assert inside(rings, 150, 150)
    assert len(rings) == 1
