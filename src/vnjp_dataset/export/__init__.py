"""The dataset in files that other programs read; one module per format, the same two names in each."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import csv_format, json_format


class Writer(Protocol):
    """Writes a dataset into a folder."""

    def __call__(self, dataset: Dataset, folder: Path) -> tuple[Path, ...]:
        """Write the format's files, whole or not at all, and return their paths.

        Equal datasets give equal bytes. Raises OSError where the folder cannot be written.
        """
        ...


FORMATS: Mapping[str, Writer] = MappingProxyType(
    {csv_format.NAME: csv_format.write, json_format.NAME: json_format.write}
)
"""Every format, by name."""

__all__ = ["FORMATS", "Writer"]
