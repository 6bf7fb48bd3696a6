"""Files opened as one opens a stranger's parcel: regular files only, never waiting, no more of them than is allowed."""

import errno
import functools
import os
import stat
from pathlib import Path
from typing import BinaryIO

from vnjp_dataset.errors import InvalidDataError, Problem, sayable


def open_regular(path: Path, *, follow: bool = True) -> BinaryIO:
    """Open a regular file to read its bytes; `follow` says whether the path itself may be a symbolic link.

    Raises OSError, with words for it, for anything else: a folder, a pipe or device, which could keep us waiting for
    ever, and a name that no file can have.
    """
    try:
        stream = open(path, "rb", opener=functools.partial(_open, follow=follow))  # noqa: SIM115 - closed by whoever asked; Path.open takes no opener
    except ValueError:  # a NUL in the name
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL)) from None
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise OSError(errno.EINVAL, "not a regular file")
    return stream


def _open(path: str, flags: int, *, follow: bool) -> int:
    # What is not known on some system is not needed there.
    never_wait: int = getattr(os, "O_NONBLOCK", 0)
    no_link: int = 0 if follow else getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags | never_wait | no_link)


def read_bytes(path: Path, limit: int, *, follow: bool = True) -> bytes:
    """Return what a regular file holds, cut off one byte after a limit, so that whoever reads on sees that it is long.

    Raises InvalidDataError where it cannot be read.
    """
    try:
        with open_regular(path, follow=follow) as stream:
            return stream.read(limit + 1)
    except OSError as error:
        raise unreadable(shown_path(path), error) from None


def unreadable(file: str, error: OSError) -> InvalidDataError:
    """Return the error for a file or folder that the system does not let us read."""
    message = f"expected a readable file, got: {error.strerror or error}"
    return InvalidDataError([Problem(rule="file", message=message, file=file)])


def shown_path(path: Path) -> str:
    """Return a path as messages show it: relative to the working folder where it lies below it, and always text."""
    try:
        shown = str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        shown = str(path)
    return sayable(shown)  # a name need not be UTF-8
