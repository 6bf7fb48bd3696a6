"""Fuzz the readers for a while and say what was found: `python -m fuzz --seconds 60`."""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Run each target in a process of its own; return 1 where something was found."""
    options = _options()
    found = 0
    print(f"{'target':10} {'seconds':>7} {'inputs':>9} {'edges':>6}  found")
    for name in options.targets or TARGETS:
        if options.seeds:
            for seed in TARGETS[name].seeds():
                TARGETS[name].read(seed)
            print(f"{name:10} {'seeds':>7} {sum(1 for _ in TARGETS[name].seeds()):9}")
            continue
        folder = (options.keep or Path(tempfile.mkdtemp(prefix="fuzz-"))) / name
        found += _fuzz(name, options.seconds, folder)
    return min(found, 1)


def _fuzz(name: str, seconds: int, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "fuzz.session", name, str(seconds), str(folder)]
    with (folder / "log").open("wb") as log:
        code = subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, check=False).returncode
    text = (folder / "log").read_text("utf-8", "replace")
    inputs = re.findall(r"number_of_executed_units: +([0-9]+)", text)
    edges = re.findall(r" cov: ([0-9]+)", text)
    artifacts = sorted(folder.glob("found-*"))
    told = ", ".join(str(one) for one in artifacts) or ("nothing" if code == 0 else f"it failed: see {folder}/log")
    print(
        f"{name:10} {seconds:7} {inputs[-1] if inputs else '?':>9} {edges[-1] if edges else '?':>6}  {told}", flush=True
    )
    return bool(code or artifacts)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET", help="all unless named")
    parser.add_argument("--seconds", type=int, default=60, help="how long to fuzz each target (60)")
    parser.add_argument("--seeds", action="store_true", help="only read the good input that fuzzing starts from")
    parser.add_argument("--keep", type=Path, help="keep inputs, findings and logs in this folder")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
