"""The date of a part of a record."""

import attrs
import pytest

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.checks.parts import date_of_part
from vnjp_dataset.model import Step


@pytest.mark.parametrize(
    ("record", "path", "date"),
    [
        ("2021-an-van-binh", "itinerary[1]", "2021-11-22"),
        ("2021-an-van-binh", "itinerary[1].participants[0].person", "2021-11-22"),
        ("2021-an-van-binh", "itinerary[4]", None),
        ("2021-an-van-binh", "start", None),
        ("joint-committee", "sessions[1].visit", "2021-11-24"),
        ("an-van-binh", "terms[0].end", "2020-01-01"),
        ("an-van-binh", "terms", None),
    ],
)
def test_steps_sessions_and_terms_have_dates(base: Dataset, record: str, path: str, date: str | None) -> None:
    """A path within a step, a session or a term has its day, or the first of its days; any other has none."""
    assert date_of_part(base[record], path) == (None if date is None else PartialDate(date))


def test_a_long_itinerary_is_counted_through(base: Dataset) -> None:
    """Each of a dozen steps has its own day."""
    dates = [PartialDate(f"2021-11-{day}") for day in range(10, 22)]
    steps = tuple(Step(date=date, activity="other") for date in dates)
    visit = attrs.evolve(base.visits["2021-an-van-binh"], itinerary=steps)
    assert [date_of_part(visit, f"itinerary[{index}].place") for index in range(12)] == dates
