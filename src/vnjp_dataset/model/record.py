"""What every record has: an id, its sources and the conflicts between them."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.html import record_html
from vnjp_dataset.model.ids import DocumentId, FieldPath, RecordId
from vnjp_dataset.model.shape import Doc, Value


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Citation(Value):
    """A document and the fields of the record that it supports."""

    document: Annotated[DocumentId, Doc("Publisher and document, as `publisher/key`.")]
    supports: Annotated[
        tuple[FieldPath, ...], Doc("Paths of the fields it supports; a path covers what lies below it.")
    ]
    locator: Annotated[str | None, Doc("Where in the document: paragraph, page, heading.")] = None
    announcement: Annotated[
        bool, Doc("True where the document came out before what it reports and only announces it.")
    ] = False

    def flaws(self) -> Iterator[Flaw]:
        """A citation supports something."""
        if not self.supports:
            yield Flaw("supports", "at least one field path", "none", rule="empty")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Conflict(Value):
    """A value that other sources give, and why it was not adopted."""

    field: Annotated[FieldPath, Doc("Path of the field whose value is disputed.")]
    value: Annotated[str, Doc("The other value, as text.")]
    documents: Annotated[tuple[DocumentId, ...], Doc("The documents that say so.")]
    reason: Annotated[str, Doc("Why the adopted value was preferred.")]

    def flaws(self) -> Iterator[Flaw]:
        """Somebody says the other value."""
        if not self.documents:
            yield Flaw("documents", "at least one document", "none", rule="empty")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Record(Value):
    """Base of all records."""

    id: Annotated[RecordId, Doc("The record's name, minted once; the stem of its file.")]

    def __repr__(self) -> str:
        """Name the record in one line; `attrs.asdict` or `vnjp show` give the whole of it."""
        from textwrap import shorten  # noqa: PLC0415 - only display needs it, and loading must not wait for it

        heading = shorten(self.heading, 80, placeholder=" …")
        return f"{type(self).__name__}({self.id!r}{'' if heading == self.id else f', {heading!r}'})"

    def _repr_html_(self) -> str:
        """Show the record as a table in notebooks."""
        return record_html(self, f"{type(self).__name__} {self.id}")

    @property
    def heading(self) -> str:
        """A line that names the record to a reader: its title or name, else its summary, else its id."""
        candidates = (getattr(self, name, None) for name in ("title", "name", "summary"))
        return next((str(one) for one in candidates if one), self.id)


@attrs.frozen(kw_only=True, repr=False, eq=False)
class SourcedRecord(Record):
    """Base of the records that state facts, each with its sources."""

    sources: Annotated[tuple[Citation, ...], Doc("The documents the record rests on.")] = ()
    conflicts: Annotated[tuple[Conflict, ...], Doc("What other sources say instead.")] = ()


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Event(SourcedRecord):
    """Base of the records that happened on a day or over some days."""

    DATE_FIELD: ClassVar[str]

    @property
    def begins(self) -> PartialDate:
        """The day, or the first of the days, as far as it is known."""
        date: PartialDate = getattr(self, self.DATE_FIELD)
        return date

    @property
    def ends(self) -> PartialDate:
        """The last of the days; `begins` where there is only one."""
        return self.begins
