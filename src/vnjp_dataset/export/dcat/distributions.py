"""The forms in which the records can be had, as catalogues name them: media types, standards, relative addresses."""

import re
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from vnjp_dataset.export.formats import FORMATS, Format

_MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "json": "application/json",
        "csv": "text/csv",
        "datapackage": "text/csv",
        "parquet": "application/vnd.apache.parquet",
        "excel": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "sqlite": "application/vnd.sqlite3",
        "jsonld": "application/ld+json",
        "turtle": "text/turtle",
        "graphml": "application/xml",
        "geojson": "application/geo+json",
        "ics": "text/calendar",
        "croissant": "text/csv",
    }
)
"""Every format that carries records, by its form as IANA registers it; bibliographies and descriptions carry none."""
_STANDARDS: Mapping[str, str] = MappingProxyType(
    {
        "json": "jsonschema/vnjp-dataset.schema.json",
        "datapackage": "https://datapackage.org/profiles/2.0/datapackage.json",
        "jsonld": "https://www.w3.org/TR/json-ld11/",
        "turtle": "https://www.w3.org/TR/turtle/",
        "geojson": "https://www.rfc-editor.org/rfc/rfc7946",
        "ics": "https://www.rfc-editor.org/rfc/rfc5545",
        "croissant": "http://mlcommons.org/croissant/1.1",
    }
)


@attrs.frozen(kw_only=True)
class Distribution:
    """One form of the records. Addresses are relative: each format has a folder of its name beside the description."""

    name: str
    title: str
    description: str
    media_type: str
    standard: str | None
    """What it conforms to: a standard's address, or that of a schema beside it."""
    folder: str
    file: str | None
    """The one file; None where there are several in the folder."""

    @property
    def address(self) -> str:
        """Where to get it: the file, or the folder with the files."""
        return self.file or self.folder


def distributions() -> tuple[Distribution, ...]:
    """Return every form that carries records, in the order of the formats."""
    return tuple(_distribution(FORMATS[name]) for name in FORMATS if name in _MEDIA_TYPES)


def _distribution(form: Format) -> Distribution:
    single = re.fullmatch("`([^`<>]+)`", form.files)
    return Distribution(
        name=form.name,
        title=form.title,
        description=f"Files: {form.files}. Carries: {form.carries}. Loses: {form.loses}.".replace("`", ""),
        media_type=_MEDIA_TYPES[form.name],
        standard=_STANDARDS.get(form.name),
        folder=f"{form.name}/",
        file=f"{form.name}/{single[1]}" if single else None,
    )
