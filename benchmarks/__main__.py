"""Build the wheel, install it, measure everything and write the report: `python -m benchmarks`."""

import argparse
import contextlib
import json
import tempfile
from collections.abc import Generator
from pathlib import Path

from benchmarks import cold, machine, report
from benchmarks.environment import answer, prepare

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Run the benchmarks, print the ratios and write `results.json` and `REPORT.md`."""
    options = _options()
    with _folder(options.environment) as environment, tempfile.TemporaryDirectory() as data:
        python = prepare(environment)
        results = {
            "machine": machine.describe(),
            "packages": json.loads(answer(python, "machine")),
            "cold": cold.measure(python, rounds=5 if options.quick else 40),
            "queries": json.loads(answer(python, "queries", "5" if options.quick else "31")),
            **_scale(python, Path(data), quick=options.quick),
        }
    text = report.report(results)
    print(text)
    if options.output is not None:
        options.output.mkdir(parents=True, exist_ok=True)
        (options.output / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
        (options.output / "REPORT.md").write_text(text, encoding="utf-8")


def _scale(python: Path, folder: Path, *, quick: bool) -> dict[str, object]:
    # Rounds by size: one of 100,000 visits takes a minute or two, one of 1,000 a fraction of a second.
    sizes = {1_000: 3, 10_000: 3} if quick else {1_000: 21, 10_000: 9, 100_000: 3}
    paths = {count: folder / f"{count}.json" for count in sizes}
    for count, path in paths.items():
        answer(python, "generate", str(count), str(path))
    found = [_at_scale(python, paths[count], rounds) for count, rounds in sizes.items()]
    small, large = list(paths.values())[-2:]
    growth = json.loads(answer(python, "scale", "growth", str(large), str(small), "3"))
    return {"scale": found, "growth": growth}


def _at_scale(python: Path, path: Path, rounds: int) -> dict[str, object]:
    found: dict[str, object] = json.loads(answer(python, "scale", "speed", str(path), str(rounds)))
    ways = ("vnjp_dataset", "cattrs")
    weights = {way: json.loads(answer(python, "scale", "weight", str(path), way)) for way in ways}
    return {**found, "megabytes": weights}


@contextlib.contextmanager
def _folder(wanted: Path | None) -> Generator[Path]:
    if wanted is not None:
        yield wanted.resolve()
        return
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds and no 100,000 visits: shows that all works")
    parser.add_argument("--environment", type=Path, help="keep the environment in this folder, and use it again")
    parser.add_argument("--output", type=Path, help="where to write results (this package's folder unless --quick)")
    options = parser.parse_args()
    if options.output is None and not options.quick:
        options.output = HERE
    return options


if __name__ == "__main__":
    main()
