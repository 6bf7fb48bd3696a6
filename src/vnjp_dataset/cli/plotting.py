"""`vnjp plot`: pictures of the dataset."""

from pathlib import Path
from typing import get_args

import click
from click.shell_completion import CompletionItem

from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.words import complete_id, quiet_dataset
from vnjp_dataset.model import Direction, Language
from vnjp_dataset.plots import PLOTS
from vnjp_dataset.plots.catalogue import module


def complete_visit(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a visit."""
    dataset = quiet_dataset(ctx)
    return [CompletionItem(one) for one in (dataset.visits.ids if dataset else ()) if one.startswith(incomplete)]


def complete_measure(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a measure, with what it is called."""
    dataset = quiet_dataset(ctx)
    found = (one for one in (dataset.measures if dataset else ()) if one.id.startswith(incomplete))
    return [CompletionItem(one.id, help=one.heading[:60]) for one in found]


@click.command(short_help="Draw a picture into a file.")
@click.argument("name", metavar="PICTURE", type=click.Choice(list(PLOTS)))
@click.option(
    "-o",
    "--output",
    "file",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write it; the suffix says what: .html, .svg, .png or .json, the Vega-Lite specification.",
)
@click.option(
    "--language",
    type=click.Choice(get_args(Language)),
    default="en",
    show_default=True,
    help="The language of its words.",
)
@click.option("--from", "start", metavar="DATE", help="From 2013 or 2013-05-01 on.")
@click.option("--to", "end", metavar="DATE", help="Up to 2021 or 2021-06-30.")
@click.option("--direction", type=click.Choice(get_args(Direction)), help="Only this direction; not for measures.")
@click.option("--visit", metavar="ID", help="For map: the itinerary of this visit.", shell_complete=complete_visit)
@click.option(
    "--about",
    metavar="ID",
    help="For network: about this person, visit, meeting or agreement.",
    shell_complete=complete_id,
)
@click.option(
    "--measure", metavar="ID", help="For measures: the figures of this measure.", shell_complete=complete_measure
)
@click.option("--width", type=float, metavar="PIXELS", help="How wide its plane is; else 900, or 600 for one map.")
@click.option("--height", type=float, metavar="PIXELS", help="How high: for map, else 560, and measures, else 320.")
@click.option(
    "--scale", type=float, metavar="N", default=2.0, show_default=True, help="Dots to a pixel, where it is a .png."
)
@click.option(
    "--fonts",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of fonts to draw .svg and .png with, besides those of the machine.",
)
@click.pass_obj
def plot(
    state: State,
    *,
    name: str,
    file: Path,
    language: Language,
    start: str | None,
    end: str | None,
    direction: Direction | None,
    visit: str | None,
    about: str | None,
    measure: str | None,
    width: float | None,
    height: float | None,
    scale: float,
    fonts: Path | None,
) -> None:
    """Draw a picture into a file, and print the file's path.

    PICTURE is {pictures}. docs/how-to/draw-pictures.md shows each. Equal data gives equal bytes on one machine; a file
    that is there already is replaced when the new one is whole. Names are in the language asked for where the records
    have them in it, else in English, else in the language that they have.
    """
    # A suffix that means nothing is told before anything is read or drawn.
    saving = module("saving")
    saving.suffix_of(file)
    chart = PLOTS[name].draw(
        state.dataset,
        language=language,
        start=start,
        end=end,
        direction=direction,
        visit=visit,
        about=about,
        measure=measure,
        width=width,
        height=height,
    )
    Page().line(str(saving.save(chart, file, scale=scale, fonts=fonts)))


plot.help = (plot.help or "").format(pictures=", ".join(PLOTS))
