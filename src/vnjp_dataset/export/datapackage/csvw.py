"""What CSV on the Web says of tables written as CSV: the metadata that stand beside their files."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from vnjp_dataset.citation.facts import ABSTRACT, AUTHOR, KEYWORDS, TITLE
from vnjp_dataset.export.about import LICENCE_URL
from vnjp_dataset.export.grammars import form_of
from vnjp_dataset.export.iri import BASE
from vnjp_dataset.model.ids import Url
from vnjp_dataset.tables import Column, ColumnType, ForeignKey, Table

FILE = "csv-metadata.json"
"""Beside the tables: there a program that was given one of them looks for it."""
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF-level1"
"""The type of dates as they are written, in the Library of Congress's list of datatypes."""

Json = dict[str, object]

_BASES: Mapping[ColumnType, str] = MappingProxyType(
    {
        "text": "string",
        "word": "string",
        "date": "string",
        "day": "date",
        "whole": "integer",
        "number": "decimal",
        "flag": "boolean",
    }
)
# Programs disagree about what they do with spaces around a text if they are not told.
_DIALECT: Json = {
    "encoding": "utf-8",
    "delimiter": ",",
    "quoteChar": '"',
    "doubleQuote": True,
    "lineTerminators": ["\n"],
    "header": True,
    "headerRowCount": 1,
    "skipInitialSpace": False,
    "trim": False,
}


def metadata(tables: Iterable[Table], version: str) -> Json:
    """Return the metadata of tables that stand as `<name>.csv` in one folder with them."""
    return {
        "@context": "http://www.w3.org/ns/csvw",
        "dc:title": TITLE,
        "dc:description": ABSTRACT,
        "dc:creator": AUTHOR,
        "dc:license": {"@id": LICENCE_URL},
        "dc:subject": list(KEYWORDS),
        "schema:version": version,
        "dialect": _DIALECT,
        "null": "",
        "tables": [_table(one) for one in tables],
    }


def _table(table: Table) -> Json:
    required = {one.name for one in table.columns if one.required}
    # In this standard every row has what its foreign keys lead to. Where a cell may be empty, its IRI has to do.
    keys = [_foreign_key(one) for one in table.foreign_keys if required.issuperset(one.columns)]
    own = next((one for one in table.columns if table.key == (one.name,)), None)
    return {
        "url": _url(table.name),
        "dc:description": table.doc,
        "tableSchema": {
            **({"aboutUrl": _iri(own)} if own else {}),
            "columns": [_column(one) for one in table.columns],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _url(name: str) -> str:
    return f"{name}.csv"


def _iri(column: Column) -> str:
    """Return the IRI of what a column's cell names, as a URI template."""
    return f"{BASE}document:{{+{column.name}}}" if column.target == "documents" else f"{BASE}{{{column.name}}}"


def _column(column: Column) -> Json:
    return {
        "name": column.name,
        # The header is compared with the titles, not with the name.
        "titles": column.name,
        "dc:description": column.doc,
        "datatype": _datatype(column),
        **({"required": True} if column.required else {}),
        **({"valueUrl": _iri(column)} if column.target else {}),
    }


def _datatype(column: Column) -> str | Json:
    if column.type == "date":
        return {"base": "string", "@id": EDTF}
    if column.words:
        return {"base": "string", "format": f"^({'|'.join(column.words)})$"}
    form = form_of(column.declared)
    if form is None:
        return _BASES[column.type]
    if column.declared is Url:
        return {"base": "anyURI", "format": f"^{form.pattern}$"}
    lengths = {"minLength": form.least, "maxLength": form.most} if form.most else {}
    return {"base": "string", "format": f"^{form.pattern}$", **lengths}


def _foreign_key(key: ForeignKey) -> Json:
    return {
        "columnReference": list(key.columns),
        "reference": {"resource": _url(key.table), "columnReference": list(key.target)},
    }
