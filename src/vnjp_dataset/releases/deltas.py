"""The records of earlier releases, from what changed between each release and the next."""

import functools
import itertools
from collections.abc import Callable, Mapping

from vnjp_dataset.changes import Diff
from vnjp_dataset.changes.apply import apply_plain, built
from vnjp_dataset.changes.compare import PlainRecords
from vnjp_dataset.changes.files import read_diff
from vnjp_dataset.errors import MissingReleaseError, SnapshotError
from vnjp_dataset.jsontext import MAX_JSON_BYTES
from vnjp_dataset.model import KindName, Record
from vnjp_dataset.releases.registry import Registry, registry, shipped
from vnjp_dataset.version import SCHEMA_VERSION

SUFFIX = ".json.xz"
MAX_MEMORY = 128 * 1024 * 1024
"""What unpacking may take; what is packed here takes half of it."""

EMPTY = "0"
"""What stands for the version before the first release, which has no records."""


Stored = Callable[[str], bytes | None]
"""Gives a file of the releases' folder by its name, or None."""


@functools.cache
def delta(version: str) -> Diff:
    """Return what changed from the release before to this one; the first one's leads from nothing to all of it.

    Raises MissingReleaseError for a version that is no release, SnapshotError for a damaged installation.
    """
    return stored_delta(version, registry(), shipped)


def stored_delta(version: str, known: Registry, stored: Stored) -> Diff:
    """Return what changed in a release of some registry."""
    release = known.release(version)
    if release is None:
        raise MissingReleaseError(version, known.versions[-5:])
    data = stored(f"{version}{SUFFIX}")
    if data is None:
        raise SnapshotError(f"what changed in release {version} is missing; reinstall vnjp-dataset")
    found = read_diff(unpacked(data, version), f"{version}{SUFFIX}")
    if found.new.fingerprint != release.fingerprint:
        raise SnapshotError(f"what changed in release {version} does not lead there; reinstall vnjp-dataset")
    return found


def packed(text: str) -> bytes:
    """Return a delta as it is shipped; equal text gives equal bytes."""
    import lzma  # noqa: PLC0415 - Python can be built without it, and only earlier releases need it

    return lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)


def unpacked(data: bytes, version: str) -> bytes:
    """Return a delta's text.

    Raises SnapshotError where it is damaged or longer than any can be.
    """
    import lzma  # noqa: PLC0415 - see above

    unpacker = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=MAX_MEMORY)
    try:
        found = unpacker.decompress(data, MAX_JSON_BYTES)
    except (lzma.LZMAError, MemoryError):
        found = b""
    if not unpacker.eof:
        raise SnapshotError(f"what changed in release {version} is damaged; reinstall vnjp-dataset")
    return found


def records_at(version: str) -> Mapping[KindName, tuple[Record, ...]]:
    """Return the records of a release, proved by its fingerprint.

    Raises MissingReleaseError for a version that is no release or whose records have a form of their own,
    SnapshotError or DiffError for a damaged installation.
    """
    return at_version(version, registry(), shipped)


def at_version(version: str, known: Registry, stored: Stored) -> Mapping[KindName, tuple[Record, ...]]:
    """Return the records of a release of some registry."""
    last = stored_delta(version, known, stored)
    release = known.release(version)
    if release is None or release.schema_version != SCHEMA_VERSION:
        raise MissingReleaseError(version, (), f"pip install 'vnjp-dataset=={version}' has it")
    records: PlainRecords = {}
    for one in itertools.takewhile(lambda one: one != version, known.versions):
        records = apply_plain(stored_delta(one, known, stored), records)
    return built(apply_plain(last, records), last.new.fingerprint)
