"""`vnjp coverage`: what was searched, how completely, and where the gaps are."""

from typing import get_args

import click

from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.telling import say_lines
from vnjp_dataset.cli.words import as_kind, complete_kind
from vnjp_dataset.insight.coverage import CoverageAnswer
from vnjp_dataset.insight.yearly import YearCounts
from vnjp_dataset.model import Direction, Rank
from vnjp_dataset.model.classification import EventKind


@click.command(short_help="Print what was searched, and how completely.")
@click.argument("kind", metavar="KIND", callback=as_kind, shell_complete=complete_kind)
@click.option("--rank", "ranks", multiple=True, type=click.Choice(get_args(Rank)), help="Only this rank of office.")
@click.option(
    "--direction", "directions", multiple=True, type=click.Choice(get_args(Direction)), help="Only this direction."
)
@click.option("--from", "start", metavar="DATE", help="From 2013 or 2013-05-01 on; else from 1973-09-21 on.")
@click.option("--to", "end", metavar="DATE", help="Up to 2021 or 2021-06-30; else up to the last day known.")
@click.option("--by-year", is_flag=True, help="Count the records of each year; a zero says what it means.")
@format_option("text", "json")
@click.pass_obj
def coverage(
    state: State,
    *,
    kind: EventKind,
    ranks: tuple[Rank, ...],
    directions: tuple[Direction, ...],
    start: str | None,
    end: str | None,
    by_year: bool,
    form: str,
) -> None:
    """Print what was searched for records of a kind, how complete each part of a period is, and the gaps.

    The option --by-year prints a line for each year instead, in which a zero reads “none took place” where the
    search was complete, “none found” where it was partial and “not searched” where there was none.
    """
    found: CoverageAnswer | YearCounts
    if by_year:
        given: dict[str, tuple[str, ...]] = {"rank": ranks, "direction": directions}
        criteria = {name: values for name, values in given.items() if values}
        found = state.dataset.counts_by_year(kind, start, end, **criteria)
    else:
        found = state.dataset.coverage_of(kind, rank=ranks or None, direction=directions or None, start=start, end=end)
    if form == "json":
        say_json(found.plain())
    else:
        say_lines(found.lines(), Page())
