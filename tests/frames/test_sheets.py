"""Records as tables of Arrow: nothing is lost, nothing is rounded, and columns are those of the codebook."""

# pyarrow's stubs leave open what a table holds, and so what a row of it is.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import datetime as dt
import json
import typing
from collections.abc import Iterator, Mapping
from decimal import Decimal

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidValueError, QueryError
from vnjp_dataset.frames import rows
from vnjp_dataset.frames.sheets import sheet
from vnjp_dataset.model import KINDS, Figure, KindName, Record, Value, Visit, partial_date
from vnjp_dataset.model.mechanisms import Mechanism
from vnjp_dataset.model.visits import Counts
from vnjp_dataset.reading.convert import structure
from vnjp_dataset.strategies import counts, datasets, figures, instances, mechanisms, sessions, visits
from vnjp_dataset.tables import Column, cells, columns, part_tables

TYPES: Mapping[str, pa.DataType] = {
    "text": pa.string(),
    "word": pa.dictionary(pa.int32(), pa.string()),
    "date": pa.string(),
    "day": pa.date32(),
    "whole": pa.int64(),
    "number": pa.decimal128(38, 8),
    "flag": pa.bool_(),
}
DATE_PARTS = {"text", "earliest", "latest", "precision"}
FEW = settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])


def table(kind: KindName, *records: Record, part: str | None = None, nested: bool = False) -> pa.Table:
    """Return records as a table that is valid to the last buffer."""
    found = sheet(kind, part, nested=nested)
    made = rows.table(found.layout, found.rows(records))
    made.validate(full=True)
    return made


def plain(value: typing.Any) -> typing.Any:
    """Return what a nested row has as YAML has it: what follows from a date and what is not known are left out."""
    if isinstance(value, dict):
        if value.keys() == DATE_PARTS:
            return value["text"]
        return {name: plain(part) for name, part in value.items() if part is not None}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return f"{value:f}" if isinstance(value, Decimal) else value


def flat(column: Column, cell: typing.Any) -> object:
    """Return a cell as Arrow gives it back: an item of a list has the columns of its class."""
    if isinstance(cell, tuple):
        return [flat(column, one) for one in cell]
    if isinstance(cell, Value):
        heads = columns(type(cell))
        return {head.name: flat(head, one) for head, one in zip(heads, cells(type(cell))(cell), strict=True)}
    return cell


@pytest.mark.parametrize("kind", list(KINDS))
def test_nested_rows_give_the_records_back(kind: KindName) -> None:
    """A nested row, without what follows from its dates, is the record."""
    cls = KINDS[kind].record

    @FEW
    @given(record=st.from_type(cls))
    def law(record: Record) -> None:
        (row,) = table(kind, record, nested=True).to_pylist()
        found = plain(row)
        assert structure(found, cls, found.pop("id")) == record

    law()


@pytest.mark.parametrize("kind", list(KINDS))
def test_flat_rows_are_the_cells(kind: KindName) -> None:
    """A flat row has the cells of the record, days as days and numbers as decimals."""
    cls = KINDS[kind].record

    @FEW
    @given(record=st.from_type(cls))
    def law(record: Record) -> None:
        (row,) = table(kind, record).to_pylist()
        wanted = zip(columns(cls), cells(cls)(record), strict=True)
        assert row == {column.name: flat(column, cell) for column, cell in wanted}

    law()


@settings(max_examples=10)
@given(dataset=datasets(min_visits=1))
def test_the_table_of_a_list_has_a_row_for_each_item(dataset: Dataset) -> None:
    """The tables of lists are those of the database: the same columns, the same rows."""
    for kind in KINDS:
        records = tuple(getattr(dataset, kind))
        for part, found in part_tables(kind).items():
            made = table(kind, *records, part=part)
            assert made.column_names == [one.name for one in found.columns]
            assert [tuple(row.values()) for row in made.to_pylist()] == list(found.rows(records))


@pytest.mark.parametrize("kind", list(KINDS))
def test_columns_depend_on_the_kind_only(kind: KindName) -> None:
    """Names, order, types and documentation are there without any record, and say what the codebook says."""
    wanted = columns(KINDS[kind].record)
    schema = table(kind).schema
    assert schema.names == [one.name for one in wanted]
    for column, field in zip(wanted, schema, strict=True):
        assert field.type == TYPES.get(column.type, field.type)
        assert pa.types.is_list(field.type) == (column.type == "list")
        assert field.nullable == (not column.required)
        notes = {key.decode(): value.decode() for key, value in (field.metadata or {}).items()}
        assert (notes["doc"], notes["path"], notes.get("target")) == (column.doc, column.path, column.target)
        assert tuple(json.loads(notes.get("words", "[]"))) == column.words
    assert json.loads(schema.metadata[b"key"]) == ["id"]
    assert schema.metadata[b"table"] == kind.encode()


def test_a_word_has_its_whole_vocabulary() -> None:
    """The dictionary of a column does not depend on which of the words occur."""
    column = table("visits", _visit("a"), _visit("b"))["direction"].combine_chunks()
    assert isinstance(column, pa.DictionaryArray)
    assert column.dictionary.to_pylist() == ["VN-JP", "JP-VN"]


