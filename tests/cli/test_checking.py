"""A check prints every problem with its place, and its exit code says whether there are errors."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result

from vnjp_dataset.cli.checking import Report, annotations
from vnjp_dataset.errors import Problem

Run = Callable[..., Result]
WriteFiles = Callable[[Mapping[str, str]], Path]

WARNING = Problem(rule="a-rule", message="expected this", severity="warning", record="one", path="start")


def test_rules_are_checked(run: Run, tree: Path) -> None:
    """Breaches have their place in the file, and errors end with exit code 1."""
    result = run("check", str(tree), data=None)
    assert result.exit_code == 1
    assert re.search(r"1995-le-duc-anh\.yaml:1:1: expected at least one source, got none \[sourced\]", result.stdout)
    assert re.search(r"\d+ errors?, \d+ warnings? in 20 records", result.stdout.splitlines()[-1])


def test_the_path_may_stand_before_the_command(run: Run, tree: Path) -> None:
    """`--data` and the argument mean the same."""
    assert run("check").stdout == run("check", str(tree), data=None).stdout


def test_a_tree_that_cannot_be_read_gives_its_problems(run: Run, write_files: WriteFiles) -> None:
    """All of them at once, and no rule is asked."""
    folder = write_files({"visits/2024-x.yaml": "direction: VNJP\nled: somebody\n", "people/y.yaml": "name: [\n"})
    result = run("check", str(folder), data=None)
    assert result.exit_code == 1
    assert "2024-x.yaml:1:12: direction: expected one of VN-JP, JP-VN" in result.stdout
    assert "did you mean `lead`" in result.stdout
    assert "y.yaml:" in result.stdout
    assert result.stdout.splitlines()[-1].endswith("once the files can be read")
    plain = json.loads(run("check", str(folder), "--format", "json", data=None).stdout)
    assert plain["records"] is None
    assert plain["errors"] == len(plain["problems"]) >= 3
    assert plain["problems"][-1]["file"].endswith("2024-x.yaml")


def test_what_is_well_passes(run: Run, tmp_path: Path) -> None:
    """No problem, no error."""
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run("check", data=empty)
    assert (result.exit_code, result.stdout) == (0, "0 errors, 0 warnings in 0 records\n")


def test_the_real_data_can_be_checked(run: Run) -> None:
    """Without a path the dataset itself is checked."""
    result = run("check", "--format", "json", data=None)
    assert result.exit_code in (0, 1)
    assert json.loads(result.stdout)["records"]


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_warnings_alone_do_not_fail(run: Run, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """Warnings are told as such, and the exit code stays 0."""

    def warn(_: object) -> tuple[Problem, ...]:
        return (WARNING,)

    monkeypatch.setattr("vnjp_dataset.cli.checking.check_rules", warn)
    result = run("check", "--format", form)
    assert result.exit_code == 0
    assert "warning" in result.stdout


def test_annotations_escape_what_github_reads() -> None:
    """Line ends, percents, colons and commas cannot end an annotation or start another."""
    problem = Problem(
        rule="a,b", message="100%\n::error::x", record="one", hint="so: do", file="data/a:b,c.yaml", line=3, column=7
    )
    (line,) = annotations([problem])
    assert line == ("::error file=data/a%3Ab%2Cc.yaml,line=3,col=7,title=a%2Cb::one: 100%25%0A::error::x – so: do")
    (bare,) = annotations([WARNING])
    assert bare == "::warning title=a-rule::one: start: expected this"


def test_a_summary_counts() -> None:
    """One is singular."""
    assert Report((WARNING,), 1).summary == "0 errors, 1 warning in 1 record"
