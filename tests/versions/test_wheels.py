"""A wheel read without installing it: what it holds, or why it cannot be read; never anything else."""

import json
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from fuzz.outcome import watch
from fuzz.targets import records_of, small, small_snapshot, wheel_of, with_checksum
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import DatasetError, InvalidDataError, SnapshotError
from vnjp_dataset.model import KINDS, Actor, Step, Visit
from vnjp_dataset.snapshot.write import write_snapshot
from vnjp_dataset.strategies import datasets
from vnjp_dataset.versions import opened, wheels
from vnjp_dataset.versions.wheels import MEMBER, read_wheel

Write = Callable[[bytes], Path]


@pytest.fixture
def wheel(tmp_path: Path) -> Write:
    """Return a function that writes bytes as a wheel."""

    def write(data: bytes) -> Path:
        path = tmp_path / "vnjp_dataset-1-py3-none-any.whl"
        path.write_bytes(data)
        return path

    return write


@settings(max_examples=8)
@given(dataset=datasets(max_visits=1))
def test_a_wheel_is_read_as_what_was_compiled(tmp_path_factory: pytest.TempPathFactory, dataset: Dataset) -> None:
    """The dataset in a wheel equals the one that its snapshot was written from, version and fingerprint included."""
    path = tmp_path_factory.mktemp("wheel") / "some.whl"
    path.write_bytes(wheel_of(write_snapshot(records_of(dataset), "1.2.3")))
    found = read_wheel(path)
    assert (found.version, found.fingerprint) == ("1.2.3", dataset.fingerprint)
    assert records_of(found) == records_of(dataset)
    assert opened(path) == found


def test_nothing_of_a_wheel_is_run_or_unpacked(wheel: Write, tmp_path: Path) -> None:
    """Reading opens the wheel alone, runs none of it and leaves no file behind."""
    path = wheel(wheel_of(small_snapshot()))
    read_wheel(path)  # imports what reading needs
    before = sorted(tmp_path.rglob("*"))
    with watch.over(path):
        assert len(read_wheel(path)) == len(small())
    assert sorted(tmp_path.rglob("*")) == before


def _members(*names: str) -> bytes:
    import io

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name in names:
            made.writestr(name, small_snapshot())
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "expected a wheel, got one that cannot be read"),
        (b"no zip at all", "expected a wheel, got one that cannot be read"),
        (_members(), "got one without vnjp_dataset/_snapshot.json"),
        (_members("_snapshot.json", f"../{MEMBER}", f"/{MEMBER}", "VNJP_DATASET/_SNAPSHOT.JSON"), "got one without"),
        (wheel_of(small_snapshot())[:-30], "cannot be read"),
        (wheel_of(small_snapshot())[:2000], "cannot be read"),
        (wheel_of(small_snapshot(), zipfile.ZIP_LZMA), "stored or deflated, got method 14"),
        (wheel_of(small_snapshot(), zipfile.ZIP_BZIP2), "stored or deflated, got method 12"),
    ],
    ids=["empty", "text", "no-member", "others", "cut-end", "cut", "lzma", "bzip2"],
)
def test_what_is_no_wheel_of_this_package_is_refused(wheel: Write, data: bytes, message: str) -> None:
    """Nothing, something else, a wheel of another package, one that is cut: InvalidDataError says which."""
    with pytest.raises(InvalidDataError) as caught:
        read_wheel(wheel(data))
    assert message in str(caught.value)


def _patched(offset: int, form: str, value: int) -> bytes:
    """Return a wheel with one number of the snapshot's entry in the directory changed."""
    data = bytearray(wheel_of(small_snapshot()))
    entry = data.rindex(b"PK\x01\x02")
    struct.pack_into(form, data, entry + offset, value)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_patched(8, "<H", 1), "encrypted"),
        (_patched(10, "<H", 99), "method 99"),
        (_patched(24, "<I", 0xFFFFFFF0), "expected at most 33554432 bytes, got 4294967280"),
        (_patched(24, "<I", 10), "cannot be read"),
        (_patched(16, "<I", 1), "cannot be read"),
        (_patched(42, "<I", 0x7FFFFFFF), "cannot be read"),
    ],
    ids=["encrypted", "method", "huge", "short", "checksum", "elsewhere"],
)
def test_a_directory_that_lies_is_found_out(wheel: Write, data: bytes, message: str) -> None:
    """An encrypted member, an unknown method, a huge or wrong size, a wrong checksum or place: refused."""
    with pytest.raises(InvalidDataError) as caught:
        read_wheel(wheel(data))
    assert message in str(caught.value)


def test_a_bomb_is_not_unpacked(wheel: Write) -> None:
    """A member that unpacks to a thousand times its size is refused by the size it tells."""
    path = wheel(wheel_of(b" " * (wheels.MAX_BYTES + 1)))
    assert path.stat().st_size < 100_000
    with pytest.raises(InvalidDataError, match="expected at most"):
        read_wheel(path)


