"""The drawing shows the ladder and the visits, and fits the screen."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from rich.cells import cell_len

Run = Callable[..., Result]


def test_a_visit_stands_on_the_side_of_its_direction(run: Run) -> None:
    """Visits to Japan begin further left than visits to Vietnam, each with dates, leader and office."""
    lines = run("timeline").stdout.splitlines()
    to_japan = next(line for line in lines if "Le Duc Anh" in line)
    to_vietnam = next(line for line in lines if "Murayama" in line)
    assert to_japan == "1995  → Le Duc Anh, President, 30 Nov–2 Dec"
    assert to_vietnam.split() == ["1994", "←", "Murayama", "Tomiichi,", "Prime", "Minister,", "25–26", "Aug", "▲"]
    assert to_vietnam.index("←") > to_japan.index("→") + 10


def test_only_leaders_are_drawn(run: Run) -> None:
    """A minister's visit is no leader's visit."""
    assert "Vo Van Kiet" not in run("timeline").stdout


def test_levels_are_bands_with_their_names(run: Run) -> None:
    """A level has its name, its place on the ladder and the day from which it holds."""
    drawn = run("timeline").stdout
    assert "1973  □  Diplomatic relations" in drawn
    assert "1994  ■  Partnership of Notes" in drawn
    assert "from 25 August 1994" in drawn


def test_years_without_visits_are_one_line(run: Run) -> None:
    """The years between two entries are told, not drawn."""
    drawn = run("timeline").stdout
    assert "1974–1993: no leaders' visit on record" in drawn
    assert "1980" not in drawn


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_drawing_fits_the_screen(run: Run, width: int) -> None:
    """No line is wider than the screen, and none ends in blanks."""
    lines = run("timeline", width=width).stdout.splitlines()
    assert all(cell_len(line) <= width and line == line.rstrip() for line in lines)


def test_ascii_is_ascii(run: Run) -> None:
    """With --ascii no other character is drawn, and the arrows still tell the direction."""
    drawn = run("timeline", "--ascii").stdout
    assert drawn.isascii()
    assert "-> Le Duc Anh" in drawn
    assert "<- Murayama" in drawn


def test_json_is_an_array_in_order_of_date(run: Run) -> None:
    """Programs get levels and visits in one array."""
    found = json.loads(run("timeline", "--format", "json").stdout)
    assert [one["id"] for one in found] == [
        "1973-relations",
        "1994-murayama-tomiichi",
        "1994-partnership",
        "1995-le-duc-anh",
    ]
    assert found[1]["lead_name"] == "Murayama Tomiichi"
    assert found[1]["rank"] == "head-of-government"
    assert found[2]["rank"] == 1


def test_an_empty_dataset_is_drawn(run: Run, tmp_path: Path) -> None:
    """Where there is nothing there is nothing to draw, and no error."""
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run("timeline", data=empty)
    assert result.exit_code == 0
    assert "0 leaders' visits" in result.stdout
