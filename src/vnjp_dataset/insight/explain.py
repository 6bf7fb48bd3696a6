"""Why the dataset says what it says: the adopted value, every other one, and who stands behind each."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import attrs

from vnjp_dataset.core import RecordSet
from vnjp_dataset.insight.lines import Line, counted, joined
from vnjp_dataset.insight.standing import UNRELEASED, Standing, standing
from vnjp_dataset.insight.values import as_plain, as_text, brief, fields_set, plain_at, value_at
from vnjp_dataset.insight.voices import SIDES, Evidence, Speaker, covers, sides, support, touches, voices, witness
from vnjp_dataset.model import KINDS, Citation, Conflict, FieldPath, KindName, Record, SourcedRecord
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.sources import Side

_HEAD = ("value", "publisher", "side", "published", "document", "where", "notes", "address")


@attrs.frozen(kw_only=True)
class OtherValue:
    """A value that was not adopted, who says it, and why it was not."""

    field: FieldPath
    """The path that is disputed: the field explained, a whole that it is part of, or a part of it."""
    value: str
    reason: str
    evidence: tuple[Evidence, ...]

    @property
    def voices(self) -> tuple[Speaker, ...]:
        """The independent voices that say so."""
        return voices(self.evidence)

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {
            "field": self.field,
            "value": self.value,
            "reason": self.reason,
            "sources": [one.plain() for one in self.evidence],
        }


@attrs.frozen(kw_only=True)
class FieldExplanation:
    """Why a record says what it says at a field path; `str` tells it to a reader.

    A source that supports a path speaks of all that lies below it; one that supports a part speaks of the whole as
    far as that part goes, and so does a conflict. `supports` and `field` tell by which path.
    """

    record: Record
    kind: KindName
    field: FieldPath
    value: object
    """The adopted value, typed as the record has it; None for a field that is not set."""
    evidence: tuple[Evidence, ...]
    """The sources that support it, in the record's order."""
    others: tuple[OtherValue, ...]
    """What other sources say instead."""
    since: str | None
    """The release since which the value stands; `unreleased` where none has it; None outside the package's own data."""

    @property
    def text(self) -> str:
        """The adopted value in a line."""
        return as_text(self.value)

    @property
    def voices(self) -> tuple[Speaker, ...]:
        """The independent voices behind it: a copy counts as its original's publisher, an outlet as its owner."""
        return voices(self.evidence)

    @property
    def sides(self) -> frozenset[Side | None]:
        """The sides of these voices; None stands for a publisher that is not in the dataset."""
        return sides(self.evidence)

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees."""
        yield Line(f"{KINDS[self.kind].one} {self.record.id}", style="dim")
        yield Line(f"{self.field}: {self.text}", style="bold")
        yield Line(_capital(_backing(self)), "  ")
        if self.since:
            yield Line(_since(self.since), "  ")
        if self.evidence:
            yield Line()
            yield Line("Sources", style="bold")
        for number, one in enumerate(self.evidence, start=1):
            yield from one.lines(f"{number:>3}. ", "     ")
        if self.others:
            yield Line()
            yield Line("Other values", style="bold")
        for other in self.others:
            yield Line(f"{other.field}: {other.value}", "  - ")
            yield Line(f"not adopted: {other.reason}", "    ")
            for one in other.evidence:
                yield from one.lines("    says ", "         ")

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {"record": self.record.id, "kind": self.kind, **self.plain_field()}

    def plain_field(self) -> dict[str, object]:
        """Return it as JSON has it, without the record."""
        return {
            "field": self.field,
            "value": as_plain(self.value),
            "text": self.text,
            "since": self.since,
            "voices": [one.plain() for one in self.voices],
            "sides": _ordered(self.sides),
            "sources": [one.plain() for one in self.evidence],
            "others": [one.plain() for one in self.others],
        }

    def _repr_html_(self) -> str:
        """Show values with their sources as a table in notebooks."""
        adopted = (_row(self.text, one, one.notes) for one in self.evidence)
        others = (_row(one.value, each, f"not adopted: {one.reason}") for one in self.others for each in one.evidence)
        caption = f"{self.record.id} {self.field}: {self.text} – {_backing(self)}"
        return rows_html(caption, _HEAD, tuple(chain(adopted, others)))


@attrs.frozen(kw_only=True)
class RecordExplanation:
    """Why a record says what it says: each field that is set, with its sources and conflicts; `str` tells it.

    A field that holds what it would hold anyway, and of which nobody speaks, is left out.
    """

    record: Record
    kind: KindName
    fields: tuple[FieldExplanation, ...]
    """The fields that are set, in order."""
    unsupported: tuple[FieldPath, ...]
    """What no source supports: fields, or the parts of one that its sources leave out."""
    since: str | None
    """The release in which the record first stood; `unreleased`; None outside the package's own data."""

    @property
    def sourced(self) -> bool:
        """Whether records of this kind carry sources; the project's own tables do not."""
        return isinstance(self.record, SourcedRecord)

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees."""
        yield Line(f"{KINDS[self.kind].one} {self.record.id}", style="bold")
        if self.since:
            yield Line(_since(self.since), "  ")
        if not self.sourced:
            yield Line("a table of the project's own: its records carry no sources", "  ")
        for one in self.fields:
            yield Line()
            yield Line(f"{one.field}: {brief(one.value)}")
            if self.sourced:
                yield from _compact(one, self.since)
        if self.unsupported and self.sourced:
            yield Line()
            yield Line(f"No source supports {', '.join(self.unsupported)}.")

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {
            "record": self.record.id,
            "kind": self.kind,
            "since": self.since,
            "sourced": self.sourced,
            "fields": [one.plain_field() for one in self.fields],
            "unsupported": list(self.unsupported),
        }

    def _repr_html_(self) -> str:
        """Show the fields as a table in notebooks."""
        rows = (
            (one.field, brief(one.value), _backing(one), _named(one.evidence), " | ".join(map(_other, one.others)))
            for one in self.fields
        )
        caption = f"{KINDS[self.kind].one} {self.record.id}"
        return rows_html(caption, ("field", "value", "who stands behind it", "documents", "others say"), tuple(rows))


# Making them ----------------------------------------------------------------------------------------------------------


def explain_field(records: RecordSet, record_id: str, field: str) -> FieldExplanation:
    """Return why a record says what it says at a field path.

    Raises UnknownIdError for an id that no record has, QueryError for a path at which such a record states nothing.
    """
    record = records[record_id]
    value_at(record, field)
    return _explainer(records, record, standing(records, record))(FieldPath(field))


def explain_record(records: RecordSet, record_id: str) -> RecordExplanation:
    """Return why a record says what it says, field by field.

    Raises UnknownIdError for an id that no record has.
    """
    record = records[record_id]
    past = standing(records, record)
    explained = _explainer(records, record, past)
    stated = frozenset(past.now)
    fields = (explained(path) for path in fields_set(record) if "." not in path and "[" not in path)
    return RecordExplanation(
        record=record,
        kind=records.kind_of(record.id),
        fields=tuple(one for one in fields if one.field in stated or one.evidence or one.others),
        unsupported=tuple(_unsupported(record)),
        since=past.since,
    )


def _explainer(records: RecordSet, record: Record, past: Standing) -> Callable[[FieldPath], FieldExplanation]:
    kind = records.kind_of(record.id)
    conflicts = record.conflicts if isinstance(record, SourcedRecord) else ()

    def explained(field: FieldPath) -> FieldExplanation:
        value = value_at(record, field)
        return FieldExplanation(
            record=record,
            kind=kind,
            field=field,
            value=value,
            evidence=support(records, record, field) if isinstance(record, SourcedRecord) else (),
            others=tuple(_otherwise(records, one) for one in conflicts if touches(one.field, field)),
            since=None if value in (None, ()) else past.since_at(field),
        )

    return explained


def _otherwise(records: RecordSet, conflict: Conflict) -> OtherValue:
    return OtherValue(
        field=conflict.field,
        value=conflict.value,
        reason=conflict.reason,
        evidence=tuple(witness(records, one) for one in conflict.documents),
    )


def _unsupported(record: Record) -> Iterator[FieldPath]:
    """Yield the widest paths of which no source speaks; what only repeats a default states nothing."""
    citations: tuple[Citation, ...] = record.sources if isinstance(record, SourcedRecord) else ()
    cited = frozenset(path for one in citations for path in one.supports)
    plain = as_plain(record)
    found: list[str] = []
    for path in fields_set(record):
        if any(covers(one, path) for one in (*cited, *found)) or any(covers(path, one) for one in cited):
            continue
        if plain_at(plain, path) is not None:
            found.append(path)
            yield path


# Telling them ---------------------------------------------------------------------------------------------------------


def _compact(one: FieldExplanation, since: str | None) -> Iterator[Line]:
    # What has stood as long as the record needs no telling.
    later = f", {_since(one.since)}" if one.since and one.since != since else ""
    told = f"{_backing(one)}{later}"
    yield Line(f"{told}: {_named(one.evidence)}" if one.evidence else told, "  ", "dim")
    yield from (Line(_other(other), "  - ") for other in one.others)


def _other(one: OtherValue) -> str:
    return f"{one.field}: {one.value} – according to {_named(one.evidence)}; not adopted: {one.reason}"


def _named(evidence: Iterable[Evidence]) -> str:
    return ", ".join(one.document for one in evidence)


def _backing(one: FieldExplanation) -> str:
    if not one.evidence:
        return "no source supports it"
    behind = "; ".join(SIDES[side] for side in _ordered(one.sides))
    return f"{counted(len(one.evidence), 'source')}, {counted(len(one.voices), 'independent voice')} ({behind})"


def _ordered(found: Iterable[Side | None]) -> list[Side | None]:
    return sorted(found, key=list(SIDES).index)


def _since(version: str) -> str:
    return "in no release yet" if version == UNRELEASED else f"so since release {version}"


def _capital(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}"


def _row(value: str, one: Evidence, notes: str) -> tuple[str, ...]:
    published = str(one.read.published) if one.read and one.read.published else ""
    address = one.read.url if one.read else ""
    side = SIDES[one.side]
    return (value, one.publisher.name, side, published, one.document, one.locator or "", notes, address)
