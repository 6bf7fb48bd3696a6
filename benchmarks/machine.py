"""On what the numbers were measured; run as a program, the versions of the packages compared, as JSON."""

import json
import os
import platform
from importlib.metadata import version

PACKAGES = ("vnjp-dataset", "attrs", "cattrs", "PyYAML", "pycountry", "holidays", "pandas")


def describe() -> dict[str, str | int | None]:
    """Return what a reader needs to judge absolute times by."""
    return {
        "implementation": platform.python_implementation(),
        "python": platform.python_version(),
        "system": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count(),
    }


if __name__ == "__main__":
    print(json.dumps({name: version(name) for name in PACKAGES}))
