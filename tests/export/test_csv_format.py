"""The CSV export has flat, stable columns from which the records can be had again."""

import csv
import io
import json
import tempfile
import typing
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from vnjp_dataset import load, strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.csv_format import FORMULA_STARTS, text
from vnjp_dataset.model import (
    KINDS,
    Commitment,
    CooperationField,
    CountryCode,
    FieldId,
    KindName,
    Place,
    PlaceId,
    Record,
    Text,
    Value,
    Visit,
    identifier,
)
from vnjp_dataset.model.shape import field_types
from vnjp_dataset.model.walk import walk
from vnjp_dataset.reading.convert import structure
from vnjp_dataset.tables import columns


def rows(cls: type[Record], records: tuple[Record, ...]) -> list[dict[str, str]]:
    """Return CSV as a reader of CSV has it."""
    return list(csv.DictReader(io.StringIO(text(cls, records))))


def plain(cls: type[Record], row: dict[str, str]) -> dict[str, typing.Any]:
    """Undo what the export does to a record."""
    found: dict[str, typing.Any] = {}
    for column in columns(cls):
        cell = row[column.name]
        if cell == "" or column.part:
            continue
        *outer, last = column.path.split(".")
        inner = found
        for name in outer:
            inner = inner.setdefault(name, {})
        inner[last] = json.loads(cell) if cell.startswith("[") else cell.removeprefix("'")
    return found


def is_blank(value: object) -> bool:
    """Whether a value looks like another one in a cell."""
    if isinstance(value, Value):
        return all(getattr(value, field.name) in (None, ()) for field, _, _ in field_types(type(value)))
    return isinstance(value, str) and value.startswith("[")


