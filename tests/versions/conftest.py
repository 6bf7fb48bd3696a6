"""What the tests of versions share: a made checkout, and releases that stand in for those of the package."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vnjp_dataset.releases import deltas
from vnjp_dataset.releases import registry as known_releases
from vnjp_dataset.releases.registry import FOLDER
from vnjp_dataset.versions.releasing import PACKAGE

BASE = Path(__file__).parents[1] / "checks/base"
CHANGELOG = "# Changelog\n\n## Unreleased\n\n### Data\n\nFirst records.\n\n### Code\n\n- Everything.\n"

Ship = Callable[[Path], None]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a small checkout: data, version, change log and a script that generates nothing."""
    root = tmp_path / "checkout"
    shutil.copytree(BASE, root / "data")
    (root / PACKAGE).mkdir(parents=True)
    (root / PACKAGE / "version.py").write_text(
        '"""Version."""\n\n__version__ = "0.1.0.dev0"\n\nSCHEMA_VERSION = 1\n', "utf-8"
    )
    (root / "CHANGELOG.md").write_text(CHANGELOG, "utf-8")
    (root / "docs").mkdir()
    (root / "docs/generate.py").write_text("", "utf-8")
    return root


@pytest.fixture
def ship(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ship]:
    """Return a function that makes a checkout's releases those that the package ships."""
    module = sys.modules["vnjp_dataset.releases.registry"]  # which the function of that name hides

    def clear() -> None:
        known_releases.cache_clear()
        deltas.delta.cache_clear()

    def point(root: Path) -> None:
        def stored(name: str) -> bytes | None:
            path = root / PACKAGE / FOLDER / name
            return path.read_bytes() if path.is_file() else None

        monkeypatch.setattr(module, "shipped", stored)
        monkeypatch.setattr(deltas, "shipped", stored)
        clear()

    clear()
    yield point
    clear()
