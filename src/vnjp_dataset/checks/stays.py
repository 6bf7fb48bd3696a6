"""Which stretches of days overlap: trips of one person, terms of one office."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import attrs

T = TypeVar("T")


@attrs.frozen
class Stay(Generic[T]):
    """Something that lasts from one day to another, both included; with no day at all where they are reversed."""

    begin: dt.date
    end: dt.date
    item: T


def overlapping(stays: Iterable[Stay[T]]) -> Iterator[tuple[Stay[T], Stay[T]]]:
    """Yield every two stays with a day in common, the one that begins earlier first."""
    under_way: list[Stay[T]] = []
    for stay in sorted(stays, key=lambda one: (one.begin, one.end)):
        if stay.begin > stay.end:
            continue
        under_way = [one for one in under_way if one.end >= stay.begin]
        yield from ((one, stay) for one in under_way)
        under_way.append(stay)


def clashing(stays: Iterable[Stay[T]]) -> Iterator[tuple[Stay[T], Stay[T]]]:
    """Yield every two stays with a day in common on which neither hands over to the other."""
    for first, second in overlapping(stays):
        one_day = second.begin == min(first.end, second.end)
        hand_over = first.end == second.begin or second.end == first.begin
        if not (one_day and hand_over):
            yield first, second
