"""A way to write made-up codings."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from vnjp_dataset import Dataset, load

Plain = Mapping[str, object]
WriteCoding = Callable[..., Path]


@pytest.fixture(scope="session")
def base() -> Dataset:
    """Return a small dataset in which nothing is wrong."""
    return load(Path(__file__).parents[2] / "checks/base")


@pytest.fixture(scope="session")
def write_coding(tmp_path_factory: pytest.TempPathFactory) -> WriteCoding:
    """Return a function that writes a coding, kind by kind, into a folder of its own."""
    from vnjp_dataset.reading.write import yaml_text

    def write(
        fields: Mapping[str, Iterable[str]],
        records: Mapping[str, Iterable[Plain]],
        *,
        drawn: Iterable[str] = (),
        adjudications: Iterable[Plain] = (),
    ) -> Path:
        root = tmp_path_factory.mktemp("second-coding") / "an-example"
        root.mkdir()
        sample: dict[str, object] = {
            "drawn": "All of them.",
            "start": "1900",
            "end": "2100",
            "kinds": [{"kind": kind, "fields": list(some)} for kind, some in fields.items()],
        }
        if drawn:
            sample["records"] = list(drawn)
        manifest: dict[str, object] = {"coder": "An Example", "date": "2026-12-01", "instructions": "None."}
        manifest |= {"sample": sample, "adjudications": list(adjudications)}
        (root / "manifest.yaml").write_text(yaml_text(manifest), encoding="utf-8")
        for kind, some in records.items():
            (root / kind).mkdir()
            for number, one in enumerate(some):
                (root / kind / f"{number:03}.yaml").write_text(yaml_text(dict(one)), encoding="utf-8")
        return root

    return write
