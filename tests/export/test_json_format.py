"""The JSON export holds everything, the same bytes for the same data."""

import json
from pathlib import Path

from hypothesis import given, settings

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.json_format import text
from vnjp_dataset.model import KINDS
from vnjp_dataset.reading.convert import structure, unstructure
from vnjp_dataset.version import SCHEMA_VERSION


@settings(max_examples=10)
@given(dataset=strategies.datasets(max_visits=2))
def test_everything_is_there_and_comes_back(dataset: Dataset) -> None:
    """Version, fingerprint and every collection are there, and the records read back as equal ones."""
    found = json.loads(text(dataset))
    assert list(found) == ["version", "schema_version", "fingerprint", *KINDS]
    assert found["version"] == dataset.version
    assert found["schema_version"] == SCHEMA_VERSION
    assert found["fingerprint"] == dataset.fingerprint
    for kind in KINDS.values():
        assert found[kind.name] == [unstructure(one) for one in dataset.records(kind.name)]
        back = tuple(structure(one, kind.record, one.pop("id")) for one in found[kind.name])
        assert back == dataset.records(kind.name)


@settings(max_examples=5)
@given(dataset=strategies.datasets(max_visits=1))
def test_equal_data_gives_equal_bytes(dataset: Dataset) -> None:
    """The order in which records were given makes no difference."""
    turned = Dataset({kind: tuple(reversed(dataset.records(kind))) for kind in KINDS}, version=dataset.version)
    assert text(turned) == text(dataset)


def test_a_record_is_one_line() -> None:
    """Line tools can compare two releases; an empty collection is an empty array."""
    assert text(Dataset({})).count("[]") == len(KINDS)


def test_the_file_has_its_name(tmp_path: Path) -> None:
    """`vnjp-dataset.json` is the one file, and it is UTF-8."""
    paths = FORMATS["json"].write(Dataset({}), tmp_path / "out")
    assert paths == (tmp_path / "out" / "vnjp-dataset.json",)
    assert paths[0].read_bytes() == text(Dataset({})).encode("utf-8")
