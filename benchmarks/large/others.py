"""The same work done with pandas and with DuckDB: a tree of visits to one sorted Parquet file with flat columns.

Neither reads YAML: libyaml does it for both. Neither checks anything.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_FLAT = (
    "counts.documents_signed.value",
    "counts.documents_signed.bound",
    "labels.vn.style",
    "labels.vn.name.en",
    "labels.vn.name.vi",
)
"""What pandas makes a column of by itself."""


def plain(tree: Path) -> Iterator[dict[str, Any]]:
    """Yield the visits of a tree as plain data, with nothing checked; dates stay text."""
    with os.scandir(tree / "visits") as entries:
        for entry in entries:
            with open(entry.path, encoding="utf-8") as stream:  # noqa: PTH123 - a Path each would cost these contestants time
                yield {"id": entry.name.removesuffix(".yaml"), **yaml.load(stream, Loader=_Loader)}  # noqa: S506 - safe, see below


class _Loader(yaml.CSafeLoader):
    """Guesses no dates, as the model's dates need not be days."""


_Loader.yaml_implicit_resolvers = {
    letter: [one for one in found if not one[0].endswith("timestamp")]
    for letter, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def with_pandas(tree: Path, target: Path) -> None:
    """Hold everything in a frame, sort it and write it."""
    import pandas as pd  # noqa: PLC0415 - the other contestant need not wait for it

    frame = pd.json_normalize(list(plain(tree)), sep="_")
    for name in ("start", "end"):
        for side in ("earliest", "latest"):
            frame[f"{name}_{side}"] = pd.to_datetime(frame[name]).dt.date
    frame.sort_values(["start", "end", "id"]).to_parquet(target, compression="zstd", index=False)


def with_duckdb(tree: Path, target: Path) -> None:
    """Write lines of JSON, and have them read, sorted and written."""
    import duckdb  # noqa: PLC0415 - the other contestant need not wait for it

    lines = target.with_suffix(".jsonl")
    with lines.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{json.dumps(one, ensure_ascii=False)}\n" for one in plain(tree))
    days = [f'CAST("{name}" AS DATE) AS {name}_{side}' for name in ("start", "end") for side in ("earliest", "latest")]
    flat = [f"{path} AS {path.replace('.', '_')}" for path in _FLAT]
    columns = ", ".join(("* EXCLUDE (counts, labels)", *days, *flat))
    query = f"SELECT {columns} FROM read_json('{lines}') ORDER BY start, \"end\", id"  # noqa: S608 - our own path
    duckdb.sql(f"SET temp_directory = '{target.parent}'; COPY ({query}) TO '{target}' (COMPRESSION zstd)")
    lines.unlink()


if __name__ == "__main__":
    {"pandas": with_pandas, "duckdb": with_duckdb}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
