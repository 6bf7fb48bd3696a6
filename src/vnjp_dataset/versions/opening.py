"""A dataset from wherever it may be: a folder, an exported file, a wheel, a release."""

import os
import re
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import MissingReleaseError, QueryError
from vnjp_dataset.loading import load
from vnjp_dataset.model.shape import shown
from vnjp_dataset.releases import registry
from vnjp_dataset.releases.deltas import records_at
from vnjp_dataset.versions.wheels import read_wheel

VERSION = re.compile(r"v?([0-9]+\.[0-9]+\.[0-9]+)")
Where = Dataset | str | os.PathLike[str]
"""A dataset, or the place of one: a folder, an exported `.json`, a `.whl`, or the version of a release."""


def at(version: str) -> Dataset:
    """Return the dataset of an earlier release, without a network, proved by its fingerprint.

    Raises MissingReleaseError for a version that is no release, SnapshotError for a damaged installation.
    """
    number = _version(version)
    if number is None:
        raise MissingReleaseError(version, registry().versions)
    release = registry().release(number)
    fingerprint = release.fingerprint if release else None
    return Dataset(records_at(number), version=number, fingerprint=fingerprint, of_package=True)


def opened(where: Where) -> Dataset:
    """Return the dataset that is meant by a dataset, a path or a version.

    What is there as a file or folder is read; else a version such as `0.1.0` or `v0.1.0` is that release.

    Raises InvalidDataError with everything that is wrong with a tree or file, MissingReleaseError for a version that
    is no release, QueryError for what is neither.
    """
    if isinstance(where, Dataset):
        return where
    path = Path(where)
    if os.path.exists(path):  # noqa: PTH110 - unlike Path.exists it takes any name for an answer of no
        return read_wheel(path) if path.suffix == ".whl" and path.is_file() else load(path)
    if _version(str(where)) is None:
        releases = ", ".join(registry().versions) or "none yet"
        raise QueryError(
            f"expected a folder, a .json or .whl file or a release, got {shown(str(where))}",
            f"no such file is there; releases: {releases}",
        )
    return at(str(where))


def _version(text: str) -> str | None:
    found = VERSION.fullmatch(text)
    return found[1] if found else None
