"""A reader of workbooks finds every record again, and nothing that runs."""

import datetime as dt
import os
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

import vnjp_dataset as vnjp
from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.excel import WORKBOOK, page, write
from vnjp_dataset.export.excel.sheets import sheets
from vnjp_dataset.export.mended import xml_text
from vnjp_dataset.model import (
    KINDS,
    CooperationField,
    FieldId,
    Figure,
    KindName,
    MeasureId,
    PartialDate,
    Record,
    Text,
    identifier,
)
from vnjp_dataset.model.walk import walk
from vnjp_dataset.tables import Column, cells, columns, part_tables

BASE = Path(__file__).parents[2] / "checks" / "base"
Sheet = list[dict[str, Any]]


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Return the dataset as it is installed."""
    return vnjp.load()


@pytest.fixture(scope="module")
def exported(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workbook with the whole dataset."""
    return FORMATS["excel"].write(dataset, tmp_path_factory.mktemp("excel"))[0]


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return a small dataset in which every kind of record is."""
    return vnjp.load(BASE)


@pytest.fixture(scope="module")
def book(base: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a small workbook with all that openpyxl reads of it, looks and notes as well."""
    return opened(write(base, tmp_path_factory.mktemp("small"))[0])


def opened(path: Path) -> Any:
    """Return a workbook as openpyxl reads it."""
    return openpyxl.load_workbook(path)


def read(source: Path) -> dict[str, Sheet]:
    """Return the rows of every sheet of a workbook by the names of their columns."""
    with closing(openpyxl.load_workbook(source, read_only=True)) as book:
        return {sheet.title: list(rows(sheet)) for sheet in book.worksheets}


def rows(sheet: Any) -> Iterator[dict[str, Any]]:
    """Yield the rows of a sheet, none of whose cells is a formula; texts as Excel shows them."""
    heads, *others = sheet.iter_rows()
    for row in others:
        assert not any(one.data_type == "f" for one in row)
        yield {head.value: shown(one.value) for head, one in zip(heads, row, strict=False)}


def shown(value: Any) -> Any:
    """Return a value as Excel shows it: openpyxl leaves signs that a workbook writes by their numbers."""
    if isinstance(value, str):
        return unescape(value)
    return value.date() if isinstance(value, dt.datetime) else value


def same(column: Column, found: Any, value: Any) -> bool:
    """Whether a cell says what a record says."""
    if column.type == "list":
        return found is None if not value else isinstance(found, str | int)
    if isinstance(value, bool) or value is None:
        return found is value
    if isinstance(value, int | Decimal):
        return Decimal(str(found)) == value
    if isinstance(value, dt.date) and value < dt.date(1900, 3, 1):
        return bool(found == value.isoformat())
    return bool(found == (xml_text(value) if isinstance(value, str) else value))


def check(found: dict[str, Sheet], dataset: Dataset) -> None:
    """Compare every cell of every record, and the number of its parts, with the dataset."""
    kinds: list[KindName] = [one for one in KINDS if one in found]
    for kind in kinds:
        cls = KINDS[kind].record
        assert len(found[kind]) == len(dataset.records(kind))
        for row, record in zip(found[kind], dataset.records(kind), strict=True):
            for column, value in zip(columns(cls), cells(cls)(record), strict=True):
                assert same(column, row[column.name], value), (kind, record.id, column.name)
        for path, table in part_tables(kind).items():
            if "." in path and table.path != (path,):
                continue  # what stands in a list of a list is text in the rows of the outer one
            if table.name in found and table.kind:
                assert len(found[table.name]) == sum(1 for _ in table.rows(dataset.records(kind)))


def test_the_whole_dataset_is_there(exported: Path, dataset: Dataset) -> None:
    """Every record is a row, with every value in it."""
    found = read(exported)
    check(found, dataset)
    assert len(found["citations"]) == sum(len(getattr(one, "sources", ())) for one in dataset)
    assert {row["id"] for row in found["documents"]} == set(dataset.documents)
    first = next(row for row in found["visits"] if row["id"] == "2014-truong-tan-sang")
    assert first["called"] == "Truong Tan Sang, President of Vietnam"
    assert first["start_earliest"] == dt.date(2014, 3, 16)


