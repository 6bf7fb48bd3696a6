"""Write what is generated: reference pages, counts, coverage and citations; `--check` only says what is stale.

Run from anywhere: ``python docs/generate.py`` writes, ``python docs/generate.py --check`` ends with exit code 1 and
names the files that differ from what would be written.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from _generators import (
    api_page,
    blocks,
    cli_page,
    codebook_page,
    columns_page,
    formats_page,
    linked_data_page,
    panel_page,
    rules_page,
    schema_files,
)

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.loading import load_tree

ROOT = Path(__file__).resolve().parents[1]


def generated(root: Path) -> Mapping[Path, str]:
    """Return every generated file with the text it should have."""
    dataset = load_tree(root / "data")
    citation = dataset.cite()
    return {
        root / "docs/reference/codebook.md": codebook_page.page(dataset),
        root / "docs/reference/columns.md": columns_page.page(),
        root / "docs/reference/rules.md": rules_page.page(),
        root / "docs/reference/cli.md": cli_page.page(),
        root / "docs/reference/api.md": api_page.page(),
        root / "docs/reference/formats.md": formats_page.page(),
        root / "docs/reference/linked-data.md": linked_data_page.page(),
        root / "docs/reference/panel.md": panel_page.page(),
        root / "CITATION.cff": citation.cff,
        root / ".zenodo.json": citation.zenodo,
        **{root / name: text for name, text in schema_files.files().items()},
        **dict(_with_blocks(root, dataset)),
    }


def _with_blocks(root: Path, dataset: Dataset) -> Iterator[tuple[Path, str]]:
    for name, found in blocks.by_file(dataset).items():
        path = root / name
        yield path, blocks.fill(path.read_text(encoding="utf-8"), found, name)


def stale(files: Mapping[Path, str]) -> tuple[Path, ...]:
    """Return the files that do not have the text they should have."""
    return tuple(path for path, text in files.items() if not path.is_file() or path.read_bytes() != text.encode())


def main() -> int:
    """Write, or with `--check` compare, and return the exit code."""
    parser = argparse.ArgumentParser(description="Write what is generated in the documentation.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 and name what is stale")
    check: bool = parser.parse_args().check
    files = generated(ROOT)
    found = stale(files)
    for path in found:
        sys.stdout.write(f"{'stale' if check else 'wrote'}: {path.relative_to(ROOT).as_posix()}\n")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[path].encode())
    if check and found:
        sys.stdout.write("run: python docs/generate.py\n")
    return 1 if check and found else 0


if __name__ == "__main__":
    sys.exit(main())
