"""The page of columns leaves no column and no table out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.tables import Table, columns, part_tables, tables

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/columns.md"


def section(heading: str) -> list[str]:
    """Return the lines under a heading, up to the next one."""
    text = PAGE.read_text(encoding="utf-8")
    assert f"\n## {heading}\n" in text
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0].splitlines()


def first_cells(lines: list[str]) -> Iterator[str]:
    """Yield the names in the first cell of each row of the first table."""
    start = lines.index("| --- | --- | --- | --- |") + 1
    for line in lines[start:]:
        if not line.startswith("| "):
            return
        yield from (name.strip("`") for name in line.split(" | ")[0].removeprefix("| ").split(", "))


def row(table: Table) -> str:
    """Return the row of a list's table."""
    names = ", ".join(f"`{one.name}`" for one in table.columns if not one.part)
    path = f"`{'.'.join(table.path)}`" if table.path else ""
    return f"| {path} | `{table.name}` | {names} |"


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_column_is_documented(kind: KindName) -> None:
    """Each column of a kind stands in its section, in the order in which tables have it."""
    assert list(first_cells(section(kind))) == [one.name for one in columns(KINDS[kind].record)]


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_list_is_documented(kind: KindName) -> None:
    """Each list of a kind stands with its table, in its section or in that of all kinds."""
    shared = section("All kinds")
    own = section(kind)
    for table in part_tables(kind).values():
        assert row(table) in (shared if table.kind is None else own)


def test_what_all_kinds_share_is_documented() -> None:
    """The table of all records stands with those of sources and conflicts."""
    assert row(tables()["records"]) in section("All kinds")