def _visit(name: str) -> Visit:
    days = {"start": "2014-03-16", "end": "2014-03-19"}
    found = structure({"direction": "JP-VN", "lead": "a", "office": "b", **days}, Visit, name)
    assert isinstance(found, Visit)
    return found


# What does not fit ----------------------------------------------------------------------------------------------------

WHOLES = st.integers(1 - 10**30, 10**30 - 1)
NUMBERS = st.builds("{}.{}".format, WHOLES, st.text("0123456789", min_size=1, max_size=20)).map(Decimal)


@given(figure=figures(value=NUMBERS | WHOLES.map(Decimal)), nested=st.booleans())
def test_a_number_is_kept_or_refused(figure: Figure, *, nested: bool) -> None:
    """Up to eight places and thirty digits before the point are kept as they are; more are an error, never rounded."""
    places = f"{figure.value:f}".partition(".")[2].rstrip("0")
    if len(places) <= 8:
        assert table("figures", figure, nested=nested)["value"].to_pylist() == [figure.value]
        return
    with pytest.raises(InvalidValueError) as caught:
        table("figures", figure, nested=nested)
    (flaw,) = caught.value.flaws
    assert flaw.path == f"{figure.id}: value"


@given(visit=visits(counts=instances(Counts, activities=counts(value=WHOLES))), nested=st.booleans())
def test_a_whole_number_is_kept_or_refused(visit: Visit, *, nested: bool) -> None:
    """A whole number of 64 bits is kept; a longer one is an error that names its field."""
    assert visit.counts
    assert visit.counts.activities
    number = visit.counts.activities.value
    if -(2**63) <= number < 2**63:
        (row,) = table("visits", visit, nested=nested).to_pylist()
        found = row["counts"]["activities"]["value"] if nested else row["counts_activities_value"]
        assert found == number
        return
    with pytest.raises(InvalidValueError) as caught:
        table("visits", visit, nested=nested)
    assert [one.path for one in caught.value.flaws] == [f"{visit.id}: counts.activities.value"]


@settings(max_examples=10)
@given(mechanism=mechanisms(sessions=st.tuples(sessions(number=st.none()), sessions(number=st.just(2**63)))))
def test_a_number_in_a_list_is_found(mechanism: Mechanism) -> None:
    """The error names the item of the list in which a number does not fit, in its own table by the table's column."""
    with pytest.raises(InvalidValueError, match=r"sessions\[1\]\.number: expected a whole number from -9"):
        table("mechanisms", mechanism)
    with pytest.raises(InvalidValueError, match=f"{mechanism.id}: number"):
        table("mechanisms", mechanism, part="sessions")


@given(figure=figures(unit=st.text(st.characters(), min_size=1).filter(str.strip)))
def test_any_text_is_kept_or_refused(figure: Figure) -> None:
    """Every text that can be written comes back; half of a surrogate pair is an error that names its field."""
    try:
        figure.unit.encode()
    except UnicodeEncodeError:
        with pytest.raises(InvalidValueError, match=f"{figure.id}: unit: expected a text that can be written"):
            table("figures", figure)
    else:
        assert table("figures", figure)["unit"].to_pylist() == [figure.unit]


@pytest.mark.parametrize("date", ["0001", "9999-12-31", "../2002", "2002/..", "0001-01-01/9999-12-31"])
def test_every_day_has_its_place(date: str) -> None:
    """The first and the last day that dates can have are days; an open side is empty."""
    found = partial_date(date)
    visit = structure(
        {"direction": "JP-VN", "lead": "a", "office": "b", "start": date, "end": "9999-12-31"}, Visit, "v"
    )
    (row,) = table("visits", visit).to_pylist()
    assert row["start_earliest"] == (None if date.startswith("..") else found.earliest)
    assert row["start_latest"] == (None if date.endswith("..") else found.latest)
    assert row["end_latest"] == dt.date.max


# What is asked for ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "part", "hint"),
    [
        ("visits", "participants", "did you mean `itinerary.participants`?"),
        ("visits", "itineray", "did you mean `itinerary`?"),
        ("sources", "supports", "known lists: documents"),
        ("measures", "x", "known lists: none"),
    ],
)
def test_a_list_that_is_not_there_has_near_ones(kind: KindName, part: str, hint: str) -> None:
    """An unknown list is an error with the nearest ones, or with all there are."""
    with pytest.raises(QueryError) as caught:
        sheet(kind, part)
    assert caught.value.message == f"{kind}: no list `{part}`"
    assert caught.value.hint == hint


def test_the_table_of_a_list_is_flat() -> None:
    """Lists are asked for flat or, within their records, nested."""
    with pytest.raises(QueryError, match="the table of `itinerary` is flat"):
        sheet("visits", "itinerary", nested=True)


def test_batches_are_bounded() -> None:
    """A stream lays out so many rows at a time as are asked for, and takes no more records than it needs."""
    found = sheet("visits")
    taken: list[Record] = []

    def records() -> Iterator[Record]:
        for number in range(10):
            taken.append(_visit(f"v{number}"))
            yield taken[-1]

    made = rows.batches(found.layout, found.rows(records()), size=4)
    assert next(made).num_rows == 4
    assert len(taken) == 4
    assert [one.num_rows for one in made] == [4, 2]
