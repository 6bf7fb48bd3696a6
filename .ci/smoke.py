"""Prove that the built wheel holds the checkout's records: `smoke.py expect`, then `smoke.py installed FILE WHEEL`."""

import json
import subprocess
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import vnjp_dataset as vnjp
from vnjp_dataset.versions import verify

MAX_WHEEL_BYTES = 3_000_000
FROM_ZIP = (
    "import sys; sys.path.insert(0, sys.argv[1]); import vnjp_dataset as v; print(v.__file__, v.load().fingerprint)"
)


def facts() -> dict[str, object]:
    """Return what must be the same in a checkout and in an installed package."""
    dataset = vnjp.load()
    return {"version": dataset.version, "fingerprint": dataset.fingerprint, "ids": sorted(one.id for one in dataset)}


def require(condition: object, message: str) -> None:
    """Stop with a message unless a condition holds."""
    if not condition:
        sys.exit(f"smoke: {message}")


def check_installed(expected: Path, wheel: Path) -> None:
    """Check the wheel and the package installed from it."""
    wanted = json.loads(expected.read_text("utf-8"))
    installed = Path(vnjp.__file__)
    require("site-packages" in installed.parts, f"expected an installed package, got {installed}")
    require(facts() == wanted, "the installed records differ from the checkout's")
    require(version("vnjp-dataset") == wanted["version"], "the metadata's version differs from the data's")
    found = verify()
    require(found.holds and any(one.what == "yaml" and one.holds for one in found.findings), str(found))
    require((installed.parent / "py.typed").is_file(), "py.typed is missing")
    require(wheel.stat().st_size <= MAX_WHEEL_BYTES, f"the wheel has {wheel.stat().st_size} bytes")
    names = zipfile.ZipFile(wheel).namelist()
    require(not [name for name in names if "tests/" in name or name.endswith(".pyc")], "the wheel holds strangers")
    zipped = subprocess.run([sys.executable, "-c", FROM_ZIP, str(wheel)], capture_output=True, text=True, check=True)
    place, fingerprint = zipped.stdout.split()
    require(place.startswith(str(wheel)) and fingerprint == wanted["fingerprint"], "loading from the zip differs")
    without = subprocess.run([sys.executable, "-m", "vnjp_dataset", "timeline"], capture_output=True, text=True)  # noqa: PLW1510 - it must fail
    hint = "vnjp-dataset[cli]" in without.stderr and "Traceback" not in without.stderr
    require(without.returncode == 2 and hint, f"without the extra: {without.stderr}")
    print(f"smoke: {len(wanted['ids'])} records, wheel of {wheel.stat().st_size} bytes: as in the checkout")


if __name__ == "__main__":
    if sys.argv[1] == "expect":
        sys.stdout.write(json.dumps(facts()))
    else:
        check_installed(Path(sys.argv[2]), Path(sys.argv[3]))
