"""One JSON file with everything: `vnjp-dataset.json`."""

import json
from collections.abc import Iterator
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.files import write_whole
from vnjp_dataset.model import KINDS
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.version import SCHEMA_VERSION

NAME = "json"
FILE = "vnjp-dataset.json"


def write(dataset: Dataset, folder: Path) -> tuple[Path, ...]:
    """Write `vnjp-dataset.json`: version, schema_version, fingerprint, and one array per collection.

    Each record has its `id` and the keys of its YAML; records are in the collections' order, one on a line.
    """
    return write_whole({folder / FILE: text(dataset).encode("utf-8")})


def text(dataset: Dataset) -> str:
    """Return the file's content."""
    return "".join(("{\n", ",\n".join(_members(dataset)), "\n}\n"))


def _members(dataset: Dataset) -> Iterator[str]:
    head = {"version": dataset.version, "schema_version": SCHEMA_VERSION, "fingerprint": dataset.fingerprint}
    yield from (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items())
    for kind in KINDS:
        lines = ",\n".join(json.dumps(unstructure(one), ensure_ascii=False) for one in dataset.records(kind))
        yield f"{json.dumps(kind)}: [\n{lines}\n]" if lines else f"{json.dumps(kind)}: []"
