"""Whether an installation is whole: snapshot, YAML, published fingerprint and earlier releases agree."""

import pkgutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from vnjp_dataset.changes import Diff
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import DatasetError, SnapshotError
from vnjp_dataset.fingerprint import fingerprint
from vnjp_dataset.loading import checkout_data, load_installed, load_tree
from vnjp_dataset.model import KINDS
from vnjp_dataset.releases import registry
from vnjp_dataset.releases.archive import ARCHIVE, unpack
from vnjp_dataset.releases.deltas import records_at
from vnjp_dataset.versions.comparing import diff
from vnjp_dataset.versions.register import faults


@attrs.frozen
class Finding:
    """One thing that was looked at."""

    what: str
    holds: bool | None
    """None where it could not be looked at, or there is nothing to hold it against."""
    words: str
    """What was found."""

    def __str__(self) -> str:
        mark = {True: "ok", False: "FAILED", None: "–"}[self.holds]
        return f"{mark:6} {self.what}: {self.words}"


@attrs.frozen
class Verification:
    """What was found out about an installation or a checkout."""

    findings: tuple[Finding, ...]
    differences: Diff | None = None
    """What the YAML has that the snapshot has not, and the other way round, where they differ."""

    @property
    def holds(self) -> bool:
        """Whether nothing failed."""
        return all(one.holds is not False for one in self.findings)

    def __str__(self) -> str:
        lines = [*map(str, self.findings), "whole" if self.holds else "not whole"]
        return "\n".join((*lines, "", str(self.differences)) if self.differences else lines)


def verify() -> Verification:
    """Prove that snapshot, YAML, published fingerprint and earlier releases of this package agree.

    In a checkout, which has no snapshot, the YAML itself is held against what was published. Never raises for what is
    damaged: that is what the findings are about.
    """
    findings: list[Finding] = []
    snapshot = _attempt(findings, "snapshot", load_installed)
    tree = _tree(findings)
    differences = None
    if snapshot is not None:
        findings.append(_own_fingerprint(snapshot))
        if tree is not None:
            differences = diff(snapshot, tree)
            words = "the same records as the snapshot" if not differences else f"{len(differences)} records differ"
            findings.append(Finding("yaml", not differences, words))
    dataset = snapshot or tree
    if dataset is not None:
        findings.append(_published(dataset))
        findings.extend(_registered(dataset))
    findings.extend(map(_release, registry().versions))
    return Verification(tuple(findings), differences or None)


def _attempt(findings: list[Finding], what: str, make: Callable[[], Dataset | None]) -> Dataset | None:
    try:
        return make()
    except (DatasetError, OSError) as error:
        findings.append(Finding(what, False, str(error)))
        return None


def _tree(findings: list[Finding]) -> Dataset | None:
    root = checkout_data()
    found = _attempt(findings, "yaml", lambda: load_tree(root) if root else load_archive())
    if found is not None:
        findings.append(Finding("yaml", True, f"{len(found)} records read"))
    return found


def load_archive() -> Dataset:
    """Return the dataset that the YAML in the installed package holds.

    Raises SnapshotError where there is none or it is damaged.
    """
    data = pkgutil.get_data("vnjp_dataset", ARCHIVE)
    if data is None:
        raise SnapshotError(f"the package holds no {ARCHIVE}; reinstall vnjp-dataset")
    with tempfile.TemporaryDirectory() as folder:
        unpack(data, Path(folder))
        return load_tree(folder)


def _own_fingerprint(snapshot: Dataset) -> Finding:
    found = fingerprint({kind: snapshot.records(kind) for kind in KINDS})
    told = snapshot.fingerprint
    return Finding("snapshot", found == told, f"{len(snapshot)} records, {_compared(found, told)}")


def _compared(found: str, told: str) -> str:
    return f"sha256:{found[:16]}… as it says" if found == told else f"sha256:{found[:16]}…, it says {told[:16]}…"


def _published(dataset: Dataset) -> Finding:
    release = registry().release(dataset.version)
    if release is None:
        return Finding("published", None, f"{dataset.version} is no release; there is nothing to hold it against")
    found = dataset.fingerprint
    if found == release.fingerprint:
        return Finding("published", True, f"sha256:{found[:16]}… as released in {release.version} on {release.date}")
    words = f"sha256:{found[:16]}…, released as {release.version} was {release.fingerprint[:16]}…"
    return Finding("published", False, f"{words}; what changed since needs a version of its own")


def _registered(dataset: Dataset) -> Iterator[Finding]:
    found = tuple(faults(registry(), dataset))
    yield from (Finding("ids", False, one) for one in found)
    if not found and registry().latest:
        yield Finding("ids", True, "every id ever released is there or was retired")


def _release(version: str) -> Finding:
    try:
        records = records_at(version)
    except DatasetError as error:
        return Finding(f"release {version}", False, str(error))
    count = sum(len(found) for kind, found in records.items() if kind != "retired")
    return Finding(f"release {version}", True, f"{count} records, fingerprint proved")
