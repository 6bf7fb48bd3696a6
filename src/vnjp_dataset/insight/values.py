"""The value at a field path, as it is, as JSON has it and as a reader reads it."""

import contextlib
import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from vnjp_dataset.errors import QueryError
from vnjp_dataset.model import FieldPath, Record
from vnjp_dataset.model.ids import GRAMMARS
from vnjp_dataset.model.walk import at, walk
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.reading.convert import converter

NO_FACTS = ("id", "sources", "conflicts")
"""The fields that state no fact: what the record is called, and where its facts come from."""

_STEP = re.compile(r"([a-z_]+)|\[([0-9]+)\]")


def top(path: str) -> str:
    """Return the field of the record in which a path lies."""
    return re.split(r"[.\[]", path, maxsplit=1)[0]


def fields_set(record: Record) -> tuple[FieldPath, ...]:
    """Return the paths of everything that a record states, wholes before their parts."""
    return tuple(FieldPath(path) for path, _, _ in walk(record) if top(path) not in NO_FACTS)


def value_at(record: Record, field: str) -> object:
    """Return what a record states at a field path; None for a field that is not set.

    Raises QueryError with the nearest fields for a path at which no such record states anything.
    """
    if GRAMMARS[FieldPath].pattern.fullmatch(field) and top(field) not in NO_FACTS:
        with contextlib.suppress(LookupError):
            return at(record, field)
    known = fields_set(record)
    hint = did_you_mean(field, known) or f"it has {', '.join(dict.fromkeys(map(top, known)))}"
    raise QueryError(f"{record.id}: expected the path of a field, got `{field[:90]}`", hint)


def stated_at(record: Record, field: str) -> object:
    """Return what a record states at a field path; None where it states nothing, or has no such field."""
    try:
        return value_at(record, field)
    except QueryError:
        return None


def as_plain(value: object) -> object:
    """Return a value as JSON has it."""
    if isinstance(value, tuple):
        return [as_plain(one) for one in cast("tuple[object, ...]", value)]
    plain: object = converter().unstructure(value)
    return plain


def plain_at(plain: object, path: str) -> object:
    """Return what stands at a path of a record as JSON has it, or None."""
    for name, index in _STEP.findall(path):
        if name and isinstance(plain, dict):
            plain = cast("dict[str, object]", plain).get(name)
        elif index and isinstance(plain, list) and int(index) < len(cast("list[object]", plain)):
            plain = cast("list[object]", plain)[int(index)]
        else:
            return None
    return plain


def as_text(value: object) -> str:
    """Return a value in a line: a text as it is, what has parts as the names of the parts with what they hold."""
    if value is None or value == ():
        return "not set"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return "; ".join(f"{path}: {one}" if path else one for path, one in _leaves(as_plain(value), ""))


def _leaves(plain: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(plain, Mapping):
        for key, one in cast("Mapping[str, object]", plain).items():
            yield from _leaves(one, f"{path}.{key}" if path else key)
    elif isinstance(plain, list):
        items = cast("list[object]", plain)
        if any(isinstance(one, (Mapping, list)) for one in items):
            for index, one in enumerate(items):
                yield from _leaves(one, f"{path}[{index}]")
        else:
            yield path, ", ".join(map(_word, items))
    else:
        yield path, _word(plain)


def _word(plain: object) -> str:
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def brief(value: object, width: int = 120) -> str:
    """Return a value in a short line; a long list is told by its length."""
    text = " ".join(as_text(value).split())
    if len(text) <= width:
        return text
    if isinstance(value, tuple):
        return f"{len(cast('tuple[object, ...]', value))} items"
    return f"{text[: width - 2]} …"
