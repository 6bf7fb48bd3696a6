"""Whether an installation is whole."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from vnjp_dataset import Dataset, load
from vnjp_dataset.errors import SnapshotError
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.releases.archive import pack
from vnjp_dataset.releases.registry import FOLDER
from vnjp_dataset.versions import Verification, release, verify, verifying
from vnjp_dataset.versions.releasing import PACKAGE

Ship = Callable[[Path], None]


@pytest.fixture
def installed(checkout: Path, ship: Ship, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the place of an installed package: a release with its snapshot and its YAML."""
    release(checkout, "0.1.0", dt.date(2026, 12, 1))
    ship(checkout)
    package = checkout / "installed"
    shutil.copytree(checkout / "data", package / "_data")
    monkeypatch.setattr(verifying, "checkout_data", lambda: None)
    give_archive(monkeypatch, lambda: pack(package / "_data"))
    give(monkeypatch, checkout)
    return package


def give(
    monkeypatch: pytest.MonkeyPatch, checkout: Path, version: str = "0.1.0", fingerprint: str | None = None
) -> None:
    """Make a checkout's data the snapshot of the package."""
    found = load(checkout / "data")
    records: dict[KindName, tuple[Record, ...]] = {kind: found.records(kind) for kind in KINDS}
    snapshot = Dataset(records, version=version, fingerprint=fingerprint)
    monkeypatch.setattr(verifying, "load_installed", lambda: snapshot)


def give_archive(monkeypatch: pytest.MonkeyPatch, make: Callable[[], bytes | None]) -> None:
    """Make an archive the one that the package carries."""

    def get_data(_package: str, _name: str) -> bytes | None:
        return make()

    monkeypatch.setattr("pkgutil.get_data", get_data)


def told(found: Verification) -> dict[str, bool | None]:
    """Return what was found, by what was looked at."""
    return {one.what: one.holds for one in found.findings}


@pytest.mark.usefixtures("installed")
def test_a_whole_installation_holds() -> None:
    """Snapshot, YAML, registry and earlier releases agree."""
    found = verify()
    assert told(found) == {"yaml": True, "snapshot": True, "published": True, "ids": True, "release 0.1.0": True}
    assert found.holds
    assert found.differences is None
    assert str(found).endswith("\nwhole")


def test_an_edited_file_is_noticed(installed: Path) -> None:
    """YAML that differs from the snapshot fails, and what differs is told."""
    path = installed / "_data/visits/2021-an-van-binh.yaml"
    path.write_text(path.read_text("utf-8").replace("came for talks", "came to talk"), "utf-8")
    found = verify()
    assert not found.holds
    assert found.differences is not None
    assert [one.id for one in found.differences] == ["2021-an-van-binh"]
    assert "summary: The President came for talks. → The President came to talk." in str(found)
    assert "not whole" in str(found)


def test_broken_yaml_is_noticed(installed: Path) -> None:
    """YAML that cannot be read is a finding, not an error."""
    (installed / "_data/fields.yaml").write_text("a: b: c", "utf-8")
    found = verify()
    assert told(found)["yaml"] is False
    assert not found.holds


def test_a_damaged_snapshot_is_noticed(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A snapshot that cannot be loaded, and one with another fingerprint than it says, fail."""

    def broken() -> Dataset:
        raise SnapshotError("the snapshot is damaged")

    give(monkeypatch, installed.parent, fingerprint="0" * 64)
    found = verify()
    assert told(found)["snapshot"] is False
    assert "it says 0000000000000000…" in str(found)
    monkeypatch.setattr(verifying, "load_installed", broken)
    found = verify()
    assert told(found)["snapshot"] is False
    assert told(found)["yaml"] is True
    assert not found.holds


def test_other_records_than_were_released_are_noticed(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Records that differ from those released under the version fail; an unreleased version has nothing to fail."""
    path = installed.parent / "data/visits/2021-an-van-binh.yaml"
    path.write_text(path.read_text("utf-8").replace("came for talks", "came to talk"), "utf-8")
    give(monkeypatch, installed.parent)
    assert told(verify())["published"] is False
    give(monkeypatch, installed.parent, version="0.2.0.dev0")
    assert told(verify())["published"] is None


def test_a_vanished_id_is_noticed(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A released id that is gone without a tombstone fails."""
    (installed.parent / "data/figures/2021-visit-ordinal.yaml").unlink()
    give(monkeypatch, installed.parent, version="0.2.0.dev0")
    found = verify()
    assert told(found)["ids"] is False
    assert "`2021-visit-ordinal`, released in 0.1.0 among the figures, is gone" in str(found)


def test_a_damaged_release_is_noticed(installed: Path, ship: Ship) -> None:
    """An earlier release that cannot be given again fails."""
    (installed.parent / PACKAGE / FOLDER / "0.1.0.json.xz").write_bytes(b"")
    ship(installed.parent)
    found = verify()
    assert told(found)["release 0.1.0"] is False


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("archive", [None, b"", b"no archive"])
def test_a_damaged_archive_is_noticed(monkeypatch: pytest.MonkeyPatch, archive: bytes | None) -> None:
    """YAML that is missing or cannot be unpacked is a finding."""
    give_archive(monkeypatch, lambda: archive)
    found = verify()
    assert told(found)["yaml"] is False
    assert not found.holds


def test_a_checkout_has_no_snapshot() -> None:
    """This checkout is whole; its YAML stands for the records."""
    found = verify()
    assert found.holds, str(found)
    assert "snapshot" not in told(found)
    assert all(attrs.asdict(one)["words"] for one in found.findings)
