"""The period of records is that of their events."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import strategies
from vnjp_dataset.export.extent import Period, period
from vnjp_dataset.model import Event, PartialDate, Place, Visit


@given(visits=st.lists(strategies.visits(), min_size=1, max_size=4))
def test_every_known_day_lies_in_the_period(visits: list[Visit]) -> None:
    """No event begins or ends outside it, open sides aside, and both of its days are days of some event."""
    found = period(visits)
    ends = [date for one in visits for date in (one.begins, one.ends)]
    closed = [date for date in ends if date.precision != "open"]
    if found is None:
        assert closed == []
        return
    assert found.first <= found.last
    assert all(found.first <= date.earliest and date.latest <= found.last for date in closed)
    days = {day for date in ends for day in (date.earliest, date.latest)}
    assert {found.first, found.last} <= days
    assert str(found) == f"{found.first.isoformat()}/{found.last.isoformat()}"


@given(visit=strategies.visits(start=st.just(PartialDate("../2002")), end=st.just(PartialDate("../2002"))))
def test_an_open_side_adds_no_day(visit: Event) -> None:
    """What began at some time up to 2002 makes a period of that one known day."""
    assert period([visit]) == Period(dt.date(2002, 12, 31), dt.date(2002, 12, 31))


@given(place=strategies.places())
def test_what_is_no_event_has_no_period(place: Place) -> None:
    """Places and the like happened on no day."""
    assert period([place]) is None
