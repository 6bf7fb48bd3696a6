"""Compile the YAML into the snapshot that an installed package loads."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface[Any]):
    """Puts the compiled records into the wheel; a tree with a problem stops the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the snapshot into a folder of the build's own and add it to the wheel."""
        if version == "editable":
            return  # a checkout reads its YAML
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            # The checkout's own code, which is not installed where the package is built.
            from vnjp_dataset.reading import read_records  # noqa: PLC0415
            from vnjp_dataset.snapshot.write import write_snapshot  # noqa: PLC0415
            from vnjp_dataset.version import __version__  # noqa: PLC0415

            snapshot = write_snapshot(read_records(root / "data").records, __version__)
        finally:
            sys.path.remove(str(root / "src"))
        target = root / "build" / "_snapshot.json"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(snapshot)
        build_data["force_include"][str(target)] = "vnjp_dataset/_snapshot.json"
