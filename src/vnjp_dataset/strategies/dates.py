"""Strategies for partial dates."""

import datetime as dt
from collections.abc import Collection
from typing import Literal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vnjp_dataset.model import PartialDate
from vnjp_dataset.model.dates import Precision

Single = Literal["day", "month", "year"]
PRECISIONS: tuple[Precision, ...] = ("day", "month", "year", "interval", "open")
SINGLES: tuple[Single, ...] = ("day", "month", "year")
FIRST = dt.date(1945, 1, 1)
LAST = dt.date(2035, 12, 31)


@st.composite
def partial_dates(
    draw: DrawFn,
    *,
    min_value: dt.date = FIRST,
    max_value: dt.date = LAST,
    precisions: Collection[Precision] = PRECISIONS,
    marks: bool = True,
) -> PartialDate:
    """Make dates between two days, both included, of any of some precisions.

    `marks` allows `~`, `?` and `%`. A month or year that would reach beyond the bounds becomes a day. Dates that are
    open on one side reach beyond them on that side.
    """
    allowed: list[Precision] = [one for one in PRECISIONS if one in precisions]
    precision = draw(st.sampled_from(allowed))
    single = _singles(min_value, max_value, marks=marks)
    if precision == "open":
        return PartialDate(draw(st.sampled_from(("{}/..", "../{}"))).format(draw(single)))
    if precision == "interval":
        first, last = sorted((draw(single), draw(single)))
        return PartialDate(f"{first}/{last}")
    return draw(_of(precision, min_value, max_value, marks=marks))


def _singles(low: dt.date, high: dt.date, *, marks: bool) -> SearchStrategy[PartialDate]:
    return st.one_of(*(_of(precision, low, high, marks=marks) for precision in SINGLES))


def _of(precision: Single, low: dt.date, high: dt.date, *, marks: bool) -> SearchStrategy[PartialDate]:
    length = {"day": 10, "month": 7, "year": 4}[precision]

    def shortened(day: dt.date, mark: str) -> PartialDate:
        whole = PartialDate(day.isoformat()[:length] + mark)
        return whole if low <= whole.earliest and whole.latest <= high else PartialDate(day.isoformat() + mark)

    return st.builds(shortened, st.dates(low, high), st.sampled_from(("", "", "~", "?", "%") if marks else ("",)))
