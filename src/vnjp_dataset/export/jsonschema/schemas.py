"""JSON Schemas: one for each folder or table of YAML files, and one for the exported JSON file."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from vnjp_dataset.export.files import staged
from vnjp_dataset.export.jsonschema.rules import Schema
from vnjp_dataset.export.jsonschema.types import class_schema, definitions, name_schema
from vnjp_dataset.export.writing import ALL, Source
from vnjp_dataset.model import KINDS, Kind, KindName, RecordId
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.version import SCHEMA_VERSION

DRAFT = "https://json-schema.org/draft/2020-12/schema"
EXPORTED = "vnjp-dataset.schema.json"


def write(
    dataset: Source,  # noqa: ARG001 - schemas say what data may be, whatever they are
    folder: Path,
    *,
    kinds: Sequence[KindName] = ALL,
    track: Track = untracked,  # noqa: ARG001 - no records are gone through
) -> tuple[Path, ...]:
    """Write `<collection>.schema.json` for the YAML of each kind, `vnjp-dataset.schema.json` for the exported JSON."""
    with staged(folder) as stage:
        for name, content in texts(kinds).items():
            stage.write(name, content)
    return stage.paths


def texts(kinds: Sequence[KindName] = ALL) -> Mapping[str, str]:
    """Return the content of every file by its name."""
    schemas = {**{f"{kind}.schema.json": yaml_schema(kind) for kind in kinds}, EXPORTED: json_schema(kinds)}
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in schemas.items()}


def yaml_schema(kind: KindName) -> Schema:
    """Return the schema of a kind's YAML files, or of its one file where all its records stand in a table."""
    found = KINDS[kind]
    record = class_schema(found.record, "yaml")
    body = record if found.layout == "folder" else _table(found, record)
    return {**_head(), **body, "$defs": definitions([found.record], "yaml")}


def json_schema(kinds: Sequence[KindName] = ALL) -> Schema:
    """Return the schema of the file that `vnjp export json` writes with the records of some kinds."""
    classes = [KINDS[kind].record for kind in kinds]
    records: Schema = {
        kind: {"type": "array", "items": {"$ref": f"#/$defs/{KINDS[kind].record.__name__}"}} for kind in kinds
    }
    own: Schema = {cls.__name__: class_schema(cls, "json") for cls in classes}
    return {
        **_head(),
        "title": "vnjp-dataset",
        "description": "The dataset as `vnjp export json` writes it: one array of records per kind.",
        "type": "object",
        "properties": {
            "version": {"description": "Version of the data.", "type": "string"},
            "schema_version": {"description": "Version of this form.", "const": SCHEMA_VERSION},
            "fingerprint": {
                "description": "SHA-256 of the records, in hexadecimal.",
                "type": "string",
                "pattern": "^[0-9a-f]{64}$",
            },
            **records,
        },
        "required": ["version", "schema_version", "fingerprint"],
        "additionalProperties": False,
        "$defs": dict(sorted({**own, **definitions(classes, "json")}.items())),
    }


def _head() -> Schema:
    return {"$schema": DRAFT, "$comment": f"vnjp-dataset, schema_version {SCHEMA_VERSION}"}


def _table(kind: Kind, record: Schema) -> Schema:
    return {
        "title": kind.name,
        "description": f"{record['description']} Each stands under its id; ids are in order.",
        "type": "object",
        "propertyNames": name_schema(RecordId, "yaml"),
        "additionalProperties": record,
    }