def test_nothing_runs_and_nothing_leads_out(exported: Path) -> None:
    """No sheet has a formula, no part of the file an address that a program would follow."""
    with zipfile.ZipFile(exported) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheets_ = [part for name, part in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets_) == len(sheets(tuple(KINDS))) + 2
    assert not any(b"<f>" in part or b"<f " in part for part in sheets_)
    assert not any(b'TargetMode="External"' in part for name, part in parts.items() if name.endswith(".rels"))


@settings(max_examples=5)
@given(dataset=strategies.datasets(max_visits=2))
def test_any_dataset_is_there(dataset: Dataset) -> None:
    """Whatever the records say."""
    with TemporaryDirectory() as folder:
        check(read(write(dataset, Path(folder))[0]), dataset)


@settings(max_examples=25)
@given(data=st.data(), kind=st.sampled_from(tuple(KINDS)))
def test_any_record_is_there(data: st.DataObject, kind: KindName) -> None:
    """A record by itself, whose references lead nowhere, with days of any century."""
    record: Record = data.draw(st.from_type(KINDS[kind].record))
    dataset = Dataset({kind: (record,)})
    with TemporaryDirectory() as folder:
        found = read(write(dataset, Path(folder), kinds=(kind,))[0])
    check(found, dataset)
    written = " ".join(str(value) for sheet in found.values() for row in sheet for value in row.values())
    for _, declared, value in walk(record):
        if declared is str and isinstance(value, str):
            assert xml_text(value) in written


HARMFUL = (
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "'quoted",
    "http://example.org",
    "internal:visits!A1",
    "<r>bold</r>",
    "<r><t>x</t></r>",
    "_x0041_",
    " leading and trailing ",
    "two\nlines",
    "]]>",
    "&lt;",
    "00123",
    "1e5",
    "TRUE",
    "\u202eevil",
    "\U0001f1fb\u0301",
)


def test_a_text_is_only_a_text(tmp_path: Path) -> None:
    """No text is run, followed, taken for a number or changed; what could be a formula stays text when it is edited."""
    fields = tuple(
        CooperationField(id=identifier(FieldId, f"f-{place:02}"), name=Text(en=text), definition=text)
        for place, text in enumerate(HARMFUL)
    )
    (path,) = write(Dataset({"fields": fields}), tmp_path, kinds=("fields",))
    sheet = opened(path)["fields"]
    heads = [one.value for one in sheet[1]]
    for text, row in zip(HARMFUL, sheet.iter_rows(min_row=2), strict=True):
        for cell in (row[heads.index("name_en")], row[heads.index("definition")]):
            assert cell.data_type in ("s", "inlineStr")
            assert cell.hyperlink is None
            assert unescape(str(cell.value)) == text
            assert cell.quotePrefix or text[0] not in "=+-@"


def test_numbers_and_days_are_what_excel_knows(tmp_path: Path) -> None:
    """A sum can be added up and a day compared; both have a form, and a long number is text."""
    measure = identifier(MeasureId, "aid")
    values = (Decimal(45500000000), Decimal("10.5"), Decimal("1.2345678901234567"))
    figures = tuple(
        Figure(
            id=identifier(FieldId, f"f-{place}"), measure=measure, value=value, unit="JPY", as_of=PartialDate("1899")
        )
        for place, value in enumerate(values)
    )
    (path,) = write(Dataset({"figures": figures}), tmp_path, kinds=("figures",))
    sheet = opened(path)["figures"]
    heads = [one.value for one in sheet[1]]
    found = [row[heads.index("value")] for row in sheet.iter_rows(min_row=2)]
    assert [one.value for one in found] == [45500000000, 10.5, "1.2345678901234567"]
    assert [one.number_format for one in found] == ["#,##0", "General", "General"]
    assert sheet[2][heads.index("as_of_latest")].value == "1899-12-31"


