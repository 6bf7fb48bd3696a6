"""An index of stretches of time: which of them overlap a stretch asked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from vnjp_dataset.model import Event

LONG = 400
"""Days beyond which a stretch is looked at one by one, so that a few long ones do not slow down the rest."""


class Spans:
    """First and last days, as ordinals, of events in their natural order."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._positions: list[int] = []
        self._long: list[tuple[int, int, int]] = []
        self._longest = 0
        for position, event in enumerate(events):
            start, end = event.begins.earliest.toordinal(), event.ends.latest.toordinal()
            if end - start > LONG:
                self._long.append((position, start, end))
                continue
            # Short events have no open side, so that their natural order is that of their first days.
            self._positions.append(position)
            self._starts.append(start)
            self._ends.append(end)
            self._longest = max(self._longest, end - start)

    def overlapping(self, first: int, last: int) -> list[int]:
        """Return the positions, in order, of the stretches that share a day with first..last."""
        low = bisect_left(self._starts, first - self._longest)
        high = bisect_right(self._starts, last)
        ends, positions = self._ends, self._positions
        found = [positions[index] for index in range(low, high) if ends[index] >= first]
        long = [position for position, start, end in self._long if start <= last and end >= first]
        return sorted(found + long) if long else found
