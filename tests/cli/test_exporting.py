"""Exports are written where they were asked for."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

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
