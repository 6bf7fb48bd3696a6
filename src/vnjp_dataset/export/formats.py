"""Every format: what it is called, what it carries and loses, who reads it, and the extra it needs."""

import importlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import cast

import attrs

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import MissingExtraError, QueryError
from vnjp_dataset.export.network import NODES
from vnjp_dataset.export.writing import ALL, Source, StreamWriter, Writer
from vnjp_dataset.model import KINDS, KindName, SourcedRecord
from vnjp_dataset.progress import Track, untracked

_CITING: tuple[KindName, ...] = tuple(
    kind.name for kind in KINDS.values() if kind.name == "sources" or issubclass(kind.record, SourcedRecord)
)


@attrs.frozen(kw_only=True)
class Format:
    """A way out of the dataset."""

    name: str
    title: str
    module: str
    """The module in `export` that writes it."""
    extra: str | None = None
    """The extra to install, where the core is not enough."""
    libraries: tuple[str, ...] = ()
    """What that extra brings and this format needs, by the names they are imported under."""
    kinds: tuple[KindName, ...] = ALL
    """The kinds of record that it can carry."""
    streams: bool = False
    """Whether it is written in bounded memory, however many records there are."""
    files: str
    """What it writes."""
    carries: str
    loses: str
    readers: str
    """Programs that open it."""

    def write(
        self, dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] | None = None, track: Track = untracked
    ) -> tuple[Path, ...]:
        """Write the records of some kinds, all that the format carries if none are named, and return the files' paths.

        Raises MissingExtraError where what it needs is not installed, OSError where the folder cannot be written.
        """
        return self.writer()(dataset, folder, kinds=self.kinds if kinds is None else kinds, track=track)

    def stream(
        self, source: Source, folder: Path, *, kinds: Sequence[KindName] | None = None, track: Track = untracked
    ) -> tuple[Path, ...]:
        """Write records as they are read, never holding all of them, and return the files' paths.

        Raises QueryError for a format that needs all records at once, MissingExtraError, OSError, and whatever reading
        the records raises; then no file is written.
        """
        if not self.streams:
            able = ", ".join(one.name for one in FORMATS.values() if one.streams)
            raise QueryError(f"the format `{self.name}` needs all records at once", f"those that do not: {able}")
        write = cast("StreamWriter", self.writer())
        return write(source, folder, kinds=self.kinds if kinds is None else kinds, track=track)

    def writer(self) -> Writer:
        """Return the function that writes it.

        Raises MissingExtraError.
        """
        try:
            module = importlib.import_module(f"vnjp_dataset.export.{self.module}")
        except ModuleNotFoundError as error:
            if self.extra is None or (error.name or "").partition(".")[0] not in self.libraries:
                raise
            raise MissingExtraError(f"the format `{self.name}`", self.extra) from None
        return cast("Writer", module.write)


