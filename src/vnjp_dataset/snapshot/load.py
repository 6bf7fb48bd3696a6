"""Load a snapshot: checksum, JSON, records.

The records were checked when the snapshot was written and the checksum proves that they are the same, so
they are set up attribute by attribute, as unpickling does, without running every check again and without cattrs.
"""

import functools
import hashlib
import json
import typing
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import attrs

from vnjp_dataset.errors import SnapshotError
from vnjp_dataset.model import KINDS, KindName, PartialDate, Record, Value
from vnjp_dataset.model.shape import field_types, unwrap

FORMAT = 1

Decode = Callable[[Any], Any]
Put = Callable[[object, object], None]


@attrs.frozen
class Snapshot:
    """What a snapshot holds."""

    version: str
    fingerprint: str
    records: Mapping[KindName, tuple[Record, ...]]


def load_snapshot(data: bytes) -> Snapshot:
    """Return what a snapshot holds.

    Raises SnapshotError where it is damaged, cut short or of another format.
    """
    head, _, rest = data.partition(b"\n")
    body = rest.removesuffix(b"\n")
    try:
        meta = json.loads(head)
        expected, found = meta["sha256"], meta["format"]
    except (ValueError, TypeError, KeyError):
        raise SnapshotError("the snapshot is damaged: its first line cannot be read; reinstall vnjp-dataset") from None
    if found != FORMAT:
        raise SnapshotError(f"expected a snapshot of format {FORMAT}, got {found!r}; reinstall vnjp-dataset")
    if hashlib.sha256(body).hexdigest() != expected or rest != body + b"\n":
        raise SnapshotError("the snapshot is damaged: its checksum differs; reinstall vnjp-dataset")
    content = json.loads(body)
    records: dict[KindName, tuple[Record, ...]] = {
        name: _decode_all(kind.record, content["records"][name]) for name, kind in KINDS.items()
    }
    return Snapshot(content["version"], content["fingerprint"], records)


def _decode_all(cls: type, plains: list[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple(map(_decoder(cls), plains))


@functools.cache
def _decoder(cls: type) -> Decode:
    """Return a function that sets up an object of a class from its plain data."""
    plan: dict[str, tuple[Put, Decode | None]] = {}
    defaults: list[tuple[Put, object]] = []
    for one, annotated, _ in field_types(cls):
        # A slot's descriptor sets it where the frozen class itself refuses.
        put: Put = getattr(cls, one.name).__set__
        plan[one.name] = put, _decode(annotated)
        if one.default is not attrs.NOTHING:
            defaults.append((put, one.default))
    new: Any = object.__new__

    def decode(plain: dict[str, Any]) -> object:
        made: object = new(cls)
        for put, default in defaults:
            put(made, default)
        for name, value in plain.items():
            put, part = plan[name]
            put(made, value if part is None else part(value))
        return made

    return decode


_date = functools.lru_cache(maxsize=65536)(PartialDate)
"""Most dates of a dataset stand in it more than once; equal ones are one object."""


def _decode(annotated: object) -> Decode | None:
    declared, _ = unwrap(annotated)
    if declared is PartialDate:
        return _date
    if declared is Decimal:
        return lambda value: Decimal(repr(value) if isinstance(value, float) else value)
    if typing.get_origin(declared) is tuple:
        item = _decode(typing.get_args(declared)[0])
        return tuple if item is None else lambda values: tuple(map(item, values))
    if isinstance(declared, type) and issubclass(declared, Value):
        cls: type = declared
        return _decoder(cls)
    return None
