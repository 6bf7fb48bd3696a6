"""`vnjp audit`: whether reported counts, ordinals and firsts are borne out by the records."""

import click
from click.shell_completion import CompletionItem

from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.telling import say_lines
from vnjp_dataset.cli.words import quiet_dataset
from vnjp_dataset.insight.audit import OUTCOMES, Outcome, claims


def complete_claim(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a record that carries a claim with a check."""
    dataset = quiet_dataset(ctx)
    found = (one.record for one in claims(dataset)) if dataset else ()
    return [CompletionItem(one.id, help=one.heading[:60]) for one in found if one.id.startswith(incomplete)]


@click.command(short_help="Print whether claims are borne out by the records.")
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=complete_claim)
@click.option("--verdict", "verdicts", multiple=True, type=click.Choice(OUTCOMES), help="Only claims of this verdict.")
@format_option("text", "json")
@click.pass_obj
def audit(state: State, ids: tuple[str, ...], verdicts: tuple[Outcome, ...], form: str) -> None:
    """Print whether the counts, ordinals and firsts that sources report are borne out by the records.

    All claims that carry a check, or those of the figures and milestones named. A claim is confirmed, contradicted,
    confirmed only when counted a certain way (depends), or not decidable with what was searched; the records counted
    and the coverage rows relied on stand below it. The exit code is 0 whatever the verdicts.
    """
    found = state.dataset.audit(*ids, verdict=verdicts or None)
    if form == "json":
        say_json(found.plain())
    else:
        say_lines(found.lines(), Page())
