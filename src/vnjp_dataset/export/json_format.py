"""One JSON file with everything: `vnjp-dataset.json`."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.version import SCHEMA_VERSION

FILE = "vnjp-dataset.json"


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `vnjp-dataset.json`: version, schema_version, fingerprint, and one array per kind.

    Each record has its `id` and the keys of its YAML; records are in the collections' order, one on a line. The
    fingerprint is that of the records in the file.
    """
    chosen = dataset if tuple(kinds) == ALL else _only(dataset, kinds)
    with staged(folder) as stage, stage.text(FILE) as stream:
        stream.writelines(_parts(chosen, kinds, track))
    return stage.paths


def text(dataset: Dataset) -> str:
    """Return the file's content."""
    return "".join(_parts(dataset, ALL, untracked))


def _only(dataset: Dataset, kinds: Sequence[KindName]) -> Dataset:
    return Dataset({kind: dataset.records(kind) for kind in kinds}, version=dataset.version)


def _parts(dataset: Dataset, kinds: Sequence[KindName], track: Track) -> Iterator[str]:
    head = {"version": dataset.version, "schema_version": SCHEMA_VERSION, "fingerprint": dataset.fingerprint}
    yield "{\n"
    yield ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items())
    for kind in kinds:
        yield f",\n{json.dumps(kind)}: ["
        before = "\n"
        for record in track(dataset.records(kind), kind, len(dataset.records(kind))):
            yield f"{before}{json.dumps(unstructure(record), ensure_ascii=False)}"
            before = ",\n"
        yield "]" if before == "\n" else "\n]"
    yield "\n}\n"
