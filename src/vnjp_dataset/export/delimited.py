"""CSV as every reader of it takes it: lines that end with a line feed, and cells as text."""

import csv
import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol, TextIO


class Rows(Protocol):
    """Takes rows."""

    def writerow(self, row: Iterable[str], /) -> object:
        """Write a row."""
        ...

    def writerows(self, rows: Iterable[Iterable[str]], /) -> object:
        """Write rows as they come."""
        ...


def csv_writer(stream: TextIO) -> Rows:
    """Return a writer of rows of text, a line feed after each; what would end a cell or a row stands in quotes.

    The stream must write line ends as they are (`newline=""`).
    """
    # The csv module quotes a lone carriage return, which ends a row to many readers, only where lines end with one.
    return csv.writer(_LineFeeds(stream), lineterminator=_LINE_END)


_LINE_END = "\r\n"


class _LineFeeds:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, line: str) -> int:
        return self._stream.write(f"{line.removesuffix(_LINE_END)}\n")


def cell_text(value: object) -> str:
    """Return a cell's value as text: days as ISO 8601, numbers without exponent, `true` or `false`; None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, dt.date) else str(value)
