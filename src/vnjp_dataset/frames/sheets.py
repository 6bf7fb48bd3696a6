"""What the records of a kind are as a table: flat, nested, or the rows of one of their lists."""

import functools
import json
import operator
from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from vnjp_dataset.errors import QueryError
from vnjp_dataset.frames.schema import Layout, flat_layout, nested_layout
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.tables import Table, cells, columns, part_tables, tables

Rows = Iterator[Sequence[object]]


@attrs.frozen(kw_only=True)
class Sheet:
    """A layout, and what gives the rows of records in it."""

    layout: Layout
    rows: Callable[[Iterable[Record]], Rows] = attrs.field(eq=False, repr=False)


@functools.cache
def sheet(kind: KindName, part: str | None = None, *, nested: bool = False) -> Sheet:
    """Return the sheet of a kind, or of one of its lists by the path of the list.

    Flat it has the columns of `tables.columns`, nested the fields of the class. Raises QueryError for a list that the
    kind does not have, and for one asked for nested: its table is flat.
    """
    if part is not None:
        return _part_sheet(kind, part, nested=nested)
    cls = KINDS[kind].record
    notes = _notes(tables()[kind])
    if nested:
        layout = nested_layout(cls, notes)
        return Sheet(layout=layout, rows=functools.partial(map, operator.attrgetter(*layout.paths)))
    return Sheet(layout=flat_layout(columns(cls), notes), rows=functools.partial(map, cells(cls)))


def _part_sheet(kind: KindName, part: str, *, nested: bool) -> Sheet:
    found = part_tables(kind)
    if part not in found:
        hint = did_you_mean(part, found) or f"known lists: {', '.join(found) or 'none'}"
        raise QueryError(f"{kind}: no list `{part[:120]}`", hint)
    if nested:
        raise QueryError(f"{kind}: the table of `{part}` is flat", "leave out `nested`, or ask for the records nested")
    return table_sheet(found[part])


@functools.cache
def table_sheet(table: Table) -> Sheet:
    """Return the sheet of a relational table, which has no list in it."""
    return Sheet(layout=flat_layout(table.columns, _notes(table)), rows=table.rows)


def _notes(table: Table) -> dict[str, str]:
    return {"dataset": "vnjp-dataset", "table": table.name, "doc": table.doc, "key": json.dumps(table.key)}
