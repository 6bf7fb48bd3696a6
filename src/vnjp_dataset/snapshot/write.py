"""Write records as a snapshot."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import cast

import attrs

from vnjp_dataset.fingerprint import fingerprint
from vnjp_dataset.model import KINDS, KindName, PartialDate, Record, Value
from vnjp_dataset.model.shape import class_of
from vnjp_dataset.snapshot.load import first_line


def write_snapshot(records: Mapping[KindName, Iterable[Record]], version: str) -> bytes:
    """Return the snapshot of some records, in the form that `vnjp_dataset.snapshot.load` describes.

    Equal records give equal bytes.
    """
    kept: dict[KindName, list[Record]] = {kind: sorted(records.get(kind, ()), key=lambda one: one.id) for kind in KINDS}
    body = b"".join(_line(_Sharing().records(found)) for found in kept.values())
    return first_line(version, fingerprint(kept), body) + b"\n" + body


def _line(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


class _Sharing:
    """Turns records into lists, with a number in place of each part and list that stands in several places."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._numbers: dict[str, int] = {}
        self._shared: list[object] = []

    def records(self, records: Iterable[Record]) -> tuple[list[object], list[object]]:
        """Return what stands in several places, and the records."""
        found = [_plain(record) for record in records]
        for record in found:
            for field in record:
                self._count(field)
        return self._shared, [[self._share(field) for field in record] for record in found]

    def _count(self, plain: object) -> None:
        if isinstance(plain, _List):
            self._counts[plain.key] += 1
            for one in plain:
                self._count(one)

    def _share(self, plain: object) -> object:
        if not isinstance(plain, _List):
            return plain
        if self._counts[plain.key] == 1 or not plain:
            return [self._share(one) for one in plain]
        if plain.key not in self._numbers:
            # What it holds is told first and has the lower number.
            held = [self._share(one) for one in plain]
            self._numbers[plain.key] = len(self._shared)
            self._shared.append(held)
        return self._numbers[plain.key]


class _List(list[object]):
    """A part or tuple as a list, with a text that is the same for equal ones of one class only."""

    def __init__(self, items: Iterable[object], cls: str) -> None:
        super().__init__(items)
        self.key = cls + json.dumps(self)


def _plain(value: Value) -> _List:
    found = [_field(value, one) for one in attrs.fields(class_of(value))]
    while found and found[-1] is None:
        found.pop()
    return _List(found, type(value).__name__)


def _field(value: Value, field: "attrs.Attribute[object]") -> object:
    """Return a field's value, or None where it is what stands there by default."""
    found = getattr(value, field.name)
    return None if found == field.default else _inner(found)


def _inner(value: object) -> object:
    if isinstance(value, (PartialDate, Decimal)):
        return str(value)
    if isinstance(value, Value):
        return _plain(value)
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        return _List(map(_inner, items), ",".join(sorted({type(one).__name__ for one in items})))
    return value
