"""What all commands share: which data they speak of."""

from functools import cached_property
from pathlib import Path
from typing import cast

import attrs

from vnjp_dataset.collection import Collection
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.loading import load
from vnjp_dataset.model import KindName, Record


@attrs.define(eq=False, slots=False)
class State:
    """The data that was asked for, read when it is first needed."""

    data: Path | None = None
    """A YAML tree; None for the dataset of the package."""

    @cached_property
    def dataset(self) -> Dataset:
        """The dataset."""
        return load(self.data)


def collection(dataset: Dataset, kind: KindName) -> Collection[Record]:
    """Return a dataset's collection of a kind."""
    return cast("Collection[Record]", getattr(dataset, kind))
