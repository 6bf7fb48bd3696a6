"""What records extend over: the days on which something in them happened."""

import datetime as dt
from collections.abc import Iterable, Iterator

import attrs

from vnjp_dataset.model import Event, Record
from vnjp_dataset.tables.columns import first_day, last_day


@attrs.frozen
class Period:
    """From one day to another, both included; `str` gives the interval of ISO 8601."""

    first: dt.date
    last: dt.date

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"


def period(records: Iterable[Record]) -> Period | None:
    """Return the first and the last of the days that events can have begun or ended on; None where none is known.

    An open side of a date adds no day.
    """
    days = [day for one in records if isinstance(one, Event) for day in _days(one)]
    return Period(min(days), max(days)) if days else None


def _days(event: Event) -> Iterator[dt.date]:
    known = (first_day(event.begins), last_day(event.begins), first_day(event.ends), last_day(event.ends))
    return (day for day in known if day is not None)
