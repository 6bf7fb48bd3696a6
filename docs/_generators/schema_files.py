"""JSON Schemas of the YAML in `data/`, and settings by which an editor finds them."""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath

from vnjp_dataset.export.jsonschema.schemas import EXPORTED, texts
from vnjp_dataset.model import KINDS, Kind

SCHEMAS = PurePosixPath("docs/reference/schemas")
SETTINGS = ".vscode/settings.json"


def files() -> Mapping[str, str]:
    """Return the files with their content, by their paths below the root of the repository."""
    schemas = {str(SCHEMAS / name): text for name, text in texts().items() if name != EXPORTED}
    settings = {"yaml.schemas": {f"./{SCHEMAS}/{kind.name}.schema.json": _files(kind) for kind in KINDS.values()}}
    return {**schemas, SETTINGS: json.dumps(settings, indent=2) + "\n"}


def _files(kind: Kind) -> str:
    return f"data/{kind.name}/*.yaml" if kind.layout == "folder" else f"data/{kind.name}.yaml"
