"""One CSV file per collection, with flat columns that depend on the kind of record only."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.files import write_whole
from vnjp_dataset.model import KINDS, PartialDate, Record, Value
from vnjp_dataset.model.shape import field_types, unwrap
from vnjp_dataset.reading.convert import converter

NAME = "csv"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
"""A text that starts so gets a `'` in front: spreadsheets would run it. `'` is among them so that it can be undone."""


def write(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write `<collection>.csv` for every collection, in UTF-8 with a header line."""
    return write_whole(
        {folder / f"{kind}.csv": text(KINDS[kind].record, dataset.records(kind)).encode("utf-8") for kind in KINDS}
    )


def text(cls: type[Record], records: Iterable[Record]) -> str:
    """Return records of a class as CSV, with a header line even where there are none."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    names = columns(cls)
    writer.writerow(names)
    for record in records:
        found = cells(record)
        writer.writerow(found.get(name, "") for name in names)
    return stream.getvalue()


def columns(cls: type[Value]) -> tuple[str, ...]:
    """Return the columns of a class, in the model's order.

    A column is a field path, such as `title.en`; a list is one column of compact JSON; a date has two more columns,
    `<path>_earliest` and `<path>_latest`, as ISO days that stay empty on an open side.
    """
    return tuple(_columns(cls, ""))


def _columns(cls: type[Value], prefix: str) -> Iterator[str]:
    for field, annotated, _ in field_types(cls):
        declared, _optional = unwrap(annotated)
        path = f"{prefix}{field.name}"
        if isinstance(declared, type) and issubclass(declared, Value):
            yield from _columns(declared, f"{path}.")
        else:
            yield path
            if declared is PartialDate:
                yield from (f"{path}_earliest", f"{path}_latest")


def cells(record: Record) -> Mapping[str, str]:
    """Return what is set in a record, by column."""
    return dict(_cells(record, ""))


def _cells(value: Value, prefix: str) -> Iterator[tuple[str, str]]:
    for field, annotated, _ in field_types(type(value)):
        declared, _optional = unwrap(annotated)
        part: object = getattr(value, field.name)
        path = f"{prefix}{field.name}"
        if part is None or (part == () and field.default == ()):
            continue
        if isinstance(part, Value):
            yield from _cells(part, f"{path}.")
        elif isinstance(part, PartialDate):
            yield path, part.text
            yield f"{path}_earliest", "" if part.text.startswith("..") else part.earliest.isoformat()
            yield f"{path}_latest", "" if part.text.endswith("..") else part.latest.isoformat()
        else:
            yield path, _cell(part, declared)


def _cell(part: object, declared: object) -> str:
    if isinstance(part, str):
        return f"'{part}" if part.startswith(FORMULA_STARTS) else part
    if isinstance(part, bool):
        return "true" if part else "false"
    if isinstance(part, tuple):
        plain: object = converter().unstructure(part, unstructure_as=declared)
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return str(part)
