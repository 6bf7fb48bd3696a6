"""Maps show the stops of itineraries, and say what they cannot show."""

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plots.specs import LANGUAGES, fewer, rows_of, said_in

from vnjp_dataset import Dataset, QueryError, UnknownIdError, strategies
from vnjp_dataset.export.positions import positions
from vnjp_dataset.model import Direction, Language, Visit
from vnjp_dataset.plots import map as map_of
from vnjp_dataset.plots.land import view_of
from vnjp_dataset.plots.map_plot import HOSTS, spot_rows, trips_of
from vnjp_dataset.plots.stops import stops

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)
VIEW = view_of([(102, 8), (146, 46)], 900, 600, margin=1, least=6)


def places(ds: Dataset, visit: Visit) -> set[str]:
    """Return the places on the map of the host country that a visit stopped at, found without the code under test."""
    where = positions(ds)
    steps = {step.place for step in visit.itinerary if step.place}
    found = {where[one].located_by or one for one in steps if one in where}
    return {one for one in found if ds.places[one].country == HOSTS[visit.direction]}


@fewer(2)
@given(strategies.datasets(min_visits=1), st.sampled_from(LANGUAGES))
def test_circles_count_visits(ds: Dataset, language: Language) -> None:
    """Each place has as many as stopped there; whoever was there twice counts once."""
    for direction in DIRECTIONS:
        held = ds.visits.where(direction=direction, status="held")
        wanted = Counter(place for visit in held for place in places(ds, visit))
        trips = trips_of(ds, direction, dt.date.min, dt.date.max)
        assert {row["id"]: row["visits"] for row in spot_rows(trips, VIEW, language)} == wanted


def test_the_whole_dataset(ds: Dataset) -> None:
    """The same holds there; the subtitle says how many visits have a stop, the footer what is not on the map."""
    chart = map_of(ds)
    held = ds.visits.where(status="held")
    placed = sum(bool(places(ds, visit)) for visit in held)
    assert f"{placed} of {len(held)} visits" in said_in(chart)
    assert "no borders are drawn" in said_in(chart)
    for direction in ("VN-JP", "JP-VN"):
        rows = rows_of(chart, f"places-{direction}")
        assert [row["visits"] for row in rows] == sorted((row["visits"] for row in rows), reverse=True)
        sizes = [row["size"] for row in rows]
        assert sizes == sorted(sizes, reverse=True)
        for row in rows:
            place = ds.places[str(row["id"])]
            assert (row["latitude"], row["longitude"]) == (float(place.latitude or 0), float(place.longitude or 0))
            assert row["words"].startswith(place.name.en or place.id)


def test_routes_join_stops_that_follow_each_other(ds: Dataset) -> None:
    """The visit of 2017 went from Hanoi to Hue."""
    (row,) = rows_of(map_of(ds, visit="2017-akihito"), "routes-JP-VN")
    assert (row["from"], row["to"], row["visits"]) == ("hanoi", "hue", 1)


def test_an_itinerary_is_numbered(ds: Dataset) -> None:
    """Numbers count stops, places without coordinates included; these have a mark."""
    chart = map_of(ds, visit="2014-truong-tan-sang")
    assert [row["words"] for row in rows_of(chart, "places-VN-JP")] == ["1, 3 Tokyo"]
    assert "1 Tokyo (16 March 2014) → 2 Ibaraki Prefecture* (16 March 2014) → 3 Tokyo (17–19 March 2014)" in said_in(
        chart
    )
    assert "Truong Tan Sang, President of Vietnam" in said_in(chart)


def test_a_country_without_coordinates_is_an_empty_map() -> None:
    """A dataset without places still has its picture."""
    chart = map_of(Dataset({}), direction="VN-JP")
    assert rows_of(chart, "places-VN-JP") == rows_of(chart, "land-VN-JP") == []


def test_stops_are_in_order(ds: Dataset) -> None:
    """No stop is at the place of the one before, none is a whole country, and every other place is there."""
    where = positions(ds)
    for visit in ds.visits:
        found = stops(ds, visit, where)
        ids = [one.place.id for one in found]
        assert all(one != other for one, other in pairwise(ids))
        assert all(one.place.kind != "country" for one in found)
        assert {one.place.id for one in found if one.located} >= places(ds, visit)


def test_a_visit_without_a_stop_is_said(ds: Dataset) -> None:
    """The map is there, with nothing on it."""
    bare = next(one for one in ds.visits if not one.itinerary)
    chart = map_of(ds, visit=bare.id)
    assert rows_of(chart, f"places-{bare.direction}") == []
    assert "The records tell of no stop of this visit." in said_in(chart)


def test_questions_that_make_no_sense(ds: Dataset) -> None:
    """An unknown visit names the nearest; a visit has its own days."""
    with pytest.raises(UnknownIdError, match="did you mean `2017-akihito`"):
        map_of(ds, visit="2017-akihitto")
    with pytest.raises(QueryError, match="a visit has its own direction and days"):
        map_of(ds, visit="2017-akihito", direction="JP-VN")
    with pytest.raises(QueryError, match="height: expected"):
        map_of(ds, height=1)
