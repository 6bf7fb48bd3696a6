"""`vnjp diff`: what changed between two states of the dataset."""

import click

from vnjp_dataset.changes import Diff
from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_data
from vnjp_dataset.cli.page import Page
from vnjp_dataset.versions import diff as compare


@click.command(short_help="Tell what changed between two versions.")
@click.argument("old")
@click.argument("new")
@format_option("text", "json", "markdown")
def diff(old: str, new: str, form: str) -> None:
    """Tell what was added, corrected, re-sourced and retired from OLD to NEW.

    Each is a folder of YAML, a file that `vnjp export json` wrote, a wheel, or a release such as 0.1.0. JSON is what
    the library applies again; Markdown is what the change log has.
    """
    found = compare(old, new)
    if form == "text":
        say_diff(found)
    else:
        say_data(found.json() if form == "json" else found.markdown())


def say_diff(found: Diff) -> None:
    """Print a diff for the terminal."""
    page = Page()
    first, *lines = found.text().splitlines()
    page.line(first, style="bold")
    for line in lines:
        page.line(line)
