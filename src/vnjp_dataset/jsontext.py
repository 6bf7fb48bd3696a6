"""Strict JSON: bounded, without repeated keys, without what only some programs read."""

import json
from collections import Counter
from typing import NoReturn, cast

from vnjp_dataset.errors import InvalidDataError, Problem
from vnjp_dataset.model.shape import is_text, shown

MAX_JSON_BYTES = 32 * 1024 * 1024
"""Ten times what the dataset takes; in memory it is at most some thirty times as much."""
MAX_JSON_DEPTH = 64


def parse_json(data: bytes, file: str) -> object:
    """Return what a JSON text holds.

    Raises InvalidDataError with the place of the first thing that is wrong.
    """
    if len(data) > MAX_JSON_BYTES:
        raise _invalid("too-large", f"expected at most {MAX_JSON_BYTES} bytes, got {len(data)}", file)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _invalid("utf-8", f"expected UTF-8, got the byte 0x{data[error.start]:02x}", file) from None
    try:
        found: object = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        message = f"expected JSON, got an error: {error.msg}"
        problem = Problem(rule="json", message=message, file=file, line=error.lineno, column=error.colno)
        raise InvalidDataError([problem]) from None
    except RecursionError:
        raise _invalid("too-deep", f"expected at most {MAX_JSON_DEPTH} levels, got many more", file) from None
    except ValueError as error:
        raise _invalid("json", f"expected JSON, got {error}", file) from None
    _check_depth_and_text(found, file)
    return found


def _invalid(rule: str, message: str, file: str) -> InvalidDataError:
    return InvalidDataError([Problem(rule=rule, message=message, file=file)])


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) < len(pairs):
        counts = Counter(name for name, _ in pairs)
        raise ValueError(f"the key {shown(counts.most_common(1)[0][0])} twice in one object")
    return made


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"`{name}`, which is no JSON")


def _check_depth_and_text(found: object, file: str) -> None:
    level: list[object] = [found]
    for _ in range(MAX_JSON_DEPTH):
        below: list[object] = []
        for one in level:
            if isinstance(one, dict):
                members = cast("dict[str, object]", one)
                below += [*members, *members.values()]
            elif isinstance(one, list):
                below += cast("list[object]", one)
            elif isinstance(one, str) and not is_text(one):
                raise _invalid("json", f"expected text, got half of a surrogate pair in {one[:40]!a}", file)
        if not below:
            return
        level = below
    raise _invalid("too-deep", f"expected at most {MAX_JSON_DEPTH} levels, got more", file)
