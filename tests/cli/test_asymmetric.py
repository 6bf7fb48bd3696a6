"""Asymmetries are told with what both sides say, filtered and counted."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result
from rich.cells import cell_len

Run = Callable[..., Result]


def test_asymmetries_are_told_and_counted(run: Run) -> None:
    """Each has what both say; at the end a line for each aspect."""
    lines = run("asymmetries", width=120).stdout.splitlines()
    assert "1994-murayama-tomiichi  style (labels)" in lines
    assert "  Vietnam: says nothing" in lines
    assert "  Japan:   official-visit “公式訪問” [no document]" in lines
    assert "  Japan:   [gazette/1994-notes]" in lines
    assert lines[-2:] == ["style: 1 told by Japan alone", "one-sided: 1 told by Japan alone"]


def test_they_are_filtered(run: Run) -> None:
    """Kind, in the singular or plural, aspect and side choose; nothing left is no failure."""
    found = json.loads(run("asymmetries", "--kind", "visit", "--aspect", "style", "--format", "json").stdout)
    assert found["counts"] == {"style": 1}
    assert found["asymmetries"][0]["side"] == "JP"
    result = run("asymmetries", "--side", "VN")
    assert (result.exit_code, result.stdout) == (0, "no asymmetry found\n")


@pytest.mark.parametrize("words", [("--aspect", "stile"), ("--kind", "visti"), ("--kind", "people"), ("--side", "X")])
def test_a_word_that_is_none_is_misuse(run: Run, words: tuple[str, str]) -> None:
    """A criterion that makes no sense ends with 2."""
    assert run("asymmetries", *words).exit_code == 2


def test_lines_fit_a_narrow_screen(run: Run) -> None:
    """What both say is wrapped below its beginning."""
    assert all(cell_len(line) <= 40 for line in run("asymmetries", width=40).stdout.splitlines())