def test_too_long_a_wheel_is_refused(wheel: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that no wheel of this package is as long as is not taken into memory."""
    monkeypatch.setattr(wheels, "MAX_BYTES", 1000)
    with pytest.raises(InvalidDataError, match="a wheel of at most 1000 bytes, got more"):
        read_wheel(wheel(wheel_of(small_snapshot())))


@settings(max_examples=60)
@given(data=st.data())
def test_any_flipped_bit_of_a_wheel_gives_the_dataset_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Damage to the part that matters is noticed; damage elsewhere makes no difference."""
    good = wheel_of(small_snapshot())
    place, bit = data.draw(st.integers(0, len(good) - 1)), data.draw(st.integers(0, 7))
    path = tmp_path_factory.mktemp("wheel") / "some.whl"
    path.write_bytes(good[:place] + bytes([good[place] ^ 1 << bit]) + good[place + 1 :])
    try:
        found = read_wheel(path)
    except DatasetError as error:
        assert str(error)  # noqa: PT017 - or it is read
    else:
        assert found.fingerprint == small().fingerprint


# Snapshots that somebody made up, with a right checksum ---------------------------------------------------------------


def _invented(lines: dict[str, Any]) -> bytes:
    body = b"".join(json.dumps(lines.get(kind, [[], []])).encode() + b"\n" for kind in KINDS)
    return wheel_of(with_checksum(body))


INVENTED: list[dict[str, Any]] = [
    {"visits": [[], [["a"]]]},
    {"visits": [[], [[["a"] * 50] * 50]]},
    {"visits": [[], [None]]},
    {"visits": [[], "text"]},
    {"visits": [[], [0]]},
    {"visits": {}},
    {"visits": []},
    {"visits": [[[0]], [[0, 0, 0]]]},
    {"places": [[], [["hanoi", ["Hanoi"], "VN", "city", None, "1e999999999", "1e-999999999"]]]},
    {"places": [[], [["hanoi", ["Hanoi"], "VN", "city", None, "NaN", "sNaN"]]]},
    {"places": [[], [["hanoi", 1.5, {"a": [{}]}, [], {}]]]},
    {"sources": [[[0, 1], [[1], [0]]], [["a", 0, 1, 0, 1]]]},
    {kind: [[], [["../../etc/passwd"]]] for kind in KINDS},
    {"visits": [[], [["\ud800"]]]},
]


@pytest.mark.parametrize("lines", INVENTED)
def test_an_invented_snapshot_is_refused(wheel: Write, lines: dict[str, Any]) -> None:
    """Records that are none, parts that hold themselves, numbers of any size: refused, and soon."""
    before = time.process_time()
    with pytest.raises((SnapshotError, InvalidDataError)) as caught:
        read_wheel(wheel(_invented(lines)))
    assert str(caught.value).encode("utf-8")
    assert time.process_time() - before < 20


def _row(cls: type, **fields: Any) -> list[Any]:
    return [fields.get(one.name) for one in attrs.fields(cls)]


@pytest.mark.parametrize("text", ["x", "x" * 100_000], ids=["values", "text"])
def test_parts_that_multiply_are_weighed_before_they_are_written_out(wheel: Write, text: str) -> None:
    """A thousand visits share an itinerary of a thousand steps that share a thousand participants: refused in time."""
    actor = _row(Actor, role=text)
    shared = [actor, [0] * 1000, _row(Step, activity="talks", participants=1, summary=text), [2] * 1000]
    lines = {"visits": [shared, [_row(Visit, id="a", start="2020", end="2020", itinerary=3)] * 1000]}
    data = _invented(lines)
    assert len(data) < 100_000
    before = time.process_time()
    with pytest.raises(SnapshotError, match="of a bearable size"):
        read_wheel(wheel(data))
    assert time.process_time() - before < 30


@pytest.mark.parametrize("depth", [500, 900, 990, 1100, 50_000])
def test_depth_is_refused(wheel: Write, depth: int) -> None:
    """Values nested to any depth, in the records or the first line, are a refusal and no overflow of the stack."""
    deep = "[" * depth + "]" * depth
    body = f'[[],[["a",{deep}]]]\n'.encode() + b"[[],[]]\n" * (len(KINDS) - 1)
    for snapshot in (with_checksum(body), f"{deep}\n".encode(), f'{{"version":{deep}}}\n'.encode()):
        with pytest.raises((SnapshotError, InvalidDataError)):
            read_wheel(wheel(wheel_of(snapshot)))


def test_other_records_than_the_fingerprint_says_are_refused(wheel: Write) -> None:
    """A snapshot whose records are good, but not those of its fingerprint, was changed by somebody."""
    body = write_snapshot({"places": small().records("places")}, "1").partition(b"\n")[2]
    with pytest.raises(SnapshotError, match="another fingerprint"):
        read_wheel(wheel(wheel_of(with_checksum(body))))
