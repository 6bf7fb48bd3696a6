"""What was searched, how completely, and what a zero means."""

import datetime as dt
import json
from collections.abc import Iterable
from itertools import pairwise
from typing import get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate, QueryError, load
from vnjp_dataset.insight.coverage import DIRECTIONS, FIRST_DAY, KINDS, RANKS, CoverageAnswer
from vnjp_dataset.insight.yearly import ZERO
from vnjp_dataset.model import Coverage, Direction, Rank, Visit
from vnjp_dataset.model.classification import CoverageStatus
from vnjp_dataset.strategies import datasets

FEW_RANKS: tuple[Rank, ...] = ("head-of-state", "minister")
STATUSES: tuple[CoverageStatus, ...] = get_args(CoverageStatus)
DAYS = st.dates(dt.date(1999, 11, 1), dt.date(2003, 2, 28))
PERIODS = st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days)))


def row(
    number: int,
    period: tuple[dt.date, dt.date],
    status: CoverageStatus,
    rank: Rank | None = None,
    direction: Direction | None = None,
) -> Coverage:
    """Return a row about visits."""
    start, end = (PartialDate(one.isoformat()) for one in period)
    return Coverage(
        id=f"row-{number}",  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
        kind="visits",
        rank=rank,
        direction=direction,
        start=start,
        end=end,
        status=status,
        swept="Papers.",
    )


ROWS = st.lists(
    st.tuples(
        PERIODS, st.sampled_from(STATUSES), st.sampled_from((*FEW_RANKS, None)), st.sampled_from((*DIRECTIONS, None))
    ),
    max_size=5,
).map(lambda several: tuple(row(number, *one) for number, one in enumerate(several)))
ASKED_RANKS = st.sampled_from((None, *FEW_RANKS, FEW_RANKS))
ASKED_DIRECTIONS = st.sampled_from((None, *DIRECTIONS))


def speaking(rows: Iterable[Coverage], day: dt.date, rank: Rank, direction: Direction) -> list[Coverage]:
    """Return the rows that speak of a rank and direction on a day, as the documentation has it."""
    there = [one for one in rows if one.start.earliest <= day <= one.end.latest and one.direction in (direction, None)]
    return [one for one in there if one.rank == rank] or [one for one in there if one.rank is None]


def status_on(answer: CoverageAnswer, day: dt.date) -> CoverageStatus:
    """Return how complete an answer says the search was on a day."""
    (found,) = [one for one in answer.stretches if one.start <= day <= one.end]
    return found.status


@given(ROWS, PERIODS, ASKED_RANKS, ASKED_DIRECTIONS, st.data())
def test_a_day_is_judged_by_the_rows_that_speak_of_it(
    rows: tuple[Coverage, ...],
    period: tuple[dt.date, dt.date],
    rank: Rank | tuple[Rank, ...] | None,
    direction: Direction | None,
    data: st.DataObject,
) -> None:
    """Complete where every row of every rank and direction asked for is, not searched where none says otherwise."""
    answer = Dataset({"coverage": rows}).coverage_of(
        "visits", rank=rank, direction=direction, start=period[0], end=period[1]
    )
    day = data.draw(st.dates(*period))
    ranks: tuple[Rank, ...] = RANKS if rank is None else (rank,) if isinstance(rank, str) else rank
    ways: tuple[Direction, ...] = (direction,) if direction else DIRECTIONS
    cells = [[row.status for row in speaking(rows, day, one, way)] or ["not-searched"] for one in ranks for way in ways]
    found = {status for cell in cells for status in cell}
    assert status_on(answer, day) == (found.pop() if len(found) == 1 else "partial")


@given(ROWS, PERIODS, ASKED_RANKS, ASKED_DIRECTIONS)
def test_the_stretches_are_the_period(
    rows: tuple[Coverage, ...],
    period: tuple[dt.date, dt.date],
    rank: Rank | None,
    direction: Direction | None,
) -> None:
    """They follow each other day by day from the first to the last, differ, and the gaps are those without a search."""
    answer = Dataset({"coverage": rows}).coverage_of(
        "visits", rank=rank, direction=direction, start=period[0], end=period[1]
    )
    assert (answer.start, answer.end) == period
    assert all(one.end + dt.timedelta(1) == two.start for one, two in pairwise(answer.stretches))
    assert all((one.status, one.rows) != (two.status, two.rows) for one, two in pairwise(answer.stretches))
    assert answer.gaps == tuple(one for one in answer.stretches if one.status == "not-searched")
    assert (answer.status == "not-searched") == (answer.gaps == answer.stretches)
    assert {one.id for one in answer.rows} <= {one.id for one in rows}
    assert [one.id for one in answer.rows] == sorted(one.id for one in answer.rows)


