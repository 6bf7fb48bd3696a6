"""Make a tree, turn it into Parquet in every way and write the report: `python -m benchmarks.large`."""

import argparse
import contextlib
import json
import sys
import tempfile
from collections.abc import Generator, Iterator, Mapping
from pathlib import Path

import duckdb

from benchmarks import machine
from benchmarks.large import tree
from benchmarks.large.watch import Watched, watch

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OURS = "vnjp-dataset"


def main() -> None:
    """Measure every way at every size, print the report and write it."""
    options = _options()
    found = {count: _at(count, options.folder) for count in options.visits}
    text = "\n".join(_report(found)) + "\n"
    print(text)
    if options.output is not None:
        kept = {str(count): {way: one._asdict() for way, one in ways.items()} for count, ways in found.items()}
        (options.output / "results.json").write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
        (options.output / "REPORT.md").write_text(text, encoding="utf-8")


def _at(count: int, place: Path | None) -> dict[str, Watched]:
    with _folder(place) as folder:
        data = folder / f"tree-{count}"
        if not data.exists():
            tree.write(data, count)
        out = folder / "out"
        out.mkdir(exist_ok=True)
        export = ("export", "parquet", "-o", str(out), "--only", "visits", "--stream")
        commands = {
            OURS: (sys.executable, "-m", "vnjp_dataset", "--data", str(data), *export),
            **{
                way: (sys.executable, "-m", "benchmarks.large.others", way, str(data), str(out / f"{way}.parquet"))
                for way in ("duckdb", "pandas")
            },
        }
        found = {way: watch(command, ROOT) for way, command in commands.items()}
        files = {OURS: out / "visits.parquet", **{way: out / f"{way}.parquet" for way in ("duckdb", "pandas")}}
        _compare({way: files[way] for way, one in found.items() if one.error is None}, count)
        return found


def _compare(files: Mapping[str, Path], count: int) -> None:
    """Fail where two ways disagree on the visits, their order or their sums."""
    answers = {way: _answer(path) for way, path in files.items()}
    wanted = answers[OURS]
    if wanted[0] != count or any(found != wanted for found in answers.values()):
        raise SystemExit(f"the ways disagree: {answers}")


def _answer(path: Path) -> tuple[object, ...]:
    # A scan in several threads has no first row: the order is asked for by the rows' numbers.
    query = f"""SELECT count(*), min(start_earliest), max(end_latest), arg_min(id, file_row_number),
        arg_max(id, file_row_number), sum(len(itinerary)), sum(CAST(counts_documents_signed_value AS BIGINT))
        FROM read_parquet('{path}', file_row_number = true)"""  # noqa: S608 - our own path
    with duckdb.connect() as database:
        return tuple(database.execute(query).fetchone() or ())


def _report(found: Mapping[int, Mapping[str, Watched]]) -> Iterator[str]:
    about = machine.describe()
    yield "# A tree of very many visits to Parquet"
    yield ""
    yield "Made by `python -m benchmarks.large`; `README.md` in the folder above says what is measured."
    yield f"{' '.join(str(one) for one in about.values())} cores."
    for count, ways in found.items():
        yield from ("", f"## {count:,} visits", "")
        yield from ("| way | seconds | × ours | MB at most | × ours |", "| --- | --- | --- | --- | --- |")
        ours = ways[OURS]
        for way, one in ways.items():
            if one.error is None:
                yield (
                    f"| {way} | {one.seconds:,.0f} | {one.seconds / ours.seconds:.2f} | {one.megabytes:,.0f} "
                    f"| {one.megabytes / ours.megabytes:.2f} |"
                )
            else:
                yield f"| {way} | failed after {one.seconds:,.0f} | | {one.megabytes:,.0f} | {one.error} |"


@contextlib.contextmanager
def _folder(wanted: Path | None) -> Generator[Path]:
    if wanted is not None:
        wanted.mkdir(parents=True, exist_ok=True)
        yield wanted.resolve()
        return
    with tempfile.TemporaryDirectory() as made:
        yield Path(made)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.large", description=__doc__)
    parser.add_argument("--visits", type=int, nargs="+", default=[100_000, 1_000_000], help="sizes of the trees")
    parser.add_argument("--folder", type=Path, help="keep the trees in this folder, and use them again")
    parser.add_argument("--output", type=Path, default=HERE, help="where to write results.json and REPORT.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()
