"""`vnjp search`: the records that hold some words."""

import click

from vnjp_dataset.cli import names
from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State


@click.command(short_help="Find records by words.")
@click.argument("text", metavar="TEXT...", nargs=-1, required=True)
@format_option("table", "json")
@click.pass_obj
def search(state: State, text: tuple[str, ...], form: str) -> None:
    """Find the records that hold every word of a text, best first.

    English, Vietnamese with or without diacritics, kanji and kana are all understood; records are also found by the
    names of those they mention.
    """
    dataset = state.dataset
    found = dataset.search(" ".join(text))
    rows = [(one.id, dataset.kind_of(one.id), names.dated(one), names.title(dataset, one)) for one in found]
    if form == "json":
        say_json([{"kind": kind, "id": one, "heading": heading} for one, kind, _, heading in rows])
        return
    page = Page()
    page.table(("id", "kind", "date", "what it is"), rows)
    page.line()
    page.para(f"{len(rows)} found" if rows else "nothing found", style="dim")
