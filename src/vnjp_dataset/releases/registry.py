"""The registry: every release, and every id that was ever in one. Written when a release is made, never by hand."""

import functools
import json
import pkgutil
from collections.abc import Iterator, Mapping
from typing import cast

import attrs

from vnjp_dataset.errors import DatasetError, SnapshotError
from vnjp_dataset.jsontext import parse_json
from vnjp_dataset.model import KINDS, KindName, Release, identifier
from vnjp_dataset.model.ids import RecordId

FOLDER = "_releases"
FILE = "registry.json"


@attrs.frozen(kw_only=True)
class ReleaseInfo:
    """A release."""

    version: str
    date: str
    """The day it was made, `YYYY-MM-DD`."""
    schema_version: int
    fingerprint: str
    """SHA-256 of its records, in hexadecimal."""
    records: int
    """How many records it has."""


@attrs.frozen
class Registry:
    """Every release, oldest first, and the release in which each id first stood, by kind."""

    releases: tuple[ReleaseInfo, ...] = ()
    ids: Mapping[KindName, Mapping[str, str]] = attrs.field(factory=dict[KindName, Mapping[str, str]])

    @property
    def latest(self) -> ReleaseInfo | None:
        """The last release; None before the first."""
        return self.releases[-1] if self.releases else None

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions of the releases, oldest first."""
        return tuple(one.version for one in self.releases)

    def release(self, version: str) -> ReleaseInfo | None:
        """Return a release by its version, or None."""
        return next((one for one in self.releases if one.version == version), None)

    def since(self, record_id: str) -> str | None:
        """Return the release in which an id first stood, or None for one that was never released."""
        return next((found[record_id] for found in self.ids.values() if record_id in found), None)

    def kind_of(self, record_id: str) -> KindName | None:
        """Return the kind under which an id was first released, or None for one that never was."""
        return next((kind for kind, found in self.ids.items() if record_id in found), None)

    def text(self) -> str:
        """Return the registry's file: a line for each release and each id."""
        releases = ",\n".join(f"  {json.dumps(attrs.asdict(one))}" for one in self.releases)
        kinds = ",\n".join(
            f"  {json.dumps(kind)}: {{\n{_lines(found)}\n  }}" for kind, found in self.ids.items() if found
        )
        return f'{{\n"releases": [\n{releases}\n],\n"ids": {{\n{kinds}\n}}\n}}\n'


def _lines(ids: Mapping[str, str]) -> str:
    return ",\n".join(f"    {json.dumps(one)}: {json.dumps(since)}" for one, since in sorted(ids.items()))


@functools.cache
def registry() -> Registry:
    """Return the registry of the package; before the first release it is empty.

    Raises SnapshotError for a damaged installation.
    """
    data = shipped(FILE)
    return Registry() if data is None else read_registry(data)


def shipped(name: str) -> bytes | None:
    """Return a file of the releases' folder, which may lie in a zip, or None."""
    try:
        return pkgutil.get_data("vnjp_dataset", f"{FOLDER}/{name}")
    except OSError:
        return None


def read_registry(data: bytes) -> Registry:
    """Return the registry that its file holds.

    Raises SnapshotError where it does not hold one.
    """
    try:
        plain = cast("dict[str, object]", parse_json(data, FILE))
        releases = cast("list[dict[str, object]]", plain["releases"])
        ids = cast("dict[KindName, dict[str, object]]", plain["ids"])
        return Registry(tuple(map(_release, releases)), {kind: dict(_ids(ids.get(kind, {}))) for kind in KINDS})
    except (DatasetError, TypeError, KeyError, ValueError, AttributeError):
        raise SnapshotError(f"the registry of releases, {FILE}, is damaged; reinstall vnjp-dataset") from None


def _release(plain: dict[str, object]) -> ReleaseInfo:
    release = ReleaseInfo(**plain)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - looked at below
    if any(type(getattr(release, one.name)) is not one.type for one in attrs.fields(ReleaseInfo)):
        raise TypeError
    # The version is a part of a file's name.
    identifier(Release, release.version)
    return release


def _ids(plain: dict[str, object]) -> Iterator[tuple[str, str]]:
    for record_id, since in plain.items():
        if not isinstance(since, str):
            raise TypeError
        yield identifier(RecordId, record_id), identifier(Release, since)
