"""A damaged installation: registry and deltas that do not hold what they should."""

import json
import lzma
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.errors import DatasetError, MissingReleaseError, SnapshotError
from vnjp_dataset.jsontext import MAX_JSON_BYTES
from vnjp_dataset.releases import Registry, ReleaseInfo
from vnjp_dataset.releases.deltas import packed, stored_delta, unpacked
from vnjp_dataset.releases.registry import read_registry

RELEASE: dict[str, Any] = {
    "version": "0.1.0",
    "date": "2026-01-01",
    "schema_version": 1,
    "fingerprint": "ab" * 32,
    "records": 2,
}


def _text(**changes: Any) -> bytes:
    return json.dumps({"releases": [{**RELEASE, **changes}], "ids": {"visits": {"a": "0.1.0"}}}).encode()


def test_a_registry_is_read_as_it_was_written() -> None:
    """A registry comes back from its text."""
    found = read_registry(_text())
    assert found.release("0.1.0") == ReleaseInfo(**RELEASE)
    assert found.since("a") == "0.1.0"
    assert read_registry(found.text().encode()) == found


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"releases": {}, "ids": []}',
        b'{"releases": [1], "ids": {}}',
        b'{"releases": [], "ids": {"visits": ["a"]}}',
        b'{"releases": [], "ids": {"visits": {"a": 1}}}',
        b'{"releases": [], "ids": {"visits": {"../a": "0.1.0"}}}',
        b'{"releases": [], "ids": {"visits": {"a": "latest"}}}',
        _text(version="../../../etc/passwd"),
        _text(version="0.1"),
        _text(version=["0.1.0"]),
        _text(records="2"),
        _text(records=True),
        _text(schema_version=1.0),
        _text(more=1),
    ],
)
def test_a_damaged_registry_is_refused(data: bytes) -> None:
    """What is no registry is damage; a version, which is a part of a file's name, cannot lead elsewhere."""
    with pytest.raises(SnapshotError, match="is damaged; reinstall"):
        read_registry(data)


@given(st.data())
def test_a_damaged_delta_is_noticed(data: st.DataObject) -> None:
    """A packed delta with a byte changed, or cut short, is never unpacked to another text."""
    text = json.dumps({"format": 1, "visits": list(range(50))})
    good = packed(text)
    place = data.draw(st.integers(0, len(good) - 1))
    other = data.draw(st.sampled_from((good[:place], good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])))
    try:
        found = unpacked(other, "0.1.0")
    except SnapshotError:
        found = text.encode()
    assert found == text.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        lzma.compress(b"{}", format=lzma.FORMAT_ALONE),
        lzma.compress(b" " * (MAX_JSON_BYTES + 1), preset=0),
        lzma.compress(b"{}", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 512 * 1024 * 1024, "preset": 0}]),
    ],
    ids=["nothing", "text", "lzma", "bomb", "memory"],
)
def test_what_is_no_delta_is_refused(data: bytes) -> None:
    """Another format, a bomb, and one that takes a lot of memory to unpack are all refused."""
    with pytest.raises(SnapshotError, match="is damaged; reinstall"):
        unpacked(data, "0.1.0")


def test_a_delta_that_leads_elsewhere_or_is_missing_is_refused() -> None:
    """A delta is held against the registry; one that is not there, or of a release that is none, is told."""
    known = Registry((ReleaseInfo(**RELEASE),))
    states = {"version": "0", "fingerprint": "00"}
    plain = {"format": 1, "old": states, "new": states, "added": {}, "removed": {}, "changed": {}}
    for stored, match in ((None, "is missing"), (packed(json.dumps(plain)), "does not lead there")):
        with pytest.raises(SnapshotError, match=match):
            stored_delta("0.1.0", known, {"0.1.0.json.xz": stored}.get)
    with pytest.raises(DatasetError):
        stored_delta("0.1.0", known, lambda _: packed("[]"))
    with pytest.raises(MissingReleaseError, match=r"no release `\.\./x`"):
        stored_delta("../x", known, lambda _: None)
