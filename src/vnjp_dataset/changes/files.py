"""Diffs as JSON, written and read."""

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar, cast

from vnjp_dataset.changes.diff import Added, Changed, Diff, Removed, State
from vnjp_dataset.changes.fields import FieldChange, Plain
from vnjp_dataset.errors import InvalidDataError, Problem
from vnjp_dataset.jsontext import parse_json
from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.model.shape import shown

FORMAT = 1

T = TypeVar("T", Added, Removed)


def write_diff(diff: Diff) -> str:
    """Return a diff as JSON: format, the two states, then records by kind and changes by kind and id.

    A change is a list of path, old and new value; null stands for nothing. Equal diffs give equal text.
    """
    changed: dict[str, dict[str, list[object]]] = {}
    for one in diff.changed:
        changed.setdefault(one.kind, {})[one.id] = [[part.path, part.old, part.new] for part in one.changes]
    content = {
        "format": FORMAT,
        "old": {"version": diff.old.version, "fingerprint": diff.old.fingerprint},
        "new": {"version": diff.new.version, "fingerprint": diff.new.fingerprint},
        "added": _by_kind(diff.added),
        "removed": _by_kind(diff.removed),
        "changed": changed,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def _by_kind(records: Iterable[Added]) -> Mapping[str, list[Mapping[str, Plain]]]:
    found: dict[str, list[Mapping[str, Plain]]] = {}
    for one in records:
        found.setdefault(one.kind, []).append(one.plain)
    return found


def read_diff(data: bytes, file: str) -> Diff:
    """Return the diff that a JSON text holds.

    Raises InvalidDataError with the first thing that is not as `write_diff` writes it. What the records in it hold is
    looked at when they are asked for.
    """
    top = _Reader(file, "", parse_json(data, file))
    if top.member("format").value != FORMAT:
        raise top.member("format").wrong(f"format {FORMAT}")
    return Diff(
        old=_state(top.member("old")),
        new=_state(top.member("new")),
        added=tuple(_records(top.member("added"), Added)),
        removed=tuple(_records(top.member("removed"), Removed)),
        changed=tuple(
            Changed(_kind(kind), record.name, tuple(_change(one) for one in record.items()))
            for kind in top.member("changed").members()
            for record in kind.members()
        ),
    )


class _Reader:
    """A value in a JSON text, and where it stands."""

    def __init__(self, file: str, path: str, value: object, name: str = "") -> None:
        self.file = file
        self.path = path
        self.value = value
        self.name = name

    def wrong(self, expected: str) -> InvalidDataError:
        message = f"expected {expected}, got {shown(self.value)}"
        return InvalidDataError([Problem(rule="diff", path=self.path, message=message, file=self.file)])

    def mapping(self) -> Mapping[str, object]:
        value = self.value
        if not isinstance(value, dict):
            raise self.wrong("an object")
        return cast("dict[str, object]", value)

    def member(self, name: str) -> "_Reader":
        return _Reader(self.file, f"{self.path}.{name}".lstrip("."), self.mapping().get(name), name)

    def members(self) -> Iterable["_Reader"]:
        return [self.member(name) for name in self.mapping()]

    def items(self) -> Iterable["_Reader"]:
        value = self.value
        if not isinstance(value, list):
            raise self.wrong("a list")
        found = cast("list[object]", value)
        return [_Reader(self.file, f"{self.path}[{index}]", one) for index, one in enumerate(found)]

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self.wrong("a text")
        return self.value


def _state(found: _Reader) -> State:
    return State(found.member("version").text(), found.member("fingerprint").text())


def _kind(found: _Reader) -> KindName:
    for kind in KINDS:
        if kind == found.name:
            return kind
    raise found.wrong(f"one of {', '.join(KINDS)} as key")


def _records(found: _Reader, cls: type[T]) -> Iterable[T]:
    for kind in found.members():
        for record in kind.items():
            record.member("id").text()
            yield cls(_kind(kind), record.mapping())


def _change(found: _Reader) -> FieldChange:
    parts = list(found.items())
    if len(parts) != 3 or (parts[1].value is None and parts[2].value is None):
        raise found.wrong("a path, an old and a new value, one of them not null")
    return FieldChange(parts[0].text(), parts[1].value, parts[2].value)
