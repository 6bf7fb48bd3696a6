"""The compiled file: what goes in comes out, and damage is noticed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import load
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import SnapshotError
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.snapshot import load_snapshot
from vnjp_dataset.snapshot.load import first_line
from vnjp_dataset.snapshot.write import write_snapshot
from vnjp_dataset.strategies import datasets, records


def _records(dataset: Dataset) -> dict[KindName, tuple[Record, ...]]:
    return {kind: dataset.records(kind) for kind in KINDS}


def _of(record: Record) -> dict[KindName, list[Record]]:
    return {kind.name: [record] for kind in KINDS.values() if type(record) is kind.record}


@settings(max_examples=12)
@given(datasets())
def test_a_dataset_comes_out_as_it_went_in(dataset: Dataset) -> None:
    """Records written to a snapshot and loaded are equal, with the version and fingerprint they had."""
    found = load_snapshot(write_snapshot(_records(dataset), "1.2.3"))
    again = Dataset(found.records, version=dataset.version, fingerprint=found.fingerprint)
    assert again == dataset
    assert hash(again) == hash(dataset)
    assert (found.version, found.fingerprint) == ("1.2.3", dataset.fingerprint)
    assert all(hash(one) == hash(dataset[one.id]) for one in again)


@given(records())
def test_any_record_comes_out_as_it_went_in(record: Record) -> None:
    """A record of whatever kind is the same after a snapshot, down to types and the hash."""
    found = load_snapshot(write_snapshot(_of(record), "1")).records
    (again,) = (one for several in found.values() for one in several())
    assert again == record
    assert repr(again) == repr(record)
    assert hash(again) == hash(record)


@settings(max_examples=8)
@given(datasets(max_visits=1))
def test_equal_records_give_equal_bytes(dataset: Dataset) -> None:
    """The order in which records are given makes no difference to any byte."""
    turned: dict[KindName, tuple[Record, ...]] = {
        kind: found[::-1] for kind, found in reversed(_records(dataset).items())
    }
    assert write_snapshot(turned, "1") == write_snapshot(_records(dataset), "1")


@given(records(), st.data())
def test_a_flipped_byte_is_noticed(record: Record, data: st.DataObject) -> None:
    """A snapshot in which any one byte is another raises SnapshotError."""
    good = write_snapshot(_of(record), "1")
    place = data.draw(st.integers(0, len(good) - 1))
    change = data.draw(st.integers(1, 255))
    with pytest.raises(SnapshotError):
        load_snapshot(good[:place] + bytes([good[place] ^ change]) + good[place + 1 :])


def test_any_flipped_byte_of_the_first_line_is_noticed() -> None:
    """The line with the format and checksum is guarded too, against each change of each of its bytes."""
    good = write_snapshot({}, "1")
    for place in range(good.index(b"\n") + 1):
        for byte in set(range(256)) - {good[place]}:
            with pytest.raises(SnapshotError):
                load_snapshot(good[:place] + bytes([byte]) + good[place + 1 :])


@given(records(), st.data())
def test_a_cut_or_longer_file_is_noticed(record: Record, data: st.DataObject) -> None:
    """A snapshot cut short anywhere, or with anything after its end, raises SnapshotError."""
    good = write_snapshot(_of(record), "1")
    with pytest.raises(SnapshotError):
        load_snapshot(good[: data.draw(st.integers(0, len(good) - 1))])
    with pytest.raises(SnapshotError):
        load_snapshot(good + data.draw(st.binary(min_size=1, max_size=3)))


@pytest.fixture(scope="module")
def whole() -> bytes:
    """Return the snapshot of a small dataset in which every kind of record is."""
    return write_snapshot(_records(load(Path(__file__).parents[1] / "checks" / "base")), "1")


def test_every_flipped_bit_is_noticed(whole: bytes) -> None:
    """Each bit of a snapshot, flipped, makes it one that is refused."""
    damaged = bytearray(whole)
    for place in range(len(whole)):
        for bit in range(8):
            damaged[place] ^= 1 << bit
            with pytest.raises(SnapshotError):
                load_snapshot(bytes(damaged))
            damaged[place] ^= 1 << bit
    assert bytes(damaged) == whole


def test_every_cut_is_noticed(whole: bytes) -> None:
    """A snapshot cut short anywhere, at either end, is refused."""
    for place in range(len(whole)):
        with pytest.raises(SnapshotError):
            load_snapshot(whole[:place])
    for place in range(1, len(whole)):
        with pytest.raises(SnapshotError):
            load_snapshot(whole[place:])


def test_a_cut_is_noticed_where_the_checksum_agrees() -> None:
    """The length is held too: of all cuts a checksum alone misses one in four thousand million."""
    good = write_snapshot({}, "1")
    head, _, body = good.partition(b"\n")
    meta = json.loads(head)
    longer = body + b"[[],[]]\n"
    meta["crc32"] = json.loads(first_line("1", meta["fingerprint"], longer))["crc32"]
    forged = json.dumps(meta, separators=(",", ":")).encode()
    with pytest.raises(SnapshotError, match="its length or checksum differs"):
        load_snapshot(forged + b"\n" + longer)


@pytest.mark.parametrize("head", ["[" * 100_000, '{"version":' * 900, "9" * 5000])
def test_a_first_line_of_any_depth_or_length_is_damage(head: str) -> None:
    """Nesting and numbers beyond what Python reads are refused as any other damage."""
    with pytest.raises(SnapshotError, match="its first line cannot be read"):
        load_snapshot(f"{head}\n".encode())


@given(st.binary(max_size=40) | st.binary(max_size=20).map(lambda head: head + b"\n{}\n"))
def test_other_files_are_refused(data: bytes) -> None:
    """Whatever is not a snapshot raises SnapshotError and nothing else."""
    with pytest.raises(SnapshotError):
        load_snapshot(data)


@pytest.mark.parametrize("head", ["null", "[]", '"text"', "3", "{}", '{"format": 2}', '{"crc32": 1}'])
def test_another_first_line_is_refused(head: str) -> None:
    """A first line that is JSON but not a snapshot's is damage."""
    with pytest.raises(SnapshotError, match="its first line cannot be read; reinstall"):
        load_snapshot(f"{head}\n{{}}\n".encode())


def test_another_format_is_named() -> None:
    """A snapshot of a later format says which was expected and found."""
    head, _, body = write_snapshot({}, "1").partition(b"\n")
    later = json.dumps({**json.loads(head), "format": 99}).encode()
    with pytest.raises(SnapshotError, match="expected a snapshot of format 3, got 99"):
        load_snapshot(later + b"\n" + body)


def test_loading_imports_neither_cattrs_nor_yaml(tmp_path: Path) -> None:
    """A program that loads a snapshot and asks the dataset pays for no YAML parser and no converter."""
    path = tmp_path / "snapshot.json"
    path.write_bytes(write_snapshot({}, "1"))
    code = f"""
import sys
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.snapshot import load_snapshot
found = load_snapshot(open({str(path)!r}, "rb").read())
ds = Dataset(found.records, version=found.version, fingerprint=found.fingerprint)
ds.visits.where(direction="VN-JP").between("2000", "2020"), ds.partnership_on("2015-06-01"), ds.search("x"), ds.cite()
print(*sorted({{"cattrs", "yaml", "vnjp_dataset.reading"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
