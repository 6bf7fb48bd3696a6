"""Whatever stands in a cell, readers of CSV find it there again."""

import csv
import datetime as dt
import io
import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vnjp_dataset.export.delimited import cell_text, csv_writer
from vnjp_dataset.model.shape import fits

letters = st.text(st.characters(codec="utf-8"))
# Marks of CSV are rare among all letters, and everything depends on them.
cells = st.text(st.sampled_from('",\r\n\t a\x00\x1a\u2028\ufeff')) | letters
tables = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width)))


def written(rows: list[list[str]]) -> str:
    """Return rows as CSV."""
    stream = io.StringIO(newline="")
    csv_writer(stream).writerows(rows)
    return stream.getvalue()


@given(rows=tables)
@example(rows=[["a\rb", "c"], ["\r\n", ""]])
def test_rows_come_back(rows: list[list[str]]) -> None:
    """Quotes, commas and line ends of all sorts are cells' own again, a carriage return alone included."""
    assert list(csv.reader(io.StringIO(written(rows), newline=""), strict=True)) == rows


@given(rows=tables)
def test_lines_end_with_a_line_feed(rows: list[list[str]]) -> None:
    """Rows end with a line feed and nothing else; rows written one by one are those written at once."""
    stream = io.StringIO(newline="")
    writer = csv_writer(stream)
    for row in rows:
        writer.writerow(row)
    assert stream.getvalue() == written(rows)
    assert re.sub(r'"(?:[^"]|"")*"', "", written(rows)).count("\r") == 0
    assert written(rows).endswith("\n") == bool(rows)


numbers = st.decimals(allow_nan=False, allow_infinity=False).filter(fits)


@given(number=numbers)
@example(number=Decimal("1E+5"))
@example(number=Decimal("1E-20"))
def test_numbers_are_written_in_full(number: Decimal) -> None:
    """A number has digits and a point, never an exponent, and is the same number again."""
    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell_text(number))
    assert Decimal(cell_text(number)) == number


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (10**30 - 1, "9" * 30),
        (dt.date(1, 2, 3), "0001-02-03"),
        (dt.date.max, "9999-12-31"),
        ("=1+1", "=1+1"),
    ],
)
def test_values_as_text(value: object, text: str) -> None:
    """Days are ISO 8601 with four digits for the year, a flag is a word in small letters, text is as it is."""
    assert cell_text(value) == text
