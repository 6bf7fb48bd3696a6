"""No year passes in silence."""

from collections.abc import Callable, Mapping

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.model import KINDS, KindName, Record, RecordId, VisitId
from vnjp_dataset.model.classification import EventKind

Ask = Callable[[str, Dataset], list[tuple[str, str]]]

YEARS = st.integers(2000, 2012)
SPANS = st.tuples(YEARS, YEARS).map(sorted)
SWEPT: tuple[EventKind, ...] = ("visits", "meetings")


@given(st.lists(SPANS, max_size=4), st.lists(st.tuples(st.sampled_from(SWEPT), SPANS), max_size=3))
def test_every_year_is_accounted_for(
    base: Dataset, ask: Ask, trips: list[list[int]], swept: list[tuple[EventKind, list[int]]]
) -> None:
    """A visit is reported where, and only where, a year since the one before has neither visits nor a row."""
    visit, row = base.visits[0], base.coverage[0]
    visits = [
        attrs.evolve(visit, id=VisitId(RecordId(f"{first}-{index}")), start=year(first), end=year(last))
        for index, (first, last) in enumerate(trips)
    ]
    rows = [
        attrs.evolve(row, id=RecordId(f"row-{index}"), kind=kind, start=year(first), end=year(last))
        for index, (kind, (first, last)) in enumerate(swept)
    ]
    records: Mapping[KindName, list[Record]] = {
        **{kind: [] for kind in KINDS},
        "visits": [*visits],
        "coverage": [*rows],
    }
    with_visits = {one for first, last in trips for one in range(first, last + 1)}
    searched = {one for kind, (first, last) in swept if kind == "visits" for one in range(first, last + 1)}
    silent = set(range(min(with_visits, default=0), max(with_visits, default=0))) - with_visits - searched
    found = ask("every-year-accounted-for", Dataset(records))
    assert bool(found) == bool(silent)
    for record, path in found:
        assert path == "start"
        first = next(one for one in visits if one.id == record).start.earliest.year
        assert any(one < first and not with_visits & set(range(one, first)) for one in silent)


@pytest.mark.parametrize(
    ("kind", "first", "last", "reported"),
    [
        ("visits", 2001, 2003, False),
        ("visits", 2001, 2002, True),
        ("visits", 2002, 2003, True),
        ("visits", 2004, 2009, True),
        ("meetings", 2001, 2003, True),
    ],
)
def test_a_row_covers_its_years_and_no_others(
    base: Dataset, ask: Ask, *, kind: EventKind, first: int, last: int, reported: bool
) -> None:
    """Three silent years need a row of visits for each of them, the first and the last included."""
    trips = [
        attrs.evolve(base.visits[0], id=VisitId(RecordId(f"{one}-trip")), start=year(one), end=year(one))
        for one in (2000, 2004)
    ]
    row = attrs.evolve(base.coverage[0], kind=kind, start=year(first), end=year(last))
    found = ask("every-year-accounted-for", Dataset({"visits": trips, "coverage": [row]}))
    assert found == ([("2004-trip", "start")] if reported else [])


def year(number: int) -> PartialDate:
    """Return a year as a date."""
    return PartialDate(str(number))
