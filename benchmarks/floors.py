"""What loading is measured against: `json.loads` and cattrs, with and without the model's own checks."""

import functools
import json
import types
import typing
from decimal import Decimal
from typing import Any

import attrs
import cattrs

from vnjp_dataset.model import PartialDate, Value, Visit, partial_date
from vnjp_dataset.model.shape import field_types


def parsed(data: bytes) -> Any:
    """Read visits as JSON objects and do nothing with them."""
    return json.loads(data)


def bare(data: bytes) -> tuple[object, ...]:
    """Load visits with a bare converter into the model's classes, whose own validation runs in it."""
    return _structured(data, Visit)


def unchecked(data: bytes) -> tuple[object, ...]:
    """Load visits with a bare converter into twins of the model's classes that are not frozen and check nothing."""
    return _structured(data, _twin(Visit))


def _structured(data: bytes, cls: type) -> tuple[object, ...]:
    structure = _converter().get_structure_hook(cls)
    return tuple(structure(plain, cls) for plain in parsed(data))


@functools.cache
def _converter() -> cattrs.Converter:
    made = cattrs.Converter(detailed_validation=False)
    made.register_structure_hook(PartialDate, lambda text, _: partial_date(text))
    made.register_structure_hook(Decimal, lambda number, _: Decimal(str(number)))
    return made


@functools.cache
def _twin(cls: type) -> type[Any]:
    """Return a class with the same attributes, of types that are twins in their turn."""
    fields: dict[str, Any] = {
        one.name: attrs.field(default=one.default, type=typing.cast("type", _twin_type(declared)))
        for one, declared, _ in field_types(cls)
    }
    return attrs.make_class(cls.__name__, fields, kw_only=True, slots=True)


def _twin_type(declared: object) -> Any:
    if isinstance(declared, type) and issubclass(declared, Value):
        cls: type = declared
        return _twin(cls)
    if typing.get_origin(declared) is types.UnionType or typing.get_origin(declared) is typing.Union:
        return typing.Union[tuple(map(_twin_type, typing.get_args(declared)))]  # noqa: UP007 - made of a list
    if typing.get_origin(declared) is tuple:
        return tuple[_twin_type(typing.get_args(declared)[0]), ...]  # type: ignore[misc]  # made at run time
    return typing.cast("Any", declared)
