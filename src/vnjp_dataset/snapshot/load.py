"""Load a snapshot: checksum now, the records of a kind when they are first asked for.

The first line is JSON with the format, the length and checksum of what follows, and what the snapshot is. Then comes a
line of JSON for each kind: a list of parts that stand in several places, and the records. Records and parts are lists
of their fields' values in the order of the class, null for what is not set, nothing after the last that is. Where a
part or list is one of those that stand in several places, its number stands instead, and all places get one object.

The records were checked when the snapshot was written and the checksum proves that they are the same, so they are set
up attribute by attribute, as unpickling does, without running every check again and without cattrs.
"""

import contextlib
import functools
import gc
import json
import threading
import typing
import zlib
from collections.abc import Callable, Generator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from vnjp_dataset.errors import SnapshotError
from vnjp_dataset.model import KINDS, KindName, PartialDate, Record, Value
from vnjp_dataset.model.shape import field_types, shown, unwrap

FORMAT = 3

Decode = Callable[[Any], Any]
Put = Callable[[object, object], None]


@attrs.frozen(eq=False, repr=False)
class Snapshot:
    """What a snapshot holds."""

    version: str
    fingerprint: str
    records: Mapping[KindName, Callable[[], tuple[Record, ...]]]
    """For each kind a function that gives its records."""


def load_snapshot(data: bytes) -> Snapshot:
    """Return what a snapshot holds.

    Raises SnapshotError where it is damaged, cut short or of another format.
    """
    head, _, body = data.partition(b"\n")
    meta = _meta(head)
    found, version, fingerprint = (meta.get(key) for key in ("format", "version", "fingerprint"))
    if not isinstance(version, str) or not isinstance(fingerprint, str):
        raise SnapshotError(NO_HEAD)
    if found != FORMAT:
        raise SnapshotError(f"expected a snapshot of format {FORMAT}, got {shown(found)}; reinstall vnjp-dataset")
    if first_line(version, fingerprint, body) != head:
        raise SnapshotError("the snapshot is damaged: its length or checksum differs; reinstall vnjp-dataset")
    lines = zip(KINDS.values(), body.split(b"\n"), strict=False)
    return Snapshot(
        version, fingerprint, {kind.name: functools.partial(_decode_line, kind.record, line) for kind, line in lines}
    )


def first_line(version: str, fingerprint: str, body: bytes) -> bytes:
    """Return the first line of the snapshot with some body; a snapshot with another one is damaged.

    The checksum, which is over version and fingerprint too, misses no flipped bit, but one in four thousand million
    cut files; the length misses none of these.
    """
    checksum = zlib.crc32(body, zlib.crc32(repr((version, fingerprint)).encode()))
    head = {"format": FORMAT, "bytes": len(body), "crc32": checksum, "version": version, "fingerprint": fingerprint}
    return json.dumps(head, separators=(",", ":")).encode()


NO_HEAD = "the snapshot is damaged: its first line cannot be read; reinstall vnjp-dataset"


def _meta(head: bytes) -> dict[str, object]:
    try:
        meta = json.loads(head)
    except (ValueError, RecursionError):
        raise SnapshotError(NO_HEAD) from None
    if not isinstance(meta, dict):
        raise SnapshotError(NO_HEAD)
    return typing.cast("dict[str, object]", meta)


def _decode_line(cls: type, line: bytes) -> tuple[Any, ...]:
    with _collector_at_rest():
        shared, plain = json.loads(line)
        return tuple(map(_Decoder(shared).of_class(cls), plain))


@contextlib.contextmanager
def _collector_at_rest() -> Generator[None]:
    """Nothing that is set up here can be garbage yet; looking for some would take a third of the time.

    Only the main thread does without: two threads that switch the collector off and on could leave it off for good.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
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


_date = functools.lru_cache(maxsize=65536)(PartialDate)
"""Most dates of a dataset stand in it more than once; equal ones are one object."""


class _Decoder:
    """Makes the functions that set up the objects of one line."""

    def __init__(self, shared: list[Any]) -> None:
        self._shared = shared
        self._made: list[Any] = [None] * len(shared)
        self._classes: dict[type, Decode] = {}

    def of_class(self, cls: type) -> Decode:
        """Return a function that sets up an object of a class from the list of its fields' values."""
        if cls not in self._classes:
            self._classes[cls] = self._make(cls)
        return self._classes[cls]

    def _make(self, cls: type) -> Decode:
        # A slot's descriptor sets it where the frozen class itself refuses.
        plan: list[tuple[Put, Decode | None, object]] = [
            (getattr(cls, one.name).__set__, self._of_type(annotated), one.default)
            for one, annotated, _ in field_types(cls)
        ]
        new: Any = object.__new__

        def decode(plain: list[Any]) -> object:
            made: object = new(cls)
            for (put, part, default), value in zip(plan, plain, strict=False):
                put(made, default if value is None else value if part is None else part(value))
            for put, _, default in plan[len(plain) :]:
                put(made, default)
            return made

        return decode

    def _of_type(self, annotated: object) -> Decode | None:
        declared, _ = unwrap(annotated)
        if declared is PartialDate:
            return _date
        if declared is Decimal:
            return Decimal
        if typing.get_origin(declared) is tuple:
            item = self._of_type(typing.get_args(declared)[0])
            return self._once(tuple if item is None else lambda values: tuple(map(item, values)))
        if isinstance(declared, type) and issubclass(declared, Value):
            return self._once(self.of_class(declared))
        return None

    def _once(self, decode: Decode) -> Decode:
        """Return a function that decodes a part, or looks up the one that its number stands for."""
        shared, made = self._shared, self._made

        def decode_once(plain: Any) -> Any:
            if plain.__class__ is list:
                return decode(plain)
            found = made[plain]
            if found is None:
                found = made[plain] = decode(shared[plain])
            return found

        return decode_once
