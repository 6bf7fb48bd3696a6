"""load(): from a checkout, a folder, or the compiled file."""

import pkgutil
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings

import vnjp_dataset as vnjp
from vnjp_dataset import loading
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidDataError, SnapshotError
from vnjp_dataset.model import KINDS
from vnjp_dataset.reading.write import write_tree
from vnjp_dataset.snapshot.write import write_snapshot
from vnjp_dataset.strategies import datasets

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def real() -> Dataset:
    """Return the project's own data."""
    return vnjp.load(DATA)


def _snapshot(dataset: Dataset) -> bytes:
    return write_snapshot({kind: dataset.records(kind) for kind in KINDS}, dataset.version)


def _gives(data: bytes) -> Callable[[str, str], bytes]:
    """Return a stand-in for `pkgutil.get_data` in an installed package."""

    def get_data(_package: str, _resource: str) -> bytes:
        return data

    return get_data


def test_in_a_checkout_load_reads_its_yaml(real: Dataset) -> None:
    """Without a path, a checkout's own data is loaded."""
    assert vnjp.load() == real
    assert vnjp.load().visits["2023-vo-van-thuong"].start == vnjp.PartialDate("2023-11-27")


def test_an_edited_file_is_seen_at_once(tmp_path: Path, real: Dataset) -> None:
    """Nothing is kept between two loads: what the YAML says now is what is loaded."""
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    assert vnjp.load(root) == real
    path = root / "visits" / "2023-vo-van-thuong.yaml"
    text = path.read_text("utf-8")
    assert "start: 2023-11-27\n" in text
    path.write_text(text.replace("start: 2023-11-27\n", "start: 2023-11-26\n"), "utf-8")
    edited = vnjp.load(str(root))
    assert edited.visits["2023-vo-van-thuong"].start == vnjp.PartialDate("2023-11-26")
    assert edited != real
    assert edited.fingerprint != real.fingerprint


def test_a_tree_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    """Every problem of a tree is in the error; a folder that is not there is one."""
    with pytest.raises(InvalidDataError, match="expected a folder"):
        vnjp.load(tmp_path / "nothing")


def test_problems_of_a_tree_are_located(tmp_path: Path, real: Dataset) -> None:
    """A dataset read from files knows the line of each field."""
    visit = real.visits["2023-vo-van-thuong"]
    write_tree([visit], tmp_path)
    dataset = vnjp.load(tmp_path)
    problem = dataset.located(vnjp.Problem(rule="r", message="m", record=visit.id, path="start"))
    lines = (tmp_path / "visits" / f"{visit.id}.yaml").read_text("utf-8").splitlines()
    assert problem.line is not None
    assert lines[problem.line - 1].startswith("start:")


def test_the_real_data_is_the_same_from_the_compiled_file(real: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package's snapshot of the data gives an equal dataset, and is not read as YAML."""
    compiled = _snapshot(real)
    monkeypatch.setattr(pkgutil, "get_data", _gives(compiled))
    monkeypatch.setattr(loading, "load_tree", None)
    assert vnjp.load() == real
    assert vnjp.load().fingerprint == real.fingerprint


@settings(max_examples=10)
@given(datasets())
def test_tree_and_compiled_file_hold_the_same(dataset: Dataset) -> None:
    """A dataset by way of a YAML tree equals the dataset by way of a snapshot, hash and search included."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        write_tree(dataset, folder)
        patch.setattr(pkgutil, "get_data", _gives(_snapshot(dataset)))
        tree, compiled = vnjp.load(folder), vnjp.load()
    assert tree == compiled
    assert hash(tree) == hash(compiled)
    for record in dataset:
        assert tree.search(record.id) == compiled.search(record.id)


def test_a_package_without_data_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that lost its data is not mistaken for an empty dataset."""

    def refuse(*_: str) -> bytes:
        raise FileNotFoundError

    monkeypatch.setattr(pkgutil, "get_data", refuse)
    monkeypatch.setattr(loading, "checkout_data", lambda: None)
    with pytest.raises(SnapshotError, match=r"the package holds no _snapshot\.json; reinstall"):
        vnjp.load()


def test_a_checkout_is_recognised_by_its_data_and_project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The data folder counts only beside the project's file, two levels above the package."""
    assert loading.checkout_data() == DATA
    package = tmp_path / "src" / "vnjp_dataset"
    package.mkdir(parents=True)
    monkeypatch.setattr(loading, "__file__", str(package / "loading.py"))
    assert loading.checkout_data() is None
    (tmp_path / "data").mkdir()
    assert loading.checkout_data() is None
    (tmp_path / "pyproject.toml").touch()
    assert loading.checkout_data() == tmp_path.resolve() / "data"


def test_importing_the_package_costs_next_to_nothing() -> None:
    """`import vnjp_dataset` imports neither attrs nor yaml nor any part of the library but the version."""
    code = """
import sys
before = set(sys.modules)
import vnjp_dataset
print(*sorted(name for name in set(sys.modules) - before if name.split(".")[0] in
      {"attr", "attrs", "cattrs", "yaml", "json", "vnjp_dataset"}))
"""
    done = subprocess.run([sys.executable, "-S", "-c", _with_path(code)], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) <= {"vnjp_dataset", "vnjp_dataset.version"}


def _with_path(code: str) -> str:
    return f"import sys; sys.path[:0] = {sys.path!r}\n{code}"


def test_the_public_names_are_all_there() -> None:
    """Every name of `__all__` is fetched when it is first used, `dir` lists them, and others are refused."""
    assert dir(vnjp) == sorted(vnjp.__all__) == list(vnjp.__all__)
    for name in vnjp.__all__:
        assert getattr(vnjp, name) is not None
    unknown = "nothing"
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(vnjp, unknown)
