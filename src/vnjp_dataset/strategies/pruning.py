"""Leave out what no record names."""

from collections.abc import Iterable, Mapping

import attrs

from vnjp_dataset.model import KINDS, KindName, Person, Record, Source
from vnjp_dataset.model.walk import documents, references

_NAMED: tuple[KindName, ...] = ("people", "offices", "organizations", "places", "sources", "fields", "measures")


def by_kind(records: Iterable[Record]) -> Mapping[KindName, tuple[Record, ...]]:
    """Return records under their kinds, in order of id."""
    found = sorted(records, key=lambda record: record.id)
    return {kind.name: tuple(one for one in found if type(one) is kind.record) for kind in KINDS.values()}


def pruned(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the records without reference records, and documents, that none of them names."""
    found = tuple(records)
    while (kept := _once(found)) != found:
        found = kept
    return found


def _once(records: tuple[Record, ...]) -> tuple[Record, ...]:
    cited = {document for record in records for _, document in documents(record)}
    publishers = {document.partition("/")[0] for document in cited}
    named = publishers.union(reference.id for record in records for reference in references(record))
    classes = tuple(KINDS[kind].record for kind in _NAMED)
    return tuple(
        _with_cited(record, cited)
        for record in records
        if not isinstance(record, classes) or record.id in named or (isinstance(record, Person) and record.terms)
    )


def _with_cited(record: Record, cited: Iterable[str]) -> Record:
    if not isinstance(record, Source):
        return record
    kept = tuple(one for one in record.documents if f"{record.id}/{one.key}" in cited)
    return attrs.evolve(record, documents=kept)
