"""The flat columns of every kind, and the tables of its lists, as a page."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from vnjp_dataset.codebook import codebook
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS
from vnjp_dataset.tables import Column, ColumnType, Table, columns, part_tables, tables

from .markdown import NOTICE, anchor, joined, table

INTRODUCTION = """\
# Columns

The columns of CSV and Parquet files and of data frames, in their order, which depends on the kind of record only. A
column is called after its field, with `_` for each point in the field's path: `labels.jp.style` is `labels_jp_style`.
What is not known is empty. How to get them: [Use data frames](../how-to/use-data-frames.md).

Beside a date as it is written stand three columns that follow from it: the first and the last day that it can be,
empty on an open side, and its precision, `day`, `month`, `year`, `interval` or `open`. They share a row here; where the
columns of lists are named, only the date itself is.

What stands in a cell, and what data frames make of it:

| type | Arrow and Parquet | pandas | Polars | DuckDB |
| --- | --- | --- | --- | --- |
| text, id, date as written | string | str | String | VARCHAR |
| word of a vocabulary | dictionary (int32) over all its words | category | Enum | VARCHAR |
| day (`_earliest`, `_latest`) | date32 | datetime64[us] | Date | DATE |
| whole number | int64 | Int64 | Int64 | BIGINT |
| number | decimal128(38, 8) | decimal.Decimal, NaN where missing | Decimal(38, 8) | DECIMAL(38, 8) |
| true or false | bool | boolean | Boolean | BOOLEAN |
| list | list | array | List | LIST |
| list of parts | list of struct | array of dict | List(Struct) | STRUCT[] |

- The types of days hold the years 1 to 9999.
- A number has up to 30 digits before the point, as many as a record may have, and 8 after it. One with more places, or
  a whole number of more than 64 bits, is an error that names the record and the field; nothing is rounded. JSON and CSV
  hold such numbers.
- Words are Categorical for those who write `polars.DataFrame(ds.visits)` in place of `ds.visits.to_polars()`; inside
  lists and structs they are text.
- The parts in a list have the columns of their table below, without its keys.
- Nested, a part is a struct of its fields, and a date a struct of `text`, `earliest`, `latest` and `precision`.
- What a column means stands in the metadata of its field (`doc`, `path`, `target`, `words`)."""

LISTS = """\
Each list is a table of its own as well: `ds.visits.to_pandas("itinerary.participants")`, `links/<table>.parquet`. Its
first column is the id of the record, `position` counts the items from 0, and an `…_position` before it says in which
item of the outer list they stand. Together these name a row; documents have an `id` besides."""

SHARED = """\
Sources and conflicts of all kinds stand in the same tables, and `records` says what every id is."""


def page() -> str:
    """Return the page."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield from (NOTICE, "", INTRODUCTION, "", LISTS)
    for name, kind in KINDS.items():
        yield from ("", f"## {name}", "")
        yield from _columns(columns(kind.record))
        own = [one for one in part_tables(name).values() if one.kind == name]
        if own:
            yield ""
            yield from _tables(own)
    yield from ("", "## All kinds", "", SHARED, "")
    yield from _tables(one for one in tables().values() if one.kind is None)


def _columns(found: Iterable[Column]) -> Iterator[str]:
    vocabularies = {tuple(words): name for name, words in codebook(Dataset({})).vocabularies.items()}
    return table(
        ("column", "type", "path", "meaning"),
        (
            (_together(several), _type(several[0], vocabularies), f"`{path}`", several[0].doc)
            for path, several in _by_path(found)
        ),
    )


def _together(several: Iterable[Column]) -> str:
    return ", ".join(f"`{one.name}`" for one in several)


def _by_path(found: Iterable[Column]) -> Iterator[tuple[str, tuple[Column, ...]]]:
    """Yield the columns of each field path: several where a date stands there."""
    return ((path, tuple(several)) for path, several in groupby(found, key=lambda one: one.path))


def _type(column: Column, vocabularies: Mapping[tuple[str, ...], str]) -> str:
    words = _words(column, vocabularies)
    return f"list of: {words}" if column.type == "list" else words


def _words(column: Column, vocabularies: Mapping[tuple[str, ...], str]) -> str:
    if column.item:
        return f"[{column.item.__name__}](codebook.md#{anchor(column.item.__name__)})"
    if column.words:
        name = vocabularies[column.words]
        return f"a word of [{name}](codebook.md#{anchor(name)})"
    if column.target:
        return {"any": "id of a record", "documents": "id of a document"}.get(
            column.target, f"id among {column.target}"
        )
    return "its id" if column.path == "id" else _PLAIN[column.type]


_PLAIN: Mapping[ColumnType, str] = {
    "text": "text",
    "date": "date, first day, last day, precision",
    "whole": "whole number",
    "number": "number",
    "flag": "true or false",
    "list": "text",
}


def _tables(found: Iterable[Table]) -> Iterator[str]:
    return table(
        ("list", "table", "columns"),
        ((f"`{'.'.join(one.path)}`" if one.path else "", f"`{one.name}`", _names(one)) for one in found),
    )


def _names(found: Table) -> str:
    """Return the names of a table's columns, without those that follow from a date."""
    return _together(one for one in found.columns if not one.part)
