"""Dates as precise as the sources: a day, a month, a year or a stretch between two of them."""

import datetime as dt
import functools
import re
from typing import Literal

import attrs

from vnjp_dataset.errors import Flaw, InvalidValueError, sayable

Precision = Literal["day", "month", "year", "interval", "open"]

_SINGLE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_FORM = "a date such as 2002, 2002-04, 2002-04-27, 2002-04~, ../2002, 2002/.. or 2002-04/2002-06"


def _last_day(year: int, month: int) -> dt.date:
    # The calendar module knows too, but brings the locale along and takes longer to import than all of this.
    return dt.date(year, 12, 31) if month == 12 else dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def _bounds(text: str) -> tuple[dt.date, dt.date] | None:
    match = _SINGLE.fullmatch(text)
    if match is None or not match.group(0).isascii():
        return None
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day:
            one = dt.date(year, int(month), int(day))
            return one, one
        first = dt.date(year, int(month) if month else 1, 1)
        last_month = first.month if month else 12
        return first, _last_day(year, last_month)
    except ValueError:  # 2023-02-30, 2023-13, 0000
        return None


def _span(text: str) -> tuple[dt.date, dt.date] | None:
    if "/" not in text:
        return _bounds(text)
    left, _, right = text.partition("/")
    if left == right == "..":
        return None
    first = (dt.date.min, dt.date.min) if left == ".." else _bounds(left)
    last = (dt.date.max, dt.date.max) if right == ".." else _bounds(right)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


@functools.total_ordering
@attrs.frozen(repr=False, order=False, eq=False, hash=False)
class PartialDate:
    """A date known to the day, month or year, or only to lie within a stretch (EDTF level 1 subset).

    `2002`, `2002-04` and `2002-04-27` are what they say; `~`, `?` and `%` after one mark it approximate,
    uncertain, or both, and do not widen it; `../2002` is some time up to the end of 2002, `2002/..` some time from
    its beginning, `2002-04/2002-06` some time between. `earliest` and `latest` are the first and last day it can be
    (`datetime.date.min` and `.max` where open). Dates sort by earliest day, then latest, then text, and
    are equal where their texts are equal.

    >>> PartialDate("2002-04").latest
    datetime.date(2002, 4, 30)
    """

    text: str
    earliest: dt.date = attrs.field(init=False)
    latest: dt.date = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):  # pyright: ignore[reportUnnecessaryIsInstance] - callers need not be typed
            raise InvalidValueError("date", [Flaw("", _FORM, repr(self.text), rule="date")])
        span = _span(self.text)
        if span is None:
            got = f"`{sayable(self.text[:60])}`"
            raise InvalidValueError("date", [Flaw("", _FORM, got, _date_hint(self.text), "date")])
        object.__setattr__(self, "earliest", span[0])
        object.__setattr__(self, "latest", span[1])

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __eq__(self, other: object) -> bool:
        return self.text == other.text if isinstance(other, PartialDate) else NotImplemented

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.earliest, self.latest, self.text) < (other.earliest, other.latest, other.text)

    @property
    def precision(self) -> Precision:
        """How exactly the date is known; `open` has no first or no last day."""
        if ".." in self.text:
            return "open"
        if "/" in self.text:
            return "interval"
        return ("year", "month", "day")[self.text.count("-")]

    @property
    def approximate(self) -> bool:
        """Whether a source gives the date as about then (`~` or `%`)."""
        return "~" in self.text or "%" in self.text

    @property
    def uncertain(self) -> bool:
        """Whether a source doubts the date (`?` or `%`)."""
        return "?" in self.text or "%" in self.text

    @property
    def anchor(self) -> dt.date:
        """The day under which it is listed: the earliest, or the latest where the earliest is open."""
        return self.latest if self.text.startswith("..") else self.earliest

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years it can lie in; an open side adds none."""
        first = self.anchor
        last = self.earliest if self.text.endswith("..") else self.latest
        return tuple(range(first.year, last.year + 1))

    def may_be(self, day: dt.date) -> bool:
        """Whether the date can be this day."""
        return self.earliest <= day <= self.latest

    def overlaps(self, other: "PartialDate") -> bool:
        """Whether both can be the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether it is earlier than the other, whatever days the two turn out to be."""
        return self.latest < other.earliest


def _date_hint(text: str) -> str:
    if re.fullmatch(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}", text):
        return "write year, month, day: YYYY-MM-DD"
    match = re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", text)
    if match and 1 <= int(match[2]) <= 12 and int(match[1]) > 0:
        days = _last_day(int(match[1]), int(match[2])).day
        if int(match[3]) > days:
            return f"{match[1]}-{match[2]} has {days} days"
        if int(match[3]) >= 1:
            return f"write two digits: {match[1]}-{int(match[2]):02}-{int(match[3]):02}"
    return "" if "/" not in text else "the first part must not be after the second"


@functools.lru_cache(maxsize=65536)
def _parsed(text: str) -> PartialDate:
    return PartialDate(text)


def partial_date(value: PartialDate | dt.date | str | int) -> PartialDate:
    """Make a PartialDate from a date, a text such as `2023-11` or a year.

    Raises InvalidValueError where the text is no date.
    """
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, dt.datetime):
        return _parsed(value.date().isoformat())
    if isinstance(value, dt.date):
        return _parsed(value.isoformat())
    return _parsed(f"{value:04}" if isinstance(value, int) else value)
