"""The Parquet export is read unchanged by pyarrow, DuckDB, Polars, pandas and Spark, and streams."""

# pyarrow's stubs leave open what files and their columns are.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnjp_dataset as vnjp
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidValueError
from vnjp_dataset.export import FORMATS, parquet
from vnjp_dataset.model import KINDS, Figure, KindName, Record, Visit
from vnjp_dataset.reading.convert import structure
from vnjp_dataset.strategies import datasets
from vnjp_dataset.tables import columns, tables, tables_of

PARQUET = FORMATS["parquet"]
LINKS = {table.name: table for table in tables().values() if table.path or table.kind is None}


@pytest.fixture(scope="module")
def ds() -> Dataset:
    """Return the project's own dataset."""
    return vnjp.load()


@pytest.fixture(scope="module")
def folder(ds: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the whole dataset as Parquet."""
    found = tmp_path_factory.mktemp("parquet")
    PARQUET.write(ds, found)
    return found


def digests(folder: Path) -> Mapping[str, str]:
    """Return what a folder holds, by the paths in it."""
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


# What is written ------------------------------------------------------------------------------------------------------


def test_every_kind_and_every_list_has_a_file(folder: Path) -> None:
    """Kinds lie in the folder, lists and the names of all records in `links`; nothing else is left there."""
    wanted = {f"{kind}.parquet" for kind in KINDS} | {f"links/{name}.parquet" for name in LINKS}
    assert set(digests(folder)) == wanted


def test_files_hold_the_records(ds: Dataset, folder: Path) -> None:
    """A kind's file is what its collection gives, a list's file what its table gives."""
    for kind in KINDS:
        assert pq.read_table(folder / f"{kind}.parquet").equals(getattr(ds, kind).to_arrow())
    every = [record for kind in KINDS for record in ds.records(kind)]
    for name, table in LINKS.items():
        found = pq.read_table(folder / f"links/{name}.parquet")
        records = every if table.kind is None else ds.records(table.kind)
        assert found.column_names == [one.name for one in table.columns]
        assert [tuple(row.values()) for row in found.to_pylist()] == list(table.rows(records))


def test_files_say_what_they_are(ds: Dataset, folder: Path) -> None:
    """Version, licence and key stand in a file's metadata, what a column means in the column's."""
    for path in sorted(folder.rglob("*.parquet")):
        schema = pq.read_schema(path)
        found = schema.metadata or {}
        assert found[b"version"] == ds.version.encode()
        assert found[b"license"] == b"CC-BY-4.0"
        assert found[b"table"] == path.stem.encode()
        assert all((field.metadata or {})[b"doc"] for field in schema)


def test_statistics_allow_to_skip_row_groups(folder: Path) -> None:
    """Every row group of a kind of event says between which days it lies, so that a reader can leave it out."""
    found = pq.read_metadata(folder / "visits.parquet")
    days = pq.read_table(folder / "visits.parquet", columns=["start_earliest"])["start_earliest"].to_pylist()
    for group in range(found.num_row_groups):
        chunk = found.row_group(group)
        columns_ = {chunk.column(one).path_in_schema: chunk.column(one) for one in range(chunk.num_columns)}
        statistics = columns_["start_earliest"].statistics
        assert statistics
        assert (statistics.min, statistics.max) == (min(filter(None, days)), max(filter(None, days)))
        assert columns_["start_earliest"].compression == "ZSTD"


def test_equal_datasets_give_equal_bytes(ds: Dataset, folder: Path, tmp_path: Path) -> None:
    """Written again the files are the same, byte for byte."""
    PARQUET.write(ds, tmp_path)
    assert digests(tmp_path) == digests(folder)


@settings(max_examples=5)
@given(dataset=datasets())
def test_any_dataset_is_written(tmp_path_factory: pytest.TempPathFactory, dataset: Dataset) -> None:
    """Whatever the records hold, DuckDB and Polars read as many rows as there are, with the ids of the records."""
    folder = tmp_path_factory.mktemp("any")
    PARQUET.write(dataset, folder)
    for kind in KINDS:
        ids = list(getattr(dataset, kind).ids)
        assert pl.read_parquet(folder / f"{kind}.parquet")["id"].to_list() == ids
        found = duckdb.execute("select id from read_parquet(?)", [str(folder / f"{kind}.parquet")]).fetchall()
        assert [one[0] for one in found] == ids


def test_only_some_kinds(ds: Dataset, tmp_path: Path) -> None:
    """With some kinds only these are written, with their lists and the sources and names of these records."""
    kinds: tuple[KindName, ...] = ("meetings", "fields")
    paths = PARQUET.write(ds, tmp_path, kinds=kinds)
    assert [path.name for path in paths[:2]] == ["meetings.parquet", "fields.parquet"]
    assert {path.name for path in paths[2:]} == {f"{one.name}.parquet" for one in tables_of(kinds) if one.name in LINKS}
    names = pq.read_table(tmp_path / "links/records.parquet")["id"].to_pylist()
    assert names == [*ds.meetings.ids, *ds.fields.ids]
    cited = set(pq.read_table(tmp_path / "links/citations.parquet")["record_id"].to_pylist())
    assert cited == set(ds.meetings.ids)


def test_what_parquet_cannot_hold_is_refused(tmp_path: Path) -> None:
    """A number that would have to be rounded is an error that names record and field, and leaves no file."""
    figure = structure({"measure": "a", "value": "0.123456789", "unit": "JPY", "as_of": "2014"}, Figure, "f")
    with pytest.raises(InvalidValueError, match=r"f: value: expected a number of at most 30 digits before and 8"):
        PARQUET.write(Dataset({"figures": [figure]}), tmp_path)
    assert digests(tmp_path) == {}


# Who reads it ---------------------------------------------------------------------------------------------------------


def test_duckdb_reads_every_file(ds: Dataset, folder: Path) -> None:
    """DuckDB has every row and value, dates, decimals, lists and structs included."""
    for path in sorted(folder.rglob("*.parquet")):
        rows = duckdb.execute("select * from read_parquet(?)", [str(path)]).fetchall()
        assert rows == [tuple(row.values()) for row in pq.read_table(path).to_pylist()], path.name
    visits = str(folder / "visits.parquet")
    found = duckdb.execute(
        "select id from read_parquet(?) where start_earliest between '2014-01-01' and '2014-12-31' order by id",
        [visits],
    ).fetchall()
    year = ds.visits.filter(lambda one: not one.start.text.startswith("..") and one.start.earliest.year == 2014)
    assert [one[0] for one in found] == sorted(year.ids)


def test_polars_reads_every_file(folder: Path) -> None:
    """Polars has every row and value, lazily too."""
    for path in sorted(folder.rglob("*.parquet")):
        table = pq.read_table(path)
        assert pl.scan_parquet(path).collect().rows() == [tuple(row.values()) for row in table.to_pylist()], path.name


def test_pandas_reads_every_file(folder: Path) -> None:
    """Every row and column is there for pandas; words are categories."""
    for path in sorted(folder.rglob("*.parquet")):
        table = pq.read_table(path)
        frame = pd.read_parquet(path)
        assert (len(frame), list(frame.columns)) == (table.num_rows, table.column_names)
    assert isinstance(pd.read_parquet(folder / "visits.parquet")["direction"].dtype, pd.CategoricalDtype)


@pytest.mark.filterwarnings("ignore")  # Spark's own warnings about newer libraries are not ours to mend
def test_spark_reads_every_file(folder: Path) -> None:
    """Spark has every row and value of every file, as it is."""
    sql = pytest.importorskip("pyspark.sql", reason="Spark is in the dependency group `spark`, and needs Java")
    session = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        for path in sorted(folder.rglob("*.parquet")):
            rows = [row.asDict(recursive=True) for row in session.read.parquet(str(path)).collect()]
            assert rows == pq.read_table(path).to_pylist(), path.name
    finally:
        session.stop()


# Records as they come -------------------------------------------------------------------------------------------------


class Once:
    """A source whose records can be gone through once, and that counts how many have been asked for."""

    version = "0.1.0"

    def __init__(self, count: int) -> None:
        self.taken: list[str] = []
        self._count = count

    def records(self, kind: KindName) -> Iterator[Record]:
        """Yield visits, one a day."""
        assert kind == "visits"
        assert not self.taken
        for number in range(self._count):
            day = (dt.date(1973, 9, 21) + dt.timedelta(days=number)).isoformat()
            step = {"date": day, "activity": "talks", "participants": [{"country": "VN"}, {"country": "JP"}]}
            trip = {"direction": "VN-JP", "lead": "a", "office": "b", "start": day, "end": day, "itinerary": [step] * 2}
            self.taken.append(day)
            yield structure(trip, Visit, f"v{number}")


def test_row_groups_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind is gone through once, and a row group ends when it is full: its days are a part of all days."""
    monkeypatch.setattr(parquet, "RECORDS", 10)
    monkeypatch.setattr(parquet, "GROUP_ROWS", 20)
    source = Once(55)
    PARQUET.stream(source, tmp_path, kinds=["visits"])
    groups = _rows(tmp_path / "visits.parquet")
    assert groups == [20, 20, 15]
    assert _rows(tmp_path / "links/visits_itinerary.parquet") == [20] * 5 + [10]
    assert _rows(tmp_path / "links/visits_itinerary_participants.parquet") == [40] * 5 + [20]
    found = pq.read_metadata(tmp_path / "visits.parquet")
    place = next(
        one for one in range(found.num_columns) if found.row_group(0).column(one).path_in_schema == "start_earliest"
    )
    spans = [found.row_group(one).column(place).statistics for one in range(found.num_row_groups)]
    assert [(one.min, one.max) for one in spans if one] == [
        (dt.date.fromisoformat(source.taken[first]), dt.date.fromisoformat(source.taken[last]))
        for first, last in ((0, 19), (20, 39), (40, 54))
    ]


def test_row_groups_are_bounded_in_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Long records fill a row group sooner than short ones."""
    monkeypatch.setattr(parquet, "RECORDS", 10)
    monkeypatch.setattr(parquet, "GROUP_BYTES", 1)
    PARQUET.stream(Once(25), tmp_path, kinds=["visits"])
    assert _rows(tmp_path / "visits.parquet") == [10, 10, 5]


@given(records=st.integers(1, 12), rows=st.integers(1, 12))
@settings(max_examples=10)
def test_row_groups_change_no_row(tmp_path_factory: pytest.TempPathFactory, records: int, rows: int) -> None:
    """However the rows are grouped, the files hold the same rows."""
    folder = tmp_path_factory.mktemp("groups")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parquet, "RECORDS", records)
        patch.setattr(parquet, "GROUP_ROWS", rows)
        PARQUET.stream(Once(12), folder, kinds=["visits"])
    wanted = Dataset({"visits": Once(12).records("visits")}).visits
    assert pq.read_table(folder / "visits.parquet").equals(wanted.to_arrow())
    for part in ("itinerary", "itinerary.participants"):
        name = f"links/visits_{part.replace('.', '_')}.parquet"
        assert pq.read_table(folder / name).equals(wanted.to_arrow(part))


def _rows(path: Path) -> list[int]:
    found = pq.read_metadata(path)
    return [found.row_group(one).num_rows for one in range(found.num_row_groups)]


def test_columns_are_those_of_the_codebook(folder: Path) -> None:
    """The columns of a kind's file are its flat columns, in their order, whatever the records hold."""
    for kind in KINDS:
        names = [one.name for one in columns(KINDS[kind].record)]
        assert pq.read_schema(folder / f"{kind}.parquet").names == names