def test_a_reader_finds_the_way(book: Any, base: Dataset) -> None:
    """The first sheet says what this is and leads to the others; heads stay in sight, explain themselves and filter."""
    about = [one.value for row in book["About"].iter_rows() for one in row if one.value is not None]
    assert base.version in about
    assert f"sha256:{base.fingerprint}" in about
    assert base.cite().apa in about
    assert any("creativecommons.org" in str(one) for one in about)
    assert book.sheetnames[0] == "About"
    assert book.active.title == "About"
    links = {one.hyperlink.location for row in book["About"].iter_rows() for one in row if one.hyperlink}
    assert links == {f"'{name}'!A1" for name in book.sheetnames[1:]}
    for one in sheets(tuple(KINDS)):
        sheet = book[one.name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert tuple(head.comment.text for head in sheet[1]) == one.docs
        assert all(9 <= width.width <= 90 for width in sheet.column_dimensions.values())


def test_long_texts_are_wrapped_in_rows_of_their_height(tmp_path: Path) -> None:
    """A text is read without widening its column, in every program; no row is higher than a row can be."""
    texts = ("word " * 20, "word " * 5000, "two\nlines", "東京" * 50 + " 。", "=" + " word" * 40, "short")
    fields = tuple(
        CooperationField(id=identifier(FieldId, f"f-{place}"), name=Text(en="x"), definition=text)
        for place, text in enumerate(texts)
    )
    (path,) = write(Dataset({"fields": fields}), tmp_path, kinds=("fields",))
    sheet = opened(path)["fields"]
    place = [one.value for one in sheet[1]].index("definition")
    found = [row[place] for row in sheet.iter_rows(min_row=2)]
    assert [one.alignment.wrap_text for one in found] == [True] * 5 + [None]
    assert [sheet.row_dimensions[one.row].height for one in found] == [30, 405, 30, 45, 45, None]
    assert sheet.column_dimensions[found[0].column_letter].width < 90


def test_equal_records_give_equal_bytes(base: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the clock nor the time zone nor the order of the records makes a difference."""
    turned = Dataset({kind: tuple(reversed(base.records(kind))) for kind in KINDS}, version=base.version)
    (one,) = write(base, tmp_path / "one")
    time.sleep(2.1)  # an archive counts in steps of two seconds
    (two,) = write(turned, tmp_path / "two")
    assert one.read_bytes() == two.read_bytes()
    monkeypatch.setenv("TZ", "Asia/Tokyo" if os.environ.get("TZ") != "Asia/Tokyo" else "America/New_York")
    if hasattr(time, "tzset"):
        time.tzset()
    try:
        (three,) = write(base, tmp_path / "three")
    finally:
        monkeypatch.undo()
        if hasattr(time, "tzset"):
            time.tzset()
    assert one.read_bytes() == three.read_bytes()


def test_a_workbook_bears_the_date_of_its_release(tmp_path: Path) -> None:
    """Records that are no release have no date, and the file the first that there is."""

    class Released(Dataset):
        def _released(self) -> PartialDate | None:
            return PartialDate("2024-05-06")

    for one, made in ((Released({}), b"2024-05-06T00:00:00Z"), (Dataset({}), b"1980-01-01T00:00:00Z")):
        (path,) = write(one, tmp_path)
        with zipfile.ZipFile(path) as archive:
            assert archive.read("docProps/core.xml").count(made) == 2


@pytest.mark.parametrize("kind", list(KINDS))
def test_one_kind_alone_has_its_own_sheets(kind: KindName, base: Dataset, tmp_path: Path) -> None:
    """Others are not there, and what all share holds its part only."""
    found = read(write(base, tmp_path, kinds=(kind,))[0])
    assert list(found) == ["About", *(one.name for one in sheets((kind,))), "Columns"]
    assert len(found[kind]) == len(base.records(kind))


def test_more_rows_than_a_sheet_has_are_told(base: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is left out without a word."""
    monkeypatch.setattr(page, "ROWS", 3)
    with pytest.raises(QueryError, match="the records need more"):
        write(base, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_an_os_error(tmp_path: Path) -> None:
    """What the disk refuses is told as by every other format."""
    (tmp_path / WORKBOOK).mkdir()
    with pytest.raises(OSError, match=WORKBOOK):
        write(Dataset({}), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [WORKBOOK]
