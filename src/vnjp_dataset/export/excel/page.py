"""One sheet of a workbook while it is written: rows from top to bottom, each value in the look of its type."""

import datetime as dt
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

import attrs
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from vnjp_dataset.errors import QueryError
from vnjp_dataset.export.csv_format import FORMULA_STARTS
from vnjp_dataset.export.excel.cells import Cell

Look = Literal["head", "title", "text", "long", "guarded", "guarded-long", "link", "day", "whole", "grouped", "number"]

ROWS = 1_048_576
"""How many rows a sheet of Excel has."""
NARROW, WIDE = 9, 80
"""Least and most width of a column, in letters; longer text goes on in the next line of its cell."""
LINE, HIGHEST = 15, 405
"""How high a line is, and how high a row can be, in points."""

_LOOKS: Mapping[Look, Mapping[str, object]] = {
    "head": {"bold": True, "bg_color": "#D9E2EC", "bottom": 1},
    "title": {"bold": True, "font_size": 16},
    "text": {},
    "long": {"text_wrap": True},
    # Marked as text, so that it stays one when somebody edits the cell: Excel would take it for a formula then.
    "guarded": {"quote_prefix": True},
    "guarded-long": {"quote_prefix": True, "text_wrap": True},
    "link": {"font_color": "#2C5282", "underline": 1},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    # Numbers stand at the right of their cells, but not so that they run into the text of the next ones.
    "whole": {"num_format": "0", "align": "right", "indent": 1},
    "grouped": {"num_format": "#,##0", "align": "right", "indent": 1},
    "number": {"align": "right", "indent": 1},
}


class Book(Protocol):
    """What is asked of a workbook."""

    def add_format(self, properties: Mapping[str, object]) -> Format:
        """Return a look of cells."""
        ...

    def add_worksheet(self, name: str) -> Worksheet:
        """Return a new sheet, the last so far."""
        ...

    def set_properties(self, properties: Mapping[str, object]) -> None:
        """Set what programs show of the file."""
        ...


def looks(book: Book) -> Mapping[Look, Format]:
    """Return what cells of a workbook can look like."""
    return {name: book.add_format({"valign": "top", **look}) for name, look in _LOOKS.items()}


@attrs.define
class Page:
    """A sheet and what has been written on it; rows go from the first to the last."""

    sheet: Worksheet
    looks: Mapping[Look, Format]
    grouped: tuple[bool, ...] = ()
    """Of each column whether its whole numbers are large ones, that are read in groups of three digits."""
    wide: int = WIDE
    """The most width of a column."""
    rows: int = 0
    """How many there are so far, the heads among them."""
    widths: dict[int, int] = attrs.field(factory=dict[int, int])

    def head(self, names: Sequence[str], docs: Sequence[str] = ()) -> None:
        """Write the names of the columns, each with a note of what it means."""
        for place, doc in enumerate(docs):
            self.sheet.write_comment(self.rows, place, doc, {"x_scale": 2, "font_size": 9})
        # A button to filter by stands beside each name.
        self.widths.update((place, max(NARROW, len(name) + 4)) for place, name in enumerate(names))
        self.write(names, "head")

    def write(self, values: Sequence[Cell], look: Look | None = None) -> None:
        """Write a row, each value in the look of its type if none is given.

        Raises QueryError where the sheet is full.
        """
        if self.rows == ROWS:
            raise QueryError(
                f"a sheet of Excel has {ROWS:,} rows, the records need more", "write csv or sqlite instead"
            )
        lines = 1
        for place, value in enumerate(values):
            if value is not None:
                chosen = look or self._look(place, value)
                self._write_cell(place, value, chosen)
                lines = max(lines, _lines(value, self.wide) if chosen in _WRAPPED else 1)
        if lines > 1:
            # Excel would find the height by itself, other programs would not.
            self.sheet.set_row(self.rows, min(lines * LINE, HIGHEST))
        self.rows += 1

    def _look(self, place: int, value: str | float | dt.date) -> Look:
        """Return how a value looks if nothing else is said."""
        if isinstance(value, str):
            wrapped = "\n" in value or (_width(value, self.wide) > self.wide and " " in value)
            guarded = value.startswith(FORMULA_STARTS)
            return ("guarded-long" if guarded else "long") if wrapped else ("guarded" if guarded else "text")
        if isinstance(value, dt.date):
            return "day"
        if isinstance(value, float):
            return "number"
        return "grouped" if any(self.grouped[place : place + 1]) else "whole"

    def _write_cell(self, place: int, value: str | float | dt.date, look: Look) -> None:
        self.widths[place] = max(self.widths.get(place, NARROW), min(_width(value, self.wide), self.wide))
        form = self.looks[look]
        if isinstance(value, bool):
            self.sheet.write_boolean(self.rows, place, value, form)
        elif isinstance(value, str):
            self._write_text(place, value, form)
        elif isinstance(value, dt.date):
            self.sheet.write_datetime(self.rows, place, dt.datetime.combine(value, dt.time()), form)
        else:
            self.sheet.write_number(self.rows, place, value, form)

    def _write_text(self, place: int, value: str, form: Format) -> None:
        if value.startswith("<r>") and value.endswith("</r>"):
            # The library takes such a text for the inside of a cell and writes it as it is; in two runs it does not.
            self.sheet.write_rich_string(self.rows, place, value[:1], form, value[1:], form)
        else:
            self.sheet.write_string(self.rows, place, value, form)

    def finish(self) -> None:
        """Set the widths, keep the heads in sight and let the rows be filtered by them."""
        for place, width in self.widths.items():
            self.sheet.set_column(place, place, width)
        # A year by itself is text here, which Excel would mark as a mistake.
        self.sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        self.sheet.freeze_panes(1, 1)
        self.sheet.autofilter(0, 0, self.rows - 1, max(self.widths))


_WRAPPED: tuple[Look, ...] = ("long", "guarded-long")


def _width(value: object, enough: int) -> int:
    """Return about how many letters wide a value is, as far as that is not more than enough."""
    if isinstance(value, str):
        return _letters(value[: enough + 1])
    return len(f"{value:,}") if isinstance(value, int) else len(str(value))


def _letters(text: str) -> int:
    """Return how many letters wide a text is: Japanese ones are twice as wide."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def _lines(value: object, wide: int) -> int:
    """Return in about how many lines a text stands in a column."""
    return sum(1 + _letters(line) // wide for line in str(value).split("\n"))
