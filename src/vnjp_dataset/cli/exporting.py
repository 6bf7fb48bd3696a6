"""`vnjp export`: the dataset in files for other programs."""

import os
from collections.abc import Sequence
from pathlib import Path

import click

from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.progress import tracked
from vnjp_dataset.cli.state import State
from vnjp_dataset.errors import QueryError
from vnjp_dataset.export import FORMATS, Format
from vnjp_dataset.loading import stream
from vnjp_dataset.model import KindName
from vnjp_dataset.nearest import did_you_mean


@click.command(short_help="Write the dataset in a format that other programs read.")
@click.argument("form", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="DIR",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write into; it is made where it does not exist.",
)
@click.option(
    "--only",
    metavar="KIND,...",
    help="Which kinds of record to write, with commas between them; all that the format carries if left out.",
)
@click.option(
    "--stream",
    "streamed",
    is_flag=True,
    help="Read the records while they are written, in bounded memory; for trees that are too large to load.",
)
@click.pass_obj
def export(state: State, form: str, folder: Path, only: str | None, *, streamed: bool) -> None:
    """Write the dataset in a format into a folder, and print the paths of the files.

    FORMAT is {formats}. What each carries, loses and needs, and who reads it, stands in docs/reference/formats.md.
    Equal data gives equal bytes; files that are there already are replaced when the new ones are whole.
    """
    chosen = FORMATS[form]
    kinds = _kinds(chosen, only)
    page = Page()
    with tracked() as track:
        if streamed:
            source = stream(state.data, jobs=os.cpu_count() or 1, track=track)
            paths = chosen.stream(source, folder, kinds=kinds, track=track)
        else:
            paths = chosen.write(state.dataset, folder, kinds=kinds, track=track)
    for path in paths:
        page.line(str(path))


export.help = (export.help or "").format(formats=", ".join(FORMATS))


def _kinds(form: Format, only: str | None) -> Sequence[KindName]:
    """Return the kinds asked for, in the order in which kinds are listed, each once.

    Raises QueryError for a word that is no kind, or one that the format has no place for.
    """
    if only is None:
        return form.kinds
    words = [word.strip() for word in only.split(",")]
    for word in words:
        if word not in form.kinds:
            hint = did_you_mean(word, form.kinds) or f"{form.name} carries {', '.join(form.kinds)}"
            raise QueryError(f"--only: the format `{form.name}` has no kind `{word}`", hint)
    return tuple(kind for kind in form.kinds if kind in words)
