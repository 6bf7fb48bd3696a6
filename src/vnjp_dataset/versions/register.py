"""The registry after a release, and what in some records it does not allow."""

from collections.abc import Iterator

import attrs

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.releases import Registry, ReleaseInfo
from vnjp_dataset.version import SCHEMA_VERSION


def registered(known: Registry, dataset: Dataset, version: str, day: str) -> Registry:
    """Return a registry with one release more, that of a dataset."""
    release = ReleaseInfo(
        version=version,
        date=day,
        schema_version=SCHEMA_VERSION,
        fingerprint=dataset.fingerprint,
        records=len(dataset),
    )
    ids: dict[KindName, dict[str, str]] = {kind: dict(known.ids.get(kind, {})) for kind in KINDS}
    for kind in KINDS:
        for record in dataset.records(kind):
            ids[kind].setdefault(record.id, version)
    return attrs.evolve(known, releases=(*known.releases, release), ids=ids)


def faults(known: Registry, dataset: Dataset) -> Iterator[str]:
    """Say which released ids vanished or stand for something else, and which retired ids were never released."""
    for kind, found in known.ids.items():
        for record_id, since in found.items():
            if kind == "retired":
                if record_id not in dataset.retired:
                    yield f"`{record_id}` was retired and its tombstone is gone – put it back into data/retired.yaml"
            else:
                yield from _fault(kind, record_id, since, dataset)
    released = {one for kind, found in known.ids.items() if kind != "retired" for one in found}
    for tombstone in dataset.retired:
        if tombstone.id not in released:
            yield f"`{tombstone.id}` was retired and never released – take it out of data/retired.yaml"


def _fault(kind: KindName, record_id: str, since: str, dataset: Dataset) -> Iterator[str]:
    tombstone = dataset.retired.find(record_id)
    was = f"`{record_id}` was one of the {kind}"
    if tombstone is not None:
        if tombstone.kind != kind:
            yield f"{was}, its tombstone says {tombstone.kind} – write `kind: {kind}`"
    elif record_id not in dataset:
        mend = "put it back, or say in data/retired.yaml what became of it"
        yield f"`{record_id}`, released in {since} among the {kind}, is gone – {mend}"
    elif dataset.kind_of(record_id) != kind:
        yield f"{was}, now of the {dataset.kind_of(record_id)} – give it another id"
