"""iCalendar (RFC 5545): events as all-day entries, and anniversaries that come back every year."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import icalendar

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.ics.entries import Days, Entries, Entry
from vnjp_dataset.export.mended import plain_text
from vnjp_dataset.export.naming import Names
from vnjp_dataset.export.positions import positions
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName
from vnjp_dataset.model.visits import EventStatus
from vnjp_dataset.progress import Track, untracked

EVENTS, ANNIVERSARIES = "vnjp-events.ics", "vnjp-anniversaries.ics"
_DAY = dt.timedelta(days=1)
_STATUS: Mapping[EventStatus, str] = MappingProxyType(
    {"held": "CONFIRMED", "announced": "TENTATIVE", "cancelled": "CANCELLED"}
)


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `vnjp-events.ics` and, of milestones, `vnjp-anniversaries.ics`.

    An entry is there where its days are known exactly; the calendar's description says how many are not. Whoever
    imports a later release over an earlier one has each event once: `<id>@vnjp-dataset` stays its name. No clock is
    asked: entries carry the day of the release as their stamp, or their own first day where the data is no release.
    """
    calendars = _Calendars(dataset)
    entries = Entries(dataset, track)
    with staged(folder) as stage:
        stage.write(EVENTS, calendars.events(entries.events(kinds)))
        if "milestones" in kinds:
            stage.write(ANNIVERSARIES, calendars.anniversaries(entries.anniversaries()))
    return stage.paths


class _Calendars:
    """Makes calendars of entries."""

    def __init__(self, dataset: Dataset) -> None:
        released = dataset.cite().released
        self._stamp = released.earliest if released else None
        self._version = dataset.version
        self._names = Names(dataset)
        self._positions = positions(dataset)

    def events(self, entries: Iterable[Entry]) -> bytes:
        """Return a calendar with each entry on its days."""
        dated = [(one, one.days) for one in entries]
        found = [self._event(entry, days) for entry, days in dated if days]
        return self._calendar("Vietnam–Japan relations", found, len(dated))

    def anniversaries(self, entries: Iterable[Entry]) -> bytes:
        """Return a calendar with each entry on its day in every year after its own."""
        dated = [(one, one.days) for one in entries]
        found = [self._yearly(entry, days[0]) for entry, days in dated if days and days[0].year < dt.MAXYEAR]
        return self._calendar("Vietnam–Japan anniversaries", found, len(dated))

    def _calendar(self, name: str, events: Sequence[icalendar.Event], of: int) -> bytes:
        described = f"vnjp-dataset {self._version}: {len(events)} of {of} events – the others have no exact day."
        # Beside the names of RFC 7986 stand those that programs had used before it.
        told = {"name": name, "x-wr-calname": name, "description": described, "x-wr-caldesc": described}
        calendar = icalendar.Calendar()
        _add(calendar, prodid=_line(f"-//vnjp-dataset//vnjp-dataset {self._version}//EN"), version="2.0")
        _add(calendar, **{key: icalendar.vText(_line(text)) for key, text in told.items()})
        for event in events:
            calendar.add_component(event)
        whole: bytes = calendar.to_ical()
        return whole

    def _yearly(self, entry: Entry, day: dt.date) -> icalendar.Event:
        leap = (day.month, day.day) == (2, 29)
        # Of 29 February most years have none: it is kept on the last day of the month.
        first = dt.date(day.year + 1, 3, 1) - _DAY if leap else day.replace(year=day.year + 1)
        event = self._event(entry, (first, first))
        _add(event, rrule={"freq": "yearly", **({"bymonth": 2, "bymonthday": -1} if leap else {})})
        return event

    def _event(self, entry: Entry, days: Days) -> icalendar.Event:
        first, last = days
        event = icalendar.Event()
        _add(
            event,
            uid=f"{entry.uid}@vnjp-dataset",
            dtstamp=dt.datetime.combine(self._stamp or first, dt.time(), dt.UTC),
            dtstart=first,
            dtend=last + _DAY,
            summary=_line(entry.title),
            description=_text(entry.description),
            categories=[_line(one) for one in entry.categories],
            location=_line(", ".join(map(self._names.of, entry.places))) or None,
            geo=self._geo(entry),
            status=_STATUS[entry.status],
            transp="TRANSPARENT",
        )
        return event

    def _geo(self, entry: Entry) -> tuple[float, float] | None:
        """Return latitude and longitude of what took place at one place on the map, to about ten metres."""
        where = self._positions.get(entry.places[0]) if len(entry.places) == 1 else None
        # With more decimals a small number would be written with an exponent, which calendars do not have.
        return (round(where.point[1], 4) + 0.0, round(where.point[0], 4) + 0.0) if where else None


def _add(component: icalendar.Component, **properties: object) -> None:
    """Add properties to a part of a calendar, those that are not None; the library sets their order."""
    for name, value in properties.items():
        if value is not None:
            component.add(name, value)  # pyright: ignore[reportUnknownMemberType] - it takes whatever a property may be


def _text(text: str) -> str:
    """Return a text as calendars hold it; a backslash, which programs read back in several ways, as `＼`."""
    return plain_text(text).replace("\\", "＼")


def _line(text: str) -> str:
    return " ".join(_text(text).split())
