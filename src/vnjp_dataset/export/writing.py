"""What a module of a format is: a function `write`, and what that is given."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.progress import Track, untracked

ALL: tuple[KindName, ...] = tuple(KINDS)
"""The kinds of record that are written unless some are named."""


class Source(Protocol):
    """What is written without having all records at once: a dataset, or a tree that is read meanwhile."""

    @property
    def version(self) -> str:
        """The version of the data."""
        ...

    def records(self, kind: KindName) -> Iterable[Record]:
        """Yield the records of a kind in the order of its collection; each call begins anew."""
        ...


class Writer(Protocol):
    """Writes a dataset into a folder; every module of a format has one, called `write`."""

    def __call__(
        self, dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
    ) -> tuple[Path, ...]:
        """Write the format's files with the records of some kinds, whole or not at all, and return their paths.

        Equal datasets give equal bytes. Raises OSError where the folder cannot be written.
        """
        ...


class StreamWriter(Protocol):
    """A writer that takes records as they come."""

    def __call__(
        self, dataset: Source, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
    ) -> tuple[Path, ...]:
        """Write as a Writer does, asking for each kind of record once."""
        ...
