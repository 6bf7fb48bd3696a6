"""What all tests share: Hypothesis profiles and a folder to write trees into."""

import functools
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from vnjp_dataset import Dataset, loading

# A slow or busy machine is no bug: no deadlines, and examples enough to find one without making anybody wait.
settings.register_profile("default", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("default"), max_examples=1000)
# Mutation testing asks a thousand times whether some example fails: always the same ones, and the first is enough.
settings.register_profile(
    "mutation",
    settings.get_profile("default"),
    max_examples=20,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

DATA = Path(__file__).resolve().parents[1] / "data"
WriteFiles = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def write_files(tmp_path: Path) -> WriteFiles:
    """Return a function that writes files, by their paths, into a new folder and returns the folder."""
    root = tmp_path / "data"

    def write(files: Mapping[str, str | bytes]) -> Path:
        root.mkdir(exist_ok=True)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


@pytest.fixture(scope="session", autouse=True)
def _records_are_read_once() -> Iterator[None]:
    """Read the checkout's own records once for all tests: they do not change meanwhile, and it takes seconds."""
    read = loading.load_tree
    own = functools.cache(lambda: read(DATA, of_package=True))

    def load_tree(root: str | os.PathLike[str], *, of_package: bool = False) -> Dataset:
        return own() if of_package and Path(root) == DATA else read(root, of_package=of_package)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "load_tree", load_tree)
        yield
