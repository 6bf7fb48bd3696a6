"""Files that are written whole or not at all."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path


def write_whole(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write files, none of which is ever seen half-written, and return their paths in order.

    All are written beside their places first and then moved there, so that a full disk leaves what was there before.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}.tmp")
            waiting[path] = beside
            with beside.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        for path, beside in waiting.items():
            beside.replace(path)
    finally:
        for beside in waiting.values():
            beside.unlink(missing_ok=True)
    return tuple(contents)
