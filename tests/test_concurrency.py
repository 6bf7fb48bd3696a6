"""Loading and asking from many threads and processes at once."""

import gc
import os
import pickle
import pkgutil
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest

import vnjp_dataset as vnjp
from vnjp_dataset import errors
from vnjp_dataset.model import KINDS
from vnjp_dataset.reading import convert
from vnjp_dataset.snapshot.write import write_snapshot

BASE = Path(__file__).parent / "checks" / "base"
THREADS = 8

T = TypeVar("T")


@pytest.fixture(scope="module")
def base() -> vnjp.Dataset:
    """Return a small dataset in which every kind of record is."""
    return vnjp.load(BASE)


@pytest.fixture
def installed(base: vnjp.Dataset, monkeypatch: pytest.MonkeyPatch) -> vnjp.Dataset:
    """Return the dataset that `load()` gives here as it does in an installed package: kinds made when asked for."""
    data = write_snapshot({kind: base.records(kind) for kind in KINDS}, base.version)

    def get_data(_package: str, name: str) -> bytes | None:
        return data if name == "_snapshot.json" else None

    monkeypatch.setattr(pkgutil, "get_data", get_data)
    return vnjp.load()


def _at_once(ask: Callable[[int], T]) -> list[T]:
    """Ask from several threads that start together, and switch fifty times as often as they would."""
    start = threading.Barrier(THREADS, timeout=60)  # where a thread cannot start, the others do not wait for ever

    def wait_and_ask(number: int) -> T:
        start.wait()
        return ask(number)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-4)
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            return list(pool.map(wait_and_ask, range(THREADS)))
    finally:
        sys.setswitchinterval(interval)


def _answers(dataset: vnjp.Dataset) -> tuple[object, ...]:
    """Return answers that need every kind, index and link that is made when it is first needed."""
    return (
        len(dataset),
        dataset.visits.where(direction="VN-JP", rank="head-of-state").ids,
        dataset.visits.between("2021", "2022").ids,
        tuple(dataset.visits.group_by("lead")),
        dataset.relation_on("2022-05-01").level,
        dataset.office_holder("prime-minister-of-japan", "2022-05-01"),
        tuple(record.id for record in dataset.search("Sato")),
        dataset.links_to("2021-an-van-binh"),
        dataset.document("herald/2022-05-02-visit"),
        vnjp.load(BASE).fingerprint,
        dataset.fingerprint,
    )


@pytest.mark.parametrize("round_", range(5))
def test_threads_get_the_same_answers(installed: vnjp.Dataset, base: vnjp.Dataset, round_: int) -> None:
    """Threads that are the first to ask one dataset anything, all at once, get what one alone gets."""
    assert installed == vnjp.load()
    shared = vnjp.load()
    expected = _answers(base)
    assert _at_once(lambda _: _answers(shared)) == [expected] * THREADS
    assert round_ >= 0


def test_threads_get_the_same_records(installed: vnjp.Dataset) -> None:
    """Of a kind that is made when it is first asked for, every thread gets the same objects."""
    kinds = tuple(KINDS)
    for _ in range(10):
        shared = vnjp.load()
        found = _at_once(lambda number: {kind: shared.records(kind) for kind in kinds[number:] + kinds[:number]})  # noqa: B023 - asked before the next
        assert all(one[kind] is found[0][kind] for one in found for kind in kinds)
        assert shared == installed


def test_threads_load_trees_of_their_own(base: vnjp.Dataset) -> None:
    """Trees are read side by side, the first time too, when the converter is made."""
    convert.converter.cache_clear()
    assert {one.fingerprint for one in _at_once(lambda _: vnjp.load(BASE))} == {base.fingerprint}


def test_the_collector_is_at_work_afterwards(installed: vnjp.Dataset) -> None:
    """However threads that load take turns, garbage is collected when they are done, as it was before."""
    assert gc.isenabled()
    for _ in range(20):
        assert _at_once(lambda _: len(vnjp.load())) == [len(installed)] * THREADS
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_collector_that_was_off_stays_off(installed: vnjp.Dataset) -> None:
    """Loading switches on nothing that somebody switched off."""
    gc.disable()
    try:
        assert vnjp.load() == installed
        assert not gc.isenabled()
    finally:
        gc.enable()


SCRIPT = """
import multiprocessing, sys, threading
import vnjp_dataset as vnjp

def fingerprint(path):
    dataset = vnjp.load(path)
    assert len(dataset.search("Sato")) > 0
    return dataset.fingerprint

if __name__ == "__main__":
    with multiprocessing.get_context(sys.argv[2]).Pool(3) as pool:
        print(*pool.map(fingerprint, [sys.argv[1]] * 6))
"""


@pytest.mark.parametrize("way", ["spawn", "fork"])
def test_processes_load_side_by_side(tmp_path: Path, base: vnjp.Dataset, way: str) -> None:
    """Processes of a pool, new ones or copies of this one, read the same dataset."""
    if way == "fork" and not hasattr(os, "fork"):
        pytest.skip("this system does not copy processes")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, "utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(BASE), way], capture_output=True, text=True, check=False, timeout=100
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == [base.fingerprint] * 6


@pytest.mark.parametrize(
    "error",
    [
        errors.InvalidDataError([errors.Problem(rule="r", message="m")]),
        errors.InvalidValueError("visit", [errors.Flaw("start", "a date", "`x`")]),
        errors.UnknownIdError("a", "the dataset", ("b",)),
        errors.RetiredIdError("a", "merged", "0.2.0", "It was here twice.", ("b",)),
        errors.QueryError("m", "h"),
        errors.DiffError("m", "h"),
        errors.MissingReleaseError("9.9.9", ("0.1.0",)),
        errors.SnapshotError("m"),
        errors.ReleaseError(["m"]),
        errors.MissingExtraError("plots", "plots"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_travel_between_processes(error: errors.DatasetError) -> None:
    """An error that a worker raises arrives as it was raised."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_records_travel_between_processes(base: vnjp.Dataset) -> None:
    """Every record can be handed to another process."""
    assert pickle.loads(pickle.dumps(tuple(base))) == tuple(base)  # noqa: S301 - our own
