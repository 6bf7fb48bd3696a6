"""Each view says of the records what the dataset says of them."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.sqlite import write
from vnjp_dataset.export.sqlite.views import views
from vnjp_dataset.model import KINDS, LEADER_RANKS, Actor, Event, PartialDate, SourcedRecord
from vnjp_dataset.tables import tables
from vnjp_dataset.tables.columns import first_day, last_day

Rows = Counter[tuple[object, ...]]
Check = Callable[[Dataset], Iterable[tuple[object, ...]]]


def name(dataset: Dataset, record_id: str | None) -> str | None:
    """Return what a record is called, in the first language there is."""
    record = None if record_id is None else dataset.find(record_id)
    return None if record is None else record.heading


def iso(date: PartialDate, *, first: bool) -> str | None:
    """Return the first or last day that a date can be."""
    day = first_day(date) if first else last_day(date)
    return day.isoformat() if day else None


def actors(dataset: Dataset, found: Iterable[Actor]) -> str | None:
    """Return who somebody is, by name, with semicolons between them."""
    names = (name(dataset, one.person or one.organization) or one.country for one in found)
    return "; ".join(one for one in names if one) or None


def listed(values: Iterable[str]) -> str | None:
    """Return values with semicolons between them."""
    return "; ".join(values) or None


def visits_readable(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return the visits with the names of lead and office, and with the days they lasted."""
    for one in dataset.visits:
        lead, office = dataset.people[one.lead], dataset.offices[one.office]
        exact = one.start.precision == one.end.precision == "day"
        days = (one.end.earliest - one.start.earliest).days + 1 if exact else None
        yield one.id, lead.name.en, lead.name.vi, lead.name.ja, str(office.title), office.rank, days


