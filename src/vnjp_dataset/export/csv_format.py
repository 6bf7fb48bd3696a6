"""One CSV file per collection, with flat columns that depend on the kind of record only."""

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from vnjp_dataset.export.delimited import cell_text, csv_writer
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.writing import ALL, Source
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.reading.convert import converter
from vnjp_dataset.tables import Column, cells, columns

FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'")
"""A text that starts so gets a `'` in front: spreadsheets would run it, Japanese ones from the wide signs too. `'` is
among them so that it can be undone.
"""


def write(
    dataset: Source, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `<collection>.csv` for every kind, in UTF-8 with a header line; records are written as they come."""
    with staged(folder) as stage:
        for kind in kinds:
            with stage.text(f"{kind}.csv") as stream:
                write_rows(stream, KINDS[kind].record, track(dataset.records(kind), kind))
    return stage.paths


def text(cls: type[Record], records: Iterable[Record]) -> str:
    """Return records of a class as CSV, with a header line even where there are none."""
    stream = io.StringIO(newline="")
    write_rows(stream, cls, records)
    return stream.getvalue()


def write_rows(stream: TextIO, cls: type[Record], records: Iterable[Record]) -> None:
    """Write records of a class as CSV: a header line with the columns of `tables.columns`, then a line for each.

    A list is compact JSON, a day is ISO 8601, what is not known is empty.
    """
    writer = csv_writer(stream)
    heads = columns(cls)
    writer.writerow([one.name for one in heads])
    get = cells(cls)
    writer.writerows(list(_texts(heads, get(record))) for record in records)


def _texts(heads: Iterable[Column], values: Iterable[object]) -> Iterator[str]:
    return (_text(head, value) for head, value in zip(heads, values, strict=True))


def _text(head: Column, value: object) -> str:
    if value is None or (value == () and not head.required):
        return ""
    if head.type == "list":
        plain: object = converter().unstructure(value, unstructure_as=tuple[head.declared, ...])  # type: ignore[name-defined]
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return plain_text(value)


def plain_text(value: object) -> str:
    """Return a cell that is no list as text that no spreadsheet takes for a formula."""
    text = cell_text(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_STARTS) else text
