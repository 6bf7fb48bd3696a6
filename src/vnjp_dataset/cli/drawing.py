"""The drawing of the half-century: years down the side, levels as bands, visits to either side by direction."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import attrs
from rich.cells import cell_len
from rich.text import Text

from vnjp_dataset.cli import names
from vnjp_dataset.cli.dates import days_of_year, long_date
from vnjp_dataset.cli.output import clean
from vnjp_dataset.cli.page import Page
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Milestone, Visit

Entry = Milestone | Visit
YEAR = 6
"""Columns for the year and the blanks after it."""
STAGGER = 12
"""The least distance between the two sides; with less, the arrows alone tell the direction."""
STYLES: Mapping[str, str] = MappingProxyType({"VN-JP": "yellow", "JP-VN": "cyan"})


@attrs.frozen
class Signs:
    """The characters that a drawing is made of."""

    to_japan: str
    to_vietnam: str
    rule: str
    reached: str
    open: str
    raised: str
    gap: str
    dash: str

    def arrow(self, direction: str) -> str:
        """Return the arrow of a direction."""
        return self.to_japan if direction == "VN-JP" else self.to_vietnam


UNICODE = Signs(to_japan="→", to_vietnam="←", rule="━", reached="■", open="□", raised="▲", gap="┊", dash="–")
ASCII = Signs(to_japan="->", to_vietnam="<-", rule="=", reached="#", open=".", raised="^", gap=":", dash="-")


@attrs.frozen
class Drawing:
    """Draws levels and visits on a page."""

    dataset: Dataset
    page: Page
    signs: Signs

    def draw(self, entries: Sequence[Entry]) -> None:
        """Draw entries that are in order of date."""
        visits = [one for one in entries if isinstance(one, Visit)]
        levels = [one for one in entries if isinstance(one, Milestone)]
        offsets = self.offsets(visits)
        self.title(entries, levels, visits)
        self.sides(visits, offsets)
        raising = {one.visit for one in levels}
        highest = max((one.level.rank for one in levels if one.level), default=0)
        shown: int | None = None
        last: int | None = None
        for one in entries:
            year = one.begins.years[0]
            self.gap(year if last is None else last, year)
            if isinstance(one, Milestone):
                self.band(one, highest)
                shown = None
            else:
                self.visit(one, "" if shown == year else str(year), offsets, raised=one.id in raising)
                shown = year
            last = one.ends.years[-1]
        if not entries or isinstance(entries[-1], Visit):
            self.page.line()
        self.legend()

    def title(self, entries: Sequence[Entry], levels: Sequence[Milestone], visits: Sequence[Visit]) -> None:
        """Draw what the drawing is about."""
        years = sorted({year for one in entries for year in (*one.begins.years, *one.ends.years)})
        stretch = f" {years[0]}{self.signs.dash}{years[-1]}" if years else ""
        self.page.para(f"Vietnam{self.signs.dash}Japan relations{stretch}", style="bold")
        self.page.para(f"{len(levels)} levels of relations, {len(visits)} leaders' visits on record")

    def sides(self, visits: Sequence[Visit], offsets: Mapping[str, int]) -> None:
        """Draw the heads of the two sides."""
        self.page.line()
        for direction, whose in (("VN-JP", "Vietnamese leaders in Japan"), ("JP-VN", "Japanese leaders in Vietnam")):
            count = sum(one.direction == direction for one in visits)
            style = f"bold {STYLES[direction]}"
            lead = Text(f"{' ' * offsets[direction]}{self.signs.arrow(direction)} ", style)
            self.page.para(f"{whose} ({count})", lead=lead, style=style)

    def offsets(self, visits: Sequence[Visit]) -> Mapping[str, int]:
        """Return the column at which visits of each direction begin."""
        widths = {
            direction: max((cell_len(self.words(one)) + 4 for one in visits if one.direction == direction), default=0)
            for direction in STYLES
        }
        right = min(YEAR + widths["VN-JP"] + 2, self.page.width - widths["JP-VN"])
        return MappingProxyType({"VN-JP": YEAR, "JP-VN": right if right >= YEAR + STAGGER else YEAR})

    def words(self, visit: Visit) -> str:
        """Return who came in which office, and on which days."""
        who = f"{names.called(self.dataset, visit.lead)}, {names.short_office(self.dataset, visit.office)}"
        days = days_of_year(visit.start, visit.end, self.signs.dash)
        return clean(f"{who}, {days}" if days else who)

    def visit(self, visit: Visit, year: str, offsets: Mapping[str, int], *, raised: bool) -> None:
        """Draw a visit on its side."""
        style = STYLES[visit.direction]
        lead = Text(f"{year:<{offsets[visit.direction]}}", "bold") + Text(
            f"{self.signs.arrow(visit.direction)} ", style
        )
        self.page.para(f"{self.words(visit)}{f' {self.signs.raised}' if raised else ''}", lead=lead, style=style)

    def gap(self, before: int, after: int) -> None:
        """Draw the years between two entries in which there was no visit."""
        years = range(before + 1, after)
        if years:
            stretch = f"{years[0]}" if len(years) == 1 else f"{years[0]}{self.signs.dash}{years[-1]}"
            self.page.para(
                f"{stretch}: no leaders' visit on record", lead=Text(f"{self.signs.gap:<{YEAR}}", "dim"), style="dim"
            )

    def band(self, milestone: Milestone, highest: int) -> None:
        """Draw the beginning of a level across the page."""
        if milestone.level is None:
            return
        rank = milestone.level.rank
        steps = f"{self.signs.reached * rank}{self.signs.open * (highest - rank)}"
        self.page.line()
        self.page.line(self.signs.rule * self.page.width, style="bold")
        self.page.para(
            f"{milestone.level.name}", lead=Text(f"{milestone.begins.years[0]:<{YEAR}}{steps}  ", "bold"), style="bold"
        )
        since = Text(" " * (YEAR + len(steps) + 2))
        self.page.para(f"from {long_date(milestone.date)}", lead=since)
        self.page.line()

    def legend(self) -> None:
        """Draw what the signs mean, and what an absence does not mean."""
        self.page.para("visit on which the level below it was agreed", lead=f"{self.signs.raised} ")
        self.page.para(
            "Leaders are heads of state, the imperial house, heads of government and party leaders. A year without a "
            "visit on record need not be a year without a visit: `vnjp list coverage` tells what was searched.",
            style="dim",
        )
