"""Exports are written where they were asked for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from vnjp_dataset.cli.progress import tracked
from vnjp_dataset.model import KINDS

Run = Callable[..., Result]


def test_the_paths_are_printed(run: Run, tmp_path: Path) -> None:
    """Each file that is written is named, and the folder is made."""
    folder = tmp_path / "made" / "for it"
    result = run("export", "json", "-o", str(folder))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [str(folder / "vnjp-dataset.json")]
    assert len(json.loads((folder / "vnjp-dataset.json").read_text("utf-8"))["visits"]) == 3
    assert len(run("export", "csv", "-o", str(folder)).stdout.splitlines()) == len(KINDS)


def test_a_folder_that_cannot_be_written_is_one_message(run: Run, tmp_path: Path) -> None:
    """A file in the way is told in a sentence."""
    (tmp_path / "file").write_text("", "utf-8")
    result = run("export", "json", "-o", str(tmp_path / "file" / "below"))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert len(result.stderr.splitlines()) == 1


def test_format_and_folder_must_be_given(run: Run, tmp_path: Path) -> None:
    """Without them there is nothing to do, which is a misuse."""
    assert run("export", "json").exit_code == 2
    assert run("export", "xml", "-o", str(tmp_path)).exit_code == 2


def test_only_some_kinds_are_written(run: Run, tmp_path: Path) -> None:
    """Kinds are written in their order, each once; a word that is none is told with the nearest one."""
    result = run("export", "csv", "-o", str(tmp_path), "--only", "people, visits,people")
    assert [Path(line).name for line in result.stdout.splitlines()] == ["visits.csv", "people.csv"]
    wrong = run("export", "csv", "-o", str(tmp_path), "--only", "visits,peeple")
    assert wrong.exit_code == 2
    assert "no kind `peeple` – did you mean `people`?" in wrong.stderr


def test_a_tree_can_be_streamed(run: Run, tmp_path: Path) -> None:
    """Streamed files are those that are written from what was loaded."""
    for name, option in (("one", ()), ("two", ("--stream",))):
        assert run("export", "csv", "-o", str(tmp_path / name), *option).exit_code == 0
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    refused = run("export", "json", "-o", str(tmp_path), "--stream")
    assert refused.exit_code == 2
    assert "needs all records at once" in refused.stderr


def test_progress_is_drawn_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bar stands on standard error while a terminal is there, and the items come through as they are."""
    with tracked() as track:
        assert list(track(range(3), "visits", 3)) == [0, 1, 2]
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with tracked() as track:
        assert list(track(range(3), "visits", 3)) == [0, 1, 2]
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "visits" in shown.err
