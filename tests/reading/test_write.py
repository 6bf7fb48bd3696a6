"""Writing a tree in the canonical layout."""

import tempfile
from pathlib import Path

from hypothesis import given, settings

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.loading import load
from vnjp_dataset.model import KINDS, Record
from vnjp_dataset.reading import read_records
from vnjp_dataset.reading.write import write_tree
from vnjp_dataset.strategies import datasets, records


@given(records())
def test_any_record_written_is_read_back_equal(record: Record) -> None:
    """A record of whatever kind comes back from its YAML as it was."""
    with tempfile.TemporaryDirectory() as folder:
        write_tree([record], folder)
        tree = read_records(Path(folder))
    assert [one for found in tree.records.values() for one in found] == [record]


@settings(max_examples=12)
@given(datasets())
def test_a_dataset_written_is_read_back_equal(dataset: Dataset) -> None:
    """Writing a dataset and loading the folder gives an equal dataset with the same fingerprint."""
    with tempfile.TemporaryDirectory() as folder:
        write_tree(dataset, folder)
        again = load(folder)
    assert again == dataset
    assert again.fingerprint == dataset.fingerprint


@settings(max_examples=8)
@given(datasets(max_visits=1))
def test_equal_records_give_equal_bytes(dataset: Dataset) -> None:
    """The order in which records are given makes no difference to any byte of any file, nor does writing twice."""

    def written(records: list[Record], folder: str) -> dict[str, bytes]:
        write_tree(records, folder)
        write_tree(records, folder)
        root = Path(folder)
        return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.yaml")}

    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        assert written(list(dataset), one) == written(list(dataset)[::-1], other)


@settings(max_examples=8)
@given(datasets(max_visits=1))
def test_the_layout_is_one_file_for_a_record_or_for_a_table(dataset: Dataset) -> None:
    """Kinds kept in folders have a file for each record, named by its id; kinds kept in tables have one file."""
    expected = {
        f"{kind.name}.yaml" if kind.layout == "table" else f"{kind.name}/{record.id}.yaml"
        for kind in KINDS.values()
        for record in dataset.records(kind.name)
    }
    with tempfile.TemporaryDirectory() as folder:
        write_tree(dataset, folder)
        assert {str(path.relative_to(folder)) for path in Path(folder).rglob("*.yaml")} == expected
