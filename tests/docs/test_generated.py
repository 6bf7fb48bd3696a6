"""Generated files are what the generator would write now."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ("docs", "data", "README.md", "CITATION.cff", ".zenodo.json")


def generate(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the generator of a tree."""
    return subprocess.run(
        [sys.executable, str(root / "docs/generate.py"), *options],
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of all that the generator reads and writes."""
    for part in GENERATED:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part)
        else:
            shutil.copy(source, tmp_path / part)
    return tmp_path


def test_generated_files_are_up_to_date() -> None:
    """`python docs/generate.py --check` finds nothing stale."""
    done = generate(ROOT, "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_stale_files_are_named_and_mended(copy: Path) -> None:
    """What differs is named with exit code 1, and written when asked for."""
    (copy / "docs/reference/rules.md").write_text("old\n", encoding="utf-8")
    (copy / "CITATION.cff").unlink()
    found = generate(copy, "--check")
    assert found.returncode == 1
    assert {"stale: docs/reference/rules.md", "stale: CITATION.cff"} <= set(found.stdout.splitlines())
    assert generate(copy).returncode == 0
    assert generate(copy, "--check").returncode == 0


def test_a_page_without_its_block_is_refused(copy: Path) -> None:
    """A page that has lost the place for its generated block is an error that names the block."""
    page = copy / "docs/explanation/coverage.md"
    page.write_text(page.read_text(encoding="utf-8").replace("<!-- /coverage -->", ""), encoding="utf-8")
    done = generate(copy, "--check")
    assert done.returncode != 0
    assert "docs/explanation/coverage.md: expected a block <!-- coverage -->" in done.stderr
