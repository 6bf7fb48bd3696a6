"""An index of stretches of time: which of them overlap a stretch asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from vnjp_dataset.model import Event

LONG = 400
"""Days beyond which a stretch is looked at one by one, so that a few long ones do not slow down the rest."""


class Spans:
    """Days as ordinals, for events in order of their earliest day."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._long: list[int] = []
        self._longest = 0
        for position, event in enumerate(events):
            start, end = event.begins.earliest.toordinal(), event.ends.latest.toordinal()
            self._starts.append(start)
            self._ends.append(end)
            if end - start > LONG:
                self._long.append(position)
            else:
                self._longest = max(self._longest, end - start)

    def overlapping(self, first: int, last: int) -> list[int]:
        """Return the positions, in order, of the stretches that share a day with first..last."""
        ends = self._ends
        low = bisect_left(self._starts, first - self._longest)
        high = bisect_right(self._starts, last)
        found = [position for position in range(low, high) if ends[position] >= first]
        early = (position for position in self._long if position < low and ends[position] >= first)
        return [*early, *found]
