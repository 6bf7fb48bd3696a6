"""What a check counts among the records, one way or another."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

import attrs

from vnjp_dataset.core import RecordSet
from vnjp_dataset.insight.selecting import Place, Window, asked, collection_of, days_of, place_of, words_of
from vnjp_dataset.insight.ways import Way
from vnjp_dataset.model import Check, Criteria, PartialDate, Record
from vnjp_dataset.model.classification import EventKind

PERIOD = ("since", "until", "year")
"""The criteria that are days, which no collection is asked for."""


@attrs.frozen(kw_only=True)
class Tally:
    """The records that a check counts."""

    records: tuple[Record, ...]
    """Those that surely count, in order of date."""
    perhaps: tuple[Record, ...] = ()
    """Those that may count: their day is not known so well, or they are only announced."""
    way: Way | None = None
    """The way of counting; None as the check says."""

    @property
    def least(self) -> int:
        """The least that the records can come to."""
        return len(self.records)

    @property
    def most(self) -> int:
        """The most that the records can come to."""
        return len(self.records) + len(self.perhaps)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the records that surely count."""
        return tuple(one.id for one in self.records)

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {
            "way": self.way.id if self.way else None,
            "words": self.way.words if self.way else None,
            "count": self.least,
            "records": list(self.ids),
            "perhaps": [one.id for one in self.perhaps],
        }


def tally(records: RecordSet, check: Check, day: PartialDate, way: Way | None = None) -> Tally | None:
    """Count what a check asks for up to a day; None where it asks for the place of a record that does not count.

    Raises QueryError for a value that no record can have.
    """
    where = way.widened(check.where) if way else check.where
    through = records.find(check.through) if check.through else None
    found: dict[Place, list[Record]] = {"in": [], "perhaps": [], "out": []}
    for one in candidates(records, check.kinds, where):
        if way is None or way.keeps(one):
            found[_place(one, period(where), day, through)].append(one)
    if check.answer == "ordinal" and (through is None or through not in (*found["in"], *found["perhaps"])):
        return None
    return Tally(records=_dated(found["in"]), perhaps=_dated(found["perhaps"]), way=way)


def candidates(records: RecordSet, kinds: Iterable[EventKind], where: Criteria) -> Iterator[Record]:
    """Yield the records that meet the criteria of their kind, whatever their days."""
    wanted = criteria_of(where)
    for kind in kinds:
        collection = collection_of(records, kind)
        own = {name: value for name, value in wanted.items() if name in collection.criteria}
        # All of the people are meant, where a criterion means any of its values.
        for person in own.pop("person", ()):
            collection = asked(collection, {"person": person})
        yield from asked(collection, own)


def criteria_of(where: Criteria) -> Mapping[str, tuple[str, ...]]:
    """Return the criteria given, without those that are days, each with its values."""
    fields = ((one.name, getattr(where, one.name)) for one in attrs.fields(Criteria) if one.name not in PERIOD)
    return {name: words_of(value) for name, value in fields if value is not None and value != ()}


def period(where: Criteria) -> Window:
    """Return the days within which criteria ask for records."""
    first, last = dt.date.min, dt.date.max
    if where.year is not None:
        first, last = dt.date(where.year, 1, 1), dt.date(where.year, 12, 31)
    if where.since is not None:
        first = max(first, where.since.earliest)
    if where.until is not None:
        last = min(last, where.until.latest)
    return Window(first, last)


def _place(one: Record, days: Window, day: PartialDate, through: Record | None) -> Place:
    """Return whether a record surely counts: it lies within the days, and not after the day or record counted up to."""
    if one == through:
        return place_of(one, days, held_only=False)
    found = {
        place_of(one, days),
        Window(last=day.latest).place(*days_of(one)) if through is None else _up_to(one, through),
    }
    return "out" if "out" in found else "perhaps" if "perhaps" in found else "in"


def _up_to(one: Record, through: Record) -> Place:
    (earliest, latest), (first, last) = days_of(one), days_of(through)
    if earliest > last:
        return "out"
    return "in" if latest < first else "perhaps"


def _dated(found: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(sorted(found, key=lambda one: (*days_of(one), one.id)))
