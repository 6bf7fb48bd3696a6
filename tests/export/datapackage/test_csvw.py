"""CSV on the Web: the metadata beside the tables are valid, and a program that knows them reads the tables."""

import csv
import datetime as dt
import json
import shutil
import tempfile
import typing
from pathlib import Path

import pytest
from csvw import CSVW, TableGroup
from csvw.metadata import URITemplate
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vnjp_dataset import load
from vnjp_dataset.citation import facts
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.iri import document_iri, iri
from vnjp_dataset.model import KINDS, CooperationField, FieldId, Text, identifier
from vnjp_dataset.tables import tables

Json = dict[str, typing.Any]


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return a small dataset in which nothing is wrong."""
    return load(Path(__file__).parents[2] / "checks" / "base")


@pytest.fixture(scope="module")
def folder(base: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the tables and their metadata."""
    folder = tmp_path_factory.mktemp("base")
    FORMATS["datapackage"].write(base, folder)
    return folder / "data"


def described(folder: Path) -> Json:
    """Return the metadata."""
    found: Json = json.loads((folder / "csv-metadata.json").read_text("utf-8"))
    return found


def schemas(folder: Path) -> dict[str, Json]:
    """Return the schemas of the tables, by the names of the tables."""
    return {one["url"].removesuffix(".csv"): one["tableSchema"] for one in described(folder)["tables"]}


def group(folder: Path) -> typing.Any:
    """Return the tables as csvw has them."""
    return TableGroup.from_file(folder / "csv-metadata.json")  # pyright: ignore[reportUnknownMemberType] - has no types


def test_the_metadata_are_valid(folder: Path) -> None:
    """A strict reader finds nothing to complain of: headers, types, keys, and every row has what its keys lead to."""
    found: typing.Any = CSVW(str(folder / "csv-metadata.json"), validate=True, strict=True)
    assert (found.is_valid, found.warnings) == (True, [])
    assert {table.local_name for table in group(folder).tables} == {path.name for path in folder.glob("*.csv")}
    assert group(folder).check_referential_integrity(strict=True)


def test_the_rows_are_the_dataset_s(folder: Path, base: Dataset) -> None:
    """Read by their datatypes, the tables have the dataset's rows: days, numbers, flags, None where nothing is."""
    read = group(folder)
    for name, table in tables().items():
        found = [tuple(map(plain, row.values())) for row in read.tabledict[f"{name}.csv"].iterdicts(strict=True)]
        assert found == [row for kind in KINDS if table.kind in (kind, None) for row in table.rows(base.records(kind))]


def test_columns_are_named_as_in_the_header(folder: Path) -> None:
    """Names and titles, of which the standard compares the latter, are what stands in the first row."""
    for name, schema in schemas(folder).items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            header = next(csv.reader(stream))
        assert [one["name"] for one in schema["columns"]] == header
        assert [one["titles"] for one in schema["columns"]] == header


texts = st.text(st.sampled_from(" \t\r\n\"',#=a\x00\u2028") | st.characters(codec="utf-8"), min_size=1)


@settings(max_examples=12)
@given(definition=texts.filter(lambda text: bool(text.strip())))
@example(definition=" #a\r\n\ta\r ")
def test_any_text_is_read_as_it_is(definition: str) -> None:
    """Spaces around a text stay, a `#` begins no comment, and no line end or quote ends a cell."""
    field = CooperationField(id=identifier(FieldId, "trade"), name=Text(en="Trade"), definition=definition)
    with tempfile.TemporaryDirectory() as folder:
        FORMATS["datapackage"].write(Dataset({"fields": [field]}), Path(folder), kinds=("fields",))
        (row,) = group(Path(folder) / "data").tabledict["fields.csv"].iterdicts(strict=True)
    assert row["definition"] == definition


def plain(cell: typing.Any) -> object:
    """Return a cell as the tables have it: an address as text, a day without a time."""
    if isinstance(cell, dt.datetime):
        return cell.date()
    return cell.unsplit() if hasattr(cell, "unsplit") else cell


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("visits", "direction", "VN-US"),
        ("visits", "id", "Not an id"),
        ("visits", "id", "a" * 81),
        ("visits", "start", ""),
        ("visits", "start_earliest", "2020-02-30"),
        ("places", "latitude", "north"),
        ("people_terms", "acting", "perhaps"),
        ("documents", "url", "ftp://example.org/"),
    ],
)
def test_a_wrong_cell_is_found(folder: Path, tmp_path: Path, table: str, column: str, text: str) -> None:
    """A cell that is not of its datatype, or not one of the words, is refused."""
    copy = edited(folder, tmp_path / "copy", table, column, text)
    with pytest.raises(ValueError, match=column):
        list(group(copy).tabledict[f"{table}.csv"].iterdicts(strict=True))


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [("visits", "lead", "nobody"), ("citations", "document", "no/where"), ("citations", "position", "99")],
)
def test_a_reference_to_nothing_is_found(folder: Path, tmp_path: Path, table: str, column: str, text: str) -> None:
    """What names no row, and what loses the row that it belongs to, is refused."""
    copy = edited(folder, tmp_path / "copy", table, column, text)
    with pytest.raises(ValueError, match="not found in table"):
        group(copy).check_referential_integrity()


def edited(folder: Path, copy: Path, table: str, column: str, text: str) -> Path:
    """Return a copy of the tables with a cell in the first row changed."""
    shutil.copytree(folder, copy)
    path = copy / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        header, *found = csv.reader(stream)
    found[0][header.index(column)] = text
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([header, *found])
    return copy


def test_keys_are_those_that_every_row_has(folder: Path) -> None:
    """Foreign keys whose cells may be empty, which this standard has no place for, are left out, the others not."""
    for name, schema in schemas(folder).items():
        table = tables()[name]
        required = {one.name for one in table.columns if one.required}
        assert schema["primaryKey"] == list(table.key)
        assert schema.get("foreignKeys", []) == [
            {
                "columnReference": list(key.columns),
                "reference": {"resource": f"{key.table}.csv", "columnReference": list(key.target)},
            }
            for key in table.foreign_keys
            if required.issuperset(key.columns)
        ]


def test_rows_and_cells_have_the_iris_of_what_they_name(folder: Path, base: Dataset) -> None:
    """A record's row is about its IRI, and so is every cell that names the record, one that may be empty included."""
    found = schemas(folder)
    for kind in KINDS:
        template = URITemplate(found[kind]["aboutUrl"])
        for record in base.records(kind):
            assert template.expand(id=record.id) == iri(record.id)
    template = URITemplate(found["documents"]["aboutUrl"])
    assert [template.expand(id=one) for one in base.documents] == [document_iri(one) for one in base.documents]
    assert "aboutUrl" not in found["visits_companions"]
    for name, schema in found.items():
        for column, one in zip(schema["columns"], tables()[name].columns, strict=True):
            wanted = document_iri("a/b") if one.target == "documents" else iri("a")
            value = "a/b" if one.target == "documents" else "a"
            there = URITemplate(column["valueUrl"]).expand({one.name: value}) if "valueUrl" in column else None
            assert there == (wanted if one.target else None)


def test_the_facts_are_those_of_the_citation(folder: Path, base: Dataset) -> None:
    """Title, description, author, subjects and licence are what citations say, in Dublin Core's terms."""
    found = described(folder)
    assert found["@context"] == "http://www.w3.org/ns/csvw"
    assert (found["dc:title"], found["dc:description"]) == (facts.TITLE, facts.ABSTRACT)
    assert (found["dc:creator"], found["dc:subject"]) == (facts.AUTHOR, list(facts.KEYWORDS))
    assert found["schema:version"] == base.version
