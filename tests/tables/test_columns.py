"""Columns say what stands in a class of the model, and cells are what stands there."""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset.model import KINDS, Office, PartialDate, PersonName, Record, Text, Value, Visit
from vnjp_dataset.model.shape import field_types
from vnjp_dataset.model.walk import at, references
from vnjp_dataset.tables import Column, ColumnType, cells, cells_of, columns

TYPES: dict[ColumnType, type] = {
    "text": str,
    "word": str,
    "date": str,
    "day": dt.date,
    "whole": int,
    "number": Decimal,
    "flag": bool,
    "list": tuple,
}


def classes() -> Iterator[type[Value]]:
    """Yield the class of every kind of record, and of the items of every list."""
    waiting: list[type[Value]] = [kind.record for kind in KINDS.values()]
    seen: set[type] = set()
    while waiting:
        cls = waiting.pop()
        if cls not in seen:
            seen.add(cls)
            yield cls
            waiting.extend(one.item for one in columns(cls) if one.item)


CLASSES = tuple(sorted(classes(), key=lambda cls: cls.__name__))


def expected(value: Value, column: Column) -> object:
    """Return what stands in a value at a column's path; None where the part that it stands in is not there."""
    try:
        return at(value, column.path)
    except LookupError:
        return None


@pytest.mark.parametrize("cls", CLASSES)
def test_names_need_no_quotes(cls: type[Value]) -> None:
    """A name is the path with `_` for points, has letters, digits and `_` only, and no two columns share one."""
    names = [one.name for one in columns(cls)]
    assert len(set(names)) == len(names) > 0
    for one in columns(cls):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", one.name)
        assert one.name == "_".join((*one.path.split("."), *filter(None, [one.part])))


@pytest.mark.parametrize("cls", CLASSES)
def test_cells_are_what_stands_at_the_path(cls: type[Value]) -> None:
    """Whatever a value holds, its cells are it: of the declared type, there where required, a word of the list."""

    @settings(max_examples=10)
    @given(value=st.from_type(cls))
    def law(value: Value) -> None:
        found = cells_of(value)
        assert found == dict(zip([one.name for one in columns(cls)], cells(cls)(value), strict=True))
        assert cells_of(value, lists=False) == {one.name: found[one.name] for one in columns(cls, lists=False)}
        for column in columns(cls):
            cell, there = found[column.name], expected(value, column)
            if column.part == "":
                assert cell == (there.text if isinstance(there, PartialDate) else there)
            assert cell is None or type(cell) is TYPES[column.type]
            assert cell is not None or not column.required
            if column.words and column.type == "word":
                assert cell is None or cell in column.words

    law()


@given(visit=st.from_type(Visit), start=st.from_type(PartialDate))
def test_a_date_has_its_days_and_its_precision(visit: Visit, start: PartialDate) -> None:
    """The parts of a date follow it: its first and last day, None on an open side, and how exactly it is known."""
    names = [one.name for one in columns(Visit)]
    place = names.index("start")
    assert names[place : place + 4] == ["start", "start_earliest", "start_latest", "start_precision"]
    visit = Visit(id=visit.id, direction="VN-JP", lead=visit.lead, office=visit.office, start=start, end=start)
    found = cells_of(visit)
    assert found["start_earliest"] == (None if start.text.startswith("..") else start.earliest)
    assert found["start_latest"] == (None if start.text.endswith("..") else start.latest)
    assert (found["start"], found["start_precision"]) == (start.text, start.precision)


@pytest.mark.parametrize("cls", [kind.record for kind in KINDS.values()])
def test_targets_are_what_records_name(cls: type[Record]) -> None:
    """What stands in columns that name records is what the record refers to outside its lists, all of it."""
    named = [one for one in columns(cls, lists=False) if one.target not in (None, "documents")]

    @settings(max_examples=10)
    @given(record=st.from_type(cls))
    def law(record: Record) -> None:
        found = cells_of(record)
        held = {(one.path, one.target, found[one.name]) for one in named if found[one.name] is not None}
        told = {(one.path, one.target or "any", one.id) for one in references(record) if "[" not in one.path}
        assert held == told

    law()


@pytest.mark.parametrize("cls", CLASSES)
def test_lists_can_be_left_out(cls: type[Value]) -> None:
    """Without lists the other columns stay, in their order."""
    assert columns(cls, lists=False) == tuple(one for one in columns(cls) if one.type != "list")


def test_a_list_knows_its_items() -> None:
    """The item of a list is a class where the list holds values, and none where it holds words or ids."""
    found = {one.name: one for one in columns(Visit)}
    step = found["itinerary"].item
    assert step is not None
    assert columns(step)[0].name == "date"
    assert found["fields"].item is None
    assert (found["fields"].target, found["lead"].target, found["id"].target) == ("fields", "people", None)


@pytest.mark.parametrize("cls", CLASSES)
def test_columns_are_documented(cls: type[Value]) -> None:
    """Every column says what it means, at its end in the words of the field itself."""
    own = {field.name: doc for field, _, doc in field_types(cls)}
    for one in columns(cls):
        assert one.doc
        if "." not in one.path and one.part == "":
            assert one.doc == own[one.path]


def test_a_part_says_of_what_it_is_one() -> None:
    """`In English.` is not enough for those who see one column: what the whole means stands before it."""
    for cls, field, part in ((Office, "title", Text), (next(iter(_holders(PersonName))), "name", PersonName)):
        whole = next(doc for one, _, doc in field_types(cls) if one.name == field)
        inner = {one.name: doc for one, _, doc in field_types(part)}
        docs = {one.path: one.doc for one in columns(cls)}
        assert docs[f"{field}.en"] == f"{whole} {inner['en']}"


def _holders(part: type[Value]) -> Iterator[type[Value]]:
    return (cls for cls in CLASSES if any(declared is part for _, declared, _ in field_types(cls)))
