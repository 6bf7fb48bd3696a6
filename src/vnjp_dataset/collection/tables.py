"""What collections need to know of each other: ranks of offices, wider fields and wider places."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from vnjp_dataset.model import KindName, Record
from vnjp_dataset.model.classification import CooperationField
from vnjp_dataset.model.offices import Office
from vnjp_dataset.model.places import Place
from vnjp_dataset.model.vocabulary import Rank


class Tables:
    """All records by kind, and the look-ups that facets share."""

    def __init__(self, records: Mapping[KindName, tuple[Record, ...]]) -> None:
        self.records = records
        self._ids: dict[KindName, Mapping[str, None]] = {}

    def ids(self, kind: KindName) -> Mapping[str, None]:
        """Return the ids of a kind, in order, quick to test for membership."""
        found = self._ids.get(kind)
        if found is None:
            found = self._ids[kind] = dict.fromkeys(one.id for one in self.records[kind])
        return found

    @cached_property
    def all_ids(self) -> Mapping[str, None]:
        """The ids of all kinds."""
        return {one: None for kind in self.records for one in self.ids(kind)}

    def rank(self, office: str) -> tuple[Rank, ...]:
        """Return an office's rank, or nothing for an office that is not there."""
        rank = self._ranks.get(office)
        return (rank,) if rank else ()

    @cached_property
    def _ranks(self) -> Mapping[str, Rank]:
        return {one.id: one.rank for one in self.records["offices"] if isinstance(one, Office)}

    def with_broader(self, fields: Iterable[str]) -> tuple[str, ...]:
        """Return fields of cooperation together with every field they are a part of."""
        return _closure(fields, self._broader)

    @cached_property
    def _broader(self) -> Mapping[str, str]:
        found = (one for one in self.records["fields"] if isinstance(one, CooperationField))
        return {one.id: one.broader for one in found if one.broader}

    def with_wider(self, places: Iterable[str]) -> tuple[str, ...]:
        """Return places together with every place they lie in."""
        return _closure(places, self._wider)

    @cached_property
    def _wider(self) -> Mapping[str, str]:
        found = (one for one in self.records["places"] if isinstance(one, Place))
        return {one.id: one.part_of for one in found if one.part_of}


def _closure(start: Iterable[str], up: Mapping[str, str]) -> tuple[str, ...]:
    reached: dict[str, None] = {}
    for one in start:
        current: str | None = one
        while current is not None and current not in reached:
            reached[current] = None
            current = up.get(current)
    return tuple(reached)
