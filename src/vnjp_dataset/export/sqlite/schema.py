"""Tables in SQL: types, keys, vocabularies and indexes, and the values that stand in them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from vnjp_dataset.tables import Column, ColumnType, Table

Stored = str | int | float | None

LABEL = "label"
_INTEGERS = range(-(2**63), 2**63)
_TYPES: Mapping[ColumnType, str] = MappingProxyType(
    {"text": "TEXT", "word": "TEXT", "date": "TEXT", "day": "TEXT", "whole": "ANY", "number": "ANY", "flag": "INTEGER"}
)
_DAY = "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]"


def quoted(name: str) -> str:
    """Return a name as SQL takes it, whatever keyword it may be: `order`, `to`, `end` and `by` are some."""
    escaped = name.replace('"', '""')
    return f'"{escaped}"'


def literal(text: str) -> str:
    """Return a text as SQL has it in its source."""
    escaped = text.replace("'", "''")
    return f"'{escaped}'"


def create(table: Table) -> str:
    """Return the statement that makes a table, with the meaning of each column as a comment beside it."""
    lines = [f"CREATE TABLE {quoted(table.name)} (", f"  -- {table.doc}"]
    lines += [f"  {_column(table, one)}, -- {one.doc}" for one in table.columns]
    if shown := label_of(table):
        names = ", ".join(quoted(one) for one in shown)
        lines.append(f"  {quoted(LABEL)} TEXT GENERATED ALWAYS AS (coalesce({names})) VIRTUAL, -- {LABEL_DOC}")
    lines.append(",\n".join(_constraints(table)))
    # Rows of a part are found by the record they belong to, in the order of their places: the key is the table.
    lines.append(") STRICT" if len(table.key) == 1 else ") STRICT, WITHOUT ROWID")
    return "\n".join(lines)


LABEL_DOC = "Its name or title: in English, or else in Vietnamese or Japanese."


def label_of(table: Table) -> tuple[str, ...]:
    """Return the columns with the name or title of a record, the first choice first; none where it has no such."""
    names = {one.name for one in table.columns}
    for part in ("name", "title"):
        found = tuple(one for one in (f"{part}_{language}" for language in ("en", "vi", "ja")) if one in names)
        if found and not table.path:
            return found
    return ()


def _column(table: Table, column: Column) -> str:
    name = quoted(column.name)
    place = _is_place(table, column)
    parts = [name, "INTEGER" if place else _TYPES[column.type]]
    if column.required:
        parts.append("NOT NULL")
    if column.words:
        parts.append(f"CHECK ({name} IN ({', '.join(map(literal, column.words))}))")
    elif column.type == "day":
        parts.append(f"CHECK ({name} GLOB {literal(_DAY)})")
    elif column.type == "flag":
        parts.append(f"CHECK ({name} IN (0, 1))")
    elif column.type in ("whole", "number") and not place:
        parts.append(f"CHECK (typeof({name}) <> 'blob')")
    return " ".join(parts)


def _is_place(table: Table, column: Column) -> bool:
    return column.type == "whole" and (column.name in table.key or column.name == "position")


def _constraints(table: Table) -> Iterator[str]:
    yield f"  PRIMARY KEY ({_names(table.key)})"
    if "position" not in table.key and table.path:
        yield f"  UNIQUE ({_names((table.columns[0].name, 'position'))})"
    for key in table.foreign_keys:
        yield f"  FOREIGN KEY ({_names(key.columns)}) REFERENCES {quoted(key.table)} ({_names(key.target)})"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(map(quoted, names))


def indexes(table: Table) -> Iterator[str]:
    """Yield the statements that make an index for each foreign key that no key of the table begins with."""
    for key in table.foreign_keys:
        if table.key[: len(key.columns)] != key.columns:
            name = quoted("_".join((table.name, *key.columns, "index")))
            yield f"CREATE INDEX {name} ON {quoted(table.name)} ({_names(key.columns)})"


def insert(table: Table) -> str:
    """Return the statement that puts a row into a table."""
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {quoted(table.name)} ({_names(tuple(one.name for one in table.columns))}) VALUES ({marks})"


def stored(value: object) -> Stored:
    """Return a cell's value as SQLite holds it, without loss: days as ISO 8601, false and true as 0 and 1.

    A number is INTEGER or REAL where one of these is that number to the last digit, and TEXT where none is.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, int):  # and so is a bool
        return int(value) if value in _INTEGERS else str(value)
    if isinstance(value, Decimal):
        return _number(value)
    raise TypeError(f"no cell for {value!r}")


def _number(value: Decimal) -> int | float | str:
    if value == int(value):
        return int(value) if int(value) in _INTEGERS else str(int(value))
    near = float(value)
    return near if Decimal(repr(near)) == value else format(value, "f")
