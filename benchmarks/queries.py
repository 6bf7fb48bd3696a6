"""Questions to the published records, in one process; prints JSON."""

import datetime as dt
import json
import sys

import vnjp_dataset
from benchmarks.contestants import Questions, ladder_calls, shuffled_ids, visit_seconds
from benchmarks.timing import interleaved


def main(rounds: int) -> None:
    """Measure every question and print the seconds that each contestant takes for one answer."""
    dataset = vnjp_dataset.load()
    asked = Questions(ids=shuffled_ids(dataset), year=2023, first=dt.date(2021, 11, 1), last=dt.date(2022, 5, 31))
    found = visit_seconds(dataset, asked, rounds=rounds)
    found["partnership_on"] = interleaved(ladder_calls(dataset, dt.date(2015, 6, 1)), rounds=rounds)
    print(json.dumps({"visits": len(dataset.visits), "records": len(dataset), "seconds": found}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
