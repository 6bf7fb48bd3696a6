"""Walk through a record: every value in it with its path, and every reference to another record."""

import functools
import re
import typing
from collections.abc import Iterator

import attrs

from vnjp_dataset.model.ids import DocumentId, RecordId
from vnjp_dataset.model.kinds import TARGETS, KindName
from vnjp_dataset.model.record import Record
from vnjp_dataset.model.shape import Value, class_of, field_types, unwrap


@attrs.frozen
class Reference:
    """A place in a record that names another record, or a document."""

    path: str
    target: KindName | None
    """The kind referred to; None where any kind may be named."""
    id: RecordId


def walk(value: Value) -> Iterator[tuple[str, object, object]]:
    """Yield path, declared type and value of everything in a record that is not empty, parts after wholes."""
    yield from _walk(value, "")


def _walk(value: Value, prefix: str) -> Iterator[tuple[str, object, object]]:
    for name, declared, inner in _plan(class_of(value)):
        part: object = getattr(value, name)
        if part is None or part == ():
            continue
        path = f"{prefix}{name}"
        yield path, declared, part
        if isinstance(part, tuple):
            for index, one in enumerate(typing.cast("tuple[object, ...]", part)):
                yield f"{path}[{index}]", inner, one
                if isinstance(one, Value):
                    yield from _walk(one, f"{path}[{index}].")
        elif isinstance(part, Value):
            yield from _walk(part, f"{path}.")


@functools.cache
def _plan(cls: type) -> tuple[tuple[str, object, object], ...]:
    plan: list[tuple[str, object, object]] = []
    for one, annotated, _ in field_types(cls):
        declared, _optional = unwrap(annotated)
        is_tuple = typing.get_origin(declared) is tuple
        plan.append((one.name, declared, typing.get_args(declared)[0] if is_tuple else declared))
    return tuple(plan)


def references(record: Record) -> Iterator[Reference]:
    """Yield every place where a record names another one; its own id is none."""
    for path, declared, value in walk(record):
        if declared in TARGETS and path != "id" and isinstance(value, str):
            yield Reference(path, TARGETS[declared], RecordId(value))


def documents(record: Record) -> Iterator[tuple[str, DocumentId]]:
    """Yield every place where a record names a document."""
    for path, declared, value in walk(record):
        if declared is DocumentId and isinstance(value, str):
            yield path, DocumentId(value)


_STEP = r"([a-z_]+)|\[([0-9]{1,9})\]"
_PATH = re.compile(r"(?:[a-z_.]|\[[0-9]{1,9}\])*")


def at(value: object, path: str) -> object:
    """Return what stands at a field path.

    Raises LookupError where the record has no such field or the list no such item; an unset field is None.
    """
    if not _PATH.fullmatch(path):
        raise LookupError(path)
    for name, index in re.findall(_STEP, path):
        if index:
            if not isinstance(value, tuple):
                raise LookupError(path)
            value = typing.cast("tuple[object, ...]", value)[int(index)]
        elif isinstance(value, Value) and name in {one.name for one in attrs.fields(class_of(value))}:
            value = getattr(value, name)
        else:
            raise LookupError(path)
    return value
