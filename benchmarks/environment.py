"""A fresh environment with the wheel of this checkout and everything that it is compared with."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMPARED = ("pycountry", "holidays", "pandas")


def prepare(folder: Path) -> Path:
    """Build the wheel, install it into an environment in a folder, and return that environment's Python.

    An environment that is there already gets the new wheel only.
    """
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    with tempfile.TemporaryDirectory() as wheels:
        _run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, str(ROOT))
        (wheel,) = map(str, Path(wheels).glob("vnjp_dataset-*.whl"))
        if not python.exists():
            _run(sys.executable, "-m", "venv", str(folder))
            _run(str(python), "-m", "pip", "install", "--quiet", "--compile", wheel, *COMPARED)
        _run(str(python), "-m", "pip", "install", "--quiet", "--compile", "--no-deps", "--force-reinstall", wheel)
    return python


def _run(*command: str) -> None:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


def answer(python: Path, module: str, *arguments: str) -> str:
    """Return what a module of this package prints when the environment's Python runs it."""
    command = (str(python), "-m", f"benchmarks.{module}", *arguments)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT, env=kept)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    return done.stdout
