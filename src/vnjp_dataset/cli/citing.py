"""`vnjp cite`: how to cite the dataset, or some of its records."""

import json

import click

from vnjp_dataset.citation import STYLES, DatasetCitation
from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_data, say_json
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.words import complete_id


@click.command(short_help="Print how to cite the dataset or records.")
@click.argument("record_ids", metavar="ID", nargs=-1, shell_complete=complete_id)
@click.option(
    "--style", type=click.Choice(STYLES), default=STYLES[0], show_default=True, help="The style of the citation."
)
@format_option("text", "json")
@click.pass_obj
def cite(state: State, record_ids: tuple[str, ...], style: str, form: str) -> None:
    """Print how to cite this version of the dataset, with its fingerprint.

    With ids, how to cite these records: the version, the fingerprint of exactly these, and the documents behind them.
    `vnjp list` prints the same for the records that it finds: `vnjp list visits --year 2023 --format bibtex`.
    `--format json` gives version, fingerprint and all styles at once.
    """
    dataset = state.dataset
    citation = dataset.cite([dataset[one] for one in record_ids] if record_ids else None)
    if form == "json":
        say_json(_plain(citation))
    else:
        say_citation(citation, style)


def say_citation(citation: DatasetCitation, style: str) -> None:
    """Print a citation in a style."""
    say_data(f"{str(getattr(citation, style)).rstrip()}\n")


def _plain(citation: DatasetCitation) -> dict[str, object]:
    chosen: dict[str, object] = {}
    if citation.records is not None:
        chosen = {"records": list(citation.records), "documents": [one.id for one in citation.documents]}
    styles = {one: str(getattr(citation, one)) for one in STYLES}
    return {
        "version": citation.version,
        "fingerprint": citation.fingerprint,
        **chosen,
        **styles,
        "csl": json.loads(citation.csl),
    }
