"""Collections: immutable, ordered, indexed sets of records of one kind."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, Never, Protocol, Self, TypeVar, overload

from vnjp_dataset.collection.facets import FacetValue, Store
from vnjp_dataset.collection.framed import Framed
from vnjp_dataset.errors import InvalidValueError, QueryError, UnknownIdError
from vnjp_dataset.model import Event, KindName, PartialDate, Record, partial_date
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.nearest import nearest

if TYPE_CHECKING:
    from vnjp_dataset.citation import DatasetCitation

R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=Event)

DateLike = PartialDate | dt.date | str | int
HTML_ROWS = 60


class SortKey(Protocol):
    """Anything that can be put in order among its like: text, numbers, dates, tuples of them."""

    def __lt__(self, other: Never, /) -> bool: ...


class Collection(Framed, Generic[R]):
    """Records of one kind in order, never changing; queries give new collections over the same records.

    Events are in order of date, everything else in order of id, unless sorted otherwise.
    """

    def __init__(self, store: Store[R], positions: Sequence[int] | None = None) -> None:
        self._store = store
        self._positions = range(len(store.records)) if positions is None else positions

    @property
    def _kind(self) -> KindName:
        return self._store.kind

    # Looking up ---------------------------------------------------------------------------------------------------

    @overload
    def __getitem__(self, key: str) -> R: ...
    @overload
    def __getitem__(self, key: int) -> R: ...
    @overload
    def __getitem__(self, key: slice) -> Self: ...
    def __getitem__(self, key: str | int | slice) -> R | Self:
        """Return the record with an id, or the one at a position, or the collection of a slice.

        Raises UnknownIdError (a KeyError) with the nearest ids; IndexError for a position out of range.
        """
        try:
            return self._by_id[key]  # type: ignore[index]  # pyright: ignore[reportArgumentType] - others are told apart below
        except (KeyError, TypeError):
            return self._other_item(key)

    def _other_item(self, key: str | int | slice) -> R | Self:
        if isinstance(key, slice):
            return self._view(self._positions[key])
        if isinstance(key, int):
            return self._store.records[self._positions[key]]
        raise UnknownIdError(key, self._store.kind, nearest(str(key), self._by_id))

    def find(self, record_id: str) -> R | None:
        """Return the record with an id, or None."""
        return self._by_id.get(record_id)

    @cached_property
    def _by_id(self) -> Mapping[str, R]:
        if self._whole:
            return self._store.by_id
        return {record.id: record for record in self}

    @cached_property
    def _whole(self) -> bool:
        return isinstance(self._positions, range) and self._positions == range(len(self._store.records))

    @property
    def ids(self) -> tuple[str, ...]:
        """The records' ids, in order."""
        return tuple(record.id for record in self)

    def __iter__(self) -> Iterator[R]:
        records = self._store.records
        return (records[position] for position in self._positions)

    def __reversed__(self) -> Iterator[R]:
        records = self._store.records
        return (records[position] for position in reversed(self._positions))

    def __len__(self) -> int:
        return len(self._positions)

    def __contains__(self, item: object) -> bool:
        """Whether a record, or the record with an id, is in the collection."""
        if isinstance(item, str):
            return item in self._by_id
        return isinstance(item, Record) and self._by_id.get(item.id) == item

    # Choosing -----------------------------------------------------------------------------------------------------

    @property
    def criteria(self) -> Mapping[str, tuple[FacetValue, ...] | None]:
        """The criteria of `where`, each with the values that can be asked for; None stands for any whole number."""
        facets = self._store.facets
        return MappingProxyType({name: tuple(one.known()) if one.known else None for name, one in facets.items()})

    def _where(self, criteria: Mapping[str, object]) -> Self:
        found = [self._store.positions(name, value) for name, value in criteria.items() if value is not None]
        if not found:
            return self
        kept: Sequence[int] = self._positions
        if self._whole:
            found.sort(key=len)
            kept = found.pop(0)
        sets = [frozenset(positions) for positions in found]
        return self._view(kept if not sets else [one for one in kept if all(one in several for several in sets)])

    def filter(self, keep: Callable[[R], bool]) -> Self:
        """Return the records for which a function says True."""
        records = self._store.records
        return self._view([position for position in self._positions if keep(records[position])])

    def sort(self, key: Callable[[R], SortKey], *, reverse: bool = False) -> Self:
        """Return the records in order of a key; those with equal keys stay in the order they had."""
        records = self._store.records
        return self._view(sorted(self._positions, key=lambda one: key(records[one]), reverse=reverse))

    def group_by(self, facet: str) -> Mapping[FacetValue, Self]:
        """Return the collection under each value of a criterion of `where`, values in their own order.

        A record with several values, such as fields of cooperation, stands under each of them; one without any
        stands under none. Raises QueryError for an unknown criterion.
        """
        index = self._store.index(facet)
        groups: dict[FacetValue, Self] = {}
        for value, positions in index.items():
            kept = frozenset(positions)
            chosen = [one for one in self._positions if one in kept]
            if chosen:
                groups[value] = self._view(chosen)
        return MappingProxyType(groups)

    def count_by(self, facet: str) -> Mapping[FacetValue, int]:
        """Return how many records stand under each value of a criterion of `where`."""
        return MappingProxyType({value: len(group) for value, group in self.group_by(facet).items()})

    def _view(self, positions: Sequence[int]) -> Self:
        return type(self)(self._store, positions)

    # Citing -------------------------------------------------------------------------------------------------------

    def cite(self) -> "DatasetCitation":
        """Return how to cite these records: the version, their fingerprint and the documents behind them.

        Raises UnknownIdError where a record names a document that is not there.
        """
        # Few who query also cite, and loading must not wait for them.
        from vnjp_dataset.citation import cite_records  # noqa: PLC0415 - see above

        origin = self._store.origin
        return cite_records(self, origin.version, origin.publisher, origin.released())

    # Being a value ------------------------------------------------------------------------------------------------

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Collection):
            return NotImplemented
        return type(self) is type(other) and tuple(self) == tuple(other)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]

    def __hash__(self) -> int:
        return hash((type(self), self.ids))

    def __repr__(self) -> str:
        shown = ", ".join(repr(one) for one in self.ids[:3])
        more = ", …" if len(self) > 3 else ""
        count = f"{len(self)} record{'' if len(self) == 1 else 's'}"
        return f"<{type(self).__name__}: {count}{f' ({shown}{more})' if shown else ''}>"

    def _repr_html_(self) -> str:
        """Show the collection as a table in notebooks."""
        rows = tuple((record.id, *_dates(record), record.heading) for record in self[:HTML_ROWS])
        head = ("id", "from", "to", "") if rows and len(rows[0]) == 4 else ("id", "")
        left_out = len(self) - len(rows)
        caption = f"{type(self).__name__}, {len(self)} records{f', the first {HTML_ROWS} shown' if left_out else ''}"
        return rows_html(caption, head, rows)


def _dates(record: Record) -> tuple[str, ...]:
    return (str(record.begins), str(record.ends)) if isinstance(record, Event) else ()


class EventCollection(Collection[E]):
    """Records that happened on a day or over some days."""

    def between(self, start: DateLike | None = None, end: DateLike | None = None) -> Self:
        """Return the events that can have taken place, at least in part, from the start to the end.

        Both may be partial and are included whole: ``between("2013", "2021-06")`` is from 2013-01-01 to 2021-06-30;
        None leaves a side open. An event whose date is only known to the year counts wherever that year overlaps.
        Raises QueryError where the start is after the end or one of them is no date.
        """
        first = _day(start).earliest.toordinal() if start is not None else dt.date.min.toordinal()
        last = _day(end).latest.toordinal() if end is not None else dt.date.max.toordinal()
        if first > last:
            raise QueryError(f"between: expected the start before the end, got {start} and {end}", "swap them")
        found = self._store.spans.overlapping(first, last)
        if self._whole:
            return self._view(found)
        kept = frozenset(found)
        return self._view([one for one in self._positions if one in kept])


def _day(value: DateLike) -> PartialDate:
    try:
        return partial_date(value)
    except InvalidValueError as error:
        raise QueryError(str(error)) from None
