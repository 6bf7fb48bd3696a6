"""The JSON file that `vnjp export json` writes, read again."""

from collections.abc import Mapping
from typing import cast

import attrs

from vnjp_dataset.errors import InvalidDataError, Problem
from vnjp_dataset.jsontext import parse_json
from vnjp_dataset.model import KindName, Record
from vnjp_dataset.model.shape import shown
from vnjp_dataset.reading.plain import read_plain
from vnjp_dataset.version import SCHEMA_VERSION

_HEAD = ("version", "schema_version", "fingerprint")


@attrs.frozen
class Exported:
    """What an exported file holds."""

    version: str
    fingerprint: str
    """As the file gives it; whoever reads it compares it with the records."""
    records: Mapping[KindName, tuple[Record, ...]]


def read_exported(data: bytes, file: str) -> Exported:
    """Return what an exported file holds.

    Raises InvalidDataError with everything that is wrong.
    """
    found = parse_json(data, file)
    if not isinstance(found, dict):
        raise InvalidDataError([Problem(rule="type", message=f"expected an object, got {shown(found)}", file=file)])
    members = cast("dict[str, object]", found)
    head = {name: members.pop(name, None) for name in _HEAD}
    problems = [
        Problem(rule="type", path=name, message=f"expected a text, got {shown(head[name])}", file=file)
        for name in ("version", "fingerprint")
        if not isinstance(head[name], str)
    ]
    if head["schema_version"] != SCHEMA_VERSION:
        message = f"expected {SCHEMA_VERSION}, got {shown(head['schema_version'])}"
        hint = "read it with the release of vnjp-dataset that wrote it"
        problems.append(Problem(rule="schema", path="schema_version", message=message, hint=hint, file=file))
    if problems:
        raise InvalidDataError(problems)
    return Exported(str(head["version"]), str(head["fingerprint"]), read_plain(members, file))
