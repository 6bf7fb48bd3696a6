"""What can be compared of a record: its leaves, each with its level of measurement."""

import typing
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal, cast

import attrs

from vnjp_dataset.model import PartialDate, Record
from vnjp_dataset.model.shape import Value, field_types, unwrap
from vnjp_dataset.reading.convert import converter
from vnjp_dataset.search import fold

Level = Literal["nominal", "interval"]
"""Words are the same or not; dates and numbers can also be near each other."""

UNCOMPARED = frozenset({"id", "sources", "conflicts", "summary", "role", "venue", "signed_apart"})
"""Fields in a coder's own words, and what belongs to the dataset alone."""


@attrs.frozen
class Variable:
    """One thing that two coders can say of a record."""

    path: str
    level: Level
    prose: bool = False
    """Whether it is text in which case and punctuation make no difference, such as a title."""


@attrs.frozen
class Coded:
    """A value as it is compared."""

    same: str
    """Equal where two coders agree."""
    shown: str
    number: float | None = None
    """Where on the scale of numbers or days it stands."""


def variables(cls: type) -> tuple[Variable, ...]:
    """Return what can be compared of a kind of record, in order of its fields."""
    return tuple(_variables(cls, ""))


def _variables(cls: type, prefix: str) -> Iterator[Variable]:
    for one, annotated, _ in field_types(cls):
        if one.name in UNCOMPARED:
            continue
        declared, _optional = unwrap(annotated)
        path = f"{prefix}{one.name}"
        if declared is PartialDate or declared is int or declared is Decimal:
            yield Variable(path, "interval")
        elif isinstance(declared, type) and issubclass(declared, Value):
            yield from _variables(declared, f"{path}.")
        else:
            yield Variable(path, "nominal", prose=declared is str)


def covered(path: str, listed: Iterable[str]) -> bool:
    """Whether a path is one of those listed or lies below one."""
    return any(path == one or path.startswith((f"{one}.", f"{one}[")) for one in listed)


def coded(fields: Mapping[str, object], variable: Variable) -> Coded | None:
    """Return what a coder says of a variable, or None for nothing."""
    first, *others = variable.path.split(".")
    value = fields.get(first)
    for name in others:
        value = getattr(value, name, None)
    if value is None or value == ():
        return None
    if isinstance(value, PartialDate):
        return Coded(value.text, value.text, _day(value))
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        # 1.0 and 1 are one number.
        return Coded(str(Decimal(value).normalize()), str(value), float(value))
    if isinstance(value, tuple):
        text = "; ".join(sorted(_canonical(one) for one in cast("tuple[object, ...]", value)))
        return Coded(text, text)
    text = str(value)
    return Coded((fold(text) or text) if variable.prose else text, text)


def _day(date: PartialDate) -> float:
    """Return the middle of the days that a date can be, or its known end where the other is open."""
    if date.precision == "open":
        return float(date.anchor.toordinal())
    return (date.earliest.toordinal() + date.latest.toordinal()) / 2


def _canonical(value: object) -> str:
    return _words(converter().unstructure(value) if isinstance(value, Value) else value)


def _words(plain: object) -> str:
    if isinstance(plain, dict):
        found = cast("dict[str, object]", plain)
        return " ".join(f"{name}={_words(one)}" for name, one in found.items() if name not in UNCOMPARED)
    if isinstance(plain, list):
        return f"[{', '.join(sorted(map(_words, cast('list[object]', plain))))}]"
    return str(plain)


def with_defaults(fields: Mapping[str, object], cls: type[Record]) -> Mapping[str, object]:
    """Return a coder's fields, and for those left out what a record has without them."""
    found = dict(fields)
    for one in attrs.fields(cast("type[attrs.AttrsInstance]", cls)):
        found.setdefault(one.name, None if one.default is attrs.NOTHING else typing.cast("object", one.default))
    return found


def fields_of(record: Record) -> Mapping[str, object]:
    """Return a record's fields by name."""
    return {
        one.name: getattr(record, one.name) for one in attrs.fields(cast("type[attrs.AttrsInstance]", type(record)))
    }
