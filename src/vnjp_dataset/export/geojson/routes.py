"""Lines across the map, as GeoJSON has them: cut in two where they cross the 180th meridian (RFC 7946, 3.1.9)."""

import itertools
from collections.abc import Iterable, Iterator, Mapping

from vnjp_dataset.export.positions import DECIMALS, Point

Geometry = Mapping[str, object]


def geometry(points: Iterable[Point]) -> Geometry | None:
    """Return the geometry of a way from point to point: none, a point, a line, or a line in several parts.

    The line is straight between one point and the next, the short way round the globe: it shows the order, not the
    road.
    """
    way = [point for point, _ in itertools.groupby(points)]
    if not way:
        return None
    lines = [line for line in _parts(way) if len(line) > 1]
    if not lines:  # one point, or one point told twice, from east and from west of the 180th meridian
        return {"type": "Point", "coordinates": list(way[0])}
    if len(lines) == 1:
        return {"type": "LineString", "coordinates": lines[0]}
    return {"type": "MultiLineString", "coordinates": lines}


def _parts(way: list[Point]) -> Iterator[list[list[float]]]:
    """Yield the line's parts, none of which crosses the 180th meridian, without a point said twice in a row."""
    part = [way[0]]
    for first, second in itertools.pairwise(way):
        if abs(second[0] - first[0]) > 180:
            edge = 180.0 if first[0] > 0 else -180.0
            latitude = _crossing(first, second, edge)
            yield _line([*part, (edge, latitude)])
            part = [(-edge, latitude)]
        part.append(second)
    yield _line(part)


def _crossing(first: Point, second: Point, edge: float) -> float:
    """Return the latitude at which a line from a point to another meets the 180th meridian, coming from the edge."""
    width = 2 * edge + second[0] - first[0]  # never 0 but between the two names of one meridian
    share = (edge - first[0]) / width if width else 0.0
    return round(first[1] + share * (second[1] - first[1]), DECIMALS) + 0.0


def _line(points: Iterable[Point]) -> list[list[float]]:
    return [list(point) for point, _ in itertools.groupby(points)]
