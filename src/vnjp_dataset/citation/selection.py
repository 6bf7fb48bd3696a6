"""From records to their citation: their fingerprint and the documents that they name."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from vnjp_dataset.citation.citation import DatasetCitation
from vnjp_dataset.citation.primary import PrimarySource
from vnjp_dataset.errors import UnknownIdError
from vnjp_dataset.model import KINDS, KindName, PartialDate, Record, Source
from vnjp_dataset.model.walk import documents
from vnjp_dataset.nearest import nearest

Publisher = Callable[[str], Source]
"""Gives a publisher by its id, or raises UnknownIdError."""


def cite_records(
    records: Iterable[Record], version: str, publisher: Publisher, released: PartialDate | None = None
) -> DatasetCitation:
    """Return how to cite some records of a version: their fingerprint, and each document that they name, once.

    Raises UnknownIdError where a record names a document that is not there.
    """
    # Writing records needs cattrs, which nothing else here does.
    from vnjp_dataset.fingerprint import fingerprint  # noqa: PLC0415 - see above

    found = {record.id: record for record in records}
    chosen = tuple(found[one] for one in sorted(found))
    return DatasetCitation(
        version=version,
        released=released,
        fingerprint=fingerprint(_by_kind(chosen)),
        records=tuple(found),
        documents=tuple(_primary(chosen, publisher)),
    )


def _by_kind(records: Iterable[Record]) -> Mapping[KindName, Iterable[Record]]:
    names: dict[type, KindName] = {kind.record: kind.name for kind in KINDS.values()}
    found: dict[KindName, list[Record]] = {}
    for record in records:
        found.setdefault(names[type(record)], []).append(record)
    return found


def _primary(records: Iterable[Record], publisher: Publisher) -> Iterator[PrimarySource]:
    """Yield each document that records name, by publisher and then by key."""
    named = {document_id.partition("/")[::2] for record in records for _, document_id in documents(record)}
    keys: dict[str, set[str]] = {}
    for source_id, key in named:
        keys.setdefault(source_id, set()).add(key)
    for source_id in sorted(keys):
        source = publisher(source_id)
        known = {str(one.key): one for one in source.documents}
        for key in sorted(keys[source_id]):
            document = known.get(key)
            if document is None:
                near = (f"{source_id}/{one}" for one in nearest(key, known))
                raise UnknownIdError(f"{source_id}/{key}", "the documents", tuple(near))
            original = publisher(document.original) if document.original else None
            yield PrimarySource(document=document, publisher=source, original=original)
