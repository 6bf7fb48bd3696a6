"""The matrix of formats as a page: what each carries, what it loses and who reads it."""

from collections.abc import Iterator, Mapping

from vnjp_dataset.export import FORMATS, Format
from vnjp_dataset.model import KINDS

from .markdown import NOTICE, joined, table

INTRODUCTION = """\
# Formats

`vnjp export FORMAT -o DIR` writes the dataset in one of these forms; in Python it is
`FORMATS[name].write(ds, folder)` with `from vnjp_dataset.export import FORMATS`. For all of them holds:

- Equal data gives equal bytes, with the same versions of the libraries that write it.
- Files are written beside their place and moved there when all of them are whole; what fails leaves what was there.
- `--only visits,people` writes these kinds of record and no others.
- A format whose *extra* is not installed names the command that installs it; the extra `all` is all of them."""

STREAMS = """\
A format that *streams* can be written with `--stream` while the records are read, in bounded memory, however many
there are: [Work with millions of records](../how-to/work-with-millions.md)."""

PAGES: Mapping[str, str] = {
    "json": "query",
    "csv": "export-csv-and-data-package",
    "datapackage": "export-csv-and-data-package",
    "parquet": "use-data-frames",
    "excel": "export-excel",
    "sqlite": "query-with-sqlite",
    "jsonld": "publish-linked-data",
    "turtle": "publish-linked-data",
    "graphml": "networks-and-maps",
    "geojson": "networks-and-maps",
    "bibtex": "bibliography-and-calendar",
    "csl": "bibliography-and-calendar",
    "ics": "bibliography-and-calendar",
    "jsonschema": "validate-while-typing",
    "croissant": "describe-the-dataset",
    "dcat": "describe-the-dataset",
}
"""Where an example of each runs, below `docs/how-to`."""


def page() -> str:
    """Return the page."""
    return joined(_lines())


def _lines() -> Iterator[str]:
    yield from (NOTICE, "", INTRODUCTION, "", "## What each carries, loses and is read by", "")
    yield from table(("format", "carries", "loses", "read by"), map(_matrix_row, FORMATS.values()))
    yield from ("", "## What each needs", "", STREAMS, "")
    yield from table(
        ("format", "files", "kinds of record", "streams", "extra", "how to"), map(_needs_row, FORMATS.values())
    )


def _matrix_row(one: Format) -> tuple[str, ...]:
    return f"`{one.name}` – {one.title}", one.carries, one.loses, one.readers


def _needs_row(one: Format) -> tuple[str, ...]:
    left_out = [kind for kind in KINDS if kind not in one.kinds]
    kinds = "all" if not left_out else ", ".join(one.kinds)
    extra = f"`{one.extra}`" if one.extra else "none"
    name = PAGES[one.name]
    words = name.replace("-", " ")
    return f"`{one.name}`", one.files, kinds, "yes" if one.streams else "no", extra, f"[{words}](../how-to/{name}.md)"
