"""Which records a question is about, and whether they surely lie within its days."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal, Protocol, cast

import attrs

from vnjp_dataset.collection import Collection
from vnjp_dataset.core import RecordSet
from vnjp_dataset.model import Event, Mechanism, Meeting, Rank, Record, Visit
from vnjp_dataset.model.classification import EventKind

Place = Literal["in", "perhaps", "out"]


@attrs.frozen
class Window:
    """Days from a first to a last one, both included."""

    first: dt.date = dt.date.min
    last: dt.date = dt.date.max

    def place(self, earliest: dt.date, latest: dt.date) -> Place:
        """Return whether what happened on one of some days surely lies within."""
        if latest < self.first or earliest > self.last:
            return "out"
        return "in" if earliest >= self.first and latest <= self.last else "perhaps"


class _Askable(Protocol):
    def where(self, **criteria: object) -> Collection[Record]: ...


def collection_of(records: RecordSet, kind: EventKind) -> Collection[Record]:
    """Return the collection of a kind."""
    return cast("Collection[Record]", getattr(records, kind))


def asked(collection: Collection[Record], criteria: Mapping[str, object]) -> Collection[Record]:
    """Return the records of a collection that meet every criterion, as its `where` does.

    Raises QueryError for a criterion or value that it does not know.
    """
    return cast("_Askable", collection).where(**criteria)


def days_of(record: Record) -> tuple[dt.date, dt.date]:
    """Return the first and the last day on which a record can have begun."""
    begun = record.begins if isinstance(record, Event) else None
    if isinstance(record, Mechanism):
        begun = record.established
    return (begun.earliest, begun.latest) if begun else (dt.date.min, dt.date.max)


def place_of(record: Record, days: Window, *, held_only: bool = True) -> Place:
    """Return whether a record surely began within some days.

    With `held_only`, a visit or meeting that is only announced is there perhaps, a cancelled one not at all.
    """
    status = record.status if held_only and isinstance(record, (Visit, Meeting)) else "held"
    if status == "cancelled":
        return "out"
    place = days.place(*days_of(record))
    return "perhaps" if place == "in" and status == "announced" else place


def ranks_of(records: RecordSet, ranks: Iterable[str], offices: Iterable[str]) -> tuple[str, ...] | None:
    """Return the ranks that criteria ask for, by name or by way of offices; None where they ask for none."""
    found = (records.offices.find(one) for one in offices)
    return tuple(ranks) or tuple(one.rank for one in found if one) or None


def ranks_held(records: RecordSet, people: Iterable[str]) -> tuple[Rank, ...]:
    """Return the ranks of all offices that people have held."""
    found = (records.people.find(one) for one in people)
    offices = (records.offices.find(term.office) for one in found if one for term in one.terms)
    return tuple(dict.fromkeys(one.rank for one in offices if one))


def words_of(value: object) -> tuple[str, ...]:
    """Return the values that a criterion asks for, as texts."""
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        return (str(value),)
    return tuple(str(one) for one in cast("Iterable[object]", value))
