"""The bibliography: the dataset, then the documents that were read."""

from collections.abc import Iterator, Sequence

import attrs

from vnjp_dataset.citation import DatasetCitation, PrimarySource
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KindName, Source
from vnjp_dataset.progress import Track


def bibliography(dataset: Dataset, kinds: Sequence[KindName], track: Track) -> DatasetCitation:
    """Return how to cite the dataset with every document; without `sources`, the records of the kinds with theirs.

    Documents are in order of publisher and key. Raises UnknownIdError where a record names a document, or a document
    an original publisher, that is not there.
    """
    if "sources" in kinds:
        sources = track(dataset.sources, "sources", len(dataset.sources))
        documents = (document for source in sources for document in _documents(dataset, source))
        return attrs.evolve(dataset.cite(), documents=tuple(documents))
    return dataset.cite(
        record for kind in kinds for record in track(dataset.records(kind), kind, len(dataset.records(kind)))
    )


def _documents(dataset: Dataset, source: Source) -> Iterator[PrimarySource]:
    for document in sorted(source.documents, key=lambda one: one.key):
        original = dataset.sources[document.original] if document.original else None
        yield PrimarySource(document=document, publisher=source, original=original)
