"""The exported file read again."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from vnjp_dataset import load
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidDataError, Problem
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.json_format import text
from vnjp_dataset.model import KINDS
from vnjp_dataset.reading import read_exported
from vnjp_dataset.strategies import datasets
from vnjp_dataset.version import SCHEMA_VERSION

BASE = Path(__file__).parents[1] / "checks" / "base"
Change = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="module")
def exported() -> str:
    """Return the export of a small dataset in which every kind of record is."""
    return text(load(BASE))


@settings(max_examples=12)
@given(datasets())
def test_an_exported_dataset_is_loaded_equal(dataset: Dataset) -> None:
    """What `vnjp export json` writes, `load` reads as the same dataset, with its version and fingerprint."""
    with tempfile.TemporaryDirectory() as folder:
        (path,) = FORMATS["json"].write(dataset, Path(folder))
        again = load(path)
    assert again == dataset
    assert (again.version, again.fingerprint) == (dataset.version, dataset.fingerprint)
    assert text(again) == text(dataset)


def test_the_real_data_comes_back(tmp_path: Path) -> None:
    """The project's own data goes through the exported file unchanged."""
    real = load(Path(__file__).parents[2] / "data")
    (path,) = FORMATS["json"].write(real, tmp_path)
    assert load(str(path)) == real


def test_order_and_spaces_make_no_difference(tmp_path: Path, exported: str) -> None:
    """A file that another program wrote anew, records and keys in another order, is the same dataset."""
    plain: dict[str, Any] = json.loads(exported)
    turned: dict[str, Any] = {
        key: value[::-1] if isinstance(value, list) else value for key, value in reversed(plain.items())
    }
    (tmp_path / "some.json").write_text(json.dumps(turned, indent=3, sort_keys=True), "utf-8")
    assert load(tmp_path / "some.json") == load(BASE)


def _problems(tmp_path: Path, exported: str, change: Change) -> tuple[Problem, ...]:
    plain = json.loads(exported)
    change(plain)
    path = tmp_path / "some.json"
    path.write_text(json.dumps(plain), "utf-8")
    with pytest.raises(InvalidDataError) as caught:
        load(path)
    assert {Path(one.file or "").name for one in caught.value.problems} == {"some.json"}
    return caught.value.problems


DAMAGE: list[tuple[Change, list[tuple[str, str, str]]]] = [
    (lambda plain: plain.update(fingerprint="0" * 64), [("fingerprint", "", "fingerprint")]),
    (lambda plain: plain["people"].pop(), [("fingerprint", "", "fingerprint")]),
    (lambda plain: plain["places"][0].update(country="LA"), [("fingerprint", "", "fingerprint")]),
    (lambda plain: plain.update(fingerprint=None), [("type", "", "fingerprint")]),
    (lambda plain: plain.pop("version"), [("type", "", "version")]),
    (lambda plain: plain.update(schema_version=SCHEMA_VERSION + 1), [("schema", "", "schema_version")]),
    (lambda plain: plain.update(schema_version="1"), [("schema", "", "schema_version")]),
    (
        lambda plain: plain.update(schema_version=0, version=1, fingerprint=[]),
        [("schema", "", "schema_version"), ("type", "", "fingerprint"), ("type", "", "version")],
    ),
    (lambda plain: plain.update(visit=[]), [("unknown-key", "", "")]),
    (lambda plain: plain.update(visits="none"), [("type", "", "visits")]),
    (lambda plain: plain["people"].append(plain["people"][0]), [("duplicate-id", "an-van-binh", "")]),
    (
        lambda plain: plain["people"].append({**plain["people"][0], "id": "An-Van-Binh"}),
        [("id", "", "people[4]")],
    ),
    (
        lambda plain: (plain["visits"][0].update(start="2021-02-30", lead="A"), plain["meetings"][0].pop("date")),
        [
            ("date", "2021-an-van-binh", "start"),
            ("missing-key", "2023-bangkok", ""),
            ("name", "2021-an-van-binh", "lead"),
        ],
    ),
]


@pytest.mark.parametrize(("change", "told"), DAMAGE)
def test_everything_wrong_with_a_file_is_told(
    tmp_path: Path, exported: str, change: Change, told: list[tuple[str, str, str]]
) -> None:
    """Damage, another schema, unknown kinds, repeated and colliding ids, flaws: each by its rule and place."""
    found = _problems(tmp_path, exported, change)
    assert sorted((one.rule, one.record, one.path) for one in found) == told


@pytest.mark.parametrize("content", [b"[]", b"null", b'"text"', b"3"])
def test_a_file_without_an_object_is_refused(content: bytes) -> None:
    """A JSON file that holds something else is no export."""
    with pytest.raises(InvalidDataError, match="expected an object"):
        read_exported(content, "some.json")


def test_kinds_that_are_left_out_have_no_records(tmp_path: Path) -> None:
    """An older file without a kind that came later is read."""
    plain = json.loads(text(Dataset({})))
    for kind in KINDS:
        del plain[kind]
    path = tmp_path / "some.json"
    path.write_text(json.dumps({**plain, "fingerprint": Dataset({}).fingerprint}), "utf-8")
    assert len(load(path)) == 0
