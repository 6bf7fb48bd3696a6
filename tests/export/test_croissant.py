"""Croissant's own reader finds the records again, and what is said of the files is true."""

import csv
import hashlib
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mlcroissant as mlc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnjp_dataset as vnjp
from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.croissant import FILE, UNMARKED
from vnjp_dataset.export.csv_format import plain_text, text
from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.releases import registry
from vnjp_dataset.tables import cells, columns
from vnjp_dataset.versions import at

# rdflib says so of its own reader of JSON-LD, which mlcroissant calls.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

READ: tuple[KindName, ...] = ("visits", "milestones", "people", "offices", "places", "sources", "coverage", "retired")
"""Among them references to others, to a record set itself, numbers, truth values and lists."""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Return the real dataset."""
    return vnjp.load()


@pytest.fixture(scope="module")
def folder(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the real dataset as Croissant."""
    made = tmp_path_factory.mktemp("croissant")
    FORMATS["croissant"].write(dataset, made)
    return made


@pytest.fixture(scope="module")
def reader(folder: Path) -> Any:
    """Return the standard's own reader with that folder open."""
    return mlc.Dataset(jsonld=folder / FILE)


def described(folder: Path) -> Any:
    """Return what `croissant.json` holds."""
    return json.loads((folder / FILE).read_text("utf-8"))


def test_the_description_is_valid(reader: Any) -> None:
    """There is no error; the only warnings are that a version between releases has no day and is none of SemVer."""
    issues = reader.metadata.ctx.issues
    assert issues.errors == set()
    assert all("datePublished" in one or "MAJOR.MINOR.PATCH" in one for one in issues.warnings)


def test_a_release_is_described_without_a_warning(tmp_path: Path) -> None:
    """A release has its day, and nothing that the standard recommends is missing."""
    release = registry().latest
    assert release is not None
    FORMATS["croissant"].write(at(release.version), tmp_path)
    issues: Any = mlc.Dataset(jsonld=tmp_path / FILE).metadata.ctx.issues
    assert issues.report() == ""
    assert described(tmp_path)["datePublished"] == str(release.date)


@pytest.mark.parametrize("kind", READ)
def test_records_are_found_again(kind: KindName, dataset: Dataset, reader: Any) -> None:
    """Each record has each of its cells: text, days, numbers and truth values as what they are, lists as JSON."""
    heads, get = columns(KINDS[kind].record), cells(KINDS[kind].record)
    found = list(reader.records(kind))
    assert len(found) == len(dataset.records(kind)) > 0
    for row, record in zip(found, dataset.records(kind), strict=True):
        plain = unstructure(record)
        for head, cell in zip(heads, get(record), strict=True):
            wanted = part(plain, head.path) if head.type == "list" else cell
            assert same(row[f"{kind}/{head.name}"], wanted), f"{record.id}: {head.name}"


def part(plain: Any, path: str) -> Any:
    """Return what stands at a field path of plain data, if anything does."""
    for name in path.split("."):
        plain = plain.get(name) if plain else None
    return plain


def same(read: Any, cell: Any) -> bool:
    """Whether what was read is what stands in a record."""
    if cell is None or read is None:
        return read is cell
    if isinstance(read, bytes):
        text = read.decode("utf-8")
        return bool((text if isinstance(cell, str) else json.loads(text)) == cell)
    if isinstance(cell, bool):
        return read is cell
    return math.isclose(read, cell) if isinstance(read, float | int) else bool(read.date() == cell)


def test_files_are_as_described(folder: Path) -> None:
    """Each file is there, with its size and sum; each of its columns is a field, of the record set of its name."""
    whole = described(folder)
    fields = {
        one["@id"]: [field["source"]["extract"]["column"] for field in one["field"]] for one in whole["recordSet"]
    }
    assert list(fields) == list(KINDS)
    for one in whole["distribution"]:
        path = folder / one["contentUrl"]
        assert one["contentSize"] == f"{path.stat().st_size} B"
        assert one["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        with path.open(encoding="utf-8", newline="") as stream:
            assert fields.pop(path.stem) == next(csv.reader(stream))
    assert fields == {}


def test_facts_are_those_of_the_dataset(dataset: Dataset, folder: Path) -> None:
    """Version, fingerprint and citation are those that the dataset gives; keys and references lead somewhere."""
    whole = described(folder)
    assert whole["version"] == dataset.version
    assert whole["identifier"] == f"sha256:{dataset.fingerprint}"
    assert whole["citeAs"] == dataset.cite().bibtex
    assert ("datePublished" in whole) == (dataset.cite().released is not None)
    ids = {field["@id"] for one in whole["recordSet"] for field in one["field"]}
    assert all(one["key"]["@id"] in ids for one in whole["recordSet"])
    files = {one["@id"] for one in whole["distribution"]}
    assert {one["fileObject"]["@id"] for one in references(whole)} < files


def references(whole: Any) -> Iterator[Any]:
    """Yield what fields refer to."""
    return (field["references"] for one in whole["recordSet"] for field in one["field"] if "references" in field)


@settings(max_examples=5)
@given(dataset=strategies.datasets(max_visits=1))
def test_equal_data_gives_equal_bytes(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Neither the order in which records were given nor the folder makes a difference."""
    turned = Dataset({kind: tuple(reversed(dataset.records(kind))) for kind in KINDS}, version=dataset.version)
    first, second = (tmp_path_factory.mktemp("equal") for _ in range(2))
    ours, theirs = FORMATS["croissant"].write(dataset, first), FORMATS["croissant"].write(turned, second)
    assert [one.name for one in ours] == [FILE, *(f"{kind}.csv" for kind in KINDS)]
    assert [one.read_bytes() for one in ours] == [one.read_bytes() for one in theirs]
    assert ours[1].read_text("utf-8") == text(KINDS["visits"].record, dataset.records("visits"))


def test_some_kinds_stand_by_themselves(dataset: Dataset, tmp_path: Path) -> None:
    """What is left out is not referred to, and the fingerprint is that of what is there."""
    paths = FORMATS["croissant"].write(dataset, tmp_path, kinds=("milestones", "measures"))
    assert [path.name for path in paths] == [FILE, "milestones.csv", "measures.csv"]
    whole = described(tmp_path)
    assert list(references(whole)) == []
    assert whole["identifier"] != f"sha256:{dataset.fingerprint}"
    found: Any = mlc.Dataset(jsonld=tmp_path / FILE)
    assert found.metadata.ctx.issues.errors == set()
    assert len(list(found.records("measures"))) == len(dataset.measures)


@given(cell=st.text())
def test_the_mark_against_formulas_is_taken_off(cell: str) -> None:
    """Applied to a cell of the files, the transform of free text gives the text itself."""
    match = re.match(UNMARKED, plain_text(cell))
    assert match is not None
    assert match[1] == cell
