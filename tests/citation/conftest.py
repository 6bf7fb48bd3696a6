"""What the tests of citations share: documents as hard as they come, and a citation of them."""

from collections.abc import Callable, Sequence
from pathlib import Path

import attrs
import pytest

from vnjp_dataset import Dataset, load
from vnjp_dataset.citation import DatasetCitation, PrimarySource
from vnjp_dataset.model import Document, Source

Cited = Callable[[Sequence[Document]], DatasetCitation]


@pytest.fixture(scope="session")
def base() -> Dataset:
    """Return a small dataset in which nothing is wrong."""
    return load(Path(__file__).parents[1] / "checks/base")


@pytest.fixture(scope="session")
def cited(base: Dataset) -> Cited:
    """Return a function that cites documents of one publisher, the second of them as a copy."""

    def citation(documents: Sequence[Document]) -> DatasetCitation:
        gazette: Source = attrs.evolve(base.sources["gazette"], documents=tuple(documents))
        sources = (
            PrimarySource(document=one, publisher=gazette, original=base.sources["herald"] if number == 1 else None)
            for number, one in enumerate(documents)
        )
        return DatasetCitation(version="1.2.3", fingerprint="ab" * 32, records=(), documents=tuple(sources))

    return citation
