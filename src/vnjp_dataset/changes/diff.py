"""A diff: what was added, corrected, re-sourced and retired between two states of the records."""

from collections.abc import Iterator, Mapping
from functools import cached_property

import attrs

from vnjp_dataset.changes.fields import FieldChange, Plain
from vnjp_dataset.model import KINDS, KindName, Record, Retired
from vnjp_dataset.reading.convert import structure

EVIDENCE = ("sources", "conflicts", "documents")
"""The fields that say where a record comes from; a change in them alone changes no fact."""


@attrs.frozen
class State:
    """One state of the records: the version it calls itself, and its fingerprint."""

    version: str
    fingerprint: str
    """SHA-256 of the records, in hexadecimal."""


@attrs.frozen(slots=False)
class Added:
    """A record that was not there before."""

    kind: KindName
    plain: Mapping[str, Plain] = attrs.field(repr=False)
    """The record as JSON has it, with its id."""

    @property
    def id(self) -> str:
        """The record's id."""
        return str(self.plain["id"])

    @cached_property
    def record(self) -> Record:
        """The record. Raises InvalidValueError where the diff holds what is none."""
        return structure(
            {key: value for key, value in self.plain.items() if key != "id"}, KINDS[self.kind].record, self.id
        )


@attrs.frozen(slots=False)
class Removed(Added):
    """A record that is not there any more, as it last was."""


@attrs.frozen
class Changed:
    """A record of which something changed."""

    kind: KindName
    id: str
    changes: tuple[FieldChange, ...]

    @property
    def corrected(self) -> tuple[FieldChange, ...]:
        """The changes of facts."""
        return tuple(one for one in self.changes if one.field not in EVIDENCE)

    @property
    def resourced(self) -> tuple[FieldChange, ...]:
        """The changes of sources, conflicts and documents."""
        return tuple(one for one in self.changes if one.field in EVIDENCE)


@attrs.frozen(kw_only=True, slots=False)
class Diff:
    """What changed from one state of the records to another; records in order of kind and id.

    `len` is the number of records that were added, removed or changed.
    """

    old: State
    new: State
    added: tuple[Added, ...] = ()
    removed: tuple[Removed, ...] = ()
    changed: tuple[Changed, ...] = ()

    @property
    def corrected(self) -> tuple[Changed, ...]:
        """The records of which a fact changed."""
        return tuple(one for one in self.changed if one.corrected)

    @property
    def resourced(self) -> tuple[Changed, ...]:
        """The records of which sources, conflicts or documents changed, facts or not."""
        return tuple(one for one in self.changed if one.resourced)

    @cached_property
    def tombstones(self) -> Mapping[str, Retired]:
        """The ids that were retired, with what became of them."""
        found = (one.record for one in self.added if one.kind == "retired")
        return {record.id: record for record in found if isinstance(record, Retired)}

    def __len__(self) -> int:
        return len(self.added) + len(self.removed) + len(self.changed)

    def __iter__(self) -> Iterator[Added | Removed | Changed]:
        yield from self.added
        yield from self.changed
        yield from self.removed

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.removed or self.changed)

    def __str__(self) -> str:
        return self.text()

    def text(self) -> str:
        """Return the diff for the terminal: a summary, then a line for each change."""
        from vnjp_dataset.changes.forms import as_text  # noqa: PLC0415 - only who prints a diff needs it

        return as_text(self)

    def markdown(self) -> str:
        """Return the diff as the change log has it: lists by id."""
        from vnjp_dataset.changes.forms import as_markdown  # noqa: PLC0415 - only who prints a diff needs it

        return as_markdown(self)

    def json(self) -> str:
        """Return the diff as JSON, from which `read_diff` makes it again."""
        from vnjp_dataset.changes.files import write_diff  # noqa: PLC0415 - only who writes a diff needs it

        return write_diff(self)
