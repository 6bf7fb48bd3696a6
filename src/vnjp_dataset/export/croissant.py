"""Croissant 1.1: flat CSV files, and `croissant.json`, which tells programs that learn from data how to read them."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from vnjp_dataset.citation.facts import ABSTRACT, AUTHOR, KEYWORDS, TITLE
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.about import LICENCE_URL, only
from vnjp_dataset.export.care import CARE, RAI
from vnjp_dataset.export.csv_format import write_rows
from vnjp_dataset.export.extent import period
from vnjp_dataset.export.files import Stage, staged
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.tables import Column, ColumnType, columns

FILE = "croissant.json"
CROISSANT = "http://mlcommons.org/croissant/1.1"

Json = dict[str, object]

_CONTEXT: Json = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the standard recommends: programs look for its keys by name."""

_TYPES: Mapping[ColumnType, str] = MappingProxyType(
    {
        "text": "sc:Text",
        "word": "sc:Text",
        "date": "sc:Text",
        "day": "sc:Date",
        "whole": "sc:Integer",
        "number": "sc:Float",
        "flag": "sc:Boolean",
        "list": "sc:Text",
    }
)
UNMARKED = r"'?([\s\S]*)"
"""Takes off the mark that keeps spreadsheets from running a text."""


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `croissant.json`, and `<collection>.csv` for every kind, as the format csv does.

    Each file has its SHA-256 and size, each column its type; columns with an id refer to the record set it is among.
    """
    chosen = only(dataset, kinds)
    with staged(folder) as stage:
        stage.path(FILE)
        for kind in kinds:
            with stage.text(f"{kind}.csv") as stream:
                write_rows(stream, KINDS[kind].record, track(chosen.records(kind), kind, len(chosen.records(kind))))
        described = _metadata(chosen, kinds, [_file(kind, stage) for kind in kinds])
        stage.write(FILE, json.dumps(described, ensure_ascii=False, indent=1) + "\n")
    return stage.paths


def _metadata(dataset: Dataset, kinds: Sequence[KindName], files: Sequence[Json]) -> Json:
    citation = dataset.cite()
    days = period(record for kind in kinds for record in dataset.records(kind))
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": [CROISSANT, RAI],
        "name": TITLE,
        "description": ABSTRACT,
        "version": dataset.version,
        "identifier": f"sha256:{dataset.fingerprint}",
        # The standard asks for a day and an address, and what is no release has no day, the project no address.
        **({"datePublished": str(citation.released)} if citation.released else {}),
        "license": LICENCE_URL,
        "creator": {"@type": "sc:Organization", "name": AUTHOR},
        "citeAs": citation.bibtex,
        "keywords": list(KEYWORDS),
        "inLanguage": ["en", "vi", "ja"],
        "spatialCoverage": ["Vietnam", "Japan"],
        **({"temporalCoverage": str(days)} if days else {}),
        **CARE,
        "distribution": list(files),
        "recordSet": [_record_set(kind, kinds) for kind in kinds],
    }


def _file(kind: KindName, stage: Stage) -> Json:
    written = stage.path(f"{kind}.csv")
    with written.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {
        "@type": "cr:FileObject",
        "@id": f"{kind}.csv",
        "name": f"{kind}.csv",
        "description": f"Every {KINDS[kind].one}, one on a row.",
        "contentUrl": f"{kind}.csv",
        "contentSize": f"{written.stat().st_size} B",
        "encodingFormat": "text/csv",
        "sha256": digest,
    }


def _record_set(kind: KindName, kinds: Sequence[KindName]) -> Json:
    cls = KINDS[kind].record
    return {
        "@type": "cr:RecordSet",
        "@id": kind,
        "name": kind,
        "description": (cls.__doc__ or "").split("\n", maxsplit=1)[0],
        "key": {"@id": f"{kind}/id"},
        "field": [_field(kind, column, kinds) for column in columns(cls)],
    }


def _field(kind: KindName, column: Column, kinds: Sequence[KindName]) -> Json:
    free = column.type == "text" and column.declared is str
    return {
        "@type": "cr:Field",
        "@id": f"{kind}/{column.name}",
        "name": column.name,
        "description": " ".join((column.doc, *_hints(column))),
        "dataType": _TYPES[column.type],
        "source": {
            "fileObject": {"@id": f"{kind}.csv"},
            "extract": {"column": column.name},
            **({"transform": {"regex": UNMARKED}} if free else {}),
        },
        **_references(column, kinds),
    }


def _references(column: Column, kinds: Sequence[KindName]) -> Json:
    """Return where a column with an id leads to.

    It names the column of a file and not, as the standard prefers, a field: its own reader cannot follow that twice,
    nor from a record set to itself.
    """
    if column.type == "list" or column.target not in kinds:
        return {}
    return {"references": {"fileObject": {"@id": f"{column.target}.csv"}, "extract": {"column": "id"}}}


def _hints(column: Column) -> Iterator[str]:
    if column.type == "list":
        yield "A JSON array."
    elif column.type == "date":
        yield "A date of EDTF level 1, as exact as it is known."
    elif column.target:
        yield f"An id among {'all records' if column.target == 'any' else column.target}."
    if column.words:
        yield f"One of: {', '.join(column.words)}."
