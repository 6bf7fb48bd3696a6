"""Questions to the published records, in one process; prints JSON."""

import datetime as dt
import json
import pkgutil
import sys

import vnjp_dataset
from benchmarks.contestants import Questions, ladder_calls, shuffled_ids, visit_seconds
from benchmarks.timing import interleaved
from vnjp_dataset.loading import SNAPSHOT
from vnjp_dataset.model import KINDS


def main(rounds: int) -> None:
    """Measure every question and print the seconds that each contestant takes for one answer."""
    dataset = vnjp_dataset.load()
    asked = Questions(ids=shuffled_ids(dataset), year=2023, first=dt.date(2021, 11, 1), last=dt.date(2022, 5, 31))
    found = visit_seconds(dataset, asked, rounds=rounds)
    found["partnership_on"] = interleaved(ladder_calls(dataset, dt.date(2015, 6, 1)), rounds=rounds)
    counts = {"visits": len(dataset.visits), "records": len(dataset)}
    print(json.dumps({**counts, "kinds": kinds(dataset), "seconds": found}))


def kinds(dataset: vnjp_dataset.Dataset) -> dict[str, dict[str, int]]:
    """Return for each kind its records and the bytes of its line in the installed package's snapshot."""
    snapshot = pkgutil.get_data("vnjp_dataset", SNAPSHOT) or b""
    lines = zip(KINDS, snapshot.split(b"\n")[1:], strict=False)
    return {kind: {"records": len(dataset.records(kind)), "bytes": len(line)} for kind, line in lines}


if __name__ == "__main__":
    main(int(sys.argv[1]))
