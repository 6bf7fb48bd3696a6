"""Where visits stopped: the places of their itineraries, in order, as far as they have coordinates."""

from collections.abc import Iterator, Mapping
from itertools import groupby

import attrs

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.positions import Position
from vnjp_dataset.model import PartialDate, Place, PlaceId, Visit


@attrs.frozen(kw_only=True)
class Stop:
    """A stay at a place, over steps of an itinerary that come one after another."""

    place: Place
    """The place itself, or the nearest one around it that has coordinates."""
    located: bool
    """Whether it is known where the place lies."""
    first: PartialDate
    last: PartialDate


def stops(dataset: Dataset, visit: Visit, positions: Mapping[PlaceId, Position]) -> tuple[Stop, ...]:
    """Return the stops of a visit in the order of its itinerary, after the places' positions.

    A whole country is no stop.
    """
    found = tuple(_steps(dataset, visit, positions))
    several = (tuple(steps) for _, steps in groupby(found, key=lambda one: one.place.id))
    return tuple(attrs.evolve(steps[0], last=steps[-1].last) for steps in several)


def _steps(dataset: Dataset, visit: Visit, positions: Mapping[PlaceId, Position]) -> Iterator[Stop]:
    for step in visit.itinerary:
        place = dataset.places.find(step.place) if step.place else None
        if place is None or place.kind == "country":
            continue
        position = positions.get(PlaceId(place.id))
        around = dataset.places[position.located_by] if position and position.located_by else place
        yield Stop(place=around, located=position is not None, first=step.date, last=step.date)
