"""Programs that read GeoJSON find the visits and the places where they are."""

# The library that reads GeoJSON comes without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportMissingTypeStubs=false
# pyright: reportUnknownArgumentType=false

import itertools
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geojson
import pytest
from hypothesis import given, settings
from tests.export.anytext import any_text, full_of

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.positions import positions
from vnjp_dataset.loading import load

ROOT = Path(__file__).parents[3]
Read = tuple[Dataset, Any, Any]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Return the whole dataset, its itineraries and its places."""
    dataset = load(ROOT / "data")
    return (dataset, *read(dataset, tmp_path_factory.mktemp("geojson")))


def read(dataset: Dataset, folder: Path) -> tuple[Any, Any]:
    """Write a dataset, and return what a reader of GeoJSON makes of the two files, in which it finds nothing wrong."""
    found: list[Any] = []
    for path in FORMATS["geojson"].write(dataset, folder):
        made = geojson.loads(path.read_text("utf-8"))
        assert made.is_valid, made.errors()
        found.append(made)
    itineraries, places = found
    return itineraries, places


def corners(shape: Any) -> Iterator[list[float]]:
    """Yield the corners of a geometry."""
    if shape is not None:
        yield from [shape["coordinates"]] if shape["type"] == "Point" else shape["coordinates"]


def test_every_visit_is_a_feature(everything: Read) -> None:
    """Each visit is there with who, in which office, when and whither."""
    dataset, itineraries, _ = everything
    assert [one["id"] for one in itineraries["features"]] == [one.id for one in dataset.visits]
    for feature, visit in zip(itineraries["features"], dataset.visits, strict=True):
        told = feature["properties"]
        assert (told["id"], told["lead"], told["direction"]) == (visit.id, visit.lead, visit.direction)
        assert (told["start"], told["end"], told["status"]) == (visit.start.text, visit.end.text, visit.status)
        assert told["rank"] == dataset.offices[visit.office].rank
        assert told["lead_name"] == str(dataset.people[visit.lead].name)
        assert tuple(told["fields"]) == visit.fields


def test_every_stop_is_told(everything: Read) -> None:
    """Stops are steps' places in order, and the way goes through them; what is not on the map is counted."""
    dataset, itineraries, _ = everything
    where = positions(dataset)
    for feature, visit in zip(itineraries["features"], dataset.visits, strict=True):
        told = feature["properties"]
        on_map = [step.place for step in visit.itinerary if step.place and step.place in where]
        assert [one["place"] for one in told["stops"]] == [one for one, _ in itertools.groupby(on_map)]
        assert told["steps"] == len(visit.itinerary) == len(on_map) + told["steps_not_on_the_map"]
        # Between Vietnam and Japan no way crosses the 180th meridian; a site and its city may be one point.
        way = [list(where[one].point) for one in on_map]
        assert list(corners(feature["geometry"])) == [one for one, _ in itertools.groupby(way)]


def test_places_are_counted(everything: Read) -> None:
    """Each place is there, a point where it has one; what took place there is counted, and nothing twice."""
    dataset, _, places = everything
    assert [one["id"] for one in places["features"]] == [one.id for one in dataset.places]
    by_id = {one["id"]: one for one in places["features"]}
    held = dataset.visits.where(status="held")
    steps = Counter(step.place for visit in held for step in visit.itinerary if step.place)
    assert {one: found["properties"]["steps"] for one, found in by_id.items() if found["properties"]["steps"]} == steps
    for place in dataset.places:
        told, shape = by_id[place.id]["properties"], by_id[place.id]["geometry"]
        assert told["visits"] == sum(any(step.place == place.id for step in one.itinerary) for one in held)
        assert told["agreements"] == sum(one.place == place.id for one in dataset.agreements)
        if place.kind != "country" and place.latitude is not None and place.longitude is not None:
            assert shape["coordinates"] == [float(place.longitude), float(place.latitude)]
            assert told["located_by"] is None
        elif shape is not None:
            assert shape["coordinates"] == by_id[told["located_by"]]["geometry"]["coordinates"]


def test_vietnam_and_japan_are_where_they_are(everything: Read) -> None:
    """Hanoi and Tokyo lie east of Greenwich and north of the equator: longitude stands first."""
    by_id = {one["id"]: one["geometry"] for one in everything[2]["features"]}
    assert (round(by_id["hanoi"]["coordinates"][0]), round(by_id["hanoi"]["coordinates"][1])) == (106, 21)
    assert (round(by_id["tokyo"]["coordinates"][0]), round(by_id["tokyo"]["coordinates"][1])) == (140, 36)
    assert by_id["vietnam"] is by_id["japan"] is None


@settings(max_examples=20)
@given(full_of(any_text(), max_visits=2))
def test_any_text_can_be_read_again(tmp_path_factory: pytest.TempPathFactory, drawn: tuple[Dataset, str]) -> None:
    """Whatever names and summaries hold comes back unchanged, and every feature is one line."""
    dataset, text = drawn
    folder = tmp_path_factory.mktemp("geojson")
    itineraries, places = read(dataset, folder)
    assert {one["properties"]["summary"] for one in itineraries["features"]} == {text}
    assert {one["properties"]["name_en"] for one in places["features"]} <= {text}
    written = (folder / "itineraries.geojson").read_bytes().split(b"\n")
    assert len(written) == len(dataset.visits) + 3


def test_kinds_are_chosen(everything: Read, tmp_path: Path) -> None:
    """Of one kind there is one file, and places are counted all the same."""
    dataset, _, places = everything
    (path,) = FORMATS["geojson"].write(dataset, tmp_path, kinds=("places",))
    assert json.loads(path.read_text("utf-8")) == places
