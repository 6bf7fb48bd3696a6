"""A page of text: headings, entries and tables that fit the width there is."""

from collections.abc import Iterable, Iterator, Sequence

import attrs
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from vnjp_dataset.cli.output import clean, console, row_width

NARROW = 60
KEY_WIDTH = 14
GAP = "  "


@attrs.frozen
class Page:
    """Prints lines no wider than the screen, without trailing blanks."""

    screen: Console = attrs.field(factory=console)

    @property
    def width(self) -> int:
        """Columns that may be filled."""
        return max(self.screen.width, 20)

    @property
    def narrow(self) -> bool:
        """Whether there is no room for two things side by side."""
        return self.width < NARROW

    def line(self, text: Text | str = "", style: str = "") -> None:
        """Print one line as it is, however long."""
        shown = text if isinstance(text, Text) else Text(clean(text), style)
        shown.rstrip()
        self.screen.print(shown, soft_wrap=True)

    def para(self, text: Text | str, *, lead: Text | str = "", style: str = "") -> None:
        """Print text after a lead, wrapped to the width; the lines that follow stand below its beginning."""
        shown = text if isinstance(text, Text) else Text(clean(text), style)
        first = lead if isinstance(lead, Text) else Text(clean(lead))
        hang = cell_len(first.plain)
        for row in shown.wrap(self.screen, max(self.width - hang, 12), overflow="fold"):
            self.line(first + row)
            first = Text(" " * hang)

    def heading(self, text: str) -> None:
        """Print a heading below a blank line."""
        self.line()
        self.para(text, style="bold")

    def entry(self, key: str, *values: str, indent: int = 0) -> None:
        """Print a name and what it holds: side by side, or one below the other where it is narrow."""
        if self.narrow and len(values) == 1 and indent + cell_len(f"{key}{GAP}{values[0]}") <= self.width:
            self.para(values[0], lead=Text(" " * indent) + Text(f"{key}{GAP}", "cyan"))
            return
        for place, value in enumerate(values):
            self._entry("" if place else key, value, indent)

    def _entry(self, key: str, value: str, indent: int) -> None:
        blank = " " * indent
        if self.narrow or len(key) >= KEY_WIDTH + GAP.count(" "):
            if key:
                self.line(Text(f"{blank}{key}", "cyan"))
            self.para(value, lead=f"{blank}  ")
        else:
            self.para(value, lead=Text(blank) + Text(f"{key:<{KEY_WIDTH}}{GAP}", "cyan"))

    def table(self, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Print rows in columns; where they are too wide, each row's last cell stands below the others.

        A pipe or file sets no limit, so that there a row is always one line.
        """
        cells = [[clean(cell) for cell in row] for row in rows]
        used = [at for at, _ in enumerate(head) if any(row[at] for row in cells)]
        widths = [max(cell_len(one[at]) for one in (head, *cells)) for at in used]
        if sum(widths) + len(GAP) * (len(used) - 1) <= row_width(self.screen):
            self._row([head[at] for at in used], widths, "bold")
            for row in cells:
                self._row([row[at] for at in used], widths)
            return
        for *facts, text in cells:
            for line in self._packed(fact for fact in facts if fact):
                self.para(line, style="cyan")
            if text:
                self.para(text, lead="    ")

    def _packed(self, facts: Iterable[str]) -> Iterator[str]:
        """Yield lines of as many facts as fit, so that a line breaks between facts and not within a date."""
        line = ""
        for fact in facts:
            if line and cell_len(line) + len(GAP) + cell_len(fact) > self.width:
                yield line
                line = fact
            else:
                line = f"{line}{GAP}{fact}" if line else fact
        yield line

    def _row(self, cells: Sequence[str], widths: Sequence[int], style: str = "") -> None:
        padded = (f"{cell}{' ' * (width - cell_len(cell))}" for cell, width in zip(cells, widths, strict=True))
        self.line(Text(GAP.join(padded), style))
