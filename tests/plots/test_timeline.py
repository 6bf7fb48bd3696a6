"""The ladder and the leaders' visits are drawn as the dataset has them."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plots.specs import LANGUAGES, fewer, rows_of, said_in

from vnjp_dataset import Dataset, QueryError, strategies
from vnjp_dataset.insight.coverage import FIRST_DAY
from vnjp_dataset.model import LEADER_RANKS, Direction, Language
from vnjp_dataset.plots import timeline
from vnjp_dataset.plots.axis import Years
from vnjp_dataset.plots.timeline_plot import level_rows, visit_rows

YEARS = Years(first=FIRST_DAY, last=dt.date(2030, 12, 31), width=900)


@fewer(2)
@given(strategies.datasets(), st.sampled_from(LANGUAGES), st.sampled_from(("VN-JP", "JP-VN")))
def test_every_leaders_visit_is_a_mark(ds: Dataset, language: Language, direction: Direction) -> None:
    """Each of a direction that was held stands there, on a day on which it can have been."""
    rows = {row["id"]: row for row in visit_rows(ds, YEARS, direction, language)}
    held = ds.visits.where(rank=LEADER_RANKS, status="held", direction=direction).between(YEARS.first, YEARS.last)
    assert set(rows) == set(held.ids)
    for visit in held:
        row = rows[visit.id]
        assert visit.start.earliest <= dt.date.fromisoformat(str(row["at"])) <= visit.end.latest
        assert row["raised"] == any(one.visit == visit.id for one in ds.milestones.ladder)


@fewer(2)
@given(strategies.datasets(min_visits=1), st.dates(YEARS.first, YEARS.last))
def test_the_step_of_a_day_is_the_level_on_it(ds: Dataset, day: dt.date) -> None:
    """Whatever the day, the last step that has begun is the partnership's level."""
    rows = [row for row in level_rows(ds, YEARS, "en") if str(row["from"]) <= day.isoformat()]
    level = ds.partnership_on(day)
    assert (rows[-1]["rank"] if rows else None) == (level.rank if level else None)
    assert all(one["to"] == other["from"] for one, other in pairwise(rows))


def test_the_whole_dataset(ds: Dataset) -> None:
    """Marks stand in the lanes of their directions, and steps are in order of the ladder."""
    chart = timeline(ds)
    held = ds.visits.where(rank=LEADER_RANKS, status="held")
    assert {row["id"]: row["direction"] for row in rows_of(chart, "visits")} == {one.id: one.direction for one in held}
    assert [row["id"] for row in rows_of(chart, "levels")] == [one.id for one in ds.milestones.ladder]


def test_a_period_shows_what_lies_in_it(ds: Dataset) -> None:
    """The level that was in force at its beginning is there too."""
    chart = timeline(ds, start="2005", end="2010")
    assert [row["rank"] for row in rows_of(chart, "levels")] == [1, 2]
    assert {row["id"] for row in rows_of(chart, "visits")} == set(
        ds.visits.where(rank=LEADER_RANKS, status="held").between("2005", "2010").ids
    )
    assert "2005–2010" in said_in(chart)


@pytest.mark.parametrize("direction", ["VN-JP", "JP-VN"])
def test_one_direction_is_one_lane(ds: Dataset, direction: Direction) -> None:
    """Nobody else is there, and the count is of these."""
    rows = rows_of(timeline(ds, direction=direction), "visits")
    assert {row["direction"] for row in rows} == {direction}
    assert f": {len(rows)}" in said_in(timeline(ds, direction=direction))


def test_what_was_not_searched_is_hatched_and_said(ds: Dataset) -> None:
    """Years before the first coverage row are hatched; years with one are not, and the footer says what a gap means."""
    before = timeline(ds, start="1960", end="1980")
    assert rows_of(before, "not-searched")
    assert "Hatched: not searched." in said_in(before)
    whole = timeline(ds)
    assert "not-searched" not in whole.to_dict()["datasets"]
    assert "need not be one without a visit" in said_in(whole)


def test_names_are_left_out_where_they_would_overlap(ds: Dataset) -> None:
    """The footer says so."""
    narrow = timeline(ds, width=300)
    assert not any(row["named"] for row in rows_of(narrow, "visits") if row["direction"] == "VN-JP")
    assert "Names are left out" in said_in(narrow)
    assert all(row["named"] for row in rows_of(timeline(ds), "visits"))


def test_options_that_make_no_sense(ds: Dataset) -> None:
    """Each is one message with a way out."""
    with pytest.raises(QueryError, match="language: no such value `jp` – one of en, vi, ja"):
        timeline(ds, language="jp")  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    with pytest.raises(QueryError, match="width: expected 300 to 4000 pixels, got 20"):
        timeline(ds, width=20)
    with pytest.raises(QueryError, match="expected the start before the end"):
        timeline(ds, start="2020", end="2010")
    with pytest.raises(QueryError, match="direction: no such value"):
        timeline(ds, direction="VN")  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
