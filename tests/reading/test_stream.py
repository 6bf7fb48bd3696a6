"""A tree that is streamed gives the records that a tree that is loaded gives."""

import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import given, settings

import vnjp_dataset as vnjp
from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidDataError, QueryError
from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.reading import read_tree, runs, stream
from vnjp_dataset.reading.stream import StreamedTree
from vnjp_dataset.reading.write import write_tree

BASE = Path(__file__).parents[1] / "checks" / "base"


@settings(max_examples=10)
@given(dataset=strategies.datasets(max_visits=4))
def test_records_come_as_in_the_collections(dataset: Dataset) -> None:
    """Every kind has the same records in the same order, as often as it is asked for."""
    with tempfile.TemporaryDirectory() as folder:
        write_tree((*dataset, *dataset.retired), folder)
        streamed = vnjp.stream(folder)
        for kind in KINDS:
            assert tuple(streamed.records(kind)) == dataset.records(kind)
            assert tuple(streamed.records(kind)) == dataset.records(kind)


@pytest.mark.parametrize("jobs", [1, 2])
def test_chunks_and_runs_make_no_difference(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    """However few files are read and runs are merged at a time, and in however many processes."""
    monkeypatch.setattr(stream, "CHUNK", 1)
    monkeypatch.setattr(runs, "FAN_IN", 2)
    loaded = vnjp.load(BASE)
    assert len(loaded.people) > 3
    streamed = vnjp.stream(BASE, jobs=jobs)
    kinds: tuple[KindName, ...] = tuple(KINDS) if jobs == 1 else ("people",)
    for kind in kinds:
        assert tuple(streamed.records(kind)) == loaded.records(kind)


def test_everything_wrong_is_told_before_the_first_record(tmp_path: Path) -> None:
    """What is told of a kind is what reading the whole tree tells, and nothing is given out before."""
    folder = tmp_path / "people"
    folder.mkdir()
    (folder / "a-good.yaml").write_text("name: {en: A}\ncountry: VN\n", "utf-8")
    (folder / "b-bad.yaml").write_text("name: {en: A}\ncountry: Vietnam\nage: 3\n", "utf-8")
    (folder / "c.txt").write_text("", "utf-8")
    (folder / ".hidden").write_text("", "utf-8")
    (folder / "d-torn.yaml").write_text("name: {", "utf-8")
    (folder / "e-link.yaml").symlink_to(folder / "a-good.yaml")
    records = vnjp.stream(tmp_path).records("people")
    with pytest.raises(InvalidDataError) as error:
        next(records)
    assert error.value.problems == read_tree(tmp_path).problems
    assert len(error.value.problems) == 5


def test_tables_are_told_of_as_well(tmp_path: Path) -> None:
    """A kind that stands in one table is read like any other; other tables are left alone."""
    (tmp_path / "fields.yaml").write_text("trade: {name: {en: Trade}}\nart: {name: {en: Art}}\n", "utf-8")
    (tmp_path / "places.yaml").write_text("[", "utf-8")
    with pytest.raises(InvalidDataError, match="table-order"):
        list(vnjp.stream(tmp_path).records("fields"))
    assert list(vnjp.stream(tmp_path).records("measures")) == []


def test_no_folder_is_one_clear_problem(tmp_path: Path) -> None:
    """A path at which there is no folder, and a kind's folder that is none, are told."""
    (tmp_path / "file").touch()
    for path in (tmp_path / "nothing", tmp_path / "file"):
        with pytest.raises(InvalidDataError, match="expected a folder"):
            vnjp.stream(path)
    (tmp_path / "visits").touch()
    with pytest.raises(InvalidDataError, match="visits"):
        next(vnjp.stream(tmp_path).records("visits"))


def test_no_link_leads_out_of_the_tree(tmp_path: Path) -> None:
    """A folder of a kind that is a link is refused."""
    (tmp_path / "visits").symlink_to(BASE / "visits")
    with pytest.raises(InvalidDataError, match="symbolic link"):
        next(vnjp.stream(tmp_path).records("visits"))


def test_problems_without_end_are_cut_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of nothing but mistakes is not read to its end."""
    monkeypatch.setattr(stream, "CHUNK", 2)
    monkeypatch.setattr(stream, "MAX_PROBLEMS", 4)
    (tmp_path / "people").mkdir()
    for number in range(40):
        (tmp_path / "people" / f"{number}.yaml").write_text("[", "utf-8")
    with pytest.raises(InvalidDataError) as error:
        next(vnjp.stream(tmp_path).records("people"))
    assert len(error.value.problems) < 10


def test_nothing_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is laid aside goes when the records are no longer wanted."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    records = vnjp.stream(BASE).records("people")
    next(records)
    assert any(tmp_path.iterdir())
    assert isinstance(records, Generator)
    records.close()
    assert not any(tmp_path.iterdir())


def test_the_checkout_is_streamed_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a path it is the checkout's tree; an installed package has none, and says so."""
    assert isinstance(vnjp.stream(), StreamedTree)
    assert next(vnjp.stream().records("fields")).id == "agriculture"
    monkeypatch.setattr("vnjp_dataset.loading.checkout_data", lambda: None)
    with pytest.raises(QueryError, match="no folder"):
        vnjp.stream()