@given(ROWS, PERIODS)
def test_what_is_complete_for_all_is_complete_for_each(
    rows: tuple[Coverage, ...], period: tuple[dt.date, dt.date]
) -> None:
    """A period that is complete without rank and direction is so for each of them."""
    dataset = Dataset({"coverage": rows})
    whole = dataset.coverage_of("visits", start=period[0], end=period[1])
    for rank in FEW_RANKS:
        one = dataset.coverage_of("visits", rank=rank, direction="VN-JP", start=period[0], end=period[1])
        if whole.status != "partial":
            assert one.status == whole.status


def visit(number: int, day: str, status: str = "held") -> Visit:
    """Return a visit of which little is known."""
    return Visit(
        id=f"visit-{number}",  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
        direction="VN-JP",
        lead="somebody",  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
        office="president",  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
        start=PartialDate(day),
        end=PartialDate(day),
        status=status,  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    )


TRIPS = st.lists(
    st.tuples(DAYS, st.sampled_from(("held", "announced", "cancelled")), st.sampled_from(("%Y-%m-%d", "%Y"))),
    max_size=6,
).map(
    lambda several: tuple(visit(number, f"{day:{form}}", status) for number, (day, status, form) in enumerate(several))
)


@given(ROWS, TRIPS, PERIODS)
def test_every_year_is_answered(
    rows: tuple[Coverage, ...], trips: tuple[Visit, ...], period: tuple[dt.date, dt.date]
) -> None:
    """Every year of the period is there, judged by all of its days; a zero has the word of its coverage."""
    counts = Dataset({"coverage": rows, "visits": trips}).counts_by_year("visits", *period)
    assert [one.year for one in counts] == list(range(period[0].year, period[1].year + 1))
    for one in counts:
        first, last = max(period[0], dt.date(one.year, 1, 1)), min(period[1], dt.date(one.year, 12, 31))
        days = [first + dt.timedelta(number) for number in range((last - first).days + 1)]
        judged = {status_on(counts.coverage, day) for day in days}
        assert one.status == (judged.pop() if len(judged) == 1 else "partial")
        assert one.words.startswith(str(one.count) if one.count else ZERO[one.status])
        for trip in trips:
            inside = first <= trip.start.earliest and trip.start.latest <= last
            touching = first <= trip.start.latest and trip.start.earliest <= last
            assert (trip.id in one.records) == (inside and trip.status == "held")
            unsure = touching and (trip.status == "announced" or (trip.status == "held" and not inside))
            assert (trip.id in one.perhaps) == unsure


@given(datasets(max_visits=3))
def test_whole_datasets_are_answered(dataset: Dataset) -> None:
    """Every kind has an answer, and by year every visit held is counted once, in the year of its first day."""
    for kind in KINDS:
        assert dataset.coverage_of(kind).stretches
    if dataset.visits:
        first, last = min(one.start for one in dataset.visits), max(one.start for one in dataset.visits)
        counts = dataset.counts_by_year("visits", f"{first.earliest:%Y}", f"{last.latest:%Y}")
        assert [(year.year, one) for year in counts for one in year.records] == [
            (one.start.earliest.year, one.id) for one in dataset.visits
        ]


@pytest.fixture(scope="module")
def real() -> Dataset:
    """Return the dataset of the package."""
    return load()


WHOLE = (dt.date(2000, 1, 1), dt.date(2001, 12, 31))


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("complete", "none took place"),
        ("partial", "none found"),
        ("not-searched", "not searched"),
        (None, "not searched"),
    ],
)
def test_a_zero_says_what_it_means(status: CoverageStatus | None, word: str) -> None:
    """A search that was complete excludes, a partial one finds none, and no row is no search."""
    dataset = Dataset({"coverage": (row(1, WHOLE, status),) if status else ()})
    counts = dataset.counts_by_year("visits", 2000, 2001)
    assert [one.words for one in counts] == [word, word]
    assert str(counts) == f"2000  {word}\n2001  {word}"


