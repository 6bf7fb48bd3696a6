"""How far work is that lasts, drawn on the terminal while it goes on."""

import sys
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import TypeVar

from vnjp_dataset.progress import Track, untracked

T = TypeVar("T")


@contextmanager
def tracked() -> Generator[Track]:
    """Give a way to show progress: a bar on standard error where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield untracked
        return
    from rich.console import Console  # noqa: PLC0415 - most commands draw no bar, and need not wait for it
    from rich.progress import Progress  # noqa: PLC0415 - see above

    with Progress(console=Console(stderr=True), transient=True) as progress:

        def track(items: Iterable[T], what: str, total: int | None = None) -> Iterable[T]:
            return progress.track(items, total=total, description=what)

        yield track
