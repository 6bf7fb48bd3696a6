"""Records put in order on disk: sorted runs that are merged, so that few records are held at a time."""

import contextlib
import heapq
import itertools
import pickle
from collections.abc import Generator, Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TypeVar, cast

from vnjp_dataset.model import Record
from vnjp_dataset.model.order import OrderKey, natural_order

FAN_IN = 100
"""How many runs are open at a time while they are merged."""

T = TypeVar("T")
Keyed = tuple[OrderKey, Record]


def save_run(records: Iterable[Record], run: Path) -> Path:
    """Put records in their natural order and write them to a new file."""
    return _save(sorted(((natural_order(one), one) for one in records), key=itemgetter(0)), run)


def in_order(runs: Sequence[Path]) -> Iterator[Record]:
    """Yield the records of all runs in their natural order; runs that are merged on the way are removed."""
    waiting = list(runs)
    while len(waiting) > FAN_IN:
        few, waiting = waiting[:FAN_IN], waiting[FAN_IN:]
        waiting.append(_save(_merged(few), few[0].with_name(f"{few[0].name}+")))
        for run in few:
            run.unlink()
    yield from (record for _, record in _merged(waiting))


def _merged(runs: Iterable[Path]) -> Iterator[Keyed]:
    with contextlib.ExitStack() as stack:
        opened = [stack.enter_context(contextlib.closing(_saved(run))) for run in runs]
        yield from heapq.merge(*opened, key=itemgetter(0))


def _save(records: Iterable[Keyed], run: Path) -> Path:
    with run.open("xb") as stream:
        for one in records:
            pickle.dump(one, stream, pickle.HIGHEST_PROTOCOL)
    return run


def _saved(run: Path) -> Generator[Keyed]:
    """Yield what this program wrote a moment ago, into a folder that nobody else may write to."""
    with run.open("rb") as stream, contextlib.suppress(EOFError):
        while True:
            yield cast("Keyed", pickle.load(stream))  # noqa: S301 - see above


def chunks(items: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    """Yield items in tuples of some size, the last of which may be shorter."""
    found = iter(items)
    while chunk := tuple(itertools.islice(found, size)):
        yield chunk
