"""What stands in a cell of Excel, which holds less than the model: what it cannot hold is mended, always in one way."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import cast

from vnjp_dataset.export.mended import xml_text
from vnjp_dataset.model import Value
from vnjp_dataset.model.shape import class_of
from vnjp_dataset.tables import Column, cells, columns

Cell = str | int | float | dt.date | None
"""A bool is an int; None leaves the cell empty."""

FIRST_DAY = dt.date(1900, 3, 1)
"""Excel counts days from 1900 and takes that year for a leap year, other programs do not: from here on all agree."""
DIGITS = 15
"""How many digits Excel keeps of a number."""
LETTERS = 32_767
"""How many letters a cell holds, those beyond the first plane of Unicode counted twice."""
CUT = " […]"
"""Stands at the end of a text that was longer."""
BETWEEN = "; "
"""Stands between the items of a list in one cell."""


def cell(value: object) -> Cell:
    """Return a value of a record as a cell holds it; a day or number that Excel would change is text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return text(value)
    if isinstance(value, dt.date):
        return value if value >= FIRST_DAY else value.isoformat()
    if isinstance(value, int | Decimal):
        return number(value)
    raise TypeError(f"no cell for {value!r}")


def text(value: str) -> str:
    """Return a text in the characters of XML 1.0 and no longer than a cell may be."""
    clean = xml_text(value)
    if _letters(clean) <= LETTERS:
        return clean
    room = 2 * (LETTERS - _letters(CUT))
    return clean.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT


def _letters(value: str) -> int:
    return len(value.encode("utf-16-le")) // 2


def number(value: int | Decimal) -> int | float | str:
    """Return a number, as text where it has more digits than Excel keeps."""
    plain = format(value, "f") if isinstance(value, Decimal) else str(value)
    if len(plain.replace("-", "").replace(".", "").strip("0")) > DIGITS:
        return plain
    return int(value) if value == int(value) else float(value)


def listed(column: Column, items: Sequence[object]) -> Cell:
    """Return a list as one cell: its items with `; ` between them, or how many there are; None where there is none.

    An item that is somebody is who it is, and in brackets what else is known: office, part.
    """
    if not items:
        return None
    if column.item is None:
        return text(BETWEEN.join(map(str, items)))
    if is_somebody(column.item):
        return text(BETWEEN.join(somebody(cast("Value", one)) for one in items))
    return len(items)


def is_somebody(item: type[Value]) -> bool:
    """Whether items of a class name who takes part, so that a list of them can be read in a line."""
    return any(one.name == "person" for one in columns(item))


def somebody(value: Value) -> str:
    """Return who takes part: `kishida-yuko (spouse)`."""
    first, *others = (str(found) for found in cells(class_of(value))(value) if found is not None)
    return f"{first} ({', '.join(others)})" if others else first
