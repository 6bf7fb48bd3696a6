"""The Data Package is valid, and programs of others read from it what the records say."""

import csv
import datetime as dt
import hashlib
import json
import re
import shutil
import tempfile
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path, PurePosixPath

import frictionless
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vnjp_dataset import load, strategies
from vnjp_dataset.citation import facts
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.model import KINDS, CooperationField, FieldId, KindName, Record, Text, identifier
from vnjp_dataset.tables import Table, tables, tables_of

Json = dict[str, typing.Any]
Rows = list[tuple[object, ...]]

CASTS: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": dt.date.fromisoformat,
}


def written(dataset: Dataset, folder: Path, kinds: Sequence[KindName] | None = None) -> Path:
    """Write a dataset and return the folder."""
    FORMATS["datapackage"].write(dataset, folder, kinds=kinds)
    return folder


def described(folder: Path) -> Json:
    """Return the package's description."""
    found: Json = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return found


def resources(folder: Path) -> dict[str, Json]:
    """Return the descriptions of the package's tables by name."""
    return {one["name"]: one for one in described(folder)["resources"]}


def read(folder: Path, resource: Json) -> Rows:
    """Return a table's rows, as somebody reads them who has nothing but CSV and the description."""
    fields = resource["schema"]["fields"]
    casts = [CASTS[field["type"]] for field in fields]
    with (folder / resource["path"]).open(encoding="utf-8", newline="") as stream:
        header, *found = csv.reader(stream, strict=True)
    assert header == [field["name"] for field in fields]
    missing = resource["schema"]["missingValues"]
    return [
        tuple(None if text in missing else cast(text) for cast, text in zip(casts, row, strict=True)) for row in found
    ]


def opened(folder: Path) -> typing.Any:
    """Return the package as frictionless has it."""
    return frictionless.Package(str(folder / "datapackage.json"))


def rows(table: Table, dataset: Dataset, kinds: Iterable[KindName] = tuple(KINDS)) -> Rows:
    """Return the rows that a table of some kinds has."""
    return [row for kind in kinds if table.kind in (kind, None) for row in table.rows(dataset.records(kind))]


@pytest.fixture(scope="module")
def real() -> Dataset:
    """Return the dataset itself."""
    return load()


