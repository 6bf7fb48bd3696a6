"""The sheets for readers: what this is, what stands on which sheet, and what each column means."""

from collections.abc import Iterator, Mapping, Sequence

from vnjp_dataset.export.about import About
from vnjp_dataset.export.excel.cells import CUT, DIGITS, FIRST_DAY, LETTERS, Cell, text
from vnjp_dataset.export.excel.page import Look
from vnjp_dataset.export.excel.sheets import Sheet

ABOUT = "About"
ABOUT_WIDTHS = (34, 110, 10)
COLUMNS = "Columns"
COLUMNS_DOC = "A column of a sheet: what it means, and what its words are."
COLUMN_HEADS = ("sheet", "column", "meaning", "holds", "one of", "names")

READING = (
    "A row is one record, or one part of a record, and its first cell says which. An id names the same record on every "
    "sheet.\n"
    "An empty cell: not known, or none.\n"
    "A date stands as precisely as it is known: 2002, 2002-04 or 2002-04-27; ~ is about, ? is doubtful, % both; "
    "2002-04/2002-06 is some time between, ../2002 some time up to, 2002/.. some time from.\n"
    "Beside it _earliest and _latest are the first and last day that it can be, to sort, filter and count by; they are "
    f"empty where it is open on that side. A day before {FIRST_DAY.isoformat()} is text: spreadsheets do not agree on "
    "it.\n"
    "A list in a cell has semicolons between its items. A list with a sheet of its own is such a text, or the number "
    "of its rows there.\n"
    f"A number of more than {DIGITS} digits is text: Excel would round it.\n"
    "Text is only text, never a formula or a link. A character that a workbook cannot hold is shown as \ufffd, and a "
    f"text of more than {LETTERS:,} letters ends with{CUT}."
).split("\n")
"""How a reader is to take what the cells hold, a sentence or two at a time."""
_HOLDS: Mapping[str, str] = {
    "text": "text",
    "word": "word",
    "date": "date as precise as known",
    "day": "day",
    "whole": "whole number",
    "number": "number",
    "flag": "true or false",
    "list": "list",
}


def about_rows(known: About) -> Iterator[tuple[tuple[Cell, ...], Look]]:
    """Yield the rows of the first sheet, but for its list of sheets, each with its look."""
    yield (known.title,), "title"
    yield from _block(
        ("What it is", known.abstract),
        ("Version", known.version),
        ("Records", f"{known.records:,}"),
        ("Fingerprint", f"sha256:{known.fingerprint}"),
        ("Licence", f"{known.licence}, {known.licence_url}"),
        ("How to cite", text(known.citation)),
    )
    first, *others = READING
    yield from _block(("How to read it", first), *((None, one) for one in others))
    yield (), "long"
    yield ("Sheet", "What a row is", "Rows"), "head"


def _block(*rows: tuple[Cell, ...]) -> Iterator[tuple[tuple[Cell, ...], Look]]:
    yield (), "long"
    for row in rows:
        yield row, "long"


def column_rows(found: Sequence[Sheet]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each column of each sheet, as `COLUMN_HEADS` names its cells."""
    for sheet in found:
        for column, doc in zip(sheet.columns, sheet.docs, strict=True):
            target = "any record" if column.target == "any" else column.target or ""
            words = ", ".join(column.words)
            yield sheet.name, column.name, doc, _HOLDS[column.type], words, target
