"""`vnjp new`: a template for a record."""

from pathlib import Path

import click

from vnjp_dataset.cli.output import say_data
from vnjp_dataset.cli.words import as_kind, complete_kind
from vnjp_dataset.errors import InvalidValueError
from vnjp_dataset.export.template import EXAMPLE_ID, template
from vnjp_dataset.model import KindName, RecordId, identifier


def _checked(ctx: click.Context, param: click.Parameter, value: str) -> str:
    try:
        return identifier(RecordId, value)
    except InvalidValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None


@click.command(short_help="Print a template for a new record.")
@click.argument("kind", metavar="KIND", callback=as_kind, shell_complete=complete_kind)
@click.option(
    "--id", "record_id", metavar="ID", default=EXAMPLE_ID, callback=_checked, help="The id of the new record."
)
@click.option(
    "-o",
    "--output",
    "path",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a new file; one that is there already is left alone.",
)
def new(kind: KindName, record_id: str, path: Path | None) -> None:
    """Print a template for a record of a kind, such as visit, ready to be edited.

    It documents every key; those that may be left out stand behind a mark.
    """
    text = template(kind, record_id)
    if path is None:
        say_data(text)
        return
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)
