"""The YAML as a wheel carries it: one archive, for thousands of small files take more room than what they say."""

import io
import re
import tarfile
from pathlib import Path

from vnjp_dataset.errors import SnapshotError

ARCHIVE = "_data.tar.xz"
MAX_FILES = 200_000
MAX_BYTES = 1024 * 1024
"""How big one file may be, as for a tree that is read."""
MAX_TOTAL = 256 * 1024 * 1024
"""How big all of them may be together."""

_NAME = re.compile(r"(?:[a-z]+/)?[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")


def pack(root: Path) -> bytes:
    """Return the YAML files below a folder as an archive; equal files give equal bytes."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:xz", format=tarfile.USTAR_FORMAT, preset=9) as archive:
        for path in sorted(root.rglob("*.yaml")):
            name = path.relative_to(root).as_posix()
            if not _NAME.fullmatch(name):
                continue  # what is no record, e.g. a second coding
            content = path.read_bytes()
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def unpack(data: bytes, folder: Path) -> None:
    """Write an archive's files below a folder; nothing else is written, and nothing elsewhere.

    Raises SnapshotError where the archive is damaged or holds anything but YAML files of records.
    """
    import lzma  # noqa: PLC0415 - Python can be built without it, and only this needs it

    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:xz") as archive:
            total = 0
            for count, member in enumerate(archive):
                total += member.size
                fits = count < MAX_FILES and total <= MAX_TOTAL
                content = _content(archive, member) if fits else None
                if content is None:
                    raise SnapshotError(
                        f"{ARCHIVE} holds `{member.name[:90]}`, which is no record or too much; reinstall vnjp-dataset"
                    )
                path = folder / member.name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content)
    except (tarfile.TarError, lzma.LZMAError, EOFError, ValueError, OSError) as error:
        raise SnapshotError(f"{ARCHIVE} is damaged: {error}; reinstall vnjp-dataset") from None


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes | None:
    if not (member.isreg() and _NAME.fullmatch(member.name) and member.size <= MAX_BYTES):
        return None
    stream = archive.extractfile(member)
    return stream.read() if stream else None
