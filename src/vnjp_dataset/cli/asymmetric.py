"""`vnjp asymmetries`: where the two governments' sides tell one event differently."""

import click

from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.telling import say_lines
from vnjp_dataset.cli.words import as_kind, complete_kind
from vnjp_dataset.insight.asymmetries import ASPECTS, GOVERNMENTS, Aspect, Government
from vnjp_dataset.model import KindName
from vnjp_dataset.model.classification import EventKind


def _kinds(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[KindName, ...]:
    return tuple(as_kind(ctx, param, one) for one in value)


@click.command(short_help="Print where the two sides' accounts differ.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    callback=_kinds,
    shell_complete=complete_kind,
    help="Only records of this kind.",
)
@click.option("--aspect", "aspects", multiple=True, type=click.Choice(ASPECTS), help="Only what differs in this.")
@click.option(
    "--side", "sides", multiple=True, type=click.Choice(GOVERNMENTS), help="Only what this side alone has told."
)
@format_option("text", "json")
@click.pass_obj
def asymmetries(
    state: State, kinds: tuple[EventKind, ...], aspects: tuple[Aspect, ...], sides: tuple[Government, ...], form: str
) -> None:
    """Print where the two governments' sides differ on one event, or only one side has spoken of it.

    They differ in the style of a visit, or where the documents of one side alone dispute what those of the other
    support: a date, title, signatory, amount or count. A line for each aspect says how many there are.
    """
    found = state.dataset.asymmetries(kind=kinds or None, aspect=aspects or None, side=sides or None)
    if form == "json":
        say_json(found.plain())
    else:
        say_lines(found.lines(), Page())
