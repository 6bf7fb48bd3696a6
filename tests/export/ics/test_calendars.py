"""Programs that read calendars find the events on their days."""

# The libraries that read calendars leave types open.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportMissingTypeStubs=false
# pyright: reportUnknownArgumentType=false

import datetime as dt
import re
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.anytext import any_text, full_of

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS, untracked
from vnjp_dataset.export.ics.entries import Entries
from vnjp_dataset.export.mended import plain_text
from vnjp_dataset.loading import load
from vnjp_dataset.model import Milestone, PartialDate

ROOT = Path(__file__).parents[3]
DAY = dt.timedelta(days=1)
Read = tuple[Dataset, Any, Any]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Return the whole dataset, its events and its anniversaries."""
    dataset = load(ROOT / "data")
    return (dataset, *read(dataset, tmp_path_factory.mktemp("ics")))


def read(dataset: Dataset, folder: Path) -> tuple[Any, Any]:
    """Write a dataset and return the two calendars that a reader has of it."""
    events, anniversaries = FORMATS["ics"].write(dataset, folder)
    return icalendar.Calendar.from_ical(events.read_bytes()), icalendar.Calendar.from_ical(anniversaries.read_bytes())


def by_uid(calendar: Any) -> dict[str, Any]:
    """Return the events of a calendar, of which none has a mistake."""
    found: dict[str, Any] = {}
    for one in calendar.events:
        assert not one.errors
        found[str(one["UID"])] = one
    assert len(found) == len(calendar.events)
    return found


def unfolded(calendar: Any, first: dt.date, end: dt.date) -> list[Any]:
    """Return what a program that unfolds recurring events finds from a day to the one before another."""
    return list(recurring_ical_events.of(calendar).between(first, end))


def test_events_are_on_their_days(everything: Read) -> None:
    """Each event of exact days is there from its first to its last, with title, state and place; no other is."""
    dataset, calendar, _ = everything
    found = by_uid(calendar)
    dated = {f"{one.uid}@vnjp-dataset": one for one in Entries(dataset, untracked).events(FORMATS["ics"].kinds)}
    assert set(found) == {uid for uid, one in dated.items() if one.days}
    for uid, event in found.items():
        one = dated[uid]
        assert (event.start, event.end - DAY) == one.days
        assert type(event.start) is type(event.end) is dt.date
        assert (event.get("RRULE"), event["TRANSP"]) == (None, "TRANSPARENT")
        assert event.get("LOCATION", "").startswith(str(dataset.places[one.places[0]].name) if one.places else "")
    for visit in dataset.visits:
        if f"{visit.id}@vnjp-dataset" in found:
            event = found[f"{visit.id}@vnjp-dataset"]
            assert event["STATUS"] == {"held": "CONFIRMED", "announced": "TENTATIVE"}[visit.status]
            assert str(event["SUMMARY"]).startswith(str(dataset.people[visit.lead].name))
            assert event.categories[0] == "visit"
            for source in visit.sources:
                assert dataset.document(source.document).url in event["DESCRIPTION"]


def test_the_calendar_says_what_it_is(everything: Read) -> None:
    """It has a name, the version, and how many events have no exact day."""
    dataset, calendar, yearly = everything
    every = sum(1 for _ in Entries(dataset, untracked).events(FORMATS["ics"].kinds))
    told = f"vnjp-dataset {dataset.version}: {len(calendar.events)} of {every} events – the others have no exact day."
    assert calendar["DESCRIPTION"] == calendar["X-WR-CALDESC"] == told
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Vietnam–Japan relations"
    assert yearly["NAME"] == "Vietnam–Japan anniversaries"
    assert (calendar["VERSION"], "METHOD" in calendar) == ("2.0", False)
    assert dataset.version in calendar["PRODID"]


def test_places_are_on_the_map(everything: Read) -> None:
    """What took place in Hanoi alone has its latitude and longitude."""
    dataset, calendar, _ = everything
    found = by_uid(calendar)
    hanoi = dataset.places["hanoi"]
    assert hanoi.latitude is not None
    assert hanoi.longitude is not None
    for visit in dataset.visits:
        event = found.get(f"{visit.id}@vnjp-dataset")
        if event and {step.place for step in visit.itinerary} == {"hanoi"}:
            geo = event["GEO"]
            assert (geo.latitude, geo.longitude) == pytest.approx(
                (float(hanoi.latitude), float(hanoi.longitude)), abs=1e-4
            )


def test_relations_have_an_anniversary(everything: Read) -> None:
    """A program that unfolds what comes back finds 21 September in every year after 1973, and in no earlier one."""
    yearly = everything[2]
    for year, times in ((1972, 0), (1973, 0), (1974, 1), (2023, 1), (2040, 1)):
        found = unfolded(yearly, dt.date(year, 9, 21), dt.date(year, 9, 22))
        names = [str(one["SUMMARY"]) for one in found]
        assert names.count("Anniversary: Establishment of diplomatic relations (1973)") == times


@settings(max_examples=25)
@given(st.from_type(Milestone), st.dates() | st.just(dt.date(1972, 2, 29)), st.integers(1, 9))
def test_anniversaries_come_once_a_year(
    tmp_path_factory: pytest.TempPathFactory, drawn: Milestone, day: dt.date, later: int
) -> None:
    """On the day itself, or on the last of February; never in the year of the event, nor where no next year is."""
    milestone = _on(drawn, day)
    _, yearly = read(Dataset({"milestones": (milestone,)}), tmp_path_factory.mktemp("ics"))
    if day.year == dt.MAXYEAR:
        assert not yearly.events
        return
    leap = (day.month, day.day) == (2, 29)
    assert yearly.events[0].start == (dt.date(day.year + 1, 3, 1) - DAY if leap else day.replace(year=day.year + 1))
    if not 1900 <= day.year <= 2100:  # programs unfold years that calendars are for
        return
    for year in (day.year, day.year + later):
        found = unfolded(yearly, dt.date(year, 1, 1), dt.date(year + 1, 1, 1))
        kept = dt.date(year, 3, 1) - DAY if leap else day.replace(year=year)
        assert [one["DTSTART"].dt for one in found] == ([kept] if year > day.year else [])


def _on(milestone: Milestone, day: dt.date) -> Milestone:
    """Return a mission opened on a day."""
    return Milestone(
        id=milestone.id,
        date=PartialDate(day.isoformat()),
        kind="embassy-opened",
        name=milestone.name,
        summary=milestone.summary,
    )


@settings(max_examples=15)
@given(full_of(any_text()))
def test_any_text_can_be_read_again(tmp_path_factory: pytest.TempPathFactory, drawn: tuple[Dataset, str]) -> None:
    """Whatever titles and summaries hold, lines are short, end as they must and hold no control character."""
    dataset, text = drawn
    folder = tmp_path_factory.mktemp("ics")
    calendar, _ = read(dataset, folder)
    raw = (folder / "vnjp-events.ics").read_bytes()
    assert raw.endswith(b"\r\n")
    for line in raw.removesuffix(b"\r\n").split(b"\r\n"):
        assert 0 < len(line) <= 75
        assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]", line.decode("utf-8"))
    shown = plain_text(text).replace("\\", "＼")
    found = by_uid(calendar)
    for one in dataset.agreements:
        event = found.get(f"{one.id}@vnjp-dataset")
        if event:
            assert str(event["SUMMARY"]) == " ".join(shown.split())
            assert str(event["DESCRIPTION"]).startswith(f"{shown}\n\nSources:\n")


def test_the_stamp_is_the_day_of_the_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock is asked: a release has its day as stamp, other data the first day of each event."""
    base = load(ROOT / "tests/checks/base")
    before = by_uid(read(base, tmp_path)[0])
    assert all(one["DTSTAMP"].dt == _midnight(one.start) for one in before.values())
    monkeypatch.setattr(Dataset, "_released", _on_the_day)
    after = by_uid(read(base, tmp_path)[0])
    assert {one["DTSTAMP"].dt for one in after.values()} == {_midnight(dt.date(2026, 11, 22))}
    assert set(after) == set(before)


def _on_the_day(_: Dataset) -> PartialDate:
    return PartialDate("2026-11-22")


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def test_kinds_are_chosen(everything: Read, tmp_path: Path) -> None:
    """Of meetings alone there is no calendar of anniversaries, and nothing but meetings."""
    dataset, calendar, _ = everything
    (path,) = FORMATS["ics"].write(dataset, tmp_path, kinds=("meetings",))
    found: Any = icalendar.Calendar.from_ical(path.read_bytes())
    whole = by_uid(calendar)
    assert set(by_uid(found)) == {f"{one.id}@vnjp-dataset" for one in dataset.meetings} & set(whole)
