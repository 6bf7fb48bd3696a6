"""The panel as data frames: whole numbers stay whole, and it merges with tables in other codes."""

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from vnjp_dataset import Dataset, DyadYears, load

COW = ["ccode1", "ccode2", "year"]


@pytest.fixture(scope="module")
def ds() -> Dataset:
    """Return the dataset."""
    return load()


@pytest.fixture(scope="module")
def panel(ds: Dataset) -> DyadYears:
    """Return the panel from the first year that can be asked for."""
    return ds.dyad_years(1945)


@pytest.fixture(scope="module")
def frame(panel: DyadYears) -> pd.DataFrame:
    """Return the panel as pandas has it."""
    return panel.to_pandas()


def test_arrow_holds_what_the_rows_do(panel: DyadYears) -> None:
    """Columns are the variables with their docs; only what can be empty may be null."""
    table: Any = panel.to_arrow()  # its stubs do not know the types of its fields
    assert table.to_pylist() == panel.plain()
    assert table.column_names == [one.name for one in panel.variables]
    for variable in panel.variables:
        field = table.schema.field(variable.name)
        assert field.nullable != variable.column.required
        assert pa.types.is_int64(field.type) == (variable.column.type == "whole")
        assert field.metadata[b"doc"].decode() == variable.doc


def test_numbers_stay_whole_in_pandas(panel: DyadYears, frame: pd.DataFrame) -> None:
    """Every count and code is Int64, those with gaps too; words of a vocabulary are categories."""
    assert list(frame.columns) == [one.name for one in panel.variables]
    for one in panel.variables:
        dtype = frame[one.name].dtype
        assert (dtype == pd.Int64Dtype()) == (one.column.type == "whole")
        assert isinstance(dtype, pd.CategoricalDtype) == (one.column.type == "word")
    assert frame["ccode1"].isna().any()
    for name, column in frame.items():
        assert [None if pd.isna(one) else one for one in column] == [row[str(name)] for row in panel]


def test_numbers_stay_whole_in_polars(panel: DyadYears) -> None:
    """Polars has the same rows, whole numbers as Int64."""
    frame = panel.to_polars()
    assert frame.to_dicts() == panel.plain()
    assert {frame.schema[one.name] for one in panel.variables if one.column.type == "whole"} == {pl.Int64()}
    assert pl.DataFrame(panel).to_dicts() == panel.plain()


def other(panel: pd.DataFrame) -> pd.DataFrame:
    """Return a made table with a row for each directed dyad-year of more states than two, in plain numbers."""
    states, years = (740, 710, 816, 817), range(1954, int(panel["year"].max()) + 1)
    rows = [(a, b, year, a * year + b) for year in years for a in states for b in states if a != b]
    return pd.DataFrame(rows, columns=[*COW, "value"])


def test_it_merges_by_the_codes_of_correlates_of_war(frame: pd.DataFrame) -> None:
    """From the first year that the list has both, every row meets one row of the other: none twice, none missing."""
    known = frame.dropna(subset=["ccode1", "ccode2"])
    known = known[known["year"] >= 1954]
    merged = known.merge(other(frame), on=COW, how="left", validate="one_to_one")
    assert len(merged) == len(known) == 2 * merged["year"].nunique()
    assert not merged["value"].isna().any()
    assert (merged["value"] == merged["ccode1"] * merged["year"] + merged["ccode2"]).all()
    for name in frame.columns:
        assert merged[name].dtype == frame[name].dtype
    assert list(merged["leader_visits"]) == list(known["leader_visits"])


def test_it_merges_into_a_larger_table(frame: pd.DataFrame) -> None:
    """Rows of other dyads, those of the Republic of Vietnam among them, meet nothing and stay."""
    larger = other(frame)
    merged = larger.merge(frame.dropna(subset=["ccode1", "ccode2"]), on=COW, how="left", validate="one_to_one")
    assert len(merged) == len(larger)
    met = merged[merged["visits"].notna()]
    assert set(zip(met["ccode1"], met["ccode2"], strict=True)) == {(816, 740), (740, 816)}
    assert merged["visits"].dtype == pd.Int64Dtype()
    assert merged.loc[merged["ccode1"] == 817, "visits"].isna().all()


def test_an_undirected_table_meets_both_rows(frame: pd.DataFrame) -> None:
    """A table by year merges many to one: both directions get the year's value, and there are no more rows."""
    years = pd.DataFrame({"year": sorted(set(frame["year"]))})
    years["value"] = years["year"] * 2
    merged = frame.merge(years, on="year", how="left", validate="many_to_one")
    assert len(merged) == len(frame)
    assert (merged["value"] == merged["year"] * 2).all()
    with pytest.raises(pd.errors.MergeError):
        frame.merge(years, on="year", how="left", validate="one_to_one")


@pytest.mark.parametrize("keys", [["iso2c1", "iso2c2"], ["iso3c1", "iso3c2"], ["iso3n1", "iso3n2"], ["direction"]])
def test_keys_without_gaps_name_one_row(frame: pd.DataFrame, keys: list[str]) -> None:
    """A year with the ISO codes, or with the direction, names a row, and is never missing."""
    assert not frame[[*keys, "year"]].isna().any(axis=None)
    assert not frame.duplicated([*keys, "year"]).any()


def test_what_nobody_searched_can_be_made_missing(frame: pd.DataFrame) -> None:
    """The recipe of the guide: a zero where nobody looked becomes missing, and all else stays as it is."""
    zero, unsearched = frame["leader_visits"] == 0, frame["coverage_leader_visits"] == "not-searched"
    made = frame["leader_visits"].mask(zero & unsearched)
    assert made.dtype == pd.Int64Dtype()
    assert list(made.isna()) == list(zero & unsearched)
    assert made.isna().any()
    assert made.sum() == frame["leader_visits"].sum()
