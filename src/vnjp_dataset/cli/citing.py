"""`vnjp cite`: how to cite the dataset."""

import json

import click

from vnjp_dataset.citation import STYLES
from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_data, say_json
from vnjp_dataset.cli.state import State


@click.command(short_help="Print how to cite the dataset.")
@click.option(
    "--style", type=click.Choice(STYLES), default=STYLES[0], show_default=True, help="The style of the citation."
)
@format_option("text", "json")
@click.pass_obj
def cite(state: State, style: str, form: str) -> None:
    """Print how to cite this version of the dataset, with its fingerprint.

    `--format json` gives version, fingerprint and all styles at once.
    """
    citation = state.dataset.cite()
    if form == "json":
        styles = {one: str(getattr(citation, one)) for one in STYLES}
        say_json(
            {
                "version": citation.version,
                "fingerprint": citation.fingerprint,
                **styles,
                "csl": json.loads(citation.csl),
            }
        )
    else:
        say_data(f"{str(getattr(citation, style)).rstrip()}\n")
