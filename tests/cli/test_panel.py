"""The panel on the command line."""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from vnjp_dataset import Dataset, load
from vnjp_dataset.cli.panel import COUNTS

Run = Callable[..., Result]


def cells(line: str) -> list[str]:
    """Return what stands in the columns of a line."""
    return re.split(" {2,}", line)


@pytest.fixture
def ds(tree: Path) -> Dataset:
    """Return the dataset of the small tree."""
    return load(tree)


def test_the_table_has_the_main_counts(run: Run, ds: Dataset) -> None:
    """A line for each year and direction with counts in words, in which a zero says what it means, and the level."""
    head, *rows, blank, note = run("panel", "--start", "1994", "--end", "1995", width=200).stdout.splitlines()
    assert cells(head) == ["year", "direction", "leader visits", "visits", "leader meetings", "agreements", "level"]
    assert [cells(line) for line in rows] == [
        [str(one.year), one.direction, *map(one.words, COUNTS), str(one["partnership_rank_end"])]
        for one in ds.dyad_years(1994, 1995)
    ]
    assert cells(rows[0])[2:4] == ["not searched", "not searched"]
    assert cells(rows[1])[2:4] == ["1", "1"]
    assert (blank, note) == ("", "4 rows. More variables stand in CSV and JSON.")


def test_before_the_first_level_there_is_none(run: Run) -> None:
    """A year before relations has no level, and the column is not shown where no row has one."""
    assert "level" not in run("panel", "--start", "1970", "--end", "1971", width=200).stdout


def test_csv_is_what_the_library_answers(run: Run, ds: Dataset) -> None:
    """Every variable of every row stands in CSV, with nothing in a cell where there is nothing to say."""
    text = run("panel", "--start", "1970", "--end", "1996", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    wanted = ds.dyad_years(1970, 1996).plain()
    assert rows == [{name: "" if value is None else str(value) for name, value in row.items()} for row in wanted]


def test_json_is_what_the_library_answers(run: Run, ds: Dataset) -> None:
    """Every variable of every row stands in JSON; without years the panel is the usual one."""
    assert json.loads(run("panel", "--format", "json").stdout) == ds.dyad_years().plain()


def test_years_are_asked_for_as_elsewhere(run: Run) -> None:
    """The names that other commands have for the ends of a period are understood."""
    words = "--format", "csv"
    assert (
        run("panel", "--from", "1994", "--to", "1995", *words).stdout
        == run("panel", "--start", "1994", "--end", "1995", *words).stdout
    )


def test_csv_runs_nothing_in_a_spreadsheet(run: Run, tree: Path) -> None:
    """A name that a spreadsheet would take for a formula is marked as text."""
    path = tree / "milestones/1994-partnership.yaml"
    text = path.read_text(encoding="utf-8").replace("name: {en: Partnership of Notes}", 'name: {en: "=1+1"}')
    path.write_text(text, encoding="utf-8")
    printed = run("panel", "--start", "1995", "--end", "1995", "--format", "csv").stdout
    assert {row["partnership_name_end"] for row in csv.DictReader(io.StringIO(printed))} == {"'=1+1"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--start", "1996", "--end", "1995"), "expected the start before the end, got 1996 and 1995"),
        (("--start", "1900"), "expected a year from 1945 to 9999, got 1900"),
        (("--end", "1995-05"), "is not a valid integer"),
    ],
)
def test_years_that_make_no_sense_are_misuse(run: Run, words: tuple[str, ...], said: str) -> None:
    """They end with exit code 2 and a message."""
    done = run("panel", *words)
    assert done.exit_code == 2
    assert said in done.stderr
