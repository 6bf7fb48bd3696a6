"""The index of stretches of time against looking at each."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.collection.spans import LONG, Spans
from vnjp_dataset.model import Milestone, PartialDate, RecordId, Text
from vnjp_dataset.strategies import partial_dates

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2010, 12, 31))
DATES = partial_dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2010, 12, 31))


@given(st.lists(DATES, max_size=12), DAYS, st.integers(0, 5 * LONG))
def test_overlapping_is_what_looking_at_each_finds(dates: list[PartialDate], first: dt.date, days: int) -> None:
    """The positions found are those of the stretches that share a day with the one asked for, in order."""
    events = [
        Milestone(id=RecordId("m"), date=date, kind="first", name=Text(en="M"))
        for date in sorted(dates, key=lambda one: (one.earliest, one.latest))
    ]
    last = first + dt.timedelta(days)
    expected = [
        position
        for position, event in enumerate(events)
        if event.begins.earliest <= last and first <= event.ends.latest
    ]
    assert Spans(events).overlapping(first.toordinal(), last.toordinal()) == expected
