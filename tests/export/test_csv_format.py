"""The CSV export has flat, stable columns from which the records can be had again."""

import csv
import io
import json
import typing
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.csv_format import cells, columns, text
from vnjp_dataset.model import (
    KINDS,
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


def rows(cls: type[Record], records: tuple[Record, ...]) -> list[dict[str, str]]:
    """Return CSV as a reader of CSV has it."""
    return list(csv.DictReader(io.StringIO(text(cls, records))))


def plain(row: dict[str, str]) -> dict[str, typing.Any]:
    """Undo what the export does to a record."""
    found: dict[str, typing.Any] = {}
    for path, cell in row.items():
        if cell == "" or path.endswith(("_earliest", "_latest")):
            continue
        *outer, last = path.split(".")
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
        found = plain(row)
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
    names = columns(cls)
    assert names[0] == "id"
    assert len(set(names)) == len(names)
    assert text(cls, ()) == ",".join(names) + "\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "'"])
def test_spreadsheets_run_nothing(start: str) -> None:
    """A text that would be a formula begins with a mark; a number stays a number."""
    harmful = f"{start}1+1"
    field = CooperationField(id=identifier(FieldId, "trade"), name=Text(en=harmful))
    assert cells(field)["name.en"] == f"'{harmful}"
    place = Place(
        id=identifier(PlaceId, "far"),
        name=Text(en="Far"),
        country=identifier(CountryCode, "VN"),
        kind="site",
        latitude=Decimal("-10.5"),
        longitude=Decimal(-1),
    )
    assert cells(place)["latitude"] == "-10.5"


def test_a_file_for_each_collection(tmp_path: Path) -> None:
    """Empty collections have a file too, with the header alone."""
    paths = FORMATS["csv"](Dataset({}), tmp_path)
    assert [path.name for path in paths] == [f"{kind}.csv" for kind in KINDS]
    assert (tmp_path / "visits.csv").read_text("utf-8") == text(Visit, ())
