"""From a cold start: whole processes, from exec to exit, in turns."""

import statistics
import subprocess
import time
from pathlib import Path

ANSWER = """
import vnjp_dataset
ds = vnjp_dataset.load()
assert ds.partnership_on("2015-06-01").name.en
"""
ANSWER_FROM_ALL = """
import vnjp_dataset
ds = vnjp_dataset.load()
for kind in ("visits", "meetings", "agreements", "milestones", "mechanisms", "commitments", "figures", "people",
             "offices", "organizations", "places", "sources", "fields", "measures", "coverage"):
    for record in getattr(ds, kind):
        record.id
assert ds.partnership_on("2015-06-01").name.en
"""
PROGRAMS = {
    "python": "pass",
    "floor": "import attrs, cattrs, yaml",
    "import": "import vnjp_dataset",
    "load and answer": ANSWER,
    "load everything and answer": ANSWER_FROM_ALL,
    "pycountry": """
import pycountry
for database in (pycountry.countries, pycountry.historic_countries, pycountry.subdivisions, pycountry.currencies,
                 pycountry.languages, pycountry.scripts):
    assert len(database)
assert pycountry.countries.get(alpha_2="VN").name
""",
    "holidays": """
import datetime
import holidays
found = [holidays.country_holidays(code, years=range(1973, 2027)) for code in ("VN", "JP")]
assert all(datetime.date(2015, 1, 1) in one for one in found)
""",
}
# Linux counts in ru_maxrss whatever forked the process too; VmHWM is the process's own.
WEIGH = """
import pathlib, resource
status = pathlib.Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else []
own = [int(line.split()[1]) for line in lines if line.startswith("VmHWM")]
print(*own or [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss])
"""


def measure(python: Path, *, rounds: int) -> dict[str, dict[str, float]]:
    """Return, for each program, its median milliseconds, its median ratio to the floor's turn before it, and its MB."""
    for program in PROGRAMS.values():
        _seconds(python, program)  # fills the file system's cache
    turns = [{name: _seconds(python, program) for name, program in PROGRAMS.items()} for _ in range(rounds)]
    return {
        name: {
            "milliseconds": statistics.median(turn[name] for turn in turns) * 1000,
            # Other work slows down a whole turn, so that ratios within turns vary less than times.
            "times the floor": statistics.median(turn[name] / turn["floor"] for turn in turns),
            "megabytes": statistics.median(_kilobytes(python, program) for _ in range(3)) / 1024,
        }
        for name, program in PROGRAMS.items()
    }


def _seconds(python: Path, program: str) -> float:
    start = time.perf_counter()
    subprocess.run([str(python), "-I", "-c", program], check=True)
    return time.perf_counter() - start


def _kilobytes(python: Path, program: str) -> int:
    """Return a program's greatest resident set, what it takes to ask for it included."""
    command = [str(python), "-I", "-c", f"{program}\n{WEIGH}"]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
