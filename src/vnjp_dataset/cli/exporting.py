"""`vnjp export`: the dataset in files for other programs."""

from pathlib import Path

import click

from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.export import FORMATS


@click.command(short_help="Write the dataset as JSON or CSV files.")
@click.argument("form", metavar="FORMAT", type=click.Choice(sorted(FORMATS)))
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into; it is made where it does not exist.",
)
@click.pass_obj
def export(state: State, form: str, folder: Path) -> None:
    """Write the dataset as json or csv into a folder, and print the paths of the files.

    json is one file, vnjp-dataset.json; csv is one file per collection. Equal data gives equal bytes, and files that
    are there already are replaced.
    """
    page = Page()
    for path in FORMATS[form](state.dataset, folder):
        page.line(str(path))
