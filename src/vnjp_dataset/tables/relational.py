"""The records as tables of a database: one for each kind and for each list in it, with keys between them."""

import functools
import typing
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from vnjp_dataset.model import KINDS, KindName, Record, SourcedRecord, Value
from vnjp_dataset.model.ids import DocumentId, RecordId
from vnjp_dataset.tables.columns import Column, ColumnType, cells, columns

Row = tuple[object, ...]
Owner = KindName | None
"""The kind whose records a table's rows belong to; None for those of every kind."""


@attrs.frozen(kw_only=True)
class ForeignKey:
    """Columns whose values are keys of another table."""

    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Table:
    """One table: its columns without any list, its key, and where it leads."""

    name: str
    kind: Owner
    """The kind of record its rows come from; None where they come from several."""
    doc: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """Names of the columns that no two rows share."""
    foreign_keys: tuple[ForeignKey, ...]
    path: tuple[str, ...] = ()
    """The lists that lead from a record to a row, outermost first: `("itinerary", "participants")`."""
    rows_of: Callable[[Record], Iterator[Row]] = attrs.field(eq=False, repr=False)
    """Gives the rows of one record, in the order of its lists."""

    def rows(self, records: Iterable[Record]) -> Iterator[Row]:
        """Yield the rows of records, in their order."""
        return (row for record in records for row in self.rows_of(record))


RECORDS = "records"
DOCUMENTS = "documents"
_SHARED: Mapping[str, str] = MappingProxyType({"sources": "citations", "conflicts": "conflicts"})
"""Lists that records of many kinds have: one table each for all kinds, by the name of the field."""
_SINGULAR: Mapping[str, str] = MappingProxyType({"fields": "field", "coverage": "coverage", "retired": "retired"})


@functools.cache
def tables() -> Mapping[str, Table]:
    """Return every table by name: `records`, one for each kind with those of its lists, and those of all kinds."""
    found = [_records_table(), *(table for kind in KINDS for table in _kind_tables(kind)), *_shared_tables()]
    return MappingProxyType({table.name: table for table in found})


def tables_of(kinds: Iterable[KindName]) -> tuple[Table, ...]:
    """Return the tables that some kinds need: `records`, theirs, and those that all kinds share.

    Foreign keys lead to tables of these kinds only; the others are left out.
    """
    wanted = frozenset(kinds)
    kept = [table for table in tables().values() if table.kind is None or table.kind in wanted]
    names = {table.name for table in kept}
    whole = len(wanted) == len(KINDS)
    return tuple(attrs.evolve(table, foreign_keys=tuple(_kept(table, names, whole=whole))) for table in kept)


def _kept(table: Table, names: Container[str], *, whole: bool) -> Iterator[ForeignKey]:
    """Yield the keys of a table that lead to what is there; `records` holds all it may be asked for only as a whole."""
    for key in table.foreign_keys:
        own = key.columns[0] in ("id", "record_id")
        if key.table in names and (key.table != RECORDS or own or whole):
            yield key


def part_tables(kind: KindName) -> Mapping[str, Table]:
    """Return the tables of a kind's lists by their paths, such as `itinerary.participants`, citations included."""
    shared = {path: name for path, name in _SHARED.items() if issubclass(KINDS[kind].record, SourcedRecord)}
    found = {".".join(table.path): table for table in _kind_tables(kind) if table.path}
    found.update((".".join(table.path), table) for table in _shared_tables() if shared and table.path[0] in shared)
    return MappingProxyType(found)


@functools.cache
def _records_table() -> Table:
    kind_of = {kind.record: kind.name for kind in KINDS.values()}
    own = (
        _plain("id", RecordId, "The record's id."),
        _plain("kind", KindName, "The kind of record.", word=True),
        _plain("heading", str, "A line that names the record to a reader."),
    )

    def rows_of(record: Record) -> Iterator[Row]:
        yield record.id, kind_of[type(record)], record.heading

    return Table(
        name=RECORDS,
        kind=None,
        doc="Every record: its id, kind and heading.",
        columns=own,
        key=("id",),
        foreign_keys=(),
        rows_of=rows_of,
    )


@functools.cache
def _kind_tables(kind: KindName) -> tuple[Table, ...]:
    cls = KINDS[kind].record
    own = columns(cls, lists=False)
    get = cells(cls, lists=False)
    main = Table(
        name=kind,
        kind=kind,
        doc=_first_line(cls),
        columns=own,
        key=("id",),
        foreign_keys=(ForeignKey(columns=("id",), table=RECORDS, target=("id",)), *_foreign_keys(own)),
        rows_of=lambda record: iter((get(record),)),
    )
    owner = f"{_SINGULAR.get(kind, KINDS[kind].one)}_id"
    return main, *_lists(cls, kind, kind, owner, lambda name: not (name in _SHARED and issubclass(cls, SourcedRecord)))


