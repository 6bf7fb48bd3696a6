"""GeoJSON (RFC 7946): where visits went, and where things happened."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.files import Stage, staged
from vnjp_dataset.export.geojson.routes import Geometry, geometry
from vnjp_dataset.export.naming import Names
from vnjp_dataset.export.positions import Position, positions
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName, Place, PlaceId, Visit
from vnjp_dataset.progress import Track, untracked

ITINERARIES, PLACES = "itineraries.geojson", "places.geojson"

Feature = Mapping[str, object]
Positions = Mapping[PlaceId, Position]


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `itineraries.geojson`, a feature for each visit, and `places.geojson`, one for each place.

    Coordinates are longitude and latitude in degrees of WGS 84, to seven decimals. What cannot be put on a map has
    no geometry, and is there all the same. One feature is one line.
    """
    where = positions(dataset)
    with staged(folder) as stage:
        if "visits" in kinds:
            visits = track(dataset.visits, "visits", len(dataset.visits))
            _write(stage, ITINERARIES, dataset.version, itineraries(dataset, where, visits))
        if "places" in kinds:
            places = track(dataset.places, "places", len(dataset.places))
            _write(stage, PLACES, dataset.version, points(dataset, where, places))
    return stage.paths


def itineraries(dataset: Dataset, where: Positions, visits: Iterable[Visit]) -> Iterator[Feature]:
    """Yield a feature for each visit: its way from stop to stop, and what is known of the trip."""
    names = Names(dataset)
    for visit in visits:
        office = dataset.offices.find(visit.office)
        stops = tuple(_stops(visit, where))
        properties = {
            "title": names.title(visit),
            "direction": visit.direction,
            "lead": visit.lead,
            "lead_name": names.of(visit.lead),
            "office": visit.office,
            "office_title": names.of(visit.office),
            "rank": office.rank if office else None,
            "status": visit.status,
            "start": visit.start.text,
            "end": visit.end.text,
            "fields": list(visit.fields),
            "steps": len(visit.itinerary),
            "steps_not_on_the_map": sum(step.place is None or step.place not in where for step in visit.itinerary),
            "stops": [_stop(place, where[place], date) for place, date in stops],
            "summary": visit.summary,
        }
        yield _feature(visit.id, geometry(where[place].point for place, _ in stops), properties)


def _stops(visit: Visit, where: Positions) -> Iterator[tuple[PlaceId, str]]:
    """Yield the places on the map that a visit came to, in order, each with the date of the first step there."""
    last: PlaceId | None = None
    for step in visit.itinerary:
        if step.place and step.place in where and step.place != last:
            yield step.place, step.date.text
            last = step.place


def _stop(place: PlaceId, position: Position, date: str) -> Mapping[str, object]:
    return {"place": place, "date": date, "located_by": position.located_by}


def points(dataset: Dataset, where: Positions, places: Iterable[Place]) -> Iterator[Feature]:
    """Yield a feature for each place: a point, and how often the records say that something took place there."""
    counts = {name: Counter(of(dataset)) for name, of in _TALLIES.items()}
    for place in places:
        position = where.get(PlaceId(place.id))
        properties = {
            "name": str(place.name),
            "name_en": place.name.en,
            "name_vi": place.name.vi,
            "name_ja": place.name.ja,
            "kind": place.kind,
            "country": place.country,
            "iso": place.iso,
            "part_of": place.part_of,
            "located_by": position.located_by if position else None,
            **{name: found[PlaceId(place.id)] for name, found in counts.items()},
        }
        yield _feature(place.id, geometry((position.point,) if position else ()), properties)


Tally = Callable[[Dataset], Iterable[PlaceId | None]]
_TALLIES: Mapping[str, Tally] = {
    "visits": lambda ds: (place for one in _held(ds) for place in {step.place for step in one.itinerary}),
    "steps": lambda ds: (step.place for one in _held(ds) for step in one.itinerary),
    "meetings": lambda ds: (one.place for one in ds.meetings if one.status == "held"),
    "agreements": lambda ds: (one.place for one in ds.agreements),
    "sessions": lambda ds: (session.place for one in ds.mechanisms for session in one.sessions),
}
"""What is counted at a place itself, not at those that lie in it; visits and meetings where they were held."""


def _held(dataset: Dataset) -> Iterator[Visit]:
    return (one for one in dataset.visits if one.status == "held")


def _feature(record_id: str, shape: Geometry | None, properties: Mapping[str, object]) -> Feature:
    # Some programs show properties only, so the id stands there too.
    return {"type": "Feature", "id": record_id, "geometry": shape, "properties": {"id": record_id, **properties}}


def _write(stage: Stage, name: str, version: str, features: Iterable[Feature]) -> None:
    with stage.text(name) as stream:
        head = {"type": "FeatureCollection", "name": Path(name).stem, "version": version}
        stream.write(json.dumps(head, ensure_ascii=False).removesuffix("}") + ', "features": [')
        before = "\n"
        for feature in features:
            stream.write(before + json.dumps(feature, ensure_ascii=False, allow_nan=False))
            before = ",\n"
        stream.write("\n]}\n")
