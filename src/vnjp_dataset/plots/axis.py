"""An axis of time: its days as places in pixels, and the other way round."""

import datetime as dt
from collections.abc import Iterator

import altair as alt
import attrs

from vnjp_dataset.plots.dates import day_after

EPOCH = dt.date(1970, 1, 1)
MS = 86_400_000
"""Milliseconds of a day, in which Vega counts time from 1970 on."""

ROOM = 52
"""Pixels that a tick with its year needs."""


def moment(day: dt.date) -> int:
    """Return the beginning of a day as Vega counts time."""
    return (day - EPOCH).days * MS


@attrs.frozen(kw_only=True)
class Years:
    """A period drawn along a width, days in UTC, so that no reader's clock moves them."""

    first: dt.date
    last: dt.date
    """The last day, itself included."""
    width: float

    @property
    def domain(self) -> tuple[int, int]:
        """The first moment, and the one after the last."""
        return moment(self.first), max(moment(day_after(self.last)), moment(self.first) + MS)

    def place(self, day: dt.date) -> float:
        """Return where a day begins, in pixels from the left."""
        low, high = self.domain
        return (moment(day) - low) / (high - low) * self.width

    def at(self, place: float) -> float:
        """Return the moment that stands at a place."""
        low, high = self.domain
        return low + place / self.width * (high - low)

    def x(self, field: str) -> alt.X:
        """Return the encoding that puts a field of days or moments on the axis."""
        axis = alt.Axis(
            title=None,
            grid=False,
            format="%Y" if self.last.year - self.first.year >= 3 else "%Y-%m",
            tickCount=max(int(self.width / ROOM), 2),
            labelOverlap="greedy",
            labelFlush=False,
        )
        low, high = self.domain
        return alt.X(f"{field}:T", scale=alt.Scale(type="utc", domainMin=low, domainMax=high, nice=False), axis=axis)


def hatching(
    left: float, right: float, top: float, bottom: float, *, step: float = 7.0
) -> Iterator[tuple[float, float, float, float]]:
    """Yield slanting lines that fill a rectangle, each as x, y, x2, y2 in pixels."""
    height = bottom - top
    start = left - height
    # Lines stand on one grid over the whole picture, so that rectangles side by side look like one.
    start += -start % step
    while start < right:
        low, high = max(start, left), min(start + height, right)
        if low < high:
            yield low, bottom - (low - start), high, bottom - (high - start)
        start += step
