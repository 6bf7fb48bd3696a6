"""Records to a YAML tree in the canonical layout, which reads back as equal records."""

import math
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from vnjp_dataset.model import KINDS, Kind, Record
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.reading.tree import SUFFIX


def write_tree(records: Iterable[Record], folder: str | os.PathLike[str]) -> None:
    """Write records below a folder: one file for each, or one sorted table for a kind kept in tables.

    A dataset is an iterable of its records. Files of the same name are replaced, others left alone; equal records
    give equal bytes.
    """
    root = Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    found = sorted(records, key=lambda record: record.id)
    for kind in KINDS.values():
        _write_kind(kind, [record for record in found if type(record) is kind.record], root)


def _write_kind(kind: Kind, records: list[Record], root: Path) -> None:
    if not records:
        return
    if kind.layout == "table":
        _write(root / f"{kind.name}{SUFFIX}", {record.id: _fields(record) for record in records})
        return
    (root / kind.name).mkdir(exist_ok=True)
    for record in records:
        _write(root / kind.name / f"{record.id}{SUFFIX}", _fields(record))


def _write(path: Path, plain: dict[str, Any]) -> None:
    path.write_bytes(yaml_text(plain).encode("utf-8"))


def _fields(record: Record) -> dict[str, Any]:
    return {name: value for name, value in unstructure(record).items() if name != "id"}


def yaml_text(plain: object) -> str:
    """Return plain data as strict YAML in block style: no aliases, one line to a text, keys in the order given."""
    text: str = yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=math.inf)
    return text


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the base class's signature
        """Write every value out, however often it comes."""
        return True

    def represent_str(self, data: str) -> yaml.ScalarNode:
        """Quote a text with line breaks: in double quotes they, and all that YAML cannot print, are escaped."""
        return self.represent_scalar(  # pyright: ignore[reportUnknownMemberType] - untyped in PyYAML's stubs
            "tag:yaml.org,2002:str", data, style=None if data.isprintable() else '"'
        )


_Dumper.add_representer(str, _Dumper.represent_str)
