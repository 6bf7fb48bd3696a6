"""Earlier releases, and datasets from wherever they may be."""

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import vnjp_dataset as vnjp
from vnjp_dataset import Dataset, MissingReleaseError, QueryError, SnapshotError, load
from vnjp_dataset.export.json_format import write
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.releases import registry
from vnjp_dataset.releases.history import history
from vnjp_dataset.releases.registry import FOLDER
from vnjp_dataset.snapshot.write import write_snapshot
from vnjp_dataset.versions import at, diff, opened, release
from vnjp_dataset.versions.releasing import PACKAGE

Ship = Callable[[Path], None]
VISIT = "data/visits/2021-an-van-binh.yaml"


@pytest.fixture
def two(checkout: Path, ship: Ship) -> tuple[Dataset, Dataset]:
    """Return the datasets of two releases that the package ships."""
    release(checkout, "0.1.0", dt.date(2026, 12, 1))
    old = load(checkout / "data")
    visit = checkout / VISIT
    visit.write_text(visit.read_text("utf-8").replace("came for talks", "came to talk"), "utf-8")
    figure = checkout / "data/figures/2021-visit-ordinal.yaml"
    figure.with_stem("2021-ordinal-again").write_bytes(figure.read_bytes())
    log = checkout / "CHANGELOG.md"
    log.write_text(log.read_text("utf-8").replace("# Changelog\n", "# Changelog\n\n## Unreleased\n", 1), "utf-8")
    release(checkout, "0.2.0", dt.date(2027, 1, 15))
    ship(checkout)
    return old, load(checkout / "data")


def test_each_release_is_at_hand(two: tuple[Dataset, Dataset]) -> None:
    """`at` gives the records of each release as they were, under its version."""
    for version, dataset in zip(("0.1.0", "0.2.0"), two, strict=True):
        found = at(version)
        assert found.version == version
        assert found.fingerprint == dataset.fingerprint
        assert all(found.records(kind) == dataset.records(kind) for kind in KINDS)
        assert at(f"v{version}") == found
    assert registry().versions == ("0.1.0", "0.2.0")


def test_a_diff_of_releases_needs_their_versions_only(two: tuple[Dataset, Dataset]) -> None:
    """Two releases are compared by their versions, and the diff leads from one to the other."""
    found = diff("0.1.0", "0.2.0")
    assert [one.id for one in found.added] == ["2021-ordinal-again"]
    assert [one.id for one in found.changed] == ["2021-an-van-binh"]
    assert vnjp.apply(found, "0.1.0") == at("0.2.0")
    assert not diff(two[1], at("0.2.0"))


@pytest.mark.usefixtures("two")
def test_the_history_of_a_record_is_told() -> None:
    """A record's history is the release it came in with, and those that changed it."""
    assert [one.version for one in history("2021-an-van-binh")] == ["0.1.0", "0.2.0"]
    assert [one.version for one in history("2021-ordinal-again")] == ["0.2.0"]
    assert history("never") == ()


@pytest.mark.usefixtures("two")
def test_what_is_no_release_is_told() -> None:
    """A version that was not released is refused with those that were."""
    with pytest.raises(MissingReleaseError, match=r"no release `0\.3\.0` is at hand – there are 0\.1\.0, 0\.2\.0"):
        at("0.3.0")
    with pytest.raises(MissingReleaseError, match="no release `latest` is at hand"):
        at("latest")
    with pytest.raises(QueryError, match=r"expected a folder, a \.json or \.whl file or a release, got `0\.2`"):
        opened("0.2")


@pytest.mark.usefixtures("two")
def test_a_release_of_another_form_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records whose fields differ are read by the release that has them."""
    monkeypatch.setattr("vnjp_dataset.releases.deltas.SCHEMA_VERSION", 2)
    with pytest.raises(MissingReleaseError, match=r"pip install 'vnjp-dataset==0\.1\.0' has it"):
        at("0.1.0")


@pytest.mark.parametrize("damage", ["cut", "flipped", "gone", "exchanged"])
@pytest.mark.usefixtures("two")
def test_a_damaged_delta_is_noticed(checkout: Path, ship: Ship, damage: str) -> None:
    """A delta that is cut short, changed, missing or another's is refused."""
    path = checkout / PACKAGE / FOLDER / "0.2.0.json.xz"
    data = path.read_bytes()
    path.unlink()
    if damage == "cut":
        path.write_bytes(data[:-9])
    elif damage == "flipped":
        path.write_bytes(bytes((data[0] ^ 1,)) + data[1:])
    elif damage == "exchanged":
        path.write_bytes(path.with_name("0.1.0.json.xz").read_bytes())
    ship(checkout)
    with pytest.raises(SnapshotError, match=r"what changed in release 0\.2\.0"):
        at("0.2.0")
    assert at("0.1.0").version == "0.1.0"


def test_a_damaged_registry_is_noticed(checkout: Path, ship: Ship) -> None:
    """A registry that cannot be read is refused."""
    path = checkout / PACKAGE / FOLDER / "registry.json"
    path.parent.mkdir()
    for text in ("", "[]", "{}", '{"releases": [{}], "ids": {}}', '{"releases": 1, "ids": {}}'):
        path.write_text(text, "utf-8")
        ship(checkout)
        with pytest.raises(SnapshotError, match="the registry of releases"):
            registry()


def test_the_same_records_from_everywhere(checkout: Path, tmp_path: Path) -> None:
    """A folder, an exported file, a wheel and the dataset itself are the same dataset."""
    dataset = load(checkout / "data")
    (exported,) = write(dataset, tmp_path / "out")
    wheel = tmp_path / "vnjp_dataset-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        records: dict[KindName, tuple[Record, ...]] = {kind: dataset.records(kind) for kind in KINDS}
        archive.writestr("vnjp_dataset/_snapshot.json", write_snapshot(records, dataset.version))
    for where in (dataset, checkout / "data", str(exported), exported, wheel):
        assert opened(where) == dataset
        assert not diff(dataset, where)
    assert load(exported) == dataset


def test_without_releases_none_is_at_hand(ship: Ship, tmp_path: Path) -> None:
    """Before the first release nothing is, and that is said."""
    ship(tmp_path)
    assert registry().versions == ()
    assert registry().latest is None
    with pytest.raises(MissingReleaseError, match="none has been made yet"):
        at("0.1.0")
