"""`vnjp resolve`: what became of an id."""

import click

from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.telling import say_lines
from vnjp_dataset.cli.words import complete_id


@click.command(short_help="Print what became of an id.")
@click.argument("record_id", metavar="ID", shell_complete=complete_id)
@format_option("text", "json")
@click.pass_context
def resolve(ctx: click.Context, record_id: str, form: str) -> None:
    """Print what became of an id: it is current, merged into another, split into several, withdrawn, or never existed.

    An id that this dataset neither has nor had ends with exit code 1, one that was retired with 0.
    """
    state = ctx.ensure_object(State)
    found = state.dataset.resolve(record_id)
    if form == "json":
        say_json(found.plain())
    else:
        say_lines(found.lines(), Page())
    if not found.known:
        ctx.exit(1)
