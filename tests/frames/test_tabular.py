"""Answers that are tables: counts by year, verdicts and asymmetries as data frames."""

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings

import vnjp_dataset as vnjp
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.insight.asymmetries import Asymmetries
from vnjp_dataset.insight.audit import Audit
from vnjp_dataset.insight.yearly import YearCounts
from vnjp_dataset.strategies import datasets


@pytest.fixture(scope="module")
def ds() -> Dataset:
    """Return the project's own dataset."""
    return vnjp.load()


def answers(dataset: Dataset) -> tuple[YearCounts | Audit | Asymmetries, ...]:
    """Return every answer of a dataset that is a table."""
    return dataset.counts_by_year("visits", "1973", "2025"), dataset.audit(), dataset.asymmetries()


def test_years_are_rows(ds: Dataset) -> None:
    """A row says what the count of its year says, ids and all."""
    found = ds.counts_by_year("visits", "2010", "2018", rank="head-of-state", direction="VN-JP")
    frame = found.to_polars()
    assert frame["year"].to_list() == list(range(2010, 2019))
    assert frame["count"].to_list() == [one.count for one in found]
    assert frame["words"].to_list() == [one.words for one in found]
    assert frame["status"].to_list() == [one.status for one in found]
    assert frame["records"].to_list() == [list(one.records) for one in found]
    assert frame["perhaps"].to_list() == [list(one.perhaps) for one in found]


def test_verdicts_are_rows(ds: Dataset) -> None:
    """A row says what the JSON of its verdict says."""
    found = ds.audit()
    rows = found.to_arrow().to_pylist()
    assert len(rows) == len(found)
    for row, one in zip(rows, found, strict=True):
        claim = one.claim
        assert (row["id"], row["verdict"], row["reason"]) == (one.id, one.outcome, one.reason)
        assert (row["as_of"], row["answer"], row["value"]) == (str(claim.day), claim.check.answer, claim.value)
        assert row["counted"] == (one.tally.least if one.tally else None)
        assert row["records"] == [record.id for record in one.records]
        assert row["perhaps"] == [record.id for record in one.tally.perhaps] if one.tally else []
        assert row["ways"] == [way.way.id for way in one.ways if way.way]
        assert row["coverage"] == [record.id for record in one.rows]


def test_asymmetries_are_rows(ds: Dataset) -> None:
    """A row has both sides' accounts; where a side says nothing its cells are empty."""
    found = ds.asymmetries()
    rows = found.to_arrow().to_pylist()
    assert len(rows) == len(found)
    for row, one in zip(rows, found, strict=True):
        assert (row["record"], row["kind"], row["aspect"], row["side"]) == (
            one.record.id,
            one.kind,
            one.aspect,
            one.side,
        )
        for side, account in (("vietnam", one.vietnam), ("japan", one.japan)):
            documents = [evidence.document for evidence in account.evidence] if account else None
            assert row[f"{side}_documents"] == documents
            assert row[f"{side}_value"] == (account.value if account else None)
            assert row[f"{side}_reported"] == (account.reported if account else None)


def test_every_reader_takes_an_answer(ds: Dataset) -> None:
    """Answers go into pandas, Polars, pyarrow and DuckDB as they are."""
    for answer in answers(ds):
        table = answer.to_arrow()
        assert table.num_rows > 0
        assert pa.table(answer).equals(table)
        assert pl.DataFrame(answer).shape == answer.to_polars().shape == answer.to_pandas().shape == table.shape
        assert duckdb.execute("from answer").fetchall() == [tuple(row.values()) for row in table.to_pylist()]


@settings(max_examples=15)
@given(dataset=datasets(max_visits=2))
def test_every_answer_is_a_table(dataset: Dataset) -> None:
    """Whatever the records hold, answers about them are valid tables, and answer what they answer."""
    for answer in answers(dataset):
        table = answer.to_arrow()
        table.validate(full=True)
        assert table.num_rows == len(answer)
