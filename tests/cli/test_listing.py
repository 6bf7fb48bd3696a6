"""Lists hold the records that meet the criteria, in three formats."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from rich.cells import cell_len

from vnjp_dataset import load, strategies
from vnjp_dataset.cli import program
from vnjp_dataset.cli.columns import COLUMNS
from vnjp_dataset.cli.listing import HELP, chosen, say_list
from vnjp_dataset.cli.state import collection
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.reading.convert import unstructure

Run = Callable[..., Result]


def ids(result: Result) -> list[str]:
    """Return the ids of a list in JSON."""
    return [one["id"] for one in json.loads(result.stdout)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["1994-murayama-tomiichi", "1995-vo-van-kiet", "1995-le-duc-anh"]),
        (("--direction", "VN-JP"), ["1995-vo-van-kiet", "1995-le-duc-anh"]),
        (("--direction", "VN-JP", "--rank", "head-of-state"), ["1995-le-duc-anh"]),
        (("--year", "1994", "--year", "1995", "--lead", "le-duc-anh"), ["1995-le-duc-anh"]),
        (("--person", "le-duc-anh"), ["1994-murayama-tomiichi", "1995-le-duc-anh"]),
        (("--place", "vietnam"), ["1994-murayama-tomiichi"]),
        (("--field", "trade"), ["1994-murayama-tomiichi"]),
        (("--from", "1995-06"), ["1995-le-duc-anh"]),
        (("--to", "1995-06", "--direction", "VN-JP"), ["1995-vo-van-kiet"]),
        (("--style", "state-visit"), []),
    ],
)
def test_criteria_choose(run: Run, options: tuple[str, ...], expected: list[str]) -> None:
    """Every criterion must be met; one given twice asks for either."""
    assert ids(run("list", "visits", *options, "--format", "json")) == expected


def test_the_kind_may_be_singular(run: Run) -> None:
    """`visit` and `visits` are the same kind."""
    assert ids(run("list", "visit", "--format", "json")) == ids(run("list", "visits", "--format", "json"))


@pytest.mark.parametrize("kind", list(KINDS))
def test_options_are_the_criteria_of_the_kind(kind: KindName) -> None:
    """What a collection can be asked by is what its command offers, each with a help text."""
    empty = collection(Dataset({}), kind)
    shown = CliRunner().invoke(program, ["list", kind, "--help"]).stdout
    assert all(f"--{name} " in shown for name in empty.criteria)
    assert set(empty.criteria) <= set(HELP)


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_kind_is_listed_in_every_format(run: Run, kind: KindName, form: str) -> None:
    """No kind is forgotten, and an empty collection is listed as such."""
    result = run("list", kind, "--format", form)
    assert result.exit_code == 0, result.output
    assert all(one in result.stdout for one in ids(run("list", kind, "--format", "json")))


def test_csv_has_a_row_for_each_record(run: Run) -> None:
    """The rows are those of the export, of the chosen records only."""
    rows = list(csv.DictReader(io.StringIO(run("list", "visits", "--year", "1994", "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == ["1994-murayama-tomiichi"]
    assert rows[0]["start_earliest"] == "1994-08-25"


def test_a_table_that_fits_has_one_line_for_each_record(run: Run) -> None:
    """Where there is room, columns stand side by side below their names, and a count follows."""
    lines = run("list", "visits", width=120).stdout.splitlines()
    assert lines[0].split() == ["id", "days", "direction", "lead"]
    assert len(lines) == 1 + 3 + 2
    assert lines[-1] == "3 of 3 visits"


@pytest.mark.parametrize("width", [40, 60])
def test_a_narrow_table_stacks_its_cells(run: Run, width: int) -> None:
    """Nothing is cut off and no line is wider than the screen."""
    lines = run("list", "visits", width=width).stdout.splitlines()
    assert all(cell_len(line) <= width for line in lines)
    assert "Murayama Tomiichi, Prime Minister" in " ".join(line.strip() for line in lines)


def test_unknown_words_are_misuse_with_a_hint(run: Run) -> None:
    """Kinds, criteria, values and ids that do not exist end with exit code 2 and what may have been meant."""
    for words, hint in (
        (("vists",), "did you mean `visits`"),
        (("visits", "--direction", "VNJP"), "did you mean `VN-JP`"),
        (("visits", "--lead", "murayama"), "did you mean `murayama-tomiichi`"),
        (("visits", "--from", "1995", "--to", "1994"), "swap them"),
        (("visits", "--colour", "red"), "--colour"),
        (("people", "--from", "1995"), "--from"),
    ):
        result = run("list", *words)
        assert result.exit_code == 2
        assert hint in result.stderr


@settings(max_examples=8)
@given(dataset=strategies.datasets(max_visits=2))
def test_json_equals_the_collection(dataset: Dataset) -> None:
    """A list in JSON holds every record of the collection, as its YAML has it."""
    for kind in KINDS.values():
        found = chosen(collection(dataset, kind.name), {})
        with CliRunner().isolation() as (stdout, *_):
            say_list(dataset, kind, found, "json")
            printed = stdout.getvalue().decode("utf-8")
        assert json.loads(printed) == [unstructure(one) for one in dataset.records(kind.name)]


def test_every_column_shows_something_of_the_real_data() -> None:
    """Columns are made for the records there are: each has a text in one record at least, status and the like apart."""
    dataset = load()
    may_be_empty = {"status"}
    for kind, columns in COLUMNS.items():
        for name, cell in columns.items():
            records = dataset.records(kind)
            assert not records or name in may_be_empty or any(cell(dataset, one) for one in records), (kind, name)
