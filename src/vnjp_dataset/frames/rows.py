"""Rows of columns as batches, streams and tables of Arrow."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

import pyarrow as pa

from vnjp_dataset.frames.misfits import refused
from vnjp_dataset.frames.schema import Layout, Notes, flat_layout
from vnjp_dataset.tables import Column

BATCH = 4096
"""Rows of one batch: so many are laid out at a time."""

Rows = Iterable[Sequence[object]]


def to_arrow(columns: Sequence[Column], rows: Rows, notes: Notes | None = None) -> pa.Table:
    """Return rows, with a cell for each column, as a table.

    Raises InvalidValueError, with the record and the field, for a number or text that Arrow cannot hold.
    """
    return table(flat_layout(columns, notes), rows)


def reader(columns: Sequence[Column], rows: Rows, notes: Notes | None = None) -> pa.RecordBatchReader:
    """Return rows as a stream of batches, which are made when they are asked for."""
    return stream(flat_layout(columns, notes), rows)


def table(layout: Layout, rows: Rows) -> pa.Table:
    """Return rows of a layout as a table.

    Raises InvalidValueError as `to_arrow` does.
    """
    return pa.Table.from_batches(batches(layout, rows), layout.schema)


def stream(layout: Layout, rows: Rows) -> pa.RecordBatchReader:
    """Return rows of a layout as a stream of batches."""
    return pa.RecordBatchReader.from_batches(layout.schema, batches(layout, rows))


def batches(layout: Layout, rows: Rows, *, size: int = BATCH) -> Iterator[pa.RecordBatch]:
    """Yield rows of a layout in batches of at most so many.

    Raises InvalidValueError as `to_arrow` does.
    """
    given = iter(rows)
    while some := tuple(itertools.islice(given, size)):
        yield batch(layout, some)


def batch(layout: Layout, rows: Sequence[Sequence[object]]) -> pa.RecordBatch:
    """Return some rows of a layout as one batch.

    Raises InvalidValueError as `to_arrow` does.
    """
    try:
        return layout.batch(rows)
    except (ValueError, OverflowError, TypeError):
        # Cells are looked at one by one only where there is something to be found: most tables hold nothing amiss.
        found = refused(layout.paths, rows)
        if found is None:
            raise
        raise found from None


def capsule(found: pa.RecordBatchReader, requested_schema: object = None) -> object:
    """Return a stream as other libraries take it, by the Arrow PyCapsule interface."""
    give: Callable[[object], object] = found.__arrow_c_stream__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - untyped in pyarrow's stubs
    return give(requested_schema)  # pyright: ignore[reportUnknownVariableType] - as above
