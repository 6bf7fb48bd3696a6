"""Where places lie on the map, and whose coordinates say so."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Place, PlaceId

DECIMALS = 7
"""To about a centimetre, which is far finer than any place is known."""

Point = tuple[float, float]
"""Longitude, then latitude, in degrees of WGS 84."""


@attrs.frozen
class Position:
    """A point for a place."""

    point: Point
    located_by: PlaceId | None
    """The wider place whose coordinates these are; None where they are the place's own."""


def positions(dataset: Dataset) -> Mapping[PlaceId, Position]:
    """Return where places lie: by their own coordinates, else by those of the nearest place that they lie in.

    A country is no point on a map: it has no position, and lends none.
    """
    found = ((place, _position(dataset, place)) for place in dataset.places)
    return {PlaceId(place.id): position for place, position in found if position}


def _position(dataset: Dataset, place: Place) -> Position | None:
    for one in _widening(dataset, place):
        if one.latitude is not None and one.longitude is not None:
            return Position(_point(one.longitude, one.latitude), None if one is place else PlaceId(one.id))
    return None


def _widening(dataset: Dataset, place: Place) -> Iterator[Place]:
    """Yield a place and those that it lies in, up to the country; places that lie in each other come once."""
    seen: set[str] = set()
    one: Place | None = place
    while one and one.kind != "country" and one.id not in seen:
        yield one
        seen.add(one.id)
        one = dataset.places.find(one.part_of) if one.part_of else None


def _point(longitude: Decimal, latitude: Decimal) -> Point:
    # Adding zero takes the sign from a zero that was a little less before it was rounded.
    return round(float(longitude), DECIMALS) + 0.0, round(float(latitude), DECIMALS) + 0.0
