"""Load a snapshot: checksum, JSON, records.

The records were checked when the snapshot was written and the checksum proves that they are the same, so
they are set up attribute by attribute, as unpickling does, without running every check again and without cattrs.
"""

import contextlib
import functools
import gc
import json
import typing
import zlib
from collections.abc import Callable, Generator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from vnjp_dataset.errors import SnapshotError
from vnjp_dataset.model import KINDS, KindName, PartialDate, Record, Value
from vnjp_dataset.model.shape import field_types, unwrap

FORMAT = 1

Decode = Callable[[Any], Any]
Put = Callable[[object, object], None]


@attrs.frozen(eq=False, repr=False)
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
        expected, found = meta["crc32"], meta["format"]
    except (ValueError, TypeError, KeyError):
        raise SnapshotError("the snapshot is damaged: its first line cannot be read; reinstall vnjp-dataset") from None
    if found != FORMAT:
        raise SnapshotError(f"expected a snapshot of format {FORMAT}, got {found!r}; reinstall vnjp-dataset")
    if zlib.crc32(body) != expected or rest != body + b"\n":
        raise SnapshotError("the snapshot is damaged: its checksum differs; reinstall vnjp-dataset")
    with _collector_at_rest():
        content = json.loads(body)
        records: dict[KindName, tuple[Record, ...]] = {
            name: _decode_all(kind.record, content["records"][name]) for name, kind in KINDS.items()
        }
    return Snapshot(content["version"], content["fingerprint"], records)


@contextlib.contextmanager
def _collector_at_rest() -> Generator[None]:
    """Nothing that is set up here can be garbage yet; looking for some would take a third of the time."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            # Into the permanent generation and out again is into the oldest one, without looking at each object.
            gc.freeze()
            gc.unfreeze()
        if was_at_work:
            gc.enable()


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
