"""What changed between two states of the dataset, and how to get from one to the other."""

from vnjp_dataset.changes import Diff, State, apply_changes, compare
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS
from vnjp_dataset.versions.opening import Where, opened


def diff(old: Where, new: Where) -> Diff:
    """Return what was added, corrected, re-sourced and retired between two states of the dataset.

    Each is a dataset, a folder of YAML, an exported `.json`, a wheel, or the version of a release. Raises
    InvalidDataError for one that cannot be read, MissingReleaseError for a version that is no release.
    """
    first, second = opened(old), opened(new)
    return compare(
        {kind: first.records(kind) for kind in KINDS},
        {kind: second.records(kind) for kind in KINDS},
        (State(first.version, first.fingerprint), State(second.version, second.fingerprint)),
    )


def apply(changes: Diff, dataset: Where) -> Dataset:
    """Return the dataset to which a diff leads: ``apply(diff(a, b), a) == b``.

    Raises DiffError where the dataset is not the one the diff was made from.
    """
    records = opened(dataset)
    made = apply_changes(changes, {kind: records.records(kind) for kind in KINDS})
    return Dataset(made, version=changes.new.version, fingerprint=changes.new.fingerprint)
