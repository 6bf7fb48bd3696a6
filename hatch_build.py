"""Compile the YAML into the snapshot that an installed package loads, and put the YAML itself beside it."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SnapshotHook(BuildHookInterface[Any]):
    """Puts the compiled records and the YAML into the wheel; a tree with a problem stops the build."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write snapshot and archive into a folder of the build's own and add them to the wheel."""
        if version == "editable":
            return  # a checkout reads its YAML
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            # The checkout's own code, which is not installed where the package is built.
            from vnjp_dataset.reading import read_records  # noqa: PLC0415
            from vnjp_dataset.releases.archive import ARCHIVE, pack  # noqa: PLC0415
            from vnjp_dataset.snapshot.write import write_snapshot  # noqa: PLC0415
            from vnjp_dataset.version import __version__  # noqa: PLC0415

            made = {
                "_snapshot.json": write_snapshot(read_records(root / "data").records, __version__),
                ARCHIVE: pack(root / "data"),
            }
        finally:
            sys.path.remove(str(root / "src"))
        for name, content in made.items():
            target = root / "build" / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(content)
            build_data["force_include"][str(target)] = f"vnjp_dataset/{name}"
