"""`vnjp explain`: why a record says what it says."""

import click
from click.shell_completion import CompletionItem

from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.telling import say_lines
from vnjp_dataset.cli.words import complete_id, quiet_dataset
from vnjp_dataset.insight.values import fields_set


def complete_field(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the path of a field that the record has set."""
    dataset = quiet_dataset(ctx)
    record = dataset.find(ctx.params.get("record_id") or "") if dataset else None
    return [CompletionItem(one) for one in (fields_set(record) if record else ()) if one.startswith(incomplete)]


@click.command(short_help="Print why a record says what it says.")
@click.argument("record_id", metavar="ID", shell_complete=complete_id)
@click.argument("field", metavar="[FIELD]", required=False, shell_complete=complete_field)
@format_option("text", "json")
@click.pass_obj
def explain(state: State, record_id: str, field: str | None, form: str) -> None:
    """Print why the record with this id says what it says, field by field or at one field path.

    With a field such as `start`, `labels.vn.style` or `itinerary[1].place`: the adopted value, each source with
    publisher, side, date and address, the independent voices, every other value with who says it and why it was not
    adopted, and since which release the value stands. Without: every field that is set, in short, and what no source
    supports.
    """
    dataset = state.dataset
    found = dataset.explain(record_id) if field is None else dataset.explain(record_id, field)
    if form == "json":
        say_json(found.plain())
    else:
        say_lines(found.lines(), Page())
