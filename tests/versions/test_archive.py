"""The YAML as a wheel carries it."""

import io
import tarfile
from pathlib import Path

import pytest

from vnjp_dataset import load
from vnjp_dataset.errors import SnapshotError
from vnjp_dataset.releases import archive as module
from vnjp_dataset.releases.archive import pack, unpack

BASE = Path(__file__).parents[1] / "checks/base"


def files(root: Path) -> dict[str, bytes]:
    """Return the files below a folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_what_is_packed_is_unpacked(tmp_path: Path) -> None:
    """Every file of a tree is there again, as it was; equal trees give equal bytes."""
    data = pack(BASE)
    unpack(data, tmp_path)
    assert files(tmp_path) == files(BASE)
    assert load(tmp_path) == load(BASE)
    assert pack(tmp_path) == data


def test_what_is_no_record_is_left_out(tmp_path: Path) -> None:
    """A second coding below the data does not belong to the records."""
    path = tmp_path / "in/second-coding/coder/visits/a.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("a: b", "utf-8")
    (tmp_path / "in/fields.yaml").write_text("a: b", "utf-8")
    (tmp_path / "out").mkdir()
    unpack(pack(tmp_path / "in"), tmp_path / "out")
    assert files(tmp_path / "out") == {"fields.yaml": b"a: b"}


def archive(*members: tarfile.TarInfo) -> bytes:
    """Return an archive of members without content."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:xz") as made:
        for member in members:
            made.addfile(member, io.BytesIO(b"x" * member.size))
    return stream.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, size: int = 0) -> tarfile.TarInfo:
    """Return a member of an archive."""
    made = tarfile.TarInfo(name)
    made.type, made.size = kind, size
    made.linkname = "/etc/passwd" if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE) else ""
    return made


@pytest.mark.parametrize(
    "strange",
    [
        member("../fields.yaml"),
        member("/fields.yaml"),
        member("visits/../../a.yaml"),
        member("visits/deeper/a.yaml"),
        member("fields.py"),
        member("visits", tarfile.DIRTYPE),
        member("fields.yaml", tarfile.SYMTYPE),
        member("fields.yaml", tarfile.LNKTYPE),
        member("fields.yaml", tarfile.FIFOTYPE),
        member("fields.yaml", size=2**20 + 1),
    ],
    ids=lambda one: f"{one.name}:{one.type!r}:{one.size}",
)
def test_anything_strange_is_refused(tmp_path: Path, strange: tarfile.TarInfo) -> None:
    """Nothing but files of records is written, and nothing outside the folder."""
    root = tmp_path / "in/there"
    root.mkdir(parents=True)
    with pytest.raises(SnapshotError, match="is no record"):
        unpack(archive(strange), root)
    assert files(tmp_path) == {}


def test_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the archive, what comes out of it is bounded."""
    monkeypatch.setattr(module, "MAX_TOTAL", 1500)
    with pytest.raises(SnapshotError, match=r"`places\.yaml`"):
        unpack(archive(member("fields.yaml", size=1000), member("places.yaml", size=1000)), tmp_path)
    assert list(files(tmp_path)) == ["fields.yaml"]


@pytest.mark.parametrize("place", [0, 20, -20])
def test_damage_is_noticed(tmp_path: Path, place: int) -> None:
    """An archive that was changed or cut is refused."""
    data = bytearray(pack(BASE))
    data[place] ^= 255
    with pytest.raises(SnapshotError, match="is damaged"):
        unpack(bytes(data), tmp_path)
    with pytest.raises(SnapshotError, match="is damaged"):
        unpack(pack(BASE)[: len(data) // 2], tmp_path)
