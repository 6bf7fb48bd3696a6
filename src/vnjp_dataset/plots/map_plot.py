"""Where visits went: the places of one itinerary with its route, or of all visits of a direction."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

import altair as alt
import attrs

from vnjp_dataset.collection import DateLike
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError
from vnjp_dataset.export.positions import positions
from vnjp_dataset.insight.coverage import CoverageAnswer
from vnjp_dataset.model import Direction, Language, Place, Visit
from vnjp_dataset.plots import frame
from vnjp_dataset.plots.dates import span
from vnjp_dataset.plots.frame import SUBTITLE, TEXT, Tables, raw_x, raw_y, texts, told
from vnjp_dataset.plots.labels import Spot, beside
from vnjp_dataset.plots.land import View, outlines, view_of
from vnjp_dataset.plots.naming import named, who_came
from vnjp_dataset.plots.palette import DIRECTIONS, FAINT, GRID, INK, LAND
from vnjp_dataset.plots.stops import Stop, stops
from vnjp_dataset.plots.words import say

HOSTS: Mapping[Direction, str] = MappingProxyType({"VN-JP": "JP", "JP-VN": "VN"})
LARGEST, LEAST = 24.0, 4.0
"""Radii of circles, in pixels, for the place most visited and at least."""
MARGIN, NEAREST = 1.2, 6.0
"""Degrees around the places of a country, and what a map shows of the Earth at least."""
WIDTH, WIDTH_OF_ONE = 900.0, 600.0
"""Pixels of both maps, and of one alone."""
NOWHERE = (0.0, 0.0)
"""What a map is of where no place of the country has coordinates: open sea."""
BETWEEN = 28
"""Pixels between two maps."""
LISTED = 12
"""How many places without coordinates are named."""


@attrs.frozen(kw_only=True)
class Trips:
    """Visits of one direction, with their stops."""

    direction: Direction
    stops: Mapping[str, tuple[Stop, ...]]
    """The stops of each visit, by its id."""

    @property
    def visitors(self) -> Counter[str]:
        """How many visits stopped at each place."""
        return Counter(place for found in self.stops.values() for place in {one.place.id for one in found})

    @property
    def routes(self) -> Counter[tuple[str, str]]:
        """How many visits went between two places on the map, whichever way, one right after the other."""
        found: Counter[tuple[str, str]] = Counter()
        for several in self.stops.values():
            places = [one.place.id for one in several if self.shows(one.place)]
            found.update({(min(pair), max(pair)) for pair in pairwise(places) if pair[0] != pair[1]})
        return found

    def places(self, *, on_map: bool) -> tuple[Place, ...]:
        """Return the places, most visited first: those on the map of the host country, or the others."""
        known: dict[str, Place] = {one.place.id: one.place for found in self.stops.values() for one in found}
        ordered = (known[place] for place, _ in sorted(self.visitors.items(), key=lambda one: (-one[1], one[0])))
        return tuple(one for one in ordered if self.shows(one) == on_map)

    def shows(self, place: Place) -> bool:
        """Whether a place can stand on the map of the host country."""
        return place.latitude is not None and place.country == HOSTS[self.direction]


def draw(
    dataset: Dataset,
    *,
    language: Language = "en",
    start: DateLike | None = None,
    end: DateLike | None = None,
    direction: Direction | None = None,
    visit: str | None = None,
    width: float | None = None,
    height: float = 560,
) -> alt.VConcatChart:
    """Return the map of one visit, or of the visits held in a period, a map for each country visited.

    It is 900 pixels wide for two countries and 600 for one, unless `width` says otherwise. Raises UnknownIdError for a
    visit that is not there, QueryError for a language, direction, date or size that makes no sense, and for a visit
    together with a period or direction.
    """
    both = visit is None and direction is None
    wide = width or (WIDTH if both else WIDTH_OF_ONE)
    frame.check(language, direction, width=wide, height=height)
    if visit is None:
        period = dataset.coverage_of("visits", direction=direction, start=start, end=end)
        directions = frame.DIRECTIONS if direction is None else (direction,)
        found = [trips_of(dataset, each, period.start, period.end) for each in directions]
        around = _told_of_all(found, period, direction, language)
    elif start is end is direction is None:
        one = dataset.visits[visit]
        found = [Trips(direction=one.direction, stops={one.id: stops(dataset, one, positions(dataset))})]
        around = _told_of_visit(dataset, one, found[0], language)
    else:
        raise QueryError("a visit has its own direction and days", "leave out start, end and direction")
    tables = Tables()
    each_wide = (wide - BETWEEN * (len(found) - 1)) / len(found)
    views = [_view(dataset, trips.direction, each_wide, height) for trips in found]
    maps = [
        _map(tables, dataset, trips, view, language, numbered=visit is not None)
        for trips, view in zip(found, views, strict=True)
    ]
    body = alt.hconcat(*maps, spacing=BETWEEN)
    return frame.framed(body, tables, around, dataset, language=language, width=wide)


def trips_of(dataset: Dataset, direction: Direction, first: dt.date, last: dt.date) -> Trips:
    """Return the visits of a direction that were held, and can have been so in a period, with their stops."""
    held = dataset.visits.where(direction=direction, status="held").between(first, last)
    where = positions(dataset)
    return Trips(direction=direction, stops={one.id: stops(dataset, one, where) for one in held})


# The layers -----------------------------------------------------------------------------------------------------------


def _map(
    tables: Tables,
    dataset: Dataset,
    trips: Trips,
    view: View,
    language: Language,
    *,
    numbered: bool = False,
) -> alt.LayerChart:
    heading = alt.TitleParams(
        text=say(f"map-{trips.direction}", language), fontSize=SUBTITLE, fontWeight="normal", anchor="start", offset=6
    )
    layers = [
        *_land(tables, trips.direction, view),
        *_routes(tables, dataset, trips, view),
        *_spots(tables, trips, view, language, numbered=numbered),
    ]
    plane = frame.layered(layers, view.width, view.height)
    plane.title, plane.view = heading, alt.ViewBackground(stroke=GRID)
    return plane


def _view(dataset: Dataset, direction: Direction, width: float, height: float) -> View:
    """Return the view of the host country: as far as its places reach, so that maps of it are alike."""
    there = [_point(one) for one in dataset.places if one.country == HOSTS[direction] and one.latitude is not None]
    return view_of(there or [NOWHERE], width, height, margin=MARGIN, least=NEAREST)


def _point(place: Place) -> tuple[float, float]:
    return float(place.longitude or 0), float(place.latitude or 0)


def _land(tables: Tables, direction: Direction, view: View) -> Iterator[alt.Chart]:
    # Rings of coasts and lakes together are one area, filled where an odd number of them lies around.
    rings = list(outlines(view))
    area = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": rings}}
    shape = tables.chart(f"land-{direction}", [area] if rings else [])
    yield shape.mark_geoshape(fill=LAND, stroke=FAINT, strokeWidth=0.5, clip=True).project(
        type="identity", scale=1, translate=[0, 0]
    )


def _routes(tables: Tables, dataset: Dataset, trips: Trips, view: View) -> Iterator[alt.Chart]:
    rows: list[frame.Row] = []
    for (one, other), number in sorted(trips.routes.items()):
        (x, y), (x2, y2) = (view.place(*_point(dataset.places[place])) for place in (one, other))
        rows.append({"from": one, "to": other, "visits": number, "x": x, "y": y, "x2": x2, "y2": y2})
    lines = tables.chart(f"routes-{trips.direction}", rows).mark_rule(
        color=INK, strokeDash=[4, 3], opacity=0.7, clip=True
    )
    wide = alt.StrokeWidth("wide:Q", scale=None)
    yield lines.transform_calculate(wide="min(0.8 * sqrt(datum.visits), 4)").encode(
        x=raw_x(), y=raw_y(), x2="x2:Q", y2="y2:Q", strokeWidth=wide
    )


def spot_rows(trips: Trips, view: View, language: Language, *, numbered: bool = False) -> Iterator[frame.Row]:
    """Yield the places on the map, most visited first, each with its circle and the place of its name."""
    places, visitors = trips.places(on_map=True), trips.visitors
    most = max(visitors.values(), default=1)
    numbers = _numbers(trips)
    spots: list[Spot] = []
    for one in places:
        x, y = view.place(*_point(one))
        radius = 6.0 if numbered else max(LEAST, LARGEST * math.sqrt(visitors[one.id] / most))
        words = (
            f"{numbers[one.id]} {named(one, language)}" if numbered else f"{named(one, language)} {visitors[one.id]}"
        )
        spots.append(Spot(x=x, y=y, radius=radius, words=words))
    labels = beside(spots, TEXT, view.width, view.height)
    for one, spot, label in zip(places, spots, labels, strict=True):
        yield {
            "id": one.id,
            "words": spot.words,
            "visits": visitors[one.id],
            "latitude": float(one.latitude or 0),
            "longitude": float(one.longitude or 0),
            "x": spot.x,
            "y": spot.y,
            "size": math.pi * spot.radius**2,
            "label_x": label.x,
            "label_y": label.y,
            "led": label.led,
        }


def _numbers(trips: Trips) -> dict[str, str]:
    """Return at which stops of an itinerary, counted from 1, each place was reached."""
    found: dict[str, list[str]] = {}
    for several in trips.stops.values():
        for number, one in enumerate(several, start=1):
            found.setdefault(one.place.id, []).append(str(number))
    return {place: ", ".join(numbers) for place, numbers in found.items()}


def _spots(tables: Tables, trips: Trips, view: View, language: Language, *, numbered: bool) -> Iterator[alt.Chart]:
    base = tables.chart(f"places-{trips.direction}", spot_rows(trips, view, language, numbered=numbered))
    leads = base.transform_filter("datum.led").mark_rule(color=INK, strokeWidth=0.6)
    yield leads.encode(x=raw_x(), y=raw_y(), x2="label_x:Q", y2="label_y:Q")
    circles = base.mark_circle(fill=DIRECTIONS[trips.direction], stroke=INK, strokeWidth=0.8, opacity=1)
    yield circles.encode(x=raw_x(), y=raw_y(), size=alt.Size("size:Q", scale=None), tooltip=told("words"))
    # Names stand out from coasts and routes by a white edge below them.
    edge = base.mark_text(
        align="left", baseline="middle", fontSize=TEXT, stroke="white", strokeWidth=3, strokeJoin="round"
    )
    for names in (edge, texts(base)):
        yield names.encode(x=raw_x("label_x"), y=raw_y("label_y"), text="words:N", tooltip=told("words"))


# What is told ---------------------------------------------------------------------------------------------------------


def _told_of_visit(dataset: Dataset, visit: Visit, trips: Trips, language: Language) -> frame.Telling:
    route = [
        f"{number} {named(one.place, language)}{'' if one.located else '*'} ({span(one.first, one.last, language)})"
        for number, one in enumerate(trips.stops[visit.id], start=1)
    ]
    who, days = who_came(dataset, visit, language), span(visit.start, visit.end, language)
    said = say("map-route", language, route=" → ".join(route)) if route else say("map-no-route", language)
    return frame.Telling(
        title=say("map-visit-title", language, who=who, direction=say(visit.direction, language), days=days),
        subtitle=[said],
        footer=[say("map-visit-counted", language), say("map-land", language)],
        description=say("map-visit-alt", language, who=who, days=days, route=said),
    )


def _told_of_all(
    found: Sequence[Trips], period: CoverageAnswer, direction: Direction | None, language: Language
) -> frame.Telling:
    years = {"first": period.start.year, "last": period.end.year}
    visits = sum(len(trips.stops) for trips in found)
    placed = sum(any(trips.shows(one.place) for one in several) for trips in found for several in trips.stops.values())
    missing = [
        f"{named(one, language)} {trips.visitors[one.id]}" for trips in found for one in trips.places(on_map=False)
    ]
    more = say("map-more", language, count=len(missing) - LISTED) if len(missing) > LISTED else ""
    listed = say("map-missing", language, places=", ".join(missing[:LISTED]) + more)
    return frame.Telling(
        title=say(f"map-title-{direction}" if direction else "map-title", language, **years),
        subtitle=[say("map-subtitle", language, placed=placed, visits=visits)],
        footer=[say("map-counted", language), *([listed] if missing else []), say("map-land", language)],
        description=say("map-alt", language, **years, places=sum(len(one.places(on_map=True)) for one in found)),
    )
