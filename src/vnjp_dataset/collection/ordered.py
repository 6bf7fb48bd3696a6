"""Records by kind, in their natural order, each kind made when it is first asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter

from vnjp_dataset.model import KINDS, Event, KindName, Record
from vnjp_dataset.model.order import natural_order

Given = Iterable[Record] | Callable[[], Iterable[Record]]
"""Records, or a function that gives them."""


class OrderedRecords(Mapping[KindName, tuple[Record, ...]]):
    """Every kind's records: events by date, others by id; it never changes.

    What is given as a function is asked for once, when its kind is: who asks about visits does not wait for the
    publishers.
    """

    def __init__(self, given: Mapping[KindName, Given]) -> None:
        self._makers: dict[KindName, Callable[[], Iterable[Record]]] = {}
        self._made: dict[KindName, tuple[Record, ...]] = {}
        for kind in KINDS:
            records = given.get(kind, ())
            if callable(records):
                self._makers[kind] = records
            else:
                self._made[kind] = _ordered(kind, records)

    def __getitem__(self, kind: KindName) -> tuple[Record, ...]:
        make = self._makers.get(kind)
        if make is not None:
            # Of two threads that ask at once both make the records, and both get those of the first to be done.
            self._made.setdefault(kind, _ordered(kind, make()))
            self._makers.pop(kind, None)
        return self._made[kind]

    def __iter__(self) -> Iterator[KindName]:
        return iter(KINDS)

    def __len__(self) -> int:
        return len(KINDS)


def _ordered(kind: KindName, records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=natural_order if issubclass(KINDS[kind].record, Event) else attrgetter("id")))
