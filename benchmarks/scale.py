"""Loading and asking a generated dataset, in one process; prints JSON."""

import datetime as dt
import functools
import json
import resource
import sys
from pathlib import Path

from benchmarks import floors
from benchmarks.contestants import Questions, shuffled_ids, visit_seconds
from benchmarks.generate import objects
from benchmarks.timing import interleaved
from vnjp_dataset import Dataset
from vnjp_dataset.snapshot.load import load_snapshot

DAY = dt.date(1973, 9, 21)


def load(data: bytes) -> Dataset:
    """Load a snapshot as `load()` does, and make the collection of visits with its index of ids."""
    found = load_snapshot(data)
    dataset = Dataset(found.records, version=found.version, fingerprint=found.fingerprint)
    dataset.visits.find("")
    return dataset


def speed(path: Path, rounds: int) -> dict[str, object]:
    """Return the seconds of loading and of every question."""
    data, plain = path.read_bytes(), objects(path).read_bytes()
    loading = {
        "vnjp_dataset": lambda: load(data),
        "cattrs": lambda: floors.bare(plain),
        "cattrs, unchecked": lambda: floors.unchecked(plain),
        "json": lambda: floors.parsed(plain),
    }
    loaded = interleaved(loading, rounds=rounds, least=0)
    dataset = load(data)
    asked = Questions(ids=shuffled_ids(dataset), year=DAY.year, first=DAY.replace(month=4, day=1), last=DAY)
    found = visit_seconds(dataset, asked, rounds=2 * rounds + 1)
    rows = {
        "where(year=)": len(dataset.visits.where(year=asked.year)),
        "between": len(dataset.visits.between(asked.first, asked.last)),
    }
    return {"visits": len(dataset.visits), "bytes": len(data), "load": loaded, "seconds": found, "rows": rows}


def growth(large: Path, small: Path, rounds: int) -> dict[str, object]:
    """Return how many times longer one visit takes to load among many than among few, in the same minutes."""
    paths = {"small": small, "large": large}
    ours = {name: path.read_bytes() for name, path in paths.items()}
    plain = {name: objects(path).read_bytes() for name, path in paths.items()}
    counts = {name: len(load(one).visits) for name, one in ours.items()}
    seen = {
        way: interleaved({name: functools.partial(call, one) for name, one in data.items()}, rounds=rounds, least=0)
        for way, call, data in (("vnjp_dataset", load, ours), ("json", floors.parsed, plain))
    }
    each = {way: {name: seconds / counts[name] for name, seconds in found.items()} for way, found in seen.items()}
    return {"visits": counts, "times": {way: found["large"] / found["small"] for way, found in each.items()}}


def weight(path: Path, way: str) -> float:
    """Return the greatest resident set, in MB, of loading one way, this program's own included."""
    ours = way == "vnjp_dataset"
    data = (path if ours else objects(path)).read_bytes()
    kept = load(data) if ours else floors.bare(data)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    del kept  # until here
    return peak


def main(task: str, path: Path, *arguments: str) -> None:
    """Do one task and print the result."""
    if task == "speed":
        print(json.dumps(speed(path, int(arguments[0]))))
    elif task == "growth":
        print(json.dumps(growth(path, Path(arguments[0]), int(arguments[1]))))
    else:
        print(json.dumps(weight(path, arguments[0])))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
