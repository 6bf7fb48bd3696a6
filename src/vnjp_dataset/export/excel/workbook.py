"""The workbook: written row by row, with nothing in it that Excel would run or follow."""

import datetime as dt
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from vnjp_dataset.citation.facts import AUTHOR
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.about import About, about
from vnjp_dataset.export.excel import pages
from vnjp_dataset.export.excel.page import Book, Look, Page, looks
from vnjp_dataset.export.excel.sheets import Name, Sheet, rows, sheets
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KindName
from vnjp_dataset.progress import Track, untracked

WORKBOOK = "vnjp-dataset.xlsx"
EPOCH = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the format knows no time zones
"""When a workbook was made, of records that are no release: the first day that a ZIP archive can name."""


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `vnjp-dataset.xlsx`: what this is, a sheet for each kind and for its lists, what the columns mean.

    Raises QueryError where a sheet would have more rows than Excel opens.
    """
    known = about(dataset, kinds)
    with (
        staged(folder) as stage,
        tempfile.TemporaryDirectory(prefix="vnjp-") as aside,
        # An open file, and not its path: what goes wrong with it then is an OSError.
        stage.path(WORKBOOK).open("xb") as stream,
        Workbook(stream, {"constant_memory": True, "tmpdir": aside}) as book,
    ):
        _describe(book, known)
        _fill(book, dataset, known, kinds, track)
    return stage.paths


def _fill(book: Book, dataset: Dataset, known: About, kinds: Sequence[KindName], track: Track) -> None:
    found, forms = sheets(kinds), looks(book)
    first = Page(book.add_worksheet(pages.ABOUT), forms, wide=max(pages.ABOUT_WIDTHS))
    written = {one.name: _begun(book, one, forms) for one in found}
    last = Page(book.add_worksheet(pages.COLUMNS), forms)
    _write_records(written, dataset, kinds, track)
    _write_about(first, known, found, written)
    _write_columns(last, found)


def _describe(book: Book, known: About) -> None:
    made = dt.datetime.combine(known.released.earliest, dt.time()) if known.released else EPOCH
    book.set_properties(
        {
            "title": known.title,
            "author": AUTHOR,
            "comments": f"Version {known.version}, sha256:{known.fingerprint}, {known.licence}",
            "created": made,
        }
    )


def _begun(book: Book, sheet: Sheet, found: Mapping[Look, Format]) -> Page:
    page = Page(book.add_worksheet(sheet.name), found, tuple(one.type == "number" for one in sheet.columns))
    page.sheet.set_tab_color("#A0AEC0" if sheet.is_part else "#2C5282")
    page.head([one.name for one in sheet.columns], sheet.docs)
    return page


def _write_records(written: Mapping[str, Page], dataset: Dataset, kinds: Sequence[KindName], track: Track) -> None:
    name = _namer(dataset)
    for kind in kinds:
        records = dataset.records(kind)
        for record in track(records, kind, len(records)):
            for sheet, row in rows(kind, record, name):
                written[sheet].write(row)
    for page in written.values():
        page.finish()


def _namer(dataset: Dataset) -> Name:
    """Return what gives the names of those who take part, and an id back where it is that of nobody."""
    known = (dataset.people, dataset.organizations, dataset.offices)
    return lambda one: next((found.heading for some in known if (found := some.find(one))), one)


def _write_about(page: Page, known: About, found: Sequence[Sheet], written: Mapping[str, Page]) -> None:
    page.sheet.hide_gridlines(2)
    page.sheet.set_landscape()
    page.sheet.fit_to_pages(1, 0)
    for place, width in enumerate(pages.ABOUT_WIDTHS):
        page.sheet.set_column(place, place, width)
    for values, look in pages.about_rows(known):
        page.write(values, look)
    for sheet in found:
        _write_entry(page, sheet.name, sheet.doc, written[sheet.name].rows - 1)
    _write_entry(page, pages.COLUMNS, pages.COLUMNS_DOC)


def _write_entry(page: Page, name: str, doc: str, count: int | None = None) -> None:
    # The only links there are: to the sheets of this workbook, by names that are the library's own.
    page.sheet.write_url(page.rows, 0, f"internal:'{name}'!A1", page.looks["link"], name)
    page.write((None, doc, count))


def _write_columns(page: Page, found: Sequence[Sheet]) -> None:
    page.head(pages.COLUMN_HEADS)
    for row in pages.column_rows(found):
        page.write(row)
    page.finish()