@pytest.fixture(scope="module")
def package(real: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the dataset's package."""
    return written(real, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return a small dataset in which nothing is wrong."""
    return load(Path(__file__).parents[2] / "checks" / "base")


@pytest.fixture(scope="module")
def small(base: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the small dataset's package."""
    return written(base, tmp_path_factory.mktemp("base"))


# What others read -----------------------------------------------------------------------------------------------------


def test_frictionless_finds_the_dataset_valid(package: Path) -> None:
    """Types, vocabularies, forms of ids, keys, foreign keys, sizes and hashes of all tables hold."""
    report = frictionless.validate(str(package / "datapackage.json"))
    assert report.flatten(["name", "type", "note"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(tables())


def test_the_files_hold_the_dataset(package: Path, real: Dataset) -> None:
    """Read with the types of the description, every table has the rows of the dataset, in their order."""
    found = resources(package)
    assert list(found) == list(tables())
    for name, table in tables().items():
        assert read(package, found[name]) == rows(table, real)


def test_pandas_joins_two_tables(package: Path, real: Dataset) -> None:
    """A reader of plain CSV follows a foreign key to the names of those who led visits."""
    visits = pd.read_csv(package / "data" / "visits.csv")
    people = pd.read_csv(package / "data" / "people.csv", index_col="id")
    led = visits.join(people["name_en"], on="lead")
    assert list(zip(led["id"], led["name_en"], strict=True)) == [
        (one.id, real.people[one.lead].name.en) for one in real.visits
    ]


# One cell each, in the first row of a table: what stands there instead (None: what the last row has there), and what is
# wrong then, where, and about which columns.
BREACHES: tuple[tuple[str, str, str | None, tuple[str, str, str]], ...] = (
    ("visits", "lead", "nobody-at-all", ("visits", "foreign-key", "lead")),
    ("visits", "direction", "VN-US", ("visits", "constraint-error", "direction")),
    ("visits", "start", "", ("visits", "constraint-error", "start")),
    ("visits", "start_earliest", "2020-02-30", ("visits", "type-error", "start_earliest")),
    ("places", "latitude", "north", ("places", "type-error", "latitude")),
    ("people_terms", "acting", "perhaps", ("people_terms", "type-error", "acting")),
    ("offices", "id", "Not an id", ("offices", "constraint-error", "id")),
    ("documents", "id", None, ("documents", "unique-error", "id")),
    ("fields", "broader", "nothing-at-all", ("fields", "foreign-key", "broader")),
    ("citations", "position", "99", ("citations_supports", "foreign-key", "record_id sources_position")),
)


def edit(path: Path, column: str, text: str | None) -> None:
    """Change a cell in the first row of a table."""
    with path.open(encoding="utf-8", newline="") as stream:
        header, *found = csv.reader(stream)
    place = header.index(column)
    found[0][place] = found[-1][place] if text is None else text
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([header, *found])


def test_frictionless_finds_what_is_broken(small: Path, tmp_path: Path) -> None:
    """A cell that breaks a rule of the description is found, in the table whose rule it breaks."""
    copy = shutil.copytree(small, tmp_path / "copy")
    for table, column, text, _ in BREACHES:
        edit(copy / "data" / f"{table}.csv", column, text)
    changed = {table for table, *_ in BREACHES}
    looked_at = changed | {told[0] for *_, told in BREACHES}
    assert not set(breaches(small, looked_at))
    found = set(breaches(copy, looked_at))
    assert found >= {told for *_, told in BREACHES}
    assert {table for table, error, _ in found if error == "hash-count"} == changed


def breaches(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what frictionless finds in tables: the table's name, the type of the error and the columns it is about."""
    package = opened(folder)
    for name in names:
        for error in package.get_resource(name).validate().tasks[0].errors:
            plain = error.to_descriptor()
            yield name, error.type, " ".join(plain.get("fieldNames", [plain.get("fieldName", "")]))


some_records = st.sampled_from(tuple(KINDS)).flatmap(
    lambda kind: st.tuples(
        st.just(kind),
        st.lists(st.from_type(KINDS[kind].record), min_size=1, max_size=2, unique_by=lambda one: one.id),
    )
)


@settings(max_examples=12)
@given(drawn=some_records)
def test_frictionless_reads_any_records(drawn: tuple[KindName, list[Record]]) -> None:
    """Open and doubtful dates, quotes, several lines and all else that records may hold are read as they are."""
    kind, records = drawn
    dataset = Dataset({kind: records})
    with tempfile.TemporaryDirectory() as folder:
        package = opened(written(dataset, Path(folder), (kind,)))
        for table in tables_of((kind,)):
            found = package.get_resource(table.name).read_rows()
            assert [tuple(row.to_dict().values()) for row in found] == rows(table, dataset, (kind,))
            # Records that were made one by one may name what is not there.
            assert {error.type for row in found for error in row.errors} <= {"foreign-key"}


hard = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: bool(text.strip()))


@settings(max_examples=12)
@given(definition=hard)
@example(definition="=1+1")
@example(definition="\ra\r\n\x00\x1a\u2028\ufeff\"'")
def test_any_text_is_read_by_anybody(definition: str) -> None:
    """A text comes back from frictionless and pandas as it is; nothing is marked that looks like a formula."""
    field = CooperationField(id=identifier(FieldId, "trade"), name=Text(en="Trade"), definition=definition)
    with tempfile.TemporaryDirectory() as name:
        folder = written(Dataset({"fields": [field]}), Path(name), ("fields",))
        (row,) = opened(folder).get_resource("fields").read_rows()
        table = pd.read_csv(folder / "data" / "fields.csv", dtype=str, keep_default_na=False)
        assert (row["definition"], list(table["definition"])) == (definition, [definition])


# The description ------------------------------------------------------------------------------------------------------


def test_the_facts_are_those_of_the_citation(package: Path, real: Dataset) -> None:
    """Title, description, authors, keywords and licence are what citations say, and the version is the data's."""
    found = described(package)
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert (found["title"], found["description"]) == (facts.TITLE, facts.ABSTRACT)
    assert found["contributors"] == [{"title": facts.AUTHOR, "roles": ["author"]}]
    assert found["keywords"] == list(facts.KEYWORDS)
    assert found["licenses"][0]["name"] == facts.LICENSES[1]
    assert found["version"] == real.version


def test_every_file_is_described(package: Path) -> None:
    """Tables have names and relative paths that any system takes, and their true size and hash."""
    found = resources(package)
    paths = {one["path"] for one in found.values()}
    there = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    assert there == paths | {"datapackage.json", "data/csv-metadata.json"}
    assert len(paths) == len(found)
    for name, one in found.items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
        assert PurePosixPath(one["path"]).parts == ("data", f"{name}.csv")
        content = (package / one["path"]).read_bytes()
        assert one["bytes"] == len(content)
        assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert (one["type"], one["format"], one["encoding"]) == ("table", "csv", "utf-8")
        assert one["profile"] == "tabular-data-resource"


def test_schemas_say_what_the_tables_are(package: Path) -> None:
    """Keys and foreign keys are lists of fields, vocabularies are categories, and what is required is said to be."""
    for name, one in resources(package).items():
        table, schema = tables()[name], one["schema"]
        fields = {field["name"]: field for field in schema["fields"]}
        assert schema["primaryKey"] == list(table.key)
        assert len(schema.get("foreignKeys", [])) == len(table.foreign_keys)
        for key, there in zip(table.foreign_keys, schema.get("foreignKeys", []), strict=True):
            own = {} if key.table == name else {"resource": key.table}
            assert there == {"fields": list(key.columns), "reference": {**own, "fields": list(key.target)}}
        for column in table.columns:
            field = fields[column.name]
            limits = field.get("constraints", {})
            assert field["description"] == column.doc
            assert limits.get("required", False) == column.required
            assert limits.get("unique", False) == (table.key == (column.name,))
            assert field.get("categories", []) == limits.get("enum", []) == list(column.words)


def test_dates_are_said_to_be_edtf(package: Path) -> None:
    """A date as it is written is text of a type that has a name; its first and last day are dates."""
    fields = {field["name"]: field for field in resources(package)["visits"]["schema"]["fields"]}
    assert fields["start"]["rdfType"] == "http://id.loc.gov/datatypes/edtf/EDTF-level1"
    assert [fields[name]["type"] for name in ("start", "start_earliest", "start_latest")] == ["string", "date", "date"]


# Writing --------------------------------------------------------------------------------------------------------------


def contents(folder: Path) -> dict[str, bytes]:
    """Return what the files of a folder hold, by their paths in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@settings(max_examples=3)
@given(dataset=strategies.datasets(max_visits=1))
def test_equal_data_gives_equal_bytes(dataset: Dataset) -> None:
    """Neither the folder nor the order in which records were given makes a difference."""
    turned = Dataset({kind: tuple(reversed(dataset.records(kind))) for kind in KINDS}, version=dataset.version)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        assert contents(written(turned, Path(other))) == contents(written(dataset, Path(one)))


def test_some_kinds_make_a_whole_package(base: Dataset, tmp_path: Path) -> None:
    """With some kinds only, the package has their tables, no key leads out of it, and it is valid."""
    kinds: tuple[KindName, ...] = ("visits", "people", "offices")
    folder = written(base, tmp_path, kinds)
    found = resources(folder)
    assert list(found) == [table.name for table in tables_of(kinds)]
    told = read(folder, found["records"])
    assert {kind for _, kind, _ in told} == set(kinds)
    assert frictionless.validate(str(folder / "datapackage.json")).flatten(["name", "type", "note"]) == []
    for table in tables_of(kinds):
        assert read(folder, found[table.name]) == rows(table, base, kinds)


class Stream:
    """Records that can be read one after another, and no other way."""

    version = "1.2.3"

    def __init__(self, dataset: Dataset, *, fail_at: KindName | None = None) -> None:
        self.asked: list[KindName] = []
        self._dataset = dataset
        self._fail_at = fail_at

    def records(self, kind: KindName) -> Iterator[Record]:
        """Yield the records of a kind."""
        self.asked.append(kind)
        if kind == self._fail_at:
            raise OSError(kind)
        yield from self._dataset.records(kind)


def test_records_are_taken_as_they_come(base: Dataset, small: Path, tmp_path: Path) -> None:
    """Each kind is gone through once, however many tables its records feed, and nothing else is asked for."""
    stream = Stream(base)
    paths = FORMATS["datapackage"].stream(stream, tmp_path)
    assert stream.asked == list(KINDS)
    assert paths[0] == tmp_path / "datapackage.json"
    assert set(paths) == {path for path in tmp_path.rglob("*") if path.is_file()}
    assert described(tmp_path)["version"] == "1.2.3"
    own = {name: content for name, content in contents(tmp_path).items() if name.endswith(".csv")}
    assert own.items() <= contents(small).items()


def test_nothing_is_left_of_half_a_package(base: Dataset, tmp_path: Path) -> None:
    """Where records cannot be read to their end, what was there before stays as it was."""
    written(base, tmp_path)
    before = contents(tmp_path)
    with pytest.raises(OSError, match="places"):
        FORMATS["datapackage"].stream(Stream(Dataset({}), fail_at="places"), tmp_path)
    assert contents(tmp_path) == before
