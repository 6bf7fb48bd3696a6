"""Partial dates against the calendar, day by day."""

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.errors import InvalidValueError
from vnjp_dataset.model import PartialDate, partial_date
from vnjp_dataset.strategies import partial_dates

DAYS = [dt.date(2019, 12, 1) + dt.timedelta(one) for one in range(500)]
LOW, HIGH = dt.date(2020, 1, 1), dt.date(2021, 2, 28)
NEAR = partial_dates(min_value=LOW, max_value=HIGH)


def _days(date: PartialDate) -> frozenset[dt.date]:
    """Return the days that a date can be, by its text alone, out of `DAYS`."""
    first, _, last = date.text.partition("/")
    if not last:
        return frozenset(day for day in DAYS if day.isoformat().startswith(first.rstrip("~?%")))
    begin = dt.date.min if first == ".." else min(_days(PartialDate(first)))
    end = dt.date.max if last == ".." else max(_days(PartialDate(last)))
    return frozenset(day for day in DAYS if begin <= day <= end)


@given(NEAR)
def test_a_date_may_be_the_days_that_its_text_says(date: PartialDate) -> None:
    """`may_be` is true of the days enumerated and of no other; `earliest` and `latest` are their ends."""
    days = _days(date)
    assert {day for day in DAYS if date.may_be(day)} == days
    assert date.earliest == dt.date.min if date.text.startswith("..") else date.earliest == min(days)
    assert date.latest == dt.date.max if date.text.endswith("..") else date.latest == max(days)


@given(NEAR, NEAR)
def test_overlaps_is_sharing_a_day(one: PartialDate, other: PartialDate) -> None:
    """Two dates overlap where some day is possible for both; it is the same either way round."""
    assert one.overlaps(other) == bool(_days(one) & _days(other))
    assert one.overlaps(other) == other.overlaps(one)


@given(NEAR, NEAR)
def test_surely_before_is_before_on_every_day(one: PartialDate, other: PartialDate) -> None:
    """A date is surely before another where each of its days is before each of the other's; then they share none."""
    assert one.surely_before(other) == (max(_days(one)) < min(_days(other)))
    assert not (one.surely_before(other) and (one.overlaps(other) or other.surely_before(one)))


@given(NEAR)
def test_years_are_those_of_the_days(date: PartialDate) -> None:
    """`years` holds the year of every possible day; an open side adds none beyond the day it is open from."""
    if date.precision != "open":
        assert date.years == tuple(sorted({day.year for day in _days(date)}))
    else:
        assert date.years == ((date.latest if date.text.startswith("..") else date.earliest).year,)


@given(NEAR)
def test_a_date_is_listed_under_a_day_that_it_can_be(date: PartialDate) -> None:
    """The anchor is the first possible day, or, where there is no first, the last."""
    days = _days(date)
    assert date.anchor == (max(days) if date.text.startswith("..") else min(days))


@given(partial_dates(min_value=dt.date.min, max_value=dt.date.max))
def test_years_cover_the_whole_calendar(date: PartialDate) -> None:
    """The first and last years of the calendar are years like others."""
    if date.precision != "open":
        assert (date.years[0], date.years[-1]) == (date.earliest.year, date.latest.year)


@given(st.lists(NEAR, max_size=6))
def test_order_is_total_and_consistent(dates: list[PartialDate]) -> None:
    """Of two dates exactly one of <, =, > holds; sorting does not depend on the order before; <= and >= agree."""
    turned = dates[::-1]
    for one in dates:
        for other in dates:
            assert (one < other) + (one == other) + (one > other) == 1
            assert (one <= other) == (one < other or one == other) == (not one > other)
    assert sorted(dates) == sorted(turned)
    assert [date.earliest for date in sorted(dates)] == sorted(date.earliest for date in dates)


@given(partial_dates(), partial_dates())
def test_equal_dates_have_equal_texts_and_hashes(one: PartialDate, other: PartialDate) -> None:
    """Dates are equal where their texts are, and then their hashes are too."""
    assert (one == other) == (one.text == other.text)
    assert PartialDate(one.text) == one
    assert hash(PartialDate(one.text)) == hash(one)


@given(partial_dates(precisions=["interval", "open"]))
def test_a_stretch_has_no_day_of_its_own(date: PartialDate) -> None:
    """The precision is that of the text's form."""
    assert date.precision == ("open" if ".." in date.text else "interval")


@given(partial_dates())
def test_marks_say_what_they_stand_for(date: PartialDate) -> None:
    """`~` is approximate, `?` uncertain, `%` both, and they move no day."""
    assert date.approximate == any(mark in date.text for mark in "~%")
    assert date.uncertain == any(mark in date.text for mark in "?%")
    bare = PartialDate(date.text.translate({ord(mark): None for mark in "~?%"}))
    assert (bare.earliest, bare.latest, bare.precision) == (date.earliest, date.latest, date.precision)


@given(st.text(alphabet="0123456789-/.~?% x", max_size=14) | st.text(max_size=8))
def test_any_other_text_is_refused(text: str) -> None:
    """A text is a date with an earliest day not after the latest, or it is refused."""
    try:
        date = PartialDate(text)
    except InvalidValueError as error:
        rules = [flaw.rule for flaw in error.flaws]
    else:
        rules = ["date"] if date.earliest <= date.latest and date.text == text else []
    assert rules == ["date"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2023-02-30", "2023-02 has 28 days"),
        ("2024-02-30", "2024-02 has 29 days"),
        ("2023-2-3", "write two digits: 2023-02-03"),
        ("2023-13-01", ""),
        ("2023-01-00", ""),
        ("0000-01-01", ""),
        ("0000", ""),
        ("27.11.2023", "write year, month, day: YYYY-MM-DD"),
        ("2023/2022", "the first part must not be after the second"),
        ("../..", "the first part must not be after the second"),
        ("../", "the first part must not be after the second"),
        ("２０２３", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_what_is_no_date_is_refused_with_a_hint(text: str, hint: str) -> None:
    """Days that do not exist, other forms and stretches turned round are refused, with a way out where there is one."""
    with pytest.raises(InvalidValueError) as caught:
        PartialDate(text)
    assert caught.value.flaws[0].hint == hint


def test_only_text_is_parsed() -> None:
    """A date is made from text; `partial_date` takes other values."""
    with pytest.raises(InvalidValueError):
        PartialDate(2023)  # type: ignore[arg-type]  # what an untyped caller may do # pyright: ignore[reportArgumentType]


@given(st.datetimes())
def test_partial_date_takes_dates_and_years(moment: dt.datetime) -> None:
    """`partial_date` makes the same of a datetime, its date and its ISO text, and a year of a number."""
    day = moment.date()
    assert partial_date(moment) == partial_date(day) == partial_date(day.isoformat()) == PartialDate(day.isoformat())
    assert partial_date(partial_date(day)) == partial_date(day)
    assert partial_date(day.year).earliest == dt.date(day.year, 1, 1)
    last = calendar.monthrange(day.year, day.month)[1]
    assert partial_date(day.isoformat()[:7]).latest == day.replace(day=last)


def test_a_date_compares_with_dates_only() -> None:
    """A date is no text: it equals none and has no order with one."""
    date: object = PartialDate("2023")
    assert date != "2023"
    with pytest.raises(TypeError):
        _ = PartialDate("2023") < "2024"  # pyright: ignore[reportOperatorIssue, reportUnknownVariableType] - the error is meant
    assert repr(date) == "PartialDate('2023')"
    assert str(date) == "2023"
