"""Tables and anchors in Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence

NOTICE = "<!-- Written by `python docs/generate.py`; changes by hand are lost. -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; `|` and line breaks in cells are escaped."""
    yield _row(head)
    yield _row(["---"] * len(head))
    yield from map(_row, rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.replace('|', chr(92) + '|').split()) for cell in cells)} |"


def anchor(heading: str) -> str:
    """Return the anchor that Markdown viewers give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def link(text: str, heading: str | None = None) -> str:
    """Return a link to a heading of the same page."""
    return f"[{text}](#{anchor(heading or text)})"


def joined(lines: Iterable[str]) -> str:
    """Return lines as the text of a file."""
    return "\n".join(lines) + "\n"
