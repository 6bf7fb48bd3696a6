"""Types of Arrow for what the model declares, and how a value is handed over to each.

Text is utf8; a word of a vocabulary is a dictionary of int32 over all the words in a column, utf8 inside lists and
structs, since not every reader takes dictionaries there; a day is date32, which holds the years 1 to 9999; a whole
number is int64; a number is decimal128(38, 8): thirty digits before the point, as many as the model allows, and eight
after it. Nothing is rounded: what does not fit is an error that names the record and the field.
"""

import typing
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType

import attrs
import pyarrow as pa

from vnjp_dataset.model import PartialDate, Value
from vnjp_dataset.model.shape import field_types, unwrap
from vnjp_dataset.tables import Column, ColumnType, cells, columns
from vnjp_dataset.tables.columns import first_day, last_day

Give = Callable[[typing.Any], object]
"""Turns a value into what pyarrow takes for it; None stays None."""

TEXT = pa.string()
DAY = pa.date32()
WHOLE = pa.int64()
PLACES = 8
NUMBER = pa.decimal128(38, PLACES)
FLAG = pa.bool_()
WORD = pa.dictionary(pa.int32(), TEXT)

_BY_COLUMN: Mapping[ColumnType, pa.DataType] = MappingProxyType(
    {"text": TEXT, "word": TEXT, "date": TEXT, "day": DAY, "whole": WHOLE, "number": NUMBER, "flag": FLAG}
)
_BY_CLASS: Mapping[object, pa.DataType] = MappingProxyType({int: WHOLE, Decimal: NUMBER, bool: FLAG})
_DATE = pa.struct([("text", TEXT), ("earliest", DAY), ("latest", DAY), ("precision", TEXT)])


def _same(value: object) -> object:
    return value


@attrs.frozen
class Form:
    """A type of Arrow, and how values are given to it."""

    type: pa.DataType
    give: Give = _same

    @property
    def as_is(self) -> bool:
        """Whether pyarrow takes the values as they are."""
        return self.give is _same


def flat(column: Column) -> Form:
    """Return the form of a column's cells; the items of a list have the columns of their class."""
    if column.type != "list":
        return Form(_BY_COLUMN[column.type])
    return _several(_row(column.item) if column.item else _plain(column.declared))


def nested(declared: object) -> Form:
    """Return the form of a field: a part is a struct of its fields, a date one of `text` and what follows from it."""
    inner, _ = unwrap(declared)
    if typing.get_origin(inner) is tuple:
        return _several(nested(typing.get_args(inner)[0]))
    if inner is PartialDate:
        return Form(_DATE, _date)
    part = _part_class(inner)
    return _part(part) if part else _plain(inner)


def _part_class(declared: object) -> type[Value] | None:
    return declared if isinstance(declared, type) and issubclass(declared, Value) else None


def _plain(declared: object) -> Form:
    return Form(_BY_CLASS.get(declared, TEXT))


def _several(item: Form) -> Form:
    give = item.give
    if item.as_is:
        return Form(pa.list_(item.type))
    return Form(pa.list_(item.type), lambda values: None if values is None else [give(one) for one in values])


def _row(cls: type[Value]) -> Form:
    """Return a struct with the columns of a class."""
    return _struct({one.name: flat(one) for one in columns(cls)}, cells(cls))


def _part(cls: type[Value]) -> Form:
    """Return a struct with the fields of a class."""
    forms = {one.name: nested(declared) for one, declared, _ in field_types(cls)}
    return _struct(forms, lambda value: [getattr(value, name) for name in forms])


def _struct(forms: Mapping[str, Form], get: Callable[[typing.Any], Iterable[object]]) -> Form:
    gives = [(place, form.give) for place, form in enumerate(forms.values()) if not form.as_is]

    def give(value: object) -> object:
        if value is None:
            return None
        parts = list(get(value))
        for place, one in gives:
            parts[place] = one(parts[place])
        # pyarrow takes a tuple for a struct, field by field.
        return tuple(parts)

    return Form(pa.struct([pa.field(name, form.type) for name, form in forms.items()]), give)


def _date(date: PartialDate | None) -> object:
    return None if date is None else (date.text, first_day(date), last_day(date), date.precision)
