"""A record is explained field by field, and a field with everything that is known of it."""

import json
from collections.abc import Callable

import pytest
from click.shell_completion import ShellComplete
from click.testing import Result
from rich.cells import cell_len

from vnjp_dataset.cli import program

Run = Callable[..., Result]
VISIT = "1994-murayama-tomiichi"


def test_a_field_is_explained(run: Run) -> None:
    """The adopted value has its source with everything that is known of it, the other one its reason."""
    result = run("explain", VISIT, "end")
    assert result.exit_code == 0
    for expected in (
        "end: 1994-08-26",
        "1 source, 1 independent voice (Japan)",
        "The Gazette (Japan), 1994-08-27 [gazette/1994-notes]",
        "supports end (page 2)",
        "https://example.org/notes",
        "end: 1994-08-27",
        "not adopted: The other day is a slip.",
    ):
        assert expected in result.stdout


def test_a_record_is_explained(run: Run) -> None:
    """Each field that is set stands there, with what no source supports."""
    text = " ".join(run("explain", VISIT).stdout.split())
    assert "visit 1994-murayama-tomiichi" in text
    assert "start: 1994-08-25 1 source, 1 independent voice (Japan): gazette/1994-notes" in text
    assert "No source supports direction, lead," in text


def test_json_holds_the_whole(run: Run) -> None:
    """Programs get values, sources, voices and what others say."""
    found = json.loads(run("explain", VISIT, "end", "--format", "json").stdout)
    assert (found["record"], found["field"], found["value"], found["since"]) == (VISIT, "end", "1994-08-26", None)
    assert found["sources"][0]["publisher"] == {"id": "gazette", "name": "The Gazette", "side": "JP"}
    assert found["others"][0]["value"] == "1994-08-27"
    whole = json.loads(run("explain", VISIT, "--format", "json").stdout)
    assert "direction" in whole["unsupported"]
    assert {one["field"] for one in whole["fields"]} >= {"start", "end", "labels"}


def test_a_miss_is_told(run: Run) -> None:
    """An unknown id ends with 1, a field that makes no sense with 2, both with what may have been meant."""
    result = run("explain", "murayama")
    assert result.exit_code == 1
    assert "did you mean `murayama-tomiichi`" in result.stderr
    result = run("explain", VISIT, "strat")
    assert result.exit_code == 2
    assert "did you mean `start`" in result.stderr


@pytest.mark.parametrize("width", [40, 80])
def test_lines_fit_the_screen(run: Run, width: int) -> None:
    """Only addresses may be wider than the screen."""
    for words in ((VISIT,), (VISIT, "end"), (VISIT, "itinerary"), ("gazette",)):
        lines = run("explain", *words, width=width).stdout.splitlines()
        assert all(cell_len(line) <= width or "https://" in line for line in lines)


def test_fields_are_completed(run: Run, tree: object) -> None:
    """In the shell, the paths that the record has set complete the second word."""
    assert run("explain", "--help").exit_code == 0
    shell = ShellComplete(program, {}, "vnjp", "_VNJP_COMPLETE")
    found = shell.get_completions(["--data", str(tree), "explain", VISIT], "labels.jp")
    assert [one.value for one in found][:2] == ["labels.jp", "labels.jp.style"]
    assert shell.get_completions(["--data", str(tree), "explain", "nobody"], "") == []
