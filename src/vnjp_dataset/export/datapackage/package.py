"""A Data Package: every table as CSV, with `datapackage.json` and `csv-metadata.json` that say what is in them."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType

from vnjp_dataset.citation.facts import ABSTRACT, AUTHOR, KEYWORDS, TITLE
from vnjp_dataset.export.about import LICENCE, LICENCE_URL
from vnjp_dataset.export.datapackage import csvw
from vnjp_dataset.export.delimited import Rows, cell_text, csv_writer
from vnjp_dataset.export.files import Stage, staged
from vnjp_dataset.export.grammars import form_of
from vnjp_dataset.export.writing import ALL, Source
from vnjp_dataset.model import KindName
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.tables import Column, ColumnType, ForeignKey, Table, tables_of

FILE = "datapackage.json"
DATA = "data"
"""The folder of the tables."""
PROFILES = "https://datapackage.org/profiles/2.0"

Json = dict[str, object]

_TYPES: Mapping[ColumnType, str] = MappingProxyType(
    {
        "text": "string",
        "word": "string",
        "date": "string",
        "day": "date",
        "whole": "integer",
        "number": "number",
        "flag": "boolean",
    }
)
_DIALECT: Json = {
    "$schema": f"{PROFILES}/tabledialect.json",
    "header": True,
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "skipInitialSpace": False,
}


def write(
    dataset: Source, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `datapackage.json`, and the tables that the kinds need as `data/<table>.csv` with `csv-metadata.json`.

    Rows are written as the records come, cells as they are: text that a spreadsheet would run is not marked.
    """
    found = tables_of(kinds)
    with staged(folder) as stage:
        stage.path(FILE)  # the first to be named, and the last to be written: it tells of the others
        stage.write(f"{DATA}/{csvw.FILE}", _json(csvw.metadata(found, dataset.version)))
        _write_tables(stage, found, dataset, kinds, track)
        stage.write(FILE, _json(_package(found, dataset.version, stage)))
    return stage.paths


def _write_tables(
    stage: Stage, found: Sequence[Table], dataset: Source, kinds: Sequence[KindName], track: Track
) -> None:
    with ExitStack() as stack:
        writers = {one.name: _begun(one, stage, stack) for one in found}
        for kind in kinds:
            fed = [(one, writers[one.name]) for one in found if one.kind in (kind, None)]
            for record in track(dataset.records(kind), kind):
                for table, writer in fed:
                    writer.writerows([cell_text(cell) for cell in row] for row in table.rows_of(record))


def _begun(table: Table, stage: Stage, stack: ExitStack) -> Rows:
    writer = csv_writer(stack.enter_context(stage.text(_path(table))))
    writer.writerow([one.name for one in table.columns])
    return writer


def _path(table: Table) -> str:
    return f"{DATA}/{table.name}.csv"


def _json(plain: Json) -> str:
    return json.dumps(plain, ensure_ascii=False, indent=2) + "\n"


def _package(found: Sequence[Table], version: str, stage: Stage) -> Json:
    return {
        "$schema": f"{PROFILES}/datapackage.json",
        "name": "vnjp-dataset",
        "title": TITLE,
        "description": ABSTRACT,
        "version": version,
        "licenses": [{"name": LICENCE, "path": LICENCE_URL}],
        "contributors": [{"title": AUTHOR, "roles": ["author"]}],
        "keywords": list(KEYWORDS),
        "resources": [_resource(one, stage.path(_path(one))) for one in found],
    }


def _resource(table: Table, written: Path) -> Json:
    with written.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {
        "name": table.name,
        "type": "table",
        # Programs that know the standard's first version only tell tables by this.
        "profile": "tabular-data-resource",
        "path": _path(table),
        "description": table.doc,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": written.stat().st_size,
        "hash": f"sha256:{digest}",
        "dialect": _DIALECT,
        "schema": _schema(table),
    }


def _schema(table: Table) -> Json:
    keys = [_foreign_key(one, table) for one in table.foreign_keys]
    return {
        "$schema": f"{PROFILES}/tableschema.json",
        "fields": [_field(one, unique=table.key == (one.name,)) for one in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column, *, unique: bool) -> Json:
    constraints = dict(_constraints(column, unique=unique))
    return {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.doc,
        **({"rdfType": csvw.EDTF} if column.type == "date" else {}),
        **({"categories": list(column.words)} if column.words else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _constraints(column: Column, *, unique: bool) -> Iterator[tuple[str, object]]:
    if column.required:
        yield "required", True
    if unique:
        yield "unique", True
    if column.words:
        yield "enum", list(column.words)
    if form := form_of(column.declared):
        yield "pattern", form.pattern
        if form.most:
            yield from (("minLength", form.least), ("maxLength", form.most))


def _foreign_key(key: ForeignKey, table: Table) -> Json:
    # The standard wants a table that refers to itself to leave its name out.
    other = {} if key.table == table.name else {"resource": key.table}
    return {"fields": list(key.columns), "reference": {**other, "fields": list(key.target)}}