@pytest.mark.parametrize("kind", list(KINDS))
def test_rows_give_the_records_back(kind: KindName) -> None:
    """Nothing is lost: columns are field paths, lists are JSON, and the mark against formulas comes off."""
    cls = KINDS[kind].record

    @settings(max_examples=10, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
    @given(record=st.from_type(cls))
    def law(record: Record) -> None:
        # A text that begins with a bracket cannot be told from a list by its looks alone, and a part in which
        # nothing is set cannot be told from none.
        assume(not any(is_blank(value) for _, _, value in walk(record)))
        (row,) = rows(cls, (record,))
        found = plain(cls, row)
        assert structure(found, cls, found.pop("id")) == record

    law()


@settings(max_examples=25)
@given(record=st.from_type(Visit))
def test_dates_have_their_first_and_last_day(record: Visit) -> None:
    """Beside the date as written stand the days that it can be, empty on an open side."""
    (row,) = rows(Visit, (record,))
    for name, date in (("start", record.start), ("end", record.end)):
        assert row[name] == str(date)
        assert row[f"{name}_earliest"] in ("", date.earliest.isoformat())
        assert row[f"{name}_latest"] in ("", date.latest.isoformat())
        assert (row[f"{name}_earliest"] == "") == str(date).startswith("..")


@pytest.mark.parametrize("kind", list(KINDS))
def test_columns_depend_on_the_kind_only(kind: KindName) -> None:
    """Every column is there whatever the records hold, once, the id first."""
    cls = KINDS[kind].record
    names = [one.name for one in columns(cls)]
    assert names[0] == "id"
    assert len(set(names)) == len(names)
    assert text(cls, ()) == ",".join(names) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'"])
def test_spreadsheets_run_nothing(start: str) -> None:
    """A text that would be a formula begins with a mark; a number stays a number."""
    harmful = f"{start}1+1"
    field = CooperationField(id=identifier(FieldId, "trade"), name=Text(en=harmful))
    (row,) = rows(CooperationField, (field,))
    assert row["name_en"] == f"'{harmful}"
    place = Place(
        id=identifier(PlaceId, "far"),
        name=Text(en="Far"),
        country=identifier(CountryCode, "VN"),
        kind="site",
        latitude=Decimal("-10.5"),
        longitude=Decimal(-1),
    )
    (row,) = rows(Place, (place,))
    assert row["latitude"] == "-10.5"


numbers = strategies.decimals() | st.sampled_from([Decimal("1E+5"), Decimal("1E-20")])


@given(record=strategies.commitments(amount=strategies.amounts(value=numbers)))
def test_numbers_have_no_exponent(record: Commitment) -> None:
    """However a number was made, its cell has digits and a point, which the reader of records takes."""
    assert record.amount is not None
    (row,) = rows(Commitment, (record,))
    assert set(row["amount_value"]) <= set("-0123456789.")
    assert Decimal(row["amount_value"]) == record.amount.value


texts = st.text(st.sampled_from("a =[\"',\r\n\x00\u2028") | st.characters(codec="utf-8"), min_size=1)


@given(definition=texts.filter(lambda text: bool(text.strip())))
@example(definition="one\rtwo\r\nthree")
def test_any_text_stays_in_its_cell(definition: str) -> None:
    """Quotes, line ends of all sorts and control characters end neither a cell nor a row."""
    field = CooperationField(id=identifier(FieldId, "trade"), name=Text(en="Trade"), definition=definition)
    (row,) = rows(CooperationField, (field,))
    mark = "'" if definition.startswith(FORMULA_STARTS) else ""
    assert row["definition"] == f"{mark}{definition}"


def test_a_file_for_each_collection(tmp_path: Path) -> None:
    """Empty collections have a file too, with the header alone."""
    paths = FORMATS["csv"].write(Dataset({}), tmp_path)
    assert [path.name for path in paths] == [f"{kind}.csv" for kind in KINDS]
    assert (tmp_path / "visits.csv").read_text("utf-8") == text(Visit, ())


def test_only_the_kinds_asked_for_have_files(tmp_path: Path) -> None:
    """With some kinds, these have their files, in the order given, and there are no others."""
    paths = FORMATS["csv"].write(Dataset({}), tmp_path, kinds=("places", "visits"))
    assert [path.name for path in paths] == ["places.csv", "visits.csv"]
    assert set(tmp_path.iterdir()) == set(paths)


class Stream:
    """Records that can be read one after another, and no other way."""

    version = "1.2.3"

    def __init__(self, dataset: Dataset, *, fail_at: KindName | None = None) -> None:
        self._dataset = dataset
        self._fail_at = fail_at
        self.asked: list[KindName] = []

    def records(self, kind: KindName) -> Iterator[Record]:
        """Yield the records of a kind."""
        self.asked.append(kind)
        if kind == self._fail_at:
            raise OSError(kind)
        yield from self._dataset.records(kind)


@settings(max_examples=5)
@given(dataset=strategies.datasets(max_visits=1))
def test_records_are_taken_as_they_come(dataset: Dataset) -> None:
    """Each kind is gone through once, and what is streamed is, byte for byte, what the whole dataset gives."""
    stream = Stream(dataset)
    with tempfile.TemporaryDirectory() as name:
        paths = FORMATS["csv"].stream(stream, Path(name))
        assert stream.asked == list(KINDS)
        for kind, path in zip(KINDS, paths, strict=True):
            assert path.read_bytes() == text(KINDS[kind].record, dataset.records(kind)).encode("utf-8")


def test_nothing_is_left_where_reading_fails(tmp_path: Path) -> None:
    """Where the records of one kind cannot be read, no kind has a file."""
    with pytest.raises(OSError, match="places"):
        FORMATS["csv"].stream(Stream(Dataset({}), fail_at="places"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_pandas_reads_the_dataset(tmp_path: Path) -> None:
    """A reader of CSV finds every record again, days as days, numbers as numbers and lists as JSON."""
    real = load()
    FORMATS["csv"].write(real, tmp_path)
    for kind in KINDS:
        table = read(tmp_path, kind)
        assert list(table["id"]) == [record.id for record in real.records(kind)]
        assert list(table.columns) == [one.name for one in columns(KINDS[kind].record)]
    visits = read(tmp_path, "visits")
    starts = pd.to_datetime(visits["start_earliest"])
    assert [start.date() for start in starts] == [visit.start.earliest for visit in real.visits]
    for visit, cell in zip(real.visits, visits["itinerary"].fillna("[]"), strict=True):
        assert [step["date"] for step in json.loads(cell)] == [str(step.date) for step in visit.itinerary]
    values = [float(figure.value) for figure in real.figures]
    assert list(read(tmp_path, "figures")["value"].astype(float)) == values


def read(folder: Path, kind: KindName) -> pd.DataFrame:
    """Return a kind's file as pandas reads it; no text but an empty one stands for nothing."""
    return pd.read_csv(folder / f"{kind}.csv", keep_default_na=False, na_values=[""])
