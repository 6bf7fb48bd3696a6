"""How long a command takes, and how much memory it and its children hold at most, together."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

EVERY = 0.1


class Watched(NamedTuple):
    """What a command took."""

    seconds: float
    megabytes: float
    """The greatest sum of the resident sets of the process and all below it, looked at ten times a second."""
    error: str | None
    """The last line that it said, where it failed."""


def watch(command: Sequence[str], folder: Path) -> Watched:
    """Run a command in a folder; Linux tells of its memory."""
    start = time.perf_counter()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with subprocess.Popen(command, cwd=folder, env=kept, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
        most = 0
        while running.poll() is None:
            most = max(most, sum(map(_resident, _family(running.pid))))
            time.sleep(EVERY)
        said = running.stderr.read().decode("utf-8", "replace").strip() if running.stderr else ""
    error = (said.splitlines() or [f"ended with {running.returncode}"])[-1] if running.returncode else None
    return Watched(time.perf_counter() - start, most / 1e6, error)


def _family(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:  # it has just ended
        return
    for child in children:
        yield from _family(int(child))


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:  # it has just ended
        return 0