def test_one_day_without_a_search_leaves_a_year_incomplete() -> None:
    """A year is complete only if every day of it is."""
    short = (WHOLE[0], dt.date(2001, 12, 30))
    counts = Dataset({"coverage": (row(1, short, "complete"),)}).counts_by_year("visits", 2000, 2001)
    assert [one.words for one in counts] == ["none took place", "none found"]
    assert [(str(gap.start), str(gap.end)) for gap in counts.coverage.gaps] == [("2001-12-31", "2001-12-31")]


def test_a_row_of_a_rank_stands_before_one_without() -> None:
    """Where a rank has a row of its own, a row for all that have none does not speak of it."""
    rows = (row(1, WHOLE, "partial"), row(2, WHOLE, "complete", "head-of-state"))
    dataset = Dataset({"coverage": rows})
    found = dataset.coverage_of("visits", rank="head-of-state", start=2000, end=2001)
    assert (found.status, [one.id for one in found.rows]) == ("complete", ["row-2"])
    assert dataset.coverage_of("visits", rank="minister", start=2000, end=2001).status == "partial"
    assert dataset.coverage_of("visits", rank=("minister", "head-of-state"), start=2000, end=2001).status == "partial"


def test_rows_of_other_kinds_say_nothing() -> None:
    """A row about agreements is no search for visits."""
    other = attrs.evolve(row(1, WHOLE, "complete"), kind="agreements")
    assert Dataset({"coverage": (other,)}).coverage_of("visits", start=2000, end=2001).status == "not-searched"


def test_without_a_period_it_is_that_of_relations(real: Dataset) -> None:
    """A question without a beginning begins with relations, one without an end ends with the last day known."""
    found = real.coverage_of("visits", direction="VN-JP", rank="head-of-state")
    assert found.start == FIRST_DAY
    assert found.end >= max(one.end.latest for one in real.visits)
    assert Dataset({}).coverage_of("visits").end == FIRST_DAY


def test_what_the_answer_shows(real: Dataset) -> None:
    """As text, as JSON and in notebooks it names the rows that it rests on."""
    found = real.coverage_of("visits", direction="JP-VN", rank="head-of-state", start=2017, end=2018)
    for one in found.rows:
        assert one.id in str(found)
        assert one.id in found._repr_html_()  # pyright: ignore[reportPrivateUsage] - as notebooks do
    assert json.loads(json.dumps(found.plain()))["rows"][0]["id"] == found.rows[0].id
    counts = real.counts_by_year("visits", 2016, 2017, direction="JP-VN", rank="head-of-state")
    assert counts[2017].records == ("2017-akihito",)
    assert "2016" in counts._repr_html_()  # pyright: ignore[reportPrivateUsage] - as notebooks do
    assert "2016–2017" in repr(counts)
    with pytest.raises(QueryError, match="2016 to 2017"):
        counts[2018]


def test_counts_by_office_rest_on_the_rows_of_its_rank(real: Dataset) -> None:
    """An office is searched under its rank."""
    counts = real.counts_by_year("visits", 2016, 2017, direction="VN-JP", office="president-of-vietnam")
    assert counts.coverage.ranks == ("head-of-state",)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"kind": "visit"}, "did you mean `visits`"),
        ({"rank": "head-of-sate"}, "head-of-state"),
        ({"direction": "VN"}, "no such value `VN`"),
        ({"start": "2001", "end": "2000"}, "swap them"),
        ({"start": "yesterday"}, "yesterday"),
    ],
)
def test_what_makes_no_sense_is_refused(asked: dict[str, str], said: str) -> None:
    """An unknown kind, rank, direction or date is named, with what may have been meant."""
    with pytest.raises(QueryError, match=said):
        Dataset({}).coverage_of(**{"kind": "visits", **asked})  # type: ignore[arg-type]  # that is what is tested # pyright: ignore[reportArgumentType]


def test_mechanisms_have_no_years() -> None:
    """What begins on no day cannot be counted by year, nor can a kind by what it has not."""
    with pytest.raises(QueryError, match="mechanisms"):
        Dataset({}).counts_by_year("mechanisms")
    with pytest.raises(QueryError, match="rank"):
        Dataset({}).counts_by_year("agreements", rank="minister")
