"""Facets: the values by which records are found, and the index over them."""

import functools
import typing
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

import attrs

from vnjp_dataset.collection.spans import Spans
from vnjp_dataset.errors import QueryError
from vnjp_dataset.model import Event, KindName, PartialDate, Record, Source
from vnjp_dataset.model.shape import shown
from vnjp_dataset.nearest import did_you_mean

R = TypeVar("R", bound=Record)
R_contra = TypeVar("R_contra", bound=Record, contravariant=True)
FacetValue = str | int


@attrs.frozen(eq=False, repr=False)
class Facet(Generic[R_contra]):
    """One way to find records: the values a record is found under, and the values that can be asked for."""

    values: Callable[[R_contra], Iterable[FacetValue]]
    known: Callable[[], Collection[FacetValue]] | None = None
    """The values that exist, in their own order; None where any number or text may be asked for."""


@attrs.frozen(eq=False, repr=False)
class Origin:
    """Where records come from, as far as a citation of them names it."""

    version: str
    publisher: Callable[[str], Source]
    """Gives a publisher by its id, or raises UnknownIdError; publishers are made when one is asked for."""
    released: Callable[[], PartialDate | None]
    """Gives the day of the release, or None for a version that is none."""


class Store(Generic[R]):
    """Records in their natural order with the indexes over them; made once, shared by all views."""

    def __init__(self, kind: KindName, records: tuple[R, ...], facets: Mapping[str, Facet[R]], origin: Origin) -> None:
        self.kind: KindName = kind
        self.origin = origin
        self.records = records
        self.facets = facets
        self.by_id: Mapping[str, R] = {record.id: record for record in records}
        self._indexes: dict[str, Mapping[FacetValue, tuple[int, ...]]] = {}

    @functools.cached_property
    def spans(self) -> Spans:
        """The index of the events' days; only stores of events have one."""
        return Spans(typing.cast("tuple[Event, ...]", self.records))

    def positions(self, name: str, wanted: object) -> tuple[int, ...]:
        """Return where the records stand that have any of the wanted values, in order.

        Raises QueryError for an unknown facet or a value that cannot be.
        """
        index = self.index(name)
        found = [index.get(value, ()) for value in self._values(name, wanted)]
        if len(found) == 1:
            return found[0]
        return tuple(sorted(set[int]().union(*found)))

    def index(self, name: str) -> Mapping[FacetValue, tuple[int, ...]]:
        """Return the positions of the records under each value of a facet; values in their own order."""
        made = self._indexes.get(name)
        if made is None:
            made = self._indexes[name] = self._make(self.facet(name))
        return made

    def facet(self, name: str) -> Facet[R]:
        """Return a facet by name.

        Raises QueryError with the nearest names.
        """
        if name not in self.facets:
            hint = did_you_mean(name, self.facets) or f"{self.kind} have {', '.join(self.facets)}"
            raise QueryError(f"{self.kind} cannot be asked by {shown(name)}", hint)
        return self.facets[name]

    def _make(self, facet: Facet[R]) -> Mapping[FacetValue, tuple[int, ...]]:
        found: dict[FacetValue, list[int]] = {}
        for position, record in enumerate(self.records):
            for value in dict.fromkeys(facet.values(record)):
                found.setdefault(value, []).append(position)
        order = {value: place for place, value in enumerate(facet.known())} if facet.known else {}
        ranked = sorted(found, key=lambda value: (order.get(value, len(order)), isinstance(value, str), value))
        return {value: tuple(found[value]) for value in ranked}

    def _values(self, name: str, wanted: object) -> tuple[FacetValue, ...]:
        facet = self.facet(name)
        if isinstance(wanted, (str, int)):
            values: tuple[object, ...] = (wanted,)
        elif isinstance(wanted, Iterable):
            values = tuple(typing.cast("Iterable[object]", wanted))
        else:
            values = (wanted,)
        known = facet.known() if facet.known else None
        for value in values:
            self._check(name, value, known)
        return typing.cast("tuple[FacetValue, ...]", values)

    def _check(self, name: str, value: object, known: Collection[Hashable] | None) -> None:
        if known is None:
            # Years are the one facet without a list of values.
            if isinstance(value, bool) or not isinstance(value, int):
                raise QueryError(f"{name}: expected a whole number, got {shown(value)}")
        elif not isinstance(value, Hashable) or value not in known:
            words = [str(one) for one in known]
            hint = did_you_mean(str(value), words) or (f"known: {', '.join(words)}" if len(words) < 20 else "")
            raise QueryError(f"{name}: no such value {shown(value)}", hint)


def words(vocabulary: object) -> Callable[[], Collection[FacetValue]]:
    """Return the words of a Literal, in order, as a facet's known values."""
    known: tuple[FacetValue, ...] = typing.get_args(vocabulary)
    return lambda: known
