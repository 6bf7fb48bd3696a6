"""Records by kind: in natural order, made when first asked for, and then for good."""

import threading
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings

from vnjp_dataset import Dataset, load
from vnjp_dataset.collection.ordered import OrderedRecords
from vnjp_dataset.model import KINDS, Event, KindName, Record
from vnjp_dataset.strategies import datasets

BASE = Path(__file__).parents[1] / "checks/base"


@settings(max_examples=20)
@given(datasets())
def test_functions_and_records_give_the_same(dataset: Dataset) -> None:
    """Kinds given as functions equal the same records given outright, in whatever order they come."""

    def turned(kind: KindName) -> Callable[[], tuple[Record, ...]]:
        return lambda: dataset.records(kind)[::-1]

    late = OrderedRecords({kind: turned(kind) for kind in KINDS})
    outright = OrderedRecords({kind: dataset.records(kind)[::-1] for kind in KINDS})
    assert late == outright
    assert all(late[kind] == dataset.records(kind) for kind in KINDS)
    for found in late.values():
        days = [one.begins.anchor for one in found if isinstance(one, Event)]
        assert days == sorted(days)
        ids = [one.id for one in found if not isinstance(one, Event)]
        assert ids == sorted(ids)


def test_a_kind_is_made_once_and_only_when_asked_for() -> None:
    """Nothing is made before it is asked for, nothing twice, and a kind that was not given is empty."""
    asked: list[str] = []

    def make() -> tuple[Record, ...]:
        asked.append("visits")
        return ()

    records = OrderedRecords({"visits": make})
    assert len(records) == len(KINDS)
    assert records["people"] == ()
    assert asked == []
    assert records["visits"] is records["visits"]
    assert asked == ["visits"]


def test_threads_that_ask_at_once_get_the_same_records() -> None:
    """However many threads ask for a kind at the same time, all of them get one and the same tuple."""
    count, visits = 8, load(BASE).records("visits")
    together = threading.Barrier(count)

    def make() -> list[Record]:
        together.wait()  # every thread is making the records before any has made them
        return list(visits)

    records = OrderedRecords({"visits": make})
    found: list[tuple[Record, ...]] = []
    threads = [threading.Thread(target=lambda: found.append(records["visits"])) for _ in range(count)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(found) == count
    assert all(one is found[0] for one in found)
