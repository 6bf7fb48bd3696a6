"""A YAML tree read while its records are used: in the order of a collection, in bounded memory, however large it is.

The files of a kind are read in chunks as the system lists them. Each chunk is put in order and laid aside in a
temporary folder, and these sorted runs are merged while the records are asked for.
"""

import concurrent.futures
import functools
import itertools
import multiprocessing
import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from vnjp_dataset.errors import MAX_PROBLEMS, InvalidDataError, Problem
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.reading.files import shown_path, unreadable
from vnjp_dataset.reading.nodes import capped
from vnjp_dataset.reading.runs import chunks, in_order, save_run
from vnjp_dataset.reading.tree import SUFFIX, content, entries_of, file_flaw, link_flaw, record_at, tree_flaw

CHUNK = 2000
"""How many files each process reads, and how many records it holds, at a time."""

Found = tuple[Path, list[Problem]]
Task = tuple[tuple[str, ...], Path]
"""Names of files, and where their records are laid aside."""


class StreamedTree:
    """The records of a YAML tree, read anew each time they are asked for and never held together.

    Each record is checked as `load` checks it; nothing is compared with other records. `jobs` is how many processes
    read; with more than one, a script that uses it needs the guard `if __name__ == "__main__":`.
    """

    def __init__(self, root: Path, version: str, *, jobs: int = 1, track: Track = untracked) -> None:
        self.root = root
        self.version = version
        self._jobs = jobs
        self._track = track
        if flaw := tree_flaw(root):
            raise InvalidDataError([flaw])

    def records(self, kind: KindName) -> Iterator[Record]:
        """Yield the records of a kind in the order of its collection.

        Raises InvalidDataError with everything that is wrong with the files of the kind, before it yields a record.
        """
        with tempfile.TemporaryDirectory(prefix="vnjp-") as folder:
            yield from in_order(self._sorted_runs(kind, Path(folder)))

    def _sorted_runs(self, kind: KindName, place: Path) -> list[Path]:
        problems: list[Problem] = []
        names = chunks(self._track(self._names(kind, problems), f"reading {kind}"), CHUNK)
        read = functools.partial(_sorted_run, kind, self._folder(kind))
        tasks = ((chunk, place / f"{number}") for number, chunk in enumerate(names))
        runs: list[Path] = []
        for run, found in _side_by_side(read, tasks, self._jobs):
            runs.append(run)
            problems += found
            if len(problems) >= MAX_PROBLEMS:
                break
        if problems:
            told = capped(problems, shown_path(self.root))
            raise InvalidDataError(sorted(told, key=lambda problem: problem.order))
        return runs

    def _folder(self, kind: KindName) -> Path:
        return self.root if KINDS[kind].layout == "table" else self.root / kind

    def _names(self, kind: KindName, problems: list[Problem]) -> Iterator[str]:
        """Yield the names of a kind's files as the system lists them: to be sorted, all would have to be held."""
        folder = self._folder(kind)
        table = f"{kind}{SUFFIX}" if KINDS[kind].layout == "table" else None
        if table is None and (flaw := link_flaw(folder)):
            problems.append(flaw)
            return
        try:
            entries = os.scandir(folder)
        except FileNotFoundError:  # of this kind there are none
            return
        except OSError as error:
            problems.extend(unreadable(shown_path(folder), error).problems)
            return
        with entries:
            for entry in entries:
                if entry.name.startswith(".") or (table and entry.name != table):
                    continue
                flaw = file_flaw(Path(entry.path))
                if flaw:
                    problems.append(flaw)
                else:
                    yield entry.name


def _sorted_run(kind: KindName, folder: Path, task: Task) -> Found:
    """Read a chunk of files and lay their records aside in order; this runs in other processes too."""
    names, run = task
    problems: list[Problem] = []
    records = (record for name in names for record in _records_in(kind, folder / name, problems))
    return save_run(records, run), problems


def _records_in(kind: KindName, path: Path, problems: list[Problem]) -> Iterator[Record]:
    data = content(path, problems)
    if data is None:
        return
    for record_id, place in entries_of(KINDS[kind], path, data, problems):
        record = record_at(KINDS[kind], record_id, place, problems)
        if record is not None:
            yield record


def _side_by_side(read: Callable[[Task], Found], tasks: Iterator[Task], jobs: int) -> Iterator[Found]:
    """Yield what each task finds, in order, with few more tasks under way than there are processes to read."""
    first = tuple(itertools.islice(tasks, 2))
    if jobs == 1 or len(first) < 2:
        yield from map(read, itertools.chain(first, tasks))
        return
    # Whoever calls may have threads, which a copy of a process does not bear: processes are made anew.
    spawn = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(jobs, mp_context=spawn) as pool:
        under_way: deque[concurrent.futures.Future[Found]] = deque()
        try:
            for task in itertools.chain(first, tasks):
                under_way.append(pool.submit(read, task))
                if len(under_way) > jobs:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)
