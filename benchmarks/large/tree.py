"""Write a YAML tree of very many visits, the same ones each time, a block at a time and in several processes."""

import concurrent.futures
import functools
import os
import sys
from pathlib import Path

import yaml

from benchmarks.generate import visits
from vnjp_dataset.reading.convert import unstructure

BLOCK = 5_000


def write(folder: Path, count: int) -> None:
    """Write a file for each visit below `visits/` in a folder."""
    (folder / "visits").mkdir(parents=True, exist_ok=True)
    with concurrent.futures.ProcessPoolExecutor(os.cpu_count()) as pool:
        for done in pool.map(functools.partial(_block, folder, count), range(0, count, BLOCK)):
            if done % 100_000 == 0:
                print(f"{done:,} visits written", file=sys.stderr)


def _block(folder: Path, count: int, first: int) -> int:
    last = min(first + BLOCK, count)
    for visit in visits(last - first, seed=first, first=first):
        plain = {name: value for name, value in unstructure(visit).items() if name != "id"}
        # libyaml writes in a third of the time that the library's own writer takes; what is read is the same.
        text = yaml.dump(plain, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=4096)
        (folder / "visits" / f"{visit.id}.yaml").write_text(text, encoding="utf-8")
    return last


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
