"""Answers as lines of text, for `str` as they are and for the terminal wrapped and coloured."""

from collections.abc import Iterable
from typing import Literal

import attrs

LineStyle = Literal["", "bold", "dim"]


@attrs.frozen
class Line:
    """One line of an answer: what stands before it, and what may be wrapped below its beginning."""

    text: str = ""
    lead: str = ""
    style: LineStyle = ""
    whole: bool = False
    """Whether it stays in one piece, as an address does so that a terminal can open it."""

    def __str__(self) -> str:
        return f"{self.lead}{self.text}".rstrip()


def joined(lines: Iterable[Line]) -> str:
    """Return lines as one text, without an end of line at its end."""
    return "\n".join(map(str, lines))


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with what it counts: `1 source`, `3 sources`."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"
