"""The sheets of records: one for each kind, and one for each list whose items say more than a cell can hold."""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

import attrs

from vnjp_dataset.export.excel.cells import BETWEEN, Cell, cell, is_somebody, listed
from vnjp_dataset.model import KINDS, KindName, Meeting, Record, Value, Visit
from vnjp_dataset.tables import Column, Table, cells, columns, part_tables, tables

Row = tuple[Cell, ...]
Name = Callable[[str], str]
"""Gives what a person, body or office is called, by its id."""

_TITLED: tuple[KindName, ...] = ("visits", "meetings")
"""Kinds whose records have no name or title of their own, and are called by who took part."""
_CALLED = Column(name="called", path="called", type="text", declared=str, doc="Who took part, by name.", required=True)
_LAST = ("check", "sources", "conflicts")
"""Fields that stand last on a sheet: what most readers do not ask for, or find on sheets of its own."""


@attrs.frozen(kw_only=True)
class Sheet:
    """A sheet: its name, what a row is, and its columns, each with what it means."""

    name: str
    doc: str
    columns: tuple[Column, ...]
    docs: tuple[str, ...]
    is_part: bool
    """Whether its rows are parts of records."""


@attrs.frozen(kw_only=True)
class _Part:
    """A list whose items have a sheet of their own."""

    column: Column
    item: type[Value]
    table: Table

    @property
    def keys(self) -> tuple[Column, ...]:
        """The columns before those of the item: the record, the place, and a document's id."""
        return self.table.columns[: len(self.table.columns) - len(columns(self.item, lists=False))]


def sheets(kinds: Sequence[KindName]) -> tuple[Sheet, ...]:
    """Return the sheets of some kinds, each followed by those of its lists; what several kinds share comes last."""
    found = {one.name: one for kind in kinds for one in _sheets(kind)}
    return tuple(sorted(found.values(), key=lambda one: tables()[one.name].kind is None))


def rows(kind: KindName, record: Record, name: Name) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a record, each with the name of its sheet: its own first, then those of its lists."""
    cls = KINDS[kind].record
    values = dict(zip((one.name for one in columns(cls)), cells(cls)(record), strict=True))
    if kind in _TITLED:
        values[_CALLED.name] = _who(record, name)
    yield kind, tuple(_cell(one, values[one.name]) for one in _columns(kind))
    for part in _parts(kind):
        for position, item in enumerate(cast("tuple[Value, ...]", values[part.column.name] or ())):
            yield part.table.name, tuple(_part_cells(part, record, position, item))


def _who(record: Record, name: Name) -> str:
    if isinstance(record, Visit):
        return f"{name(record.lead)}, {name(record.office)}"
    actors = record.participants if isinstance(record, Meeting) else ()
    found = ((one.person or one.organization, one.country) for one in actors)
    return BETWEEN.join(name(who) if who else str(country) for who, country in found)


def _part_cells(part: _Part, record: Record, position: int, item: Value) -> Iterator[Cell]:
    yield record.id
    yield position
    values = cells(part.item)(item)
    if len(part.keys) > 2:
        yield cell(f"{record.id}/{values[0]}")
    yield from map(_cell, columns(part.item), values)


def _cell(column: Column, value: object) -> Cell:
    return listed(column, cast("tuple[object, ...]", value or ())) if column.type == "list" else cell(value)


@functools.cache
def _columns(kind: KindName) -> tuple[Column, ...]:
    first, *others = columns(KINDS[kind].record)
    called = (_CALLED,) if kind in _TITLED else ()
    return first, *called, *sorted(others, key=_turn)


def _turn(column: Column) -> int:
    field = column.path.partition(".")[0]
    return _LAST.index(field) + 1 if field in _LAST else 0


@functools.cache
def _parts(kind: KindName) -> tuple[_Part, ...]:
    found = part_tables(kind)
    return tuple(
        _Part(column=one, item=one.item, table=found[one.path]) for one in columns(KINDS[kind].record) if one.item
    )


def _sheets(kind: KindName) -> Iterator[Sheet]:
    parts = _parts(kind)
    own = {part.column.path: part.table.name for part in parts}
    main = _columns(kind)
    docs = tuple(_doc(one, own) for one in main)
    yield Sheet(name=kind, doc=tables()[kind].doc, columns=main, docs=docs, is_part=False)
    for part in parts:
        inner = columns(part.item)
        docs = tuple(_doc(one, {}) for one in (*part.keys, *inner))
        doc = f"Of each {KINDS[kind].one}: {part.column.doc}" if part.table.kind else part.table.doc
        yield Sheet(name=part.table.name, doc=doc, columns=(*part.keys, *inner), docs=docs, is_part=True)


def _doc(column: Column, own: Mapping[str, str]) -> str:
    """Return what a column means, and for a list how its items stand in the cell."""
    doc = column.doc.replace("`", "")  # which mean nothing to readers of a workbook
    if column.type != "list":
        return doc
    sheet = own.get(column.path)
    in_words = column.item is None or is_somebody(column.item)
    told = "Separated by semicolons." if in_words else "How many there are."
    return f"{doc} {told}{f' Each has a row on the sheet {sheet}.' if sheet else ''}"
