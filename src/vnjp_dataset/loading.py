"""load(): the dataset from wherever it is."""

import os
from importlib.resources import files
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import SnapshotError
from vnjp_dataset.snapshot.load import load_snapshot

SNAPSHOT = "_snapshot.json"


def load(path: str | os.PathLike[str] | None = None) -> Dataset:
    """Return the dataset.

    Without a path: in a checkout, what the YAML says now; in an installed package, the snapshot compiled from the
    same records when the package was built. With a path: the YAML tree in that folder.

    Raises InvalidDataError with every problem of a tree that cannot be read, SnapshotError for a damaged
    installation.
    """
    root = checkout_data() if path is None else Path(path)
    return load_tree(root) if root is not None else load_installed()


def load_tree(root: Path) -> Dataset:
    """Return the dataset that a YAML tree holds."""
    # An installed package does without PyYAML and cattrs, which take longer to import than its data to load.
    from vnjp_dataset.reading import read_records  # noqa: PLC0415 - see above

    tree = read_records(root)
    return Dataset(tree.records, locate=lambda kind, problem: tree.places[kind, problem.record].problem(problem))


def load_installed() -> Dataset:
    """Return the dataset compiled into the package."""
    try:
        data = files("vnjp_dataset").joinpath(SNAPSHOT).read_bytes()
    except FileNotFoundError:
        raise SnapshotError(f"the package holds no {SNAPSHOT}; reinstall vnjp-dataset") from None
    found = load_snapshot(data)
    return Dataset(found.records, version=found.version, fingerprint=found.fingerprint)


def checkout_data() -> Path | None:
    """Return the data folder of the checkout that the package runs from, or None for an installed package."""
    top = Path(__file__).resolve().parents[2]
    data = top / "data"
    return data if data.is_dir() and (top / "pyproject.toml").is_file() else None
