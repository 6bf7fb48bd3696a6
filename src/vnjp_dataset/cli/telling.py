"""Answers that come as lines, on a page."""

from collections.abc import Iterable

from rich.text import Text

from vnjp_dataset.cli.output import clean
from vnjp_dataset.cli.page import Page
from vnjp_dataset.insight.lines import Line


def say_lines(lines: Iterable[Line], page: Page) -> None:
    """Print the lines of an answer, wrapped below their beginnings; an address stays in one piece."""
    for one in lines:
        if one.whole or not one.text:
            page.line(f"{one.lead}{one.text}", one.style)
        else:
            page.para(Text(clean(one.text), one.style), lead=one.lead)