def visits_per_year(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return how many visits began in a year, of which the year is known."""
    counts: Counter[tuple[int, str]] = Counter()
    leaders: Counter[tuple[int, str]] = Counter()
    for one in dataset.visits.where(status="held"):
        if len(one.start.years) == 1 and one.start.precision != "open":
            key = (one.start.years[0], one.direction)
            counts[key] += 1
            leaders[key] += dataset.offices[one.office].rank in LEADER_RANKS
    return ((*key, count, leaders[key]) for key, count in counts.items())


def agreements_of_visits(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return each instrument that belongs to a visit."""
    for visit in dataset.visits:
        for one in dataset.agreements.of_visit(visit.id):
            yield visit.id, name(dataset, visit.lead), one.id, str(one.title), one.kind, str(one.signed)


def itinerary_steps(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return each step with the names of those met."""
    for visit in dataset.visits:
        for place, one in enumerate(visit.itinerary):
            where = name(dataset, one.place)
            yield visit.id, place, where, actors(dataset, one.participants), listed(one.agreements), one.summary


def meetings_readable(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return each meeting with the names of those who met."""
    for one in dataset.meetings:
        yield one.id, iso(one.date, first=True), iso(one.date, first=False), actors(dataset, one.participants)


def commitments_readable(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return each commitment with the names of both sides."""
    for one in dataset.commitments:
        yield one.id, actors(dataset, one.by), actors(dataset, one.to), listed(one.followed_by)


def figures_readable(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return each figure with the name of its measure and what it speaks of."""
    for one in dataset.figures:
        yield one.id, name(dataset, one.measure), one.unit, one.about, name(dataset, one.about)


def terms_readable(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return each term of office."""
    for person in dataset.people:
        for one in person.terms:
            ends = iso(one.end, first=False) if one.end else None
            office = dataset.offices[one.office]
            yield person.id, str(office.title), office.rank, iso(one.start, first=True), ends, one.open


def sourced(dataset: Dataset) -> Iterable[SourcedRecord]:
    """Return the records that have sources."""
    return (one for one in dataset if isinstance(one, SourcedRecord))


def sources_of_records(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return each citation with its publisher and what it supports."""
    for record in sourced(dataset):
        for one in record.sources:
            publisher = dataset.sources[one.document.partition("/")[0]]
            document = dataset.document(one.document)
            yield record.id, str(publisher.name), publisher.side, document.title, document.url, listed(one.supports)


def conflicts_readable(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return what sources say instead."""
    for record in sourced(dataset):
        for one in record.conflicts:
            yield record.id, record.heading, one.field, one.value, one.reason, listed(one.documents)


def timeline(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return every event under its day."""
    for one in dataset:
        if isinstance(one, Event):
            kind = dataset.kind_of(one.id)
            yield one.begins.anchor.isoformat(), str(one.begins), iso(one.ends, first=False), one.id, kind, one.heading


def fields_of_records(dataset: Dataset) -> Iterable[tuple[object, ...]]:
    """Return what each record deals with."""
    for record in dataset:
        for one in getattr(record, "fields", ()):
            yield one, name(dataset, one), record.id, dataset.kind_of(record.id), record.heading


CHECKS: dict[str, tuple[str, Check]] = {
    "visits_readable": ("id, lead_name, lead_name_vi, lead_name_ja, office_title, rank, days", visits_readable),
    "visits_per_year": ("year, direction, visits, leaders", visits_per_year),
    "agreements_of_visits": ("visit, lead_name, agreement, title, agreement_kind, signed", agreements_of_visits),
    "itinerary_steps": ("visit, step, place_name, participants, agreements, summary", itinerary_steps),
    "meetings_readable": ("id, first_day, last_day, participants", meetings_readable),
    "commitments_readable": ("id, speakers, addressees, followed_by", commitments_readable),
    "figures_readable": ("id, measure_name, unit, about, about_heading", figures_readable),
    "terms_readable": ("person, office_title, rank, first_day, last_day, still_held", terms_readable),
    "sources_of_records": ("record, publisher, side, title, url, supports", sources_of_records),
    "conflicts_readable": ("record, heading, field, other_value, reason, documents", conflicts_readable),
    "timeline": ("day, date_written, last_day, record, record_kind, heading", timeline),
    "fields_of_records": ("field, field_name, record, record_kind, heading", fields_of_records),
}
"""Of each view some columns, and what stands in them."""


def rows(connection: sqlite3.Connection, view: str) -> Rows:
    """Return what stands in the columns of a view that are compared."""
    return Counter(connection.execute(f'SELECT {CHECKS[view][0]} FROM "{view}"').fetchall())


@pytest.mark.parametrize("view", list(CHECKS))
def test_a_view_says_what_the_dataset_says(view: str, opened: sqlite3.Connection, dataset: Dataset) -> None:
    """Row for row, the names and days of the whole dataset are those of its records."""
    found = rows(opened, view)
    assert found
    assert found == Counter(CHECKS[view][1](dataset))


@settings(max_examples=6)
@given(dataset=strategies.datasets(max_visits=2))
def test_views_say_what_any_dataset_says(dataset: Dataset) -> None:
    """They hold for whatever fits together, open dates and missing names too."""
    with TemporaryDirectory() as folder:
        (path, _) = write(dataset, Path(folder))
        with closing(sqlite3.connect(path)) as connection:
            for view, (_, wanted) in CHECKS.items():
                assert rows(connection, view) == Counter(wanted(dataset)), view


def test_every_view_is_compared(opened: sqlite3.Connection) -> None:
    """What is described as a view is one, with the columns that are described, none of them a keyword."""
    found = dict(opened.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'").fetchall())
    described = {one.name: one for one in views(tuple(KINDS))}
    assert set(found) == set(described) == set(CHECKS)
    assert not set(found) & set(tables())
    for name_, view in described.items():
        columns = [row[1] for row in opened.execute(f'PRAGMA table_info("{name_}")')]
        assert columns == list(view.columns)
        opened.execute(f"SELECT {', '.join(columns)} FROM {name_} LIMIT 1")  # without quotes
        assert view.doc in found[name_]


def test_the_timeline_is_in_order(opened: sqlite3.Connection) -> None:
    """It is read from the first day to the last."""
    days = [day for (day,) in opened.execute("SELECT day FROM timeline")]
    assert days == sorted(days)


def test_a_view_needs_the_kinds_it_names() -> None:
    """Without one of its kinds it is not there, with all of them it is."""
    for view in views(tuple(KINDS)):
        if view.name in ("timeline", "fields_of_records"):
            continue  # these gather whatever there is
        assert view in views(view.kinds)
        assert all(view not in views(tuple(one for one in view.kinds if one != kind)) for kind in view.kinds)
    assert [one.kinds for one in views(("visits",))] == [("visits",)]
