"""Visits by year are counted as the dataset counts them, and a zero says what it means."""

from itertools import chain, product
from typing import get_args

import pytest
from hypothesis import given
from tests.plots.specs import fewer, rows_of, said_in

from vnjp_dataset import Dataset, QueryError, strategies
from vnjp_dataset.model import Direction, Rank
from vnjp_dataset.plots import visits
from vnjp_dataset.plots.visits_plot import GROUPS, counts

DIRECTIONS: tuple[Direction, ...] = get_args(Direction)


def test_the_groups_are_all_ranks() -> None:
    """Each rank stands in one group."""
    assert sorted(chain(*GROUPS.values())) == sorted(get_args(Rank))


@fewer(2)
@given(strategies.datasets(min_visits=1))
def test_the_groups_together_are_all_visits(ds: Dataset) -> None:
    """No visit is lost between groups and directions, and none counts twice."""
    halves = [counts(ds, group, direction) for group in GROUPS for direction in DIRECTIONS]
    for one in ds.counts_by_year("visits"):
        assert sorted(each for half in halves for each in half[one.year].records) == sorted(one.records)


def test_the_counts_are_the_datasets(ds: Dataset) -> None:
    """Of every group, direction and year, with what was searched."""
    rows = {(row["group"], row["direction"], row["year"]): row for row in rows_of(visits(ds), "counts")}
    for group, direction in product(GROUPS, DIRECTIONS):
        for one in ds.counts_by_year("visits", rank=GROUPS[group], direction=direction):
            row = rows.pop((group, direction, one.year))
            assert (row["count"], row["perhaps"], row["status"]) == (one.count, len(one.perhaps), one.status)
    assert not rows


def test_a_zero_is_a_number_only_where_it_is_known(ds: Dataset) -> None:
    """A year without a visit has no number, unless the search says that none took place."""
    rows = rows_of(visits(ds), "counts")
    empty = [row for row in rows if row["count"] == row["perhaps"] == 0]
    assert empty
    assert all((row["number"] == "0") == (row["status"] == "complete") for row in empty)
    assert all(row["number"].startswith(str(row["count"])) for row in rows if row["count"])


def test_bars_are_as_tall_as_their_counts(ds: Dataset) -> None:
    """One direction stands above the line, the other below, by as many units as there are visits."""
    rows = [row for row in rows_of(visits(ds), "counts") if row["count"]]
    units = {round((row["line"] - row["top"]) / row["count"], 6) for row in rows}
    assert len({abs(one) for one in units}) == 1
    assert all((row["top"] < row["line"]) == (row["direction"] == "VN-JP") for row in rows)


def test_years_that_nobody_searched_are_hatched(ds: Dataset) -> None:
    """They lie before the first coverage row; the totals of rows in which nothing is known are dashes."""
    chart = visits(ds, start="1960", end="1975")
    assert rows_of(chart, "not-searched")
    assert max(row["x2"] for row in rows_of(chart, "not-searched")) <= 1973
    assert {row["words"] for row in rows_of(chart, "sums")} == {"–", "All"}
    assert "Hatched: not searched." in said_in(chart)
    assert "not-searched" not in visits(ds).to_dict()["datasets"]


def test_too_many_years_are_refused(ds: Dataset) -> None:
    """What nobody could read is not drawn."""
    with pytest.raises(QueryError, match="9000 years do not fit into 900 pixels – ask for a shorter period"):
        visits(ds, start="1000", end="9999")
