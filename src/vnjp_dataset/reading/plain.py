"""Records that came as JSON: each in its plain form, all that is wrong with them told at once."""

import itertools
from collections.abc import Iterable, Mapping
from typing import cast

from vnjp_dataset.errors import MAX_PROBLEMS, InvalidDataError, InvalidValueError, Problem
from vnjp_dataset.model import KINDS, KindName, Record, identifier
from vnjp_dataset.model.ids import RecordId
from vnjp_dataset.model.shape import shown
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.reading.convert import structure
from vnjp_dataset.reading.nodes import capped

PlainKinds = Mapping[str, object]
"""Lists of records, each a mapping with its id, by the name of their kind."""

MAX_UNKNOWN = 100
"""How many names that are none of a kind are told."""


def read_plain(kinds: PlainKinds, file: str) -> Mapping[KindName, tuple[Record, ...]]:
    """Return the records that lists of plain ones stand for; kinds that are left out have none.

    Raises InvalidDataError with everything that is wrong.
    """
    problems: list[Problem] = []
    problems.extend(
        Problem(
            rule="unknown-key",
            message=f"expected the name of a kind, got {shown(name)}",
            hint=did_you_mean(name, KINDS) or f"known: {', '.join(KINDS)}",
            file=file,
        )
        for name in itertools.islice((one for one in kinds if one not in KINDS), MAX_UNKNOWN)
    )
    seen: dict[str, KindName] = {}
    made: dict[KindName, tuple[Record, ...]] = {
        kind: tuple(_records(kind, kinds.get(kind, []), seen, problems, file)) for kind in KINDS
    }
    if problems:
        raise InvalidDataError(capped(problems, file))
    return made


def _records(
    kind: KindName, found: object, seen: dict[str, KindName], problems: list[Problem], file: str
) -> Iterable[Record]:
    if not isinstance(found, list):
        problems.append(Problem(rule="type", path=kind, message=f"expected a list, got {shown(found)}", file=file))
        return
    for index, plain in enumerate(cast("list[object]", found)):
        if len(problems) >= MAX_PROBLEMS:
            return
        record_id = _record_id(plain)
        if record_id is None:
            message = "expected a record with an `id`, got something else"
            problems.append(Problem(rule="id", path=f"{kind}[{index}]", message=message, file=file))
        elif record_id in seen:
            message = f"expected each id once, got `{record_id}` again"
            hint = f"it stands among the {seen[record_id]} too; ids are unique over all kinds"
            problems.append(Problem(rule="duplicate-id", record=record_id, message=message, hint=hint, file=file))
        else:
            seen[record_id] = kind
            yield from _record(kind, record_id, cast("dict[str, object]", plain), problems, file)


def _record_id(plain: object) -> str | None:
    record_id = cast("dict[object, object]", plain).get("id") if isinstance(plain, dict) else None
    if not isinstance(record_id, str):
        return None
    try:
        return identifier(RecordId, record_id)
    except InvalidValueError:
        return None


def _record(
    kind: KindName, record_id: str, plain: Mapping[str, object], problems: list[Problem], file: str
) -> Iterable[Record]:
    try:
        fields = {key: value for key, value in plain.items() if key != "id"}
        yield structure(fields, KINDS[kind].record, record_id)
    except InvalidValueError as error:
        problems.extend(
            Problem(rule=one.rule, record=record_id, path=one.path, message=one.message, hint=one.hint, file=file)
            for one in error.flaws
        )
