"""What every rule is asked about: a dataset, walked through once for all of them."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import attrs

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Event, Record, SourcedRecord
from vnjp_dataset.model.ids import DocumentId, RecordId
from vnjp_dataset.model.kinds import TARGETS
from vnjp_dataset.model.walk import Reference, walk


class Part(NamedTuple):
    """One value in a record: where it stands, the type declared for it, and the value."""

    record: Record
    path: str
    declared: object
    value: object


@attrs.frozen(eq=False)
class Survey:
    """A dataset with what more than one rule needs of it."""

    dataset: Dataset

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every value that is not empty, in every record and tombstone."""
        everything = (*self.dataset, *self.dataset.retired)
        return tuple(Part(record, *found) for record in everything for found in walk(record))

    @cached_property
    def references(self) -> tuple[tuple[Record, Reference], ...]:
        """Every place where a record names a record, with the record that names."""
        return tuple(
            (part.record, Reference(part.path, TARGETS[part.declared], RecordId(part.value)))
            for part in self.parts
            if isinstance(part.value, str) and part.declared in TARGETS and part.path != "id"
        )

    @cached_property
    def documents(self) -> tuple[tuple[Record, str, str], ...]:
        """Every place where a record names a document: the record, the path and the document."""
        return tuple(
            (part.record, part.path, part.value)
            for part in self.parts
            if isinstance(part.value, str) and part.declared is DocumentId
        )

    @property
    def sourced(self) -> Iterator[SourcedRecord]:
        """The records that state facts."""
        return (record for record in self.dataset if isinstance(record, SourcedRecord))

    @property
    def events(self) -> Iterator[Event]:
        """The records that happened on a day or over some days."""
        return (record for record in self.dataset if isinstance(record, Event))
