"""What pandas, Polars and DuckDB have of a table: types in which nothing is lost."""

import datetime as dt
import typing
from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from vnjp_dataset.collection import Figures, Visits
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.frames import pandas_frame, polars_frame
from vnjp_dataset.model import KINDS, Figure, KindName, Visit
from vnjp_dataset.model.visits import VisitStyle
from vnjp_dataset.reading.convert import structure

FIRST, LAST = dt.date.min, dt.date.max
TRIP = {"direction": "JP-VN", "lead": "a", "office": "b"}
STYLES = typing.get_args(VisitStyle)
HARD = 'a "b"\n=1+1,\t\u202e\u0301</script>\U0001f600'


@pytest.fixture(scope="module")
def visits() -> Visits:
    """Return three visits: one of the first day there is, one of the last, one with open sides."""
    found = (
        structure({**TRIP, "start": "0001-01-01", "end": "0001-01-01", "summary": HARD}, Visit, "first"),
        structure(
            {**TRIP, "start": "9999-12-31", "end": "9999-12-31", "counts": {"activities": {"value": 2**63 - 1}}},
            Visit,
            "last",
        ),
        structure(
            {**TRIP, "start": "../2002", "end": "2002/..", "labels": {"vn": {"style": "state-visit"}}}, Visit, "open"
        ),
    )
    return Dataset({"visits": found}).visits.sort(lambda visit: visit.id)


@pytest.fixture(scope="module")
def figures() -> Figures:
    """Return three figures, one of them as long as a number may be."""
    values = ("999999999999999999999999999999.12345678", "0.00000001", "-1.50")
    return Dataset(
        {
            "figures": [
                structure({"measure": "a", "value": value, "unit": "JPY", "as_of": "2014"}, Figure, f"f{place}")
                for place, value in enumerate(values)
            ]
        }
    ).figures


def test_pandas_has_every_day(visits: Visits) -> None:
    """Days are datetime64, the years 1 and 9999 included; an open side is NaT."""
    frame = visits.to_pandas()
    assert str(frame["start_earliest"].dtype) == "datetime64[us]"
    assert [one.date() for one in frame["start_earliest"].iloc[:2]] == [FIRST, LAST]
    assert frame["start_earliest"].isna().tolist() == [False, False, True]
    assert frame["end_latest"].isna().tolist() == [False, False, True]


def test_pandas_has_whole_numbers_words_and_flags(visits: Visits) -> None:
    """Whole numbers stay whole beside missing ones; words are categories of their vocabulary."""
    frame = visits.to_pandas()
    numbers = frame["counts_activities_value"]
    assert str(numbers.dtype) == "Int64"
    assert numbers.isna().tolist() == [True, False, True]
    assert numbers.iloc[1] == 2**63 - 1
    styles = frame["labels_vn_style"]
    assert isinstance(styles.dtype, pd.CategoricalDtype)
    assert styles.cat.categories.tolist() == list(STYLES)
    assert styles.iloc[2] == "state-visit"
    assert frame["summary"].iloc[0] == HARD
    assert frame["summary"].isna().tolist() == [False, True, True]


def test_pandas_has_exact_numbers(figures: Figures) -> None:
    """Numbers are decimals, which add up exactly, compare, and become floats when asked to."""
    values = figures.to_pandas()["value"]
    assert values.tolist() == [one.value for one in figures]
    assert (values > 0).tolist() == [True, True, False]
    assert values.iloc[1:].sum() == Decimal("-1.49999999")
    assert pd.to_numeric(values).tolist() == [float(one.value) for one in figures]


def test_a_missing_number_compares_in_pandas() -> None:
    """Where a number is missing it is NaN, which is neither more nor less."""
    table = pa.table({"value": pa.array([Decimal(2), None, Decimal(1)], pa.decimal128(38, 8))})
    values = pandas_frame.from_arrow(table)["value"]
    assert (values > 1).tolist() == [True, False, False]
    assert values.sum() == 3
    assert values.isna().tolist() == [False, True, False]


def test_flags_know_what_is_missing_in_pandas() -> None:
    """A flag that is not known is neither true nor false."""
    frame = pandas_frame.from_arrow(pa.table({"flag": [True, None, False]}))
    assert str(frame["flag"].dtype) == "boolean"
    assert frame["flag"].isna().tolist() == [False, True, False]


def test_polars_has_every_value(visits: Visits, figures: Figures) -> None:
    """Days are Date, numbers Decimal, words an Enum in the order of the vocabulary."""
    frame = visits.to_polars()
    assert frame["start_earliest"].to_list() == [FIRST, LAST, None]
    assert frame["end_latest"].to_list() == [FIRST, LAST, None]
    assert frame["counts_activities_value"].to_list() == [None, 2**63 - 1, None]
    assert frame.schema["labels_vn_style"] == pl.Enum(STYLES)
    assert frame["summary"].to_list() == [HARD, None, None]
    assert figures.to_polars()["value"].to_list() == [one.value for one in figures]


def test_duckdb_has_every_value(visits: Visits, figures: Figures) -> None:
    """A collection in a variable is a table of DuckDB, with dates and decimals, as often as it is asked for."""
    rows = duckdb.execute("select start_earliest, end_latest, summary from visits order by id").fetchall()
    assert rows == [(FIRST, FIRST, HARD), (LAST, LAST, None), (None, None, None)]
    assert duckdb.execute("select value from figures order by id").fetchall() == [(one.value,) for one in figures]
    assert duckdb.execute("select count(*) from visits a join visits b using (id)").fetchall() == [(len(visits),)]


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("nested", [False, True])
def test_empty_collections_have_their_columns(kind: KindName, *, nested: bool) -> None:
    """Without a record every reader still has all columns with their types."""
    collection = getattr(Dataset({}), kind)
    table = collection.to_arrow(nested=nested)
    assert table.num_rows == 0
    assert collection.to_pandas(nested=nested).columns.tolist() == table.column_names
    assert collection.to_polars(nested=nested).columns == table.column_names
    if not nested:
        assert pl.DataFrame(collection).columns == pa.table(collection).column_names == table.column_names
        assert [one[0] for one in duckdb.execute("from collection").description] == table.column_names


def test_enums_come_from_the_table(visits: Visits) -> None:
    """A table that went through Arrow keeps what its words are."""
    frame = polars_frame.from_arrow(pa.table(visits))
    assert frame.schema["direction"] == pl.Enum(["VN-JP", "JP-VN"])
