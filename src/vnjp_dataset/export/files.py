"""Files that are written whole or not at all."""

import os
import secrets
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


class Stage:
    """Files on their way into a folder: each is written beside its place and moved there when all are done."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[Path, Path] = {}

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the files will stand, in the order in which they were named."""
        return tuple(self._waiting)

    def path(self, name: str | Path) -> Path:
        """Return where to write a file, for libraries that open files themselves; its folder is made."""
        place = self._folder / name
        if place not in self._waiting:
            place.parent.mkdir(parents=True, exist_ok=True)
            # What comes after the name's last point tells some libraries what to write: it stays last.
            self._waiting[place] = place.with_name(f".{secrets.token_hex(6)}.{place.name}")
        return self._waiting[place]

    def write(self, name: str | Path, content: bytes | str) -> None:
        """Write a file; text is written as UTF-8."""
        with self.path(name).open("xb") as stream:
            stream.write(content.encode("utf-8") if isinstance(content, str) else content)

    @contextmanager
    def text(self, name: str | Path) -> Generator[TextIO]:
        """Open a file for text in UTF-8, whose line ends are written as they are."""
        with self.path(name).open("x", encoding="utf-8", newline="") as stream:
            yield stream

    def settle(self) -> None:
        """Move every file to its place, when all of them are safely on the disk."""
        for beside in self._waiting.values():
            _flush(beside)
        for place, beside in self._waiting.items():
            beside.replace(place)

    def clear(self) -> None:
        """Remove what did not reach its place."""
        for beside in self._waiting.values():
            beside.unlink(missing_ok=True)


@contextmanager
def staged(folder: Path) -> Generator[Stage]:
    """Give a stage for files in a folder, none of which is ever seen half-written.

    Whatever goes wrong before the end, a full disk included, leaves what was there before.
    """
    stage = Stage(folder)
    try:
        yield stage
        stage.settle()
    finally:
        stage.clear()


def write_whole(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files wherever they belong, all or none, and return their paths in order."""
    with staged(Path()) as stage:
        for path, content in contents.items():
            stage.write(path, content)
    return tuple(contents)


def _flush(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
