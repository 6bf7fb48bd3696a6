"""Stretches of days that overlap, against a count day by day."""

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.checks.stays import Stay, clashing, overlapping

FIRST = dt.date(2021, 11, 1)
DAYS = st.integers(0, 9).map(lambda number: FIRST + dt.timedelta(number))
STAYS = st.lists(st.tuples(DAYS, DAYS), max_size=7).map(
    lambda spans: [Stay(begin, end, number) for number, (begin, end) in enumerate(spans)]
)


def days(stay: Stay[int]) -> set[dt.date]:
    """Return the days of a stay."""
    return {stay.begin + dt.timedelta(number) for number in range((stay.end - stay.begin).days + 1)}


@given(STAYS)
def test_overlapping_stays_have_a_day_in_common(stays: list[Stay[int]]) -> None:
    """Stays are paired once where, and only where, they have a day in common."""
    found = [frozenset((first.item, second.item)) for first, second in overlapping(stays)]
    expected = {
        frozenset((one.item, other.item)) for one, other in itertools.combinations(stays, 2) if days(one) & days(other)
    }
    assert len(found) == len(set(found))
    assert set(found) == expected


@given(STAYS)
def test_clashing_stays_share_more_than_a_hand_over(stays: list[Stay[int]]) -> None:
    """Stays clash where they have a day in common that is not the last of one and the first of the other."""
    found = {frozenset((first.item, second.item)) for first, second in clashing(stays)}
    expected = {
        frozenset((one.item, other.item))
        for one, other in itertools.combinations(stays, 2)
        for day in days(one) & days(other)
        if not (one.end == day == other.begin or other.end == day == one.begin)
    }
    assert found == expected


@given(STAYS)
def test_the_earlier_stay_comes_first(stays: list[Stay[int]]) -> None:
    """Of two stays the one that begins earlier is named first."""
    assert all(first.begin <= second.begin for first, second in overlapping(stays))