@functools.cache
def _shared_tables() -> tuple[Table, ...]:
    return tuple(_lists(SourcedRecord, None, "", "record_id", lambda name: name in _SHARED))


def _lists(cls: type[Record], kind: Owner, prefix: str, owner: str, keep: Callable[[str], bool]) -> Iterator[Table]:
    """Yield a table for each list of a class of record, and for the lists in their items."""
    table = kind or RECORDS
    first = _plain(owner, RecordId, "The record it belongs to.")
    up = ForeignKey(columns=(owner,), table=table, target=("id",))
    for column in columns(cls):
        if column.type == "list" and keep(column.path):
            yield from _list_tables(column, _Above(kind, prefix, (first,), up, ()))


@attrs.frozen
class _Above:
    """What a list's table inherits: the key columns of what its items stand in, and the way there."""

    kind: Owner
    prefix: str
    key: tuple[Column, ...]
    up: ForeignKey
    path: tuple[Column, ...]


def _list_tables(column: Column, above: _Above) -> Iterator[Table]:
    path = (*above.path, column)
    shared = above.kind is None and not above.path
    name = _SHARED[column.path] if shared else f"{above.prefix}_{column.name}".removeprefix("_")
    if above.kind == "sources" and column.path == "documents":
        name = DOCUMENTS
    position = _plain("position", int, "Its place in the list, from 0.")
    own = _document_id() if name == DOCUMENTS else ()
    item = column.item
    body = columns(item, lists=False) if item else (_value(column),)
    found = (*above.key, position, *own, *body)
    yield Table(
        name=name,
        kind=above.kind,
        doc=_first_line(item) if item else column.doc,
        columns=found,
        key=("id",) if own else tuple(one.name for one in (*above.key, position)),
        foreign_keys=(above.up, *_foreign_keys(body)),
        path=tuple(one.path for one in path),
        rows_of=_rows_of(path, with_id=bool(own)),
    )
    if item:
        here = f"{column.name}_position"
        key = (*above.key, _plain(here, int, f"The place of the row of `{name}` that it belongs to."))
        names = tuple(one.name for one in above.key)
        up = ForeignKey(columns=(*names, here), table=name, target=(*names, "position"))
        for inner in columns(item):
            if inner.type == "list":
                yield from _list_tables(inner, _Above(above.kind, name, key, up, path))


def _rows_of(path: tuple[Column, ...], *, with_id: bool) -> Callable[[Record], Iterator[Row]]:
    last = path[-1]
    get: Callable[[typing.Any], Row] = cells(last.item, lists=False) if last.item else lambda value: (value,)

    def below(value: Value, place: int) -> Iterator[tuple[tuple[int, ...], object]]:
        for position, one in enumerate(_items(value, path[place].path)):
            if place == len(path) - 1:
                yield (position,), one
            elif isinstance(one, Value):
                yield from (((position, *rest), found) for rest, found in below(one, place + 1))

    def rows_of(record: Record) -> Iterator[Row]:
        for positions, one in below(record, 0):
            own = get(one)
            yield (record.id, *positions, *((f"{record.id}/{own[0]}",) if with_id else ()), *own)

    return rows_of


def _items(value: Value, path: str) -> tuple[object, ...]:
    found: object = value
    for name in path.split("."):
        found = getattr(found, name, None)
    return typing.cast("tuple[object, ...]", found or ())


def _foreign_keys(own: Iterable[Column]) -> Iterator[ForeignKey]:
    for column in own:
        target = column.target
        if target and column.type != "list":
            table = RECORDS if target == "any" else target
            yield ForeignKey(columns=(column.name,), table=table, target=("id",))


def _plain(name: str, declared: object, doc: str, *, word: bool = False) -> Column:
    kind: ColumnType = "word" if word else "whole" if declared is int else "text"
    return Column(name=name, path=name, type=kind, declared=declared, doc=doc, required=True)


def _value(column: Column) -> Column:
    """Return the column of a list whose items are words or ids; named by what they are."""
    kind: ColumnType = "word" if column.words else "text"
    return attrs.evolve(column, name="value", path="value", type=kind, required=True)


def _document_id() -> tuple[Column, ...]:
    return (_plain("id", DocumentId, "Publisher and key, as citations name it."),)


def _first_line(cls: type) -> str:
    return (cls.__doc__ or "").split("\n", maxsplit=1)[0]
