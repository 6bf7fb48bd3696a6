"""Who says something: the documents that speak of a field, and whose voice each of them is.

A copy is the voice of the publisher whose text it is, and an outlet that of its owner; so a report that ten papers
printed is one voice.
"""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from vnjp_dataset.core import RecordSet
from vnjp_dataset.insight.lines import Line
from vnjp_dataset.model import Citation, Document, DocumentId, FieldPath, SourcedRecord
from vnjp_dataset.model.sources import Side

SIDES: Mapping[str | None, str] = {"VN": "Vietnam", "JP": "Japan", "other": "neither side", None: "side unknown"}
"""What a side is called."""

_READ = {"opening": "only its opening was read", "excerpt": "only an excerpt was read"}


@attrs.frozen
class Speaker:
    """A publisher, as far as it says something."""

    id: str
    name: str
    side: Side | None
    """Whose voice it is, as its owner's where it has one; None for a publisher that is not in the dataset."""

    def __str__(self) -> str:
        return f"{self.name} ({SIDES[self.side]})"

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {"id": self.id, "name": self.name, "side": self.side}


@attrs.frozen(kw_only=True)
class Evidence:
    """A document that speaks of a field, and what is known of it."""

    document: DocumentId
    read: Document | None
    """What was read; None for a document that is not in the dataset."""
    publisher: Speaker
    original: Speaker | None
    """The publisher whose text it copies."""
    voice: Speaker
    """Whose voice it counts as."""
    supports: tuple[FieldPath, ...] = ()
    """The paths by which it speaks of the field: the field itself, a whole that it is part of, or parts of it."""
    locator: str | None = None
    announcement: bool = False

    @property
    def side(self) -> Side | None:
        """The publisher's side, as its owner's where it has one."""
        return self.publisher.side

    def __str__(self) -> str:
        when = str(self.read.published) if self.read and self.read.published else "no date known"
        return f"{self.publisher}, {when} [{self.document}]"

    @property
    def notes(self) -> str:
        """What else a reader should know of it, in a line."""
        return "; ".join(self._notes())

    def _notes(self) -> Iterator[str]:
        if self.supports:
            located = f" ({self.locator})" if self.locator else ""
            yield f"{'announces' if self.announcement else 'supports'} {', '.join(self.supports)}{located}"
        if self.read is None:
            yield "not among the documents"
        elif self.read.extent in _READ:
            yield _READ[self.read.extent]
        if self.original:
            yield f"copies {self.original}"
        if self.voice.id not in (self.publisher.id, self.original.id if self.original else ""):
            yield f"counts as the voice of {self.voice}"

    def lines(self, first: str, lead: str) -> Iterator[Line]:
        """Yield what a reader sees of it: title, publisher and date, notes, address."""
        if self.read:
            yield Line(self.read.title, first)
        yield Line(str(self), lead if self.read else first)
        if self.notes:
            yield Line(self.notes, lead, "dim")
        if self.read:
            yield Line(self.read.url, lead, whole=True)

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it; null stands for what is not known."""
        read = self.read
        return {
            "document": self.document,
            "title": read.title if read else None,
            "publisher": self.publisher.plain(),
            "side": self.side,
            "published": str(read.published) if read and read.published else None,
            "language": read.language if read else None,
            "supports": list(self.supports),
            "locator": self.locator,
            "announcement": self.announcement,
            "extent": read.extent if read else None,
            "original": self.original.plain() if self.original else None,
            "voice": self.voice.plain(),
            "url": read.url if read else None,
        }


def witness(records: RecordSet, document_id: DocumentId) -> Evidence:
    """Return what is known of a document."""
    read = records.documents.get(document_id)
    publisher = document_id.partition("/")[0]
    original = read.original if read else None
    return Evidence(
        document=document_id,
        read=read,
        publisher=_speaker(records, publisher),
        original=_speaker(records, original) if original else None,
        voice=_speaker(records, _owner(records, original or publisher)),
    )


def support(records: RecordSet, record: SourcedRecord, field: str) -> tuple[Evidence, ...]:
    """Return the sources of a record that speak of a field, in the record's order.

    A source that supports a path covers all that lies below it; one that supports a part speaks of the whole too,
    as far as that part goes.
    """
    return tuple(_support(records, record.sources, field))


def _support(records: RecordSet, citations: Iterable[Citation], field: str) -> Iterator[Evidence]:
    for one in citations:
        paths = tuple(path for path in one.supports if touches(path, field))
        if paths:
            yield attrs.evolve(
                witness(records, one.document), supports=paths, locator=one.locator, announcement=one.announcement
            )


def covers(path: str, field: str) -> bool:
    """Whether a field is what a path names, or lies below it."""
    return field == path or field.startswith((f"{path}.", f"{path}["))


def touches(path: str, field: str) -> bool:
    """Whether one of two paths names what the other does, a whole it is part of, or a part of it."""
    return covers(path, field) or covers(field, path)


def voices(evidence: Iterable[Evidence]) -> tuple[Speaker, ...]:
    """Return the independent voices behind documents, each once, in order."""
    return tuple({one.voice.id: one.voice for one in evidence}.values())


def sides(evidence: Iterable[Evidence]) -> frozenset[Side | None]:
    """Return the sides whose voices stand behind documents."""
    return frozenset(one.voice.side for one in evidence)


def _speaker(records: RecordSet, publisher: str) -> Speaker:
    source, owner = records.sources.find(publisher), records.sources.find(_owner(records, publisher))
    return Speaker(publisher, str(source.name) if source else publisher, owner.side if owner else None)


def _owner(records: RecordSet, publisher: str) -> str:
    """Return the publisher of which one is an outlet, by way of others where they are outlets too."""
    seen = {publisher}
    while (source := records.sources.find(publisher)) and source.owner and source.owner not in seen:
        publisher = source.owner
        seen.add(publisher)
    return publisher
