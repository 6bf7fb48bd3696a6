"""What tables of Arrow cannot hold, by record and field."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Context, Decimal, InvalidOperation
from typing import cast

from vnjp_dataset.errors import Flaw, InvalidValueError
from vnjp_dataset.frames.forms import PLACES
from vnjp_dataset.model import Value
from vnjp_dataset.model.shape import DIGITS, is_text, shown
from vnjp_dataset.model.walk import walk

_LEAST = Decimal(1).scaleb(-PLACES)
_EXACT = Context(prec=DIGITS + PLACES)
_BEYOND = 2**63
_HINT = "the formats json and csv hold it"


def refused(paths: Sequence[str], rows: Iterable[Sequence[object]]) -> InvalidValueError | None:
    """Return the error that names every cell which Arrow cannot hold; None where there is none.

    A row is named by its first cell, which is the id of its record.
    """
    flaws = [flaw for row in rows for flaw in _of_row(paths, row)]
    return InvalidValueError("cell of a table", flaws) if flaws else None


def _of_row(paths: Sequence[str], row: Sequence[object]) -> Iterator[Flaw]:
    for path, cell in zip(paths, row, strict=True):
        for place, value in _leaves(path, cell):
            expected = _expected(value)
            if expected:
                hint = "" if isinstance(value, str) else _HINT
                yield Flaw(f"{row[0]}: {place}", expected, shown(value), hint, "table")


def _leaves(path: str, cell: object) -> Iterator[tuple[str, object]]:
    """Yield a cell, or everything that stands in it, by its field path."""
    if isinstance(cell, tuple):
        for index, one in enumerate(cast("tuple[object, ...]", cell)):
            yield from _leaves(f"{path}[{index}]", one)
    elif isinstance(cell, Value):
        yield from ((f"{path}.{below}", value) for below, _, value in walk(cell))
    else:
        yield path, cell


def _expected(value: object) -> str:
    """Return what a table would hold in place of a value; nothing where it holds the value."""
    if isinstance(value, Decimal) and not _fits(value):
        return f"a number of at most {DIGITS} digits before and {PLACES} after the point"
    if isinstance(value, int) and not -_BEYOND <= value < _BEYOND:
        return f"a whole number from {-_BEYOND} to {_BEYOND - 1}"
    if isinstance(value, str) and not is_text(value):
        return "a text that can be written"
    return ""


def _fits(value: Decimal) -> bool:
    try:
        return value.quantize(_LEAST, context=_EXACT) == value
    except InvalidOperation:
        return False
