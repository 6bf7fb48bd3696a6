"""Columns: what a class of the model looks like when it is laid out flat, one value to a cell."""

import datetime as dt
import functools
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Literal

import attrs

from vnjp_dataset.model import PartialDate, Value
from vnjp_dataset.model.dates import Precision
from vnjp_dataset.model.ids import DocumentId
from vnjp_dataset.model.kinds import TARGETS, KindName
from vnjp_dataset.model.shape import class_of, field_types, unwrap

ColumnType = Literal["text", "word", "date", "day", "whole", "number", "flag", "list"]
"""What stands in a cell.

text is str; word is a str of a vocabulary; date is the text of a PartialDate; day is a datetime.date; whole is an int;
number is a Decimal; flag is a bool; list is a tuple of str, or of values of the model. None where nothing is known.
"""
DatePart = Literal["", "earliest", "latest", "precision"]
Cells = Callable[[Value], tuple[object, ...]]
ValueClass = type[Value]


@attrs.frozen(kw_only=True)
class Column:
    """One column: where its values stand in a record, and what they are."""

    name: str
    """The field path with `_` for each point: `title_en`; for the parts of a date, `start_earliest` and the like."""
    path: str
    """The field path, as in `supports`: `title.en`."""
    type: ColumnType
    declared: object
    """The type that the model declares, of one item where the type is list."""
    doc: str
    """What it means, after what the parts mean that it stands in: `Its name. In English.`"""
    required: bool
    """Whether every record has a value; of a list, whether it is given even where it is empty."""
    part: DatePart = ""
    """Which part of a date it holds; empty for anything else, and for the date as it is written."""

    @property
    def words(self) -> tuple[str, ...]:
        """The vocabulary, in order, where a cell, or an item of its list, is a word of one."""
        if self.part == "precision":
            return typing.get_args(Precision)
        return typing.get_args(self.declared) if is_vocabulary(self.declared) else ()

    @property
    def target(self) -> KindName | Literal["documents", "any"] | None:
        """What a cell, or an item of its list, names by id: a kind of record, a document, or a record of any kind."""
        if self.declared is DocumentId:
            return "documents"
        if self.path == "id":
            return None
        return (TARGETS[self.declared] or "any") if self.declared in TARGETS else None

    @property
    def item(self) -> "ValueClass | None":
        """The class of the items, where the column is a list of values of the model."""
        return part_class(self.declared) if self.type == "list" else None


_PARTS: tuple[tuple[DatePart, ColumnType, str], ...] = (
    ("earliest", "day", "first day it can be; empty where open"),
    ("latest", "day", "last day it can be; empty where open"),
    ("precision", "word", "how exactly it is known"),
)
_PLAIN: dict[object, ColumnType] = {int: "whole", Decimal: "number", bool: "flag"}


def part_class(declared: object) -> ValueClass | None:
    """Return a declared type where it is a class of the model's values, such as a title, else None."""
    return declared if isinstance(declared, type) and issubclass(declared, Value) else None


def is_vocabulary(declared: object) -> bool:
    """Whether a declared type is a list of words."""
    return typing.get_origin(declared) is Literal


def columns(cls: type, *, lists: bool = True) -> tuple[Column, ...]:
    """Return the columns of a class of the model in the order of its declaration.

    A part, such as a title, gives a column for each of its fields; a date gives four, with `_earliest`, `_latest`
    and `_precision` after the date as it is written. Lists are one column each, or left out.
    """
    return _all_columns(cls) if lists else tuple(one for one in _all_columns(cls) if one.type != "list")


@functools.cache
def _all_columns(cls: type) -> tuple[Column, ...]:
    return tuple(_columns(cls, "", "", required=True))


def _columns(cls: type, prefix: str, above: str, *, required: bool) -> Iterator[Column]:
    for field, annotated, own in field_types(cls):
        declared, optional = unwrap(annotated)
        path = f"{prefix}{field.name}"
        # "In English." alone does not say of what.
        doc = f"{above} {own}".lstrip()
        needed = required and not optional
        if part := part_class(declared):
            yield from _columns(part, f"{path}.", doc, required=needed)
        elif typing.get_origin(declared) is tuple:
            given = needed and field.default is attrs.NOTHING
            yield _column(path, "list", typing.get_args(declared)[0], doc, required=given)
        elif declared is PartialDate:
            yield _column(path, "date", declared, doc, required=needed)
            yield from _date_parts(path, declared, required=needed)
        else:
            yield _column(path, _plain_type(declared), declared, doc, required=needed)


def _plain_type(declared: object) -> ColumnType:
    return "word" if is_vocabulary(declared) else _PLAIN.get(declared, "text")


def _date_parts(path: str, declared: object, *, required: bool) -> Iterator[Column]:
    for part, kind, words in _PARTS:
        yield Column(
            name=f"{column_name(path)}_{part}",
            path=path,
            type=kind,
            declared=declared,
            doc=f"Of `{column_name(path)}`: {words}.",
            required=required and part == "precision",
            part=part,
        )


def _column(path: str, kind: ColumnType, declared: object, doc: str, *, required: bool) -> Column:
    return Column(name=column_name(path), path=path, type=kind, declared=declared, doc=doc, required=required)


def column_name(path: str) -> str:
    """Return a field path as a name that no query language needs quotes for."""
    return path.replace(".", "_")


def cells(cls: type, *, lists: bool = True) -> Cells:
    """Return a function that gives a value's cells, in the order of the columns of its class."""
    getters = tuple(_getter(one) for one in columns(cls, lists=lists))
    return lambda value: tuple(get(value) for get in getters)


def _getter(column: Column) -> Callable[[Value], object]:
    first, *others = column.path.split(".")
    found = functools.partial(_at, (first, *others)) if others else functools.partial(_own, first)
    if not (column.type == "date" or column.part):
        return found
    part = _DATE_PARTS[column.part]

    def date_part(value: Value) -> object:
        date = found(value)
        return part(date) if isinstance(date, PartialDate) else None

    return date_part


def _own(name: str, value: Value) -> object:
    return getattr(value, name)


def _at(names: tuple[str, ...], value: Value) -> object:
    found: object = value
    for name in names:
        if found is None:
            return None
        found = getattr(found, name)
    return found


def first_day(date: PartialDate) -> dt.date | None:
    """Return the first day that a date can be, or None where it is open on that side."""
    return None if date.text.startswith("..") else date.earliest


def last_day(date: PartialDate) -> dt.date | None:
    """Return the last day that a date can be, or None where it is open on that side."""
    return None if date.text.endswith("..") else date.latest


_DATE_PARTS: dict[DatePart, Callable[[PartialDate], object]] = {
    "": lambda date: date.text,
    "earliest": first_day,
    "latest": last_day,
    "precision": lambda date: date.precision,
}


def cells_of(value: Value, *, lists: bool = True) -> dict[str, object]:
    """Return a value's cells by the names of their columns."""
    cls = class_of(value)
    names = (one.name for one in columns(cls, lists=lists))
    return dict(zip(names, cells(cls, lists=lists)(value), strict=True))
