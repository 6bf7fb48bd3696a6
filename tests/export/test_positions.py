"""A place lies where it or a place around it says, and never at a country."""

from collections.abc import Mapping
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.positions import Position, positions
from vnjp_dataset.model import CountryCode, Place, PlaceId, RecordId, Text
from vnjp_dataset.model.places import PlaceKind


def place(name: str, kind: PlaceKind = "city", part_of: str | None = None, *, at: str | None = None) -> Place:
    """Return a place, perhaps with a latitude, and a longitude twice as great."""
    return Place(
        id=RecordId(name),
        name=Text(en=name.title()),
        country=CountryCode("VN"),
        kind=kind,
        part_of=PlaceId(RecordId(part_of)) if part_of else None,
        latitude=Decimal(at) if at else None,
        longitude=2 * Decimal(at) if at else None,
    )


def located(*places: Place) -> Mapping[PlaceId, Position]:
    """Return the positions of places."""
    return positions(Dataset({"places": places}))


@given(st.lists(st.from_type(Place), max_size=4, unique_by=lambda one: one.id))
def test_own_coordinates_come_first(places: list[Place]) -> None:
    """What has coordinates lies there, longitude first, to seven decimals; a country lies nowhere."""
    found = located(*places)
    for one in places:
        position = found.get(PlaceId(one.id))
        if one.kind == "country":
            assert position is None
        elif one.latitude is not None and one.longitude is not None:
            assert position
            assert position.located_by is None
            assert position.point == pytest.approx((float(one.longitude), float(one.latitude)), abs=1e-7)
            assert all(round(number, 7) == number and str(number) != "-0.0" for number in position.point)


def test_the_nearest_wider_place_lends_its_own() -> None:
    """A site without coordinates has those of its city, and says so; one that lies nowhere known has none."""
    city = place("city", part_of="land", at="10.5")
    found = located(
        city,
        place("hall", "site", "district"),
        place("district", "district", "city"),
        place("land", "country", at="1"),
        place("province", "province", "land"),
        place("lost", "site", "nowhere"),
    )
    assert found == {
        "city": Position((21.0, 10.5), None),
        "hall": Position((21.0, 10.5), PlaceId(city.id)),
        "district": Position((21.0, 10.5), PlaceId(city.id)),
    }


def test_places_in_each_other_end() -> None:
    """Two places that lie in each other are looked through once."""
    one, other = place("one", part_of="other"), place("other", part_of="one")
    assert located(one, other) == {}
    lying = attrs.evolve(other, latitude=Decimal(1), longitude=Decimal(-1))
    assert [position.located_by for position in located(one, lying).values()] == ["other", None]


def test_a_zero_has_no_sign() -> None:
    """A little less than nothing is nothing."""
    assert [str(one.point) for one in located(place("near", at="-0.00000001")).values()] == ["(0.0, 0.0)"]
