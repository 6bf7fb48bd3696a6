"""Dates are written as readers of each language write them, and stand where they lie."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import PartialDate, strategies
from vnjp_dataset.plots.axis import Years, hatching, moment
from vnjp_dataset.plots.dates import bounds, day_after, middle, said, span

FIRST, LAST = dt.date(1973, 9, 21), dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "en", "vi", "ja"),
    [
        ("2014-03-18", "18 March 2014", "18/3/2014", "2014年3月18日"),
        ("2014-03", "March 2014", "3/2014", "2014年3月"),
        ("2014~", "2014~", "2014~", "2014年~"),
        ("2014-03-18?", "18 March 2014?", "18/3/2014?", "2014年3月18日?"),
        ("../2017-03", "../2017-03", "../2017-03", "../2017-03"),
    ],
)
def test_dates_are_said_in_three_languages(text: str, en: str, vi: str, ja: str) -> None:
    """What is no plain date stays as the records have it."""
    date = PartialDate(text)
    assert (said(date, "en"), said(date, "vi"), said(date, "ja")) == (en, vi, ja)


@pytest.mark.parametrize(
    ("first", "last", "en", "vi", "ja"),
    [
        ("2014-03-16", "2014-03-19", "16–19 March 2014", "16–19/3/2014", "2014年3月16日–19日"),
        ("2011-10-30", "2011-11-02", "30 October 2011 – 2 November 2011", "30/10/2011 – 2/11/2011", None),
        ("2014-03-16?", "2014-03-19", "16 March 2014? – 19 March 2014", None, None),
        ("1993", "1993", "1993", "1993", "1993年"),
    ],
)
def test_spans_say_the_month_once(first: str, last: str, en: str, vi: str | None, ja: str | None) -> None:
    """Days of one month stand together, where none is in doubt."""
    days = PartialDate(first), PartialDate(last)
    assert span(*days, "en") == en
    assert span(*days, "vi") == (vi or span(*days, "vi"))
    assert span(*days, "ja") == (ja or span(*days, "ja"))


@given(strategies.partial_dates())
def test_dates_stand_within_the_period(date: PartialDate) -> None:
    """What can be drawn of a date lies in the period, in order, around its middle."""
    earliest, latest = bounds(date, FIRST, LAST)
    assert FIRST <= earliest <= middle(earliest, latest) <= latest <= LAST
    assert (earliest, latest) == (date.earliest, date.latest) or date.earliest < FIRST or date.latest > LAST


@given(st.dates(), st.dates(), st.floats(100, 2000), st.floats(0, 1))
def test_days_and_pixels_are_two_names_for_one_place(one: dt.date, other: dt.date, width: float, share: float) -> None:
    """The first day begins at the left and the last ends at the right; places lead back to their moments."""
    years = Years(first=min(one, other), last=max(one, other), width=width)
    assert years.place(years.first) == 0
    assert years.last == dt.date.max or years.place(day_after(years.last)) == pytest.approx(width)
    low, high = years.domain
    assert low < high
    assert low <= years.at(share * width) <= high
    assert years.at(years.place(years.last)) == pytest.approx(moment(years.last), abs=1)


@given(st.floats(0, 300), st.floats(1, 300), st.floats(0, 100), st.floats(2, 60))
def test_hatching_stays_inside(left: float, wide: float, top: float, tall: float) -> None:
    """Every line lies in the rectangle and rises as it goes on."""
    for x, y, x2, y2 in hatching(left, left + wide, top, top + tall):
        assert left - 1e-6 <= x <= x2 <= left + wide + 1e-6
        assert top - 1e-6 <= y2 <= y <= top + tall + 1e-6
        assert x2 - x == pytest.approx(y - y2, abs=1e-6)
