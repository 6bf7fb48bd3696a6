"""load(): the dataset from wherever it is."""

import os
import pkgutil
from typing import TYPE_CHECKING

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidDataError, Problem, QueryError, SnapshotError
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.snapshot.load import load_snapshot
from vnjp_dataset.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from vnjp_dataset.reading.stream import StreamedTree

SNAPSHOT = "_snapshot.json"


def load(path: str | os.PathLike[str] | None = None) -> Dataset:
    """Return the dataset.

    Without a path: in a checkout, what the YAML says now; in an installed package, the snapshot compiled from the
    same records when the package was built. With a path: the YAML tree in that folder, or what `vnjp export json`
    wrote into that `.json` file.

    Raises InvalidDataError with every problem of a tree or file that cannot be read, SnapshotError for a damaged
    installation.
    """
    if path is not None:
        return load_export(path) if os.fspath(path).endswith(".json") else load_tree(path)
    installed = load_installed()
    if installed is not None:
        return installed
    root = checkout_data()
    if root is None:
        raise SnapshotError(f"the package holds no {SNAPSHOT}; reinstall vnjp-dataset")
    return load_tree(root, of_package=True)


def stream(path: str | os.PathLike[str] | None = None, *, jobs: int = 1, track: Track = untracked) -> "StreamedTree":
    """Return the records of a YAML tree to be read while they are used, in bounded memory, however many there are.

    Without a path it is the tree of the checkout. Formats that can be written so take it in the place of a dataset:
    ``FORMATS["parquet"].stream(vnjp.stream("data"), Path("out"), kinds=["visits"])``. Each record is checked as `load`
    checks it; nothing is compared with other records. `jobs` is how many processes read; `track` shows how far it is.

    Raises InvalidDataError where there is no folder, QueryError without a path in an installed package, whose records
    lie in one file; the records raise InvalidDataError with everything that is wrong with the files of a kind.
    """
    from pathlib import Path  # noqa: PLC0415 - see below

    from vnjp_dataset.reading.stream import StreamedTree  # noqa: PLC0415 - see below

    root = checkout_data() if path is None else Path(path)
    if root is None:
        raise QueryError("the installed package has no folder of records to stream", "load it, or give a folder")
    return StreamedTree(root, __version__, jobs=jobs, track=track)


# What only a YAML tree needs is imported where one is read: PyYAML, cattrs and pathlib take longer to import than an
# installed package's data to load.


def load_tree(root: str | os.PathLike[str], *, of_package: bool = False) -> Dataset:
    """Return the dataset that a YAML tree holds; whether it is the package's own tree, the caller knows."""
    from pathlib import Path  # noqa: PLC0415 - see above

    from vnjp_dataset.reading import read_records  # noqa: PLC0415 - see above

    tree = read_records(Path(root))
    return Dataset(
        tree.records,
        locate=lambda kind, problem: tree.places[kind, problem.record].problem(problem),
        of_package=of_package,
    )


def load_export(path: str | os.PathLike[str]) -> Dataset:
    """Return the dataset that an exported JSON file holds."""
    from pathlib import Path  # noqa: PLC0415 - see above

    from vnjp_dataset.jsontext import MAX_JSON_BYTES  # noqa: PLC0415 - see above
    from vnjp_dataset.reading import read_exported  # noqa: PLC0415 - see above
    from vnjp_dataset.reading.files import read_bytes, shown_path  # noqa: PLC0415 - see above

    file = shown_path(Path(path))
    found = read_exported(read_bytes(Path(path), MAX_JSON_BYTES), file)
    dataset = Dataset(found.records, version=found.version)
    if dataset.fingerprint != found.fingerprint:
        message = f"expected records with the fingerprint {found.fingerprint[:64]}, got {dataset.fingerprint}"
        hint = "it was changed after it was exported; export it again"
        raise InvalidDataError([Problem(rule="fingerprint", path="fingerprint", message=message, hint=hint, file=file)])
    return dataset


def load_installed() -> Dataset | None:
    """Return the dataset compiled into the package, which may lie in a zip, or None in a checkout."""
    try:
        data = pkgutil.get_data("vnjp_dataset", SNAPSHOT)
    except OSError:  # a zip raises no FileNotFoundError
        data = None
    if data is None:
        return None
    found = load_snapshot(data)
    return Dataset(found.records, version=found.version, fingerprint=found.fingerprint, of_package=True)


def checkout_data() -> "Path | None":
    """Return the data folder of the checkout that the package runs from, or None for an installed package."""
    from pathlib import Path  # noqa: PLC0415 - see above

    top = Path(__file__).resolve().parents[2]
    data = top / "data"
    return data if data.is_dir() and (top / "pyproject.toml").is_file() else None
