"""`vnjp agreement`: second codings compared with the dataset."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import say_data, say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.telling import say_lines
from vnjp_dataset.insight.coding import CodingComparison, compare_codings
from vnjp_dataset.loading import checkout_data
from vnjp_dataset.reading.tree import SECOND_CODING

NONE_YET = "No second coding is stored there yet."


@click.command(short_help="Compare second codings with the dataset.")
@click.argument("path", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@format_option("text", "json", "markdown")
@click.pass_obj
def agreement(state: State, path: Path | None, form: str) -> None:
    """Compare what a second coder wrote down of a sample with the dataset: agreement by field, each disagreement.

    PATH is the folder of one coding or a folder of several; without it, `second-coding` beside the records. Agreement
    is given as a percentage and as Krippendorff's alpha, which needs the extra `coding`.
    """
    found = compare_codings(state.dataset, path or _usual(state.data))
    SHOWS[form](found)


def _usual(data: Path | None) -> Path:
    return (data or checkout_data() or Path()) / SECOND_CODING


def say_text(found: Iterable[CodingComparison]) -> None:
    """Print one comparison after the other."""
    page = Page()
    comparisons = tuple(found)
    if not comparisons:
        page.para(NONE_YET)
    for number, one in enumerate(comparisons):
        if number:
            page.line()
        say_lines(one.lines(), page)


def say_plain(found: Iterable[CodingComparison]) -> None:
    """Print the comparisons as a list of JSON."""
    say_json([one.plain() for one in found])


def say_markdown(found: Iterable[CodingComparison]) -> None:
    """Print the comparisons as tables of Markdown."""
    say_data("\n".join(one.markdown() for one in found) or f"{NONE_YET}\n")


SHOWS: Mapping[str, Callable[[Iterable[CodingComparison]], None]] = MappingProxyType(
    {"text": say_text, "json": say_plain, "markdown": say_markdown}
)
