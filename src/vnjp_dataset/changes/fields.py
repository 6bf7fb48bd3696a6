"""What changed within one record, in its plain form: values by their paths."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import cast

import attrs

from vnjp_dataset.errors import DiffError

Plain = object
"""A value as JSON has it: text, number, true or false, list, mapping with texts as keys; never null."""

LONG = 1_000_000
"""Lists whose lengths multiply to more are compared as wholes: finding what moved would take too long."""

_STEP = re.compile(r"\.?([a-z_]+)|\[([0-9]{1,6})\]")


@attrs.frozen
class FieldChange:
    """One value that changed.

    Paths count list items as they stand in the new record; what was taken out of a list is counted in the old one.
    """

    path: str
    old: Plain | None
    """What stood there, as JSON has it; None for nothing."""
    new: Plain | None
    """What stands there now; None for nothing."""

    @property
    def field(self) -> str:
        """The field of the record in which it lies."""
        return re.split(r"[.\[]", self.path, maxsplit=1)[0]

    def __str__(self) -> str:
        return f"{self.path}: {shown(self.old)} → {shown(self.new)}"


def shown(value: Plain | None) -> str:
    """Return a value as a reader sees it: text as it is, the rest as JSON, nothing as `–`."""
    if value is None:
        return "–"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


# Comparing ------------------------------------------------------------------------------------------------------------


def compare_fields(old: Mapping[str, Plain], new: Mapping[str, Plain]) -> tuple[FieldChange, ...]:
    """Return what changed from one record to another, in order of the fields."""
    return tuple(_mappings(old, new, ""))


def _mappings(old: Mapping[str, Plain], new: Mapping[str, Plain], prefix: str) -> Iterator[FieldChange]:
    for key in dict.fromkeys((*old, *new)):
        yield from _values(old.get(key), new.get(key), f"{prefix}.{key}" if prefix else key)


def _values(old: Plain | None, new: Plain | None, path: str) -> Iterator[FieldChange]:
    if _are(dict, old, new):
        yield from _mappings(cast("dict[str, Plain]", old), cast("dict[str, Plain]", new), path)
    elif _are(list, old, new):
        yield from _lists(cast("list[Plain]", old), cast("list[Plain]", new), path)
    elif canonical(old) != canonical(new):
        yield FieldChange(path, old, new)


def _are(form: type, *values: Plain | None) -> bool:
    return all(isinstance(one, form) for one in values)


def _lists(old: Sequence[Plain], new: Sequence[Plain], path: str) -> Iterator[FieldChange]:
    before, after = list(map(canonical, old)), list(map(canonical, new))
    if before == after:
        return
    if len(old) * len(new) > LONG:
        yield FieldChange(path, list(old), list(new))
        return
    for _, i, i_end, j, j_end in (
        one for one in SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if one[0] != "equal"
    ):
        both = min(i_end - i, j_end - j)
        for step in range(both):
            yield from _values(old[i + step], new[j + step], f"{path}[{j + step}]")
        yield from (FieldChange(f"{path}[{at}]", old[at], None) for at in range(i + both, i_end))
        yield from (FieldChange(f"{path}[{at}]", None, new[at]) for at in range(j + both, j_end))


def canonical(value: Plain | None) -> str:
    """Return a text that is the same for equal values only; `true`, 1 and 1.0 are three."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


# Applying -------------------------------------------------------------------------------------------------------------

Step = str | int


def change_fields(record: Mapping[str, Plain], changes: Iterable[FieldChange]) -> dict[str, Plain]:
    """Return a record with some changes made.

    Raises DiffError where the record does not hold what the changes found there.
    """
    return cast("dict[str, Plain]", _changed(dict(record), [(_steps(one.path), one) for one in changes]))


def _steps(path: str) -> tuple[Step, ...]:
    steps: list[Step] = []
    end = 0
    for found in _STEP.finditer(path):
        if found.start() != end:
            break
        steps.append(found[1] or int(found[2]))
        end = found.end()
    if end != len(path) or not steps:
        raise DiffError(f"expected a field path, got `{path[:90]}`")
    return tuple(steps)


def _changed(value: Plain, changes: list[tuple[tuple[Step, ...], FieldChange]]) -> Plain:
    here = {steps[0]: change for steps, change in changes if len(steps) == 1 and change.new is not None}
    gone = {steps[0]: change for steps, change in changes if len(steps) == 1 and change.new is None}
    below: dict[Step, list[tuple[tuple[Step, ...], FieldChange]]] = {}
    for steps, change in changes:
        if len(steps) > 1:
            below.setdefault(steps[0], []).append((steps[1:], change))
    if _are(dict, value) and all(isinstance(steps[0], str) for steps, _ in changes):
        return _changed_mapping(cast("dict[str, Plain]", value), here, gone, below)
    if _are(list, value) and all(isinstance(steps[0], int) for steps, _ in changes):
        return _changed_list(cast("list[Plain]", value), here, gone, below)
    raise DiffError(f"`{changes[0][1].path[:90]}`: expected a list or mapping there, got {shown(value)[:60]}")


_Changes = Mapping[Step, FieldChange]
_Below = Mapping[Step, list[tuple[tuple[Step, ...], FieldChange]]]


def _changed_mapping(value: dict[str, Plain], here: _Changes, gone: _Changes, below: _Below) -> dict[str, Plain]:
    made = dict(value)
    for key, change in {**gone, **here}.items():
        _expect(change, made.pop(str(key), None))
        if change.new is not None:
            made[str(key)] = change.new
    for key, changes in below.items():
        if key not in made:
            raise _missing(changes[0][1])
        made[str(key)] = _changed(made[str(key)], changes)
    return made


def _changed_list(value: list[Plain], here: _Changes, gone: _Changes, below: _Below) -> list[Plain]:
    made = list(value)
    # Taken out by the old positions from behind, put in by the new ones from before; then all stand where they should.
    for at, change in reversed(_numbered(gone)):
        _expect(change, made.pop(_within(at, made, change)))
    for at, change in _numbered(here):
        if change.old is None:
            if at > len(made):
                raise _missing(change)
            made.insert(at, change.new)
    for at, change in _numbered(here):
        if change.old is not None:
            _expect(change, made[_within(at, made, change)])
            made[at] = change.new
    for key, changes in below.items():
        at = _within(int(key), made, changes[0][1])
        made[at] = _changed(made[at], changes)
    return made


def _within(at: int, made: list[Plain], change: FieldChange) -> int:
    if at >= len(made):
        raise _missing(change)
    return at


def _numbered(changes: _Changes) -> list[tuple[int, FieldChange]]:
    return sorted(((int(at), change) for at, change in changes.items()), key=lambda one: one[0])


def _expect(change: FieldChange, found: Plain | None) -> None:
    if canonical(found) != canonical(change.old):
        raise DiffError(f"`{change.path}`: expected {shown(change.old)[:90]} there, got {shown(found)[:90]}")


def _missing(change: FieldChange) -> DiffError:
    return DiffError(f"`{change.path}`: expected something there, got nothing")
