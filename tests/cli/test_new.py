"""Templates are printed, or written where nothing stands yet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from vnjp_dataset.reading import read_tree

Run = Callable[..., Result]


@pytest.mark.parametrize("word", ["visit", "visits"])
def test_a_template_is_printed(run: Run, word: str) -> None:
    """The kind may be singular or plural, and the id is in its place."""
    text = run("new", word, "--id", "2024-somebody").stdout
    assert "\ndirection: VN-JP\n" in text
    assert "data/visits/2024-somebody.yaml" in " ".join(text.split())


def test_a_template_is_written_and_reads(run: Run, tmp_path: Path) -> None:
    """The file that is written is a tree's record."""
    path = tmp_path / "mine" / "visits" / "2024-somebody.yaml"
    path.parent.mkdir(parents=True)
    assert run("new", "visit", "--id", path.stem, "-o", str(path)).exit_code == 0
    assert read_tree(tmp_path / "mine").problems == ()


def test_what_is_there_is_left_alone(run: Run, tmp_path: Path) -> None:
    """A file is never overwritten."""
    path = tmp_path / "2024-somebody.yaml"
    path.write_text("mine", "utf-8")
    result = run("new", "visit", "-o", str(path))
    assert result.exit_code == 1
    assert "exists" in result.stderr
    assert path.read_text("utf-8") == "mine"


def test_bad_ids_and_kinds_are_misuse(run: Run) -> None:
    """Each tells what was expected."""
    result = run("new", "visit", "--id", "Not An Id")
    assert result.exit_code == 2
    assert "lower-case ASCII words" in result.stderr
    result = run("new", "visti")
    assert result.exit_code == 2
    assert "did you mean `visits`" in result.stderr
