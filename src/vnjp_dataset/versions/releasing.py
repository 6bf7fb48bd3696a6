"""Prepare a release: everything that has to be written for it, or every reason why it cannot be made."""

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from vnjp_dataset.changes import Diff
from vnjp_dataset.checks import check
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import ReleaseError
from vnjp_dataset.export.files import write_whole
from vnjp_dataset.loading import load
from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.releases import Registry
from vnjp_dataset.releases.deltas import EMPTY, SUFFIX, at_version, packed
from vnjp_dataset.releases.registry import FILE, FOLDER, read_registry
from vnjp_dataset.version import SCHEMA_VERSION
from vnjp_dataset.versions.comparing import diff
from vnjp_dataset.versions.register import faults, registered
from vnjp_dataset.versions.steps import step_for, version

PACKAGE = Path("src/vnjp_dataset")
VERSION_FILE = PACKAGE / "version.py"
CHANGELOG = Path("CHANGELOG.md")
UNRELEASED = "## Unreleased"


@attrs.frozen(kw_only=True)
class Prepared:
    """A release that can be made."""

    version: str
    diff: Diff
    """What changed since the release before; from nothing for the first."""
    files: Mapping[Path, bytes] = attrs.field(repr=False)
    """What has to be written, by the paths of the files; only what differs from what stands there."""


def prepare(root: Path, number: str, day: dt.date) -> Prepared:
    """Return what a release of the checkout below a folder needs; nothing is written.

    A release that was prepared before, of the same records, needs nothing. Raises ReleaseError with every reason why
    it cannot be made: a failing check, a released id that vanished, a step that is too small, records other than
    those released under this version.
    """
    dataset = _dataset(root, number)
    known = _registry(root)
    again = known.release(number)
    if again is not None:
        known = _before(known, number)
        day = dt.date.fromisoformat(again.date)
    old = _released(root, known)
    found = diff(old, dataset)
    reasons = [*_reasons(dataset, known, found, number)]
    if again is not None and again.fingerprint != dataset.fingerprint:
        reasons.append(f"{number} was released with other records – take the next version")
    if reasons:
        raise ReleaseError(reasons)
    files = {
        VERSION_FILE: _with_version(_text(root / VERSION_FILE), number),
        CHANGELOG: _with_entry(_text(root / CHANGELOG), number, day, found),
        PACKAGE / FOLDER / FILE: registered(known, dataset, number, day.isoformat()).text().encode(),
        PACKAGE / FOLDER / f"{number}{SUFFIX}": packed(found.json()),
    }
    changed = {root / path: content for path, content in files.items() if not _stands(root / path, content)}
    return Prepared(version=number, diff=found, files=changed)


def release(root: Path, number: str, day: dt.date) -> Prepared:
    """Prepare a release of the checkout below a folder and write all of it, generated documents and citations last.

    Raises ReleaseError as `prepare` does, and where the documents cannot be generated.
    """
    prepared = prepare(root, number, day)
    write_whole(prepared.files)
    script = root / "docs" / "generate.py"
    done = subprocess.run([sys.executable, str(script)], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - the checkout's own script
    if done.returncode:
        raise ReleaseError([f"docs/generate.py failed: {done.stderr.strip().splitlines()[-1:]}"])
    return prepared


def _dataset(root: Path, number: str) -> Dataset:
    version(number)
    if not (root / VERSION_FILE).is_file():
        raise ReleaseError(["expected the checkout of vnjp-dataset, got a folder without src/vnjp_dataset"])
    found = load(root / "data")
    return Dataset({kind: found.records(kind) for kind in KINDS}, version=number, fingerprint=found.fingerprint)


def _registry(root: Path) -> Registry:
    path = root / PACKAGE / FOLDER / FILE
    return read_registry(path.read_bytes()) if path.is_file() else Registry()


def _before(known: Registry, number: str) -> Registry:
    """Return the registry as it was before a release, which has to be the last one."""
    latest = known.latest
    if latest is None or latest.version != number:
        raise ReleaseError([f"{number} was released long ago – take a version after {latest and latest.version}"])
    ids: dict[KindName, Mapping[str, str]] = {
        kind: {one: since for one, since in found.items() if since != number} for kind, found in known.ids.items()
    }
    return Registry(known.releases[:-1], ids)


def _released(root: Path, known: Registry) -> Dataset:
    latest = known.latest
    if latest is None:
        return Dataset({}, version=EMPTY)

    def stored(name: str) -> bytes | None:
        path = root / PACKAGE / FOLDER / name
        return path.read_bytes() if path.is_file() else None

    return Dataset(at_version(latest.version, known, stored), version=latest.version, fingerprint=latest.fingerprint)


def _reasons(dataset: Dataset, known: Registry, found: Diff, number: str) -> Iterator[str]:
    yield from (str(one) for one in check(dataset) if one.severity == "error")
    yield from faults(known, dataset)
    yield from (
        f"`{one}` was retired since {tombstone.since}, and this is {number} – write `since: {number}`"
        for one, tombstone in found.tombstones.items()
        if tombstone.since != number
    )
    latest = known.latest
    if latest is not None:
        least, why = step_for(found, schema_changed=latest.schema_version != SCHEMA_VERSION)
        wanted = version(latest.version).after(least)
        if version(number) < wanted:
            yield f"{number} is too small a step from {latest.version}: {why} – take {wanted}"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _stands(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _with_version(text: str, number: str) -> bytes:
    return re.sub(r'^__version__ = "[^"]*"$', f'__version__ = "{number}"', text, count=1, flags=re.MULTILINE).encode()


def _with_entry(text: str, number: str, day: dt.date, found: Diff) -> bytes:
    """Return the change log in which what was unreleased is this release, with what changed by id."""
    heading = f"## {number} – {day.isoformat()}"
    if heading not in text:
        if UNRELEASED not in text:
            raise ReleaseError([f"expected a section `{UNRELEASED}` in {CHANGELOG}, got none"])
        text = text.replace(UNRELEASED, heading, 1)
    before, _, rest = text.partition(heading)
    entry, next_heading, after = _split(rest)
    return f"{before}{heading}{_with_data(entry, number, found)}{next_heading}{after}".encode()


def _split(rest: str) -> tuple[str, str, str]:
    entry, next_heading, after = rest.partition("\n## ")
    return (entry, next_heading, after) if next_heading else (rest, "", "")


def _with_data(entry: str, number: str, found: Diff) -> str:
    start, end = f"<!-- changes {number} -->", f"<!-- /changes {number} -->"
    block = f"{start}\n{found.markdown()}{end}\n"
    if start in entry:
        before, _, rest = entry.partition(start)
        _, _, behind = rest.partition(f"{end}\n")
        return f"{before}{block}{behind}"
    if "### Data\n" not in entry:
        return f"\n\n### Data\n\n{block}{entry}"
    before, code, after = entry.partition("\n### Code\n")
    return f"{before.rstrip()}\n\n{block}{code}{after}"
