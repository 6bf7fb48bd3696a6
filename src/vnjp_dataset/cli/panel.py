"""`vnjp panel`: a row for each year and direction, to be merged with other datasets."""

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_data, say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.export.csv_format import plain_text
from vnjp_dataset.export.delimited import csv_writer

# The table of its variables is made when a panel is: other commands do not wait for it.
if TYPE_CHECKING:
    from vnjp_dataset.insight.panel import DyadYears

COUNTS = ("leader_visits", "visits", "leader_meetings", "agreements")
LEVEL = "partnership_rank_end"
NOTE = "More variables stand in CSV and JSON."


@click.command(short_help="Print the panel of dyad-years, to merge with other data.")
@click.option("--start", "--from", "start", type=int, metavar="YEAR", help="The first year; else 1973.")
@click.option("--end", "--to", "end", type=int, metavar="YEAR", help="The last year; else the last one known.")
@format_option("table", "csv", "json")
@click.pass_obj
def panel(state: State, start: int | None, end: int | None, form: str) -> None:
    """Print a row for each year and direction: the directed dyad-years that other datasets are merged with.

    CSV and JSON have every variable, with the codes of ISO 3166-1, Correlates of War and Gleditsch and Ward for both
    states; the table has the main counts, where a zero reads “none took place”, “none found” or “not searched”.
    """
    SHOWS[form](state.dataset.dyad_years(start, end))


def say_table(found: "DyadYears") -> None:
    """Print the main counts of each row."""
    page = Page()
    head = ("year", "direction", *(name.replace("_", " ") for name in COUNTS), "level")
    rows = [
        (str(one.year), one.direction, *map(one.words, COUNTS), "" if one[LEVEL] is None else str(one[LEVEL]))
        for one in found
    ]
    page.table(head, rows)
    page.line()
    page.para(f"{len(found)} rows. {NOTE}", style="dim")


def say_csv(found: "DyadYears") -> None:
    """Print every row as CSV, with a header line; what is not known is empty."""
    stream = io.StringIO(newline="")
    writer = csv_writer(stream)
    writer.writerow([one.name for one in found.variables])
    writer.writerows([plain_text(value) for value in one.values] for one in found)
    say_data(stream.getvalue())


def say_plain(found: "DyadYears") -> None:
    """Print every row as JSON."""
    say_json(found.plain())


SHOWS: Mapping[str, "Callable[[DyadYears], None]"] = MappingProxyType(
    {"table": say_table, "csv": say_csv, "json": say_plain}
)
