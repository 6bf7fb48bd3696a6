"""Sheets follow from the model: their names are names of sheets, and every column of them is explained."""

import pytest

from vnjp_dataset.export.excel.cells import LETTERS
from vnjp_dataset.export.excel.pages import ABOUT, COLUMN_HEADS, COLUMNS, READING, column_rows
from vnjp_dataset.export.excel.sheets import sheets
from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.tables import columns

ALL = sheets(tuple(KINDS))


def test_names_are_names_of_sheets() -> None:
    """Excel takes at most 31 letters, none of some signs, and no name twice in whatever case."""
    names = [ABOUT, COLUMNS, *(one.name for one in ALL)]
    assert all(len(name) <= 31 for name in names)
    assert not any(sign in name for name in names for sign in "[]:*?/\\'")
    assert len({name.lower() for name in names}) == len(names)


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_kind_has_all_its_columns(kind: KindName) -> None:
    """Its sheet comes first, with every column of the kind, the id first; then come those of its lists."""
    first, *others = sheets((kind,))
    assert first.name == kind
    assert first.columns[0].name == "id"
    assert {one.name for one in first.columns} - {"called"} == {one.name for one in columns(KINDS[kind].record)}
    parts = [one for one in columns(KINDS[kind].record) if one.item]
    assert len(others) == len(parts)
    for sheet in others:
        assert sheet.is_part
        assert [one.name for one in sheet.columns][1] == "position"
        assert any({*columns(part.item)} <= {*sheet.columns} for part in parts if part.item)


def test_columns_are_explained() -> None:
    """Each stands with its meaning, its words and what it names on a sheet of its own; a note can hold the meaning."""
    rows = list(column_rows(ALL))
    assert [row[:2] for row in rows] == [(sheet.name, one.name) for sheet in ALL for one in sheet.columns]
    assert all(len(row) == len(COLUMN_HEADS) for row in rows)
    assert all(row[2] and len(row[2]) < LETTERS and "`" not in row[2] for row in rows)
    found = {row[:2]: row for row in rows}
    assert found["visits", "direction"][4] == "VN-JP, JP-VN"
    assert found["visits", "lead"][5] == "people"
    assert found["visits", "itinerary"][2].endswith("Each has a row on the sheet visits_itinerary.")


def test_sheets_that_kinds_share_come_once_and_last() -> None:
    """Citations and conflicts are those of all kinds."""
    names = [one.name for one in ALL]
    assert names[-2:] == ["citations", "conflicts"]
    assert names[:2] == ["visits", "visits_invited_by"]
    assert len(set(names)) == len(names)


def test_reading_is_told_in_whole_sentences() -> None:
    """Every paragraph ends as one."""
    assert len(READING) == 7
    assert all(one.endswith(".") for one in READING)
