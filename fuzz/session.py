"""One target under the coverage-guided fuzzer: `python -m fuzz.session TARGET SECONDS FOLDER`."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LONGEST = 40_000
MEGABYTES = 2048
SLOW = 20
"""The bounds: bytes of one input, memory, seconds for one input."""


def main(name: str, seconds: str, folder: Path) -> None:
    """Fuzz a target; what is found stays in the folder as a file."""
    # The fuzzer is imported by name: only who fuzzes has it, and it says nothing of its types.
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["vnjp_dataset", "yaml", "json", "zipfile"], enable_loader_override=False):
        targets = importlib.import_module("fuzz.targets")
    target = targets.TARGETS[name]
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        target.read(seed)  # what is imported and made once is there before anything is watched
        (corpus / f"seed-{number}").write_bytes(seed)
    words = folder / "words"
    words.write_text("".join(f'"{word}"\n' for word in sorted(set(_words()))), encoding="ascii")
    options = {
        "max_total_time": seconds,
        "max_len": LONGEST,
        "timeout": SLOW,
        "rss_limit_mb": MEGABYTES,
        "dict": words,
        "artifact_prefix": f"{folder}/found-",
        "print_final_stats": 1,
    }
    atheris.Setup([name, *(f"-{key}={value}" for key, value in options.items()), str(corpus)], target.read)
    atheris.Fuzz()


def _words() -> Iterator[str]:
    """Yield what stands in good input: names of kinds and fields, and signs that mean something."""
    attrs: Any = importlib.import_module("attrs")
    kinds: Any = importlib.import_module("vnjp_dataset.model").KINDS
    for kind in kinds.values():
        yield kind.name
        yield from (one.name for one in attrs.fields(kind.record))
    yield from (
        "null",
        "true",
        "1e999",
        "NaN",
        "\\\\ud800",
        "\\x00",
        "\\xff",
        "[[[[",
        "&a ",
        "*a",
        "!!int ",
        "../",
        "..",
    )
    yield from (
        "2021-02-30",
        "9999-12-31",
        "\\xe2\\x80\\xae",
        "\\x0a=== l ",
        "\\x0a=== p ",
        "\\x0a=== d ",
        "\\xed\\xa0\\x80",
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