_FORMATS = (
    Format(
        name="json",
        title="JSON",
        module="json_format",
        streams=False,
        files="`vnjp-dataset.json`",
        carries="everything, as in the YAML",
        loses="nothing",
        readers="`vnjp_dataset.load`, any program",
    ),
    Format(
        name="csv",
        title="CSV",
        module="csv_format",
        streams=True,
        files="`<collection>.csv` each",
        carries="a row for each record, with flat columns and lists as JSON",
        loses="types, which are text; whether a part in which nothing is set is there",
        readers="spreadsheets, R, Stata, pandas",
    ),
    Format(
        name="datapackage",
        title="Data Package and CSV on the Web",
        module="datapackage",
        streams=True,
        files="`datapackage.json`; `data/<table>.csv` for each table, with `data/csv-metadata.json`",
        carries="every table with types, vocabularies, forms of ids, keys and foreign keys; no lists in cells",
        loses="only whether a part in which nothing is set is there",
        readers="frictionless, csvw, pandas, R, any program that reads CSV",
    ),
    Format(
        name="parquet",
        title="Parquet",
        module="parquet",
        extra="arrow",
        libraries=("pyarrow",),
        streams=True,
        files="`<collection>.parquet` each; `links/<table>.parquet` for each list and for the names of all records",
        carries="flat columns with types, lists in them, and each list as a table with keys; what a column means "
        "stands in its metadata",
        loses="only whether a part in which nothing is set is there; refuses a number with more than eight decimal "
        "places and a whole number of more than 64 bits",
        readers="DuckDB, Polars, pandas, Spark, R (arrow), any program that reads Parquet",
    ),
    Format(
        name="excel",
        title="Excel",
        module="excel",
        extra="excel",
        libraries=("xlsxwriter",),
        files="`vnjp-dataset.xlsx`",
        carries="a sheet for each kind, and for each list of parts, with filters and real dates; what it is, how to "
        "cite it, and what every column means",
        loses="the edges of what stands in a list, which is text with semicolons; days before 1900-03-01 and numbers "
        "of more than 15 digits are text; characters that XML cannot hold become U+FFFD; text beyond 32,767 letters is "
        "cut, and says so",
        readers="Excel, LibreOffice, Numbers, Google Sheets; pandas, readxl",
    ),
    Format(
        name="sqlite",
        title="SQLite",
        module="sqlite",
        files="`vnjp-dataset.db`; `metadata.json` for Datasette",
        carries="every table with types, vocabularies, keys and foreign keys; views with names beside ids; full-text "
        "search in three languages; version, fingerprint and licence",
        loses="only whether a part in which nothing is set is there, and the zeros at the end of a decimal fraction; a "
        "number that SQLite would round is text",
        readers="programs with SQLite 3.37 or newer: sqlite3 of Python and other languages, Datasette, DB Browser, R",
    ),
    Format(
        name="jsonld",
        title="JSON-LD",
        module="jsonld",
        files="`vnjp-dataset.jsonld`",
        carries="the graph of `turtle` triple by triple, each record as one object with its parts in it; its context "
        "stands in the file",
        loses="the order of lists other than itineraries and sessions, and what stands in a list of words or ids twice",
        readers="rdflib, Apache Jena, Oxigraph, Virtuoso; any program that reads JSON",
    ),
    Format(
        name="turtle",
        title="RDF (Turtle)",
        module="turtle",
        extra="rdf",
        libraries=("rdflib",),
        files="`vnjp-dataset.ttl`; `shapes.ttl`, SHACL shapes to validate it by",
        carries="every field as a property of schema.org, PROV, SKOS or the project's own, which the graph declares; "
        "citations as derivations, conflicts as other accounts, vocabularies as concept schemes",
        loses="the order of lists other than itineraries and sessions, and what stands in a list of words or ids twice",
        readers="rdflib, Apache Jena, Oxigraph, Virtuoso, GraphDB, Protégé",
    ),
    Format(
        name="graphml",
        title="GraphML",
        module="graphml",
        extra="graph",
        libraries=("networkx",),
        kinds=NODES,
        files="`vnjp-dataset.graphml`",
        carries="a node for each person, body and event, with names, rank and days; an edge for each tie, "
        "named by the field that tells of it",
        loses="sources, conflicts, summaries and whatever is no tie; countries as parties; characters that XML cannot "
        "hold become U+FFFD",
        readers="Gephi, igraph, networkx, Cytoscape",
    ),
    Format(
        name="geojson",
        title="GeoJSON",
        module="geojson",
        kinds=("visits", "places"),
        files="`itineraries.geojson`, `places.geojson`",
        carries="the way of each visit from stop to stop; each place, with how much took place there",
        loses="sources, conflicts and steps' details; a place without coordinates has those of the one it lies in, "
        "and says so, or none",
        readers="QGIS, geopandas, Leaflet, any map on the web",
    ),
    Format(
        name="bibtex",
        title="BibTeX",
        module="bibtex",
        kinds=_CITING,
        files="`vnjp-sources.bib`",
        carries="every document read, and the dataset itself; with `--only`, the documents that the kinds name",
        loses="the records; what each document bears out; control characters become U+FFFD",
        readers="LaTeX, biblatex, JabRef, Zotero",
    ),
    Format(
        name="csl",
        title="CSL-JSON",
        module="csl",
        kinds=_CITING,
        files="`vnjp-sources.json`",
        carries="every document read, and the dataset itself; with `--only`, the documents that the kinds name",
        loses="the records; what each document bears out",
        readers="Zotero, pandoc, citeproc",
    ),
    Format(
        name="ics",
        title="iCalendar",
        module="ics",
        extra="calendar",
        libraries=("icalendar",),
        kinds=("visits", "meetings", "agreements", "milestones", "mechanisms"),
        files="`vnjp-events.ics`, `vnjp-anniversaries.ics`",
        carries="visits, meetings, signatures, milestones and sessions as all-day entries, with summary, places and "
        "addresses of sources; anniversaries of the ladder, of missions opened and of first visits",
        loses="whatever is not known to the exact day: the calendar says how much; conflicts; control characters "
        "become U+FFFD, a backslash `＼`",
        readers="Thunderbird, Outlook, Apple and Google calendars",
    ),
    Format(
        name="jsonschema",
        title="JSON Schema",
        module="jsonschema",
        streams=True,
        files="`<collection>.schema.json` each, for its YAML; `vnjp-dataset.schema.json`, for the exported JSON",
        carries="what records may hold: keys, words, forms of ids and dates, and what each field means; no records",
        loses="rules between fields or records, such as an end after its start; `vnjp check` has them",
        readers="editors with a YAML or JSON language server, check-jsonschema, any validator of draft 2020-12",
    ),
    Format(
        name="croissant",
        title="Croissant",
        module="croissant",
        files="`croissant.json`; `<collection>.csv` each, as of the format csv",
        carries="every record in flat columns with types, keys and references; what to know before learning from it",
        loses="only whether a part in which nothing is set is there; lists are JSON in text",
        readers="mlcroissant and what is built on it, search engines for datasets",
    ),
    Format(
        name="dcat",
        title="DCAT and schema.org",
        module="dcat",
        extra="rdf",
        libraries=("rdflib",),
        files="`dcat.ttl`; `dataset.jsonld`, the same for web pages",
        carries="title, version, licence, citation, period, fingerprint and the forms that the records come in",
        loses="the records; addresses are relative to where the files are published",
        readers="data catalogues, search engines for datasets, any RDF tool",
    ),
)

FORMATS: Mapping[str, Format] = MappingProxyType({one.name: one for one in _FORMATS})
"""Every format, by name."""
