"""What holds of every format."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import attrs
import pytest

import vnjp_dataset as vnjp
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import MissingExtraError, QueryError
from vnjp_dataset.export import FORMATS, Format
from vnjp_dataset.model import KINDS

T = TypeVar("T")
BASE = Path(__file__).parents[1] / "checks" / "base"
OWN = {"json", "csv", "datapackage", "sqlite", "jsonld", "geojson", "bibtex", "csl", "jsonschema", "croissant"}
each_format = pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return a small dataset in which every kind of record is."""
    return vnjp.load(BASE)


def contents(folder: Path) -> dict[str, bytes]:
    """Return what the files below a folder hold."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Stop(Exception):  # noqa: N818 - it is no error
    """Somebody stops while a file is written."""


def stopping(items: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:  # noqa: ARG001 - a Track
    """Show progress by stopping in the middle."""
    for place, item in enumerate(items):
        if place == 1:
            raise Stop
        yield item


@each_format
def test_equal_data_gives_equal_bytes(form: Format, base: Dataset, tmp_path: Path) -> None:
    """Written twice, from records given in another order too, the files are the same, and those that were named."""
    turned = Dataset({kind: tuple(reversed(base.records(kind))) for kind in KINDS}, version=base.version)
    paths = form.write(base, tmp_path / "one")
    form.write(turned, tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert {path.relative_to(tmp_path / "one").as_posix() for path in paths} == set(contents(tmp_path / "one"))


@each_format
def test_nothing_is_half_written(form: Format, base: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stops in the middle or at the end leaves the files that were there, and nothing beside them."""
    form.write(base, tmp_path)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(b"before")
    before = contents(tmp_path)
    if form.name not in ("jsonschema", "dcat"):  # which tell of the records and go through none
        with pytest.raises(Stop):
            form.write(base, tmp_path, track=stopping)
        assert contents(tmp_path) == before

    def full(_stream: int) -> None:
        raise Stop

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Stop):
        form.write(base, tmp_path)
    assert contents(tmp_path) == before


@each_format
def test_one_kind_alone_can_be_had(form: Format, base: Dataset, tmp_path: Path) -> None:
    """Each kind that a format carries can be written without the others."""
    assert set(form.kinds) <= set(KINDS)
    for kind in form.kinds:
        assert form.write(base, tmp_path / kind, kinds=(kind,))


@each_format
def test_what_is_streamed_is_what_is_written(form: Format, base: Dataset, tmp_path: Path) -> None:
    """Records that are read while they are written give the same bytes; a format that cannot says so."""
    streamed = vnjp.stream(BASE)
    if not form.streams:
        with pytest.raises(QueryError, match="needs all records at once"):
            form.stream(streamed, tmp_path)
        return
    form.write(base, tmp_path / "one")
    form.stream(streamed, tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


@each_format
def test_what_is_missing_is_one_sentence(form: Format, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its libraries a format names the command that installs them; the rest of the core does without them."""
    for name in [one for one in sys.modules if one.startswith("vnjp_dataset.export.")]:
        if name not in ("vnjp_dataset.export.formats", "vnjp_dataset.export.files"):
            monkeypatch.delitem(sys.modules, name)
    for name in {library for one in FORMATS.values() for library in one.libraries}:
        monkeypatch.setitem(sys.modules, name, None)
    if form.extra is None:
        assert form.name in OWN
        assert form.writer()
        return
    with pytest.raises(MissingExtraError) as error:
        form.writer()
    assert str(error.value) == (
        f"the format `{form.name}` needs the extra `{form.extra}`: pip install 'vnjp-dataset[{form.extra}]'"
    )


def test_another_missing_module_is_not_hidden() -> None:
    """A mistake of ours is not told as a missing extra."""
    broken = attrs.evolve(FORMATS["csv"], module="nothing", extra="rdf", libraries=("rdflib",))
    with pytest.raises(ModuleNotFoundError, match="nothing"):
        broken.writer()


@each_format
def test_the_catalogue_says_what_a_format_is(form: Format) -> None:
    """Each says what it writes, carries and loses, and who reads it; extra and libraries come together."""
    assert form.name == form.name.lower()
    assert all((form.title, form.files, form.carries, form.loses, form.readers))
    assert (form.extra is None) == (form.libraries == ())
