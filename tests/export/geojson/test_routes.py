"""Lines are valid, go through their points in order, and are cut at the 180th meridian."""

# The library that reads GeoJSON comes without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportMissingTypeStubs=false

import itertools
import json
import typing

import geojson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.export.geojson.routes import Geometry, geometry
from vnjp_dataset.export.positions import Point

degrees = st.floats(-180, 180).map(lambda number: round(number, 7) + 0.0) | st.sampled_from((180.0, -180.0, 0.0))
points = st.tuples(degrees, degrees.map(lambda number: number / 2))


def lines(shape: Geometry) -> list[list[Point]]:
    """Return the lines of a geometry; a point is a line of one."""
    found: typing.Any = shape["coordinates"]
    nested = {"Point": [[found]], "LineString": [found], "MultiLineString": found}[str(shape["type"])]
    return [[(one[0], one[1]) for one in line] for line in nested]


@given(st.lists(points, max_size=5))
def test_geometries_are_valid(way: list[Point]) -> None:
    """A reader of GeoJSON finds nothing wrong, and no step of a line goes more than half round the globe."""
    shape = geometry(way)
    assert (shape is None) == (not way)
    if shape is None:
        return
    assert geojson.loads(json.dumps(shape)).errors() in (None, [])
    for line in lines(shape):
        for first, second in itertools.pairwise(line):
            assert first != second
            assert abs(first[0] - second[0]) <= 180


@given(st.lists(points, min_size=1, max_size=5))
def test_a_line_goes_through_its_points_in_order(way: list[Point]) -> None:
    """Without the cuts, and with one name for the 180th meridian, the points are those that were given."""
    shape = geometry(way)
    assert shape
    told = iter([_one_name(one) for line in lines(shape) for one in line])
    stops = [one for one, _ in itertools.groupby(map(_one_name, way))]
    assert all(stop in told for stop in stops)  # each is looked for behind the one before


def _one_name(point: Point) -> Point:
    return (180.0 if point[0] == -180 else point[0], point[1])


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ([(105.8, 21.0), (105.8, 21.0)], {"type": "Point", "coordinates": [105.8, 21.0]}),
        (
            [(1.0, 2.0), (3.0, 4.0), (1.0, 2.0)],
            {"type": "LineString", "coordinates": [[1.0, 2.0], [3.0, 4.0], [1.0, 2.0]]},
        ),
        (
            [(170.0, 10.0), (-170.0, 20.0)],
            {
                "type": "MultiLineString",
                "coordinates": [[[170.0, 10.0], [180.0, 15.0]], [[-180.0, 15.0], [-170.0, 20.0]]],
            },
        ),
        (
            [(-175.0, 0.0), (165.0, 8.0)],
            {"type": "MultiLineString", "coordinates": [[[-175.0, 0.0], [-180.0, 2.0]], [[180.0, 2.0], [165.0, 8.0]]]},
        ),
        ([(180.0, 5.0), (-170.0, 6.0)], {"type": "LineString", "coordinates": [[-180.0, 5.0], [-170.0, 6.0]]}),
        ([(180.0, 5.0), (-180.0, 5.0)], {"type": "Point", "coordinates": [180.0, 5.0]}),
    ],
)
def test_ways(way: list[Point], expected: Geometry) -> None:
    """One place is a point; what crosses the 180th meridian is cut there, at the height at which it does."""
    assert geometry(way) == expected
