"""Parquet files: one for each kind with flat columns, and one for each list with the keys of its records."""

from collections.abc import Generator, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import islice
from pathlib import Path

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from vnjp_dataset.export.about import LICENCE
from vnjp_dataset.export.files import Stage, staged
from vnjp_dataset.export.writing import ALL, Source
from vnjp_dataset.frames.rows import batch
from vnjp_dataset.frames.schema import noted
from vnjp_dataset.frames.sheets import Sheet, sheet, table_sheet
from vnjp_dataset.model import KindName, Record
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.tables import Table, tables_of
from vnjp_dataset.version import SCHEMA_VERSION

RECORDS = 4096
"""How many records are laid out at a time."""
GROUP_ROWS, GROUP_BYTES = 65_536, 32 * 2**20
"""A row group ends as soon as it has so many rows, or takes so much memory before it is compressed."""


def write(
    dataset: Source, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `<kind>.parquet` for every kind, and `links/<table>.parquet` for every list and for all records' names.

    Records are written as they come, each kind is gone through once. Raises InvalidValueError, with record and field,
    for a number that Parquet's decimals do not hold; then no file is written.
    """
    found = tables_of(kinds)
    with staged(folder) as stage:
        for name in (*map(_kind_file, kinds), *(_link_file(one) for one in found if _is_link(one))):
            stage.path(name)
        with ExitStack() as shared:
            everywhere = [shared.enter_context(_link(stage, one, dataset.version)) for one in found if one.kind is None]
            for kind in kinds:
                own = [one for one in found if one.kind == kind and _is_link(one)]
                with ExitStack() as open_files:
                    main = open_files.enter_context(_file(stage, _kind_file(kind), sheet(kind), dataset.version))
                    links = [open_files.enter_context(_link(stage, one, dataset.version)) for one in own]
                    _pour(track(dataset.records(kind), kind), (main, *links, *everywhere))
    return stage.paths


def _is_link(table: Table) -> bool:
    """Whether a table is more than what a kind's own file says: of a list, or of all records."""
    return bool(table.path) or table.kind is None


def _kind_file(kind: KindName) -> str:
    return f"{kind}.parquet"


def _link_file(table: Table) -> str:
    return f"links/{table.name}.parquet"


class _File:
    """A file that grows by the rows of records, row group by row group."""

    def __init__(self, found: Sheet, writer: ParquetWriter) -> None:
        self._sheet = found
        self._writer = writer
        self._waiting: list[pa.RecordBatch] = []

    def add(self, records: Sequence[Record]) -> None:
        """Add the rows of some records."""
        rows = tuple(self._sheet.rows(records))
        if rows:
            self._waiting.append(batch(self._sheet.layout, rows))
        if self._rows >= GROUP_ROWS or self._bytes >= GROUP_BYTES:
            self.flush()

    @property
    def _rows(self) -> int:
        return sum(one.num_rows for one in self._waiting)

    @property
    def _bytes(self) -> int:
        return sum(one.nbytes for one in self._waiting)

    def flush(self) -> None:
        """Write the rows that are waiting as a row group."""
        if self._waiting:
            table = pa.Table.from_batches(self._waiting)
            self._writer.write_table(table, row_group_size=len(table))
        self._waiting = []


def _pour(records: Iterable[Record], files: Sequence[_File]) -> None:
    """Give records to every file, some thousand at a time."""
    given = iter(records)
    while some := tuple(islice(given, RECORDS)):
        for one in files:
            one.add(some)


def _link(stage: Stage, table: Table, version: str) -> "AbstractContextManager[_File]":
    return _file(stage, _link_file(table), table_sheet(table), version)


@contextmanager
def _file(stage: Stage, name: str, found: Sheet, version: str) -> Generator[_File, None, None]:
    """Open a file that names the dataset, its version and licence beside what the sheet says of itself."""
    notes = {"version": version, "schema_version": str(SCHEMA_VERSION), "license": LICENCE}
    schema = noted(found.layout.schema, notes)
    with ParquetWriter(str(stage.path(name)), schema, compression="zstd", write_page_index=True) as writer:
        file = _File(found, writer)
        yield file
        file.flush()
