"""`vnjp check`: everything that is wrong with the data."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs
import click

from vnjp_dataset.checks import check as check_rules
from vnjp_dataset.cli.options import format_option
from vnjp_dataset.cli.output import clean, say_json
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.state import State
from vnjp_dataset.errors import InvalidDataError, Problem


@attrs.frozen
class Report:
    """What a check found; `records` is None where the data could not be read, so that no rule was asked."""

    problems: tuple[Problem, ...]
    records: int | None

    @property
    def errors(self) -> int:
        """How many problems must be mended."""
        return sum(one.severity == "error" for one in self.problems)

    @property
    def summary(self) -> str:
        """The report in one line."""
        warnings = len(self.problems) - self.errors
        count = f"{_count(self.errors, 'error')}, {_count(warnings, 'warning')}"
        if self.records is None:
            return f"{count}; the rules between records come once the files can be read"
        return f"{count} in {_count(self.records, 'record')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


@click.command(short_help="Find what is wrong with the data.")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@format_option("text", "json", "github")
@click.pass_obj
@click.pass_context
def check(ctx: click.Context, state: State, path: Path | None, form: str) -> None:
    """Check the data in PATH, or the dataset, and print every problem with its place.

    Ends with exit code 1 if there are errors; warnings alone do not fail. The format `github` writes annotations
    for GitHub Actions.
    """
    report = report_on(State(path) if path else state)
    SHOWS[form](report)
    ctx.exit(1 if report.errors else 0)


def report_on(state: State) -> Report:
    """Return what is wrong with some data: what cannot be read, else what breaks a rule."""
    try:
        dataset = state.dataset
    except InvalidDataError as error:
        return Report(error.problems, None)
    return Report(check_rules(dataset), len(dataset))


def say_text(report: Report) -> None:
    """Print a problem a line and a summary."""
    page = Page()
    for one in report.problems:
        mark = "" if one.severity == "error" else f"{one.severity}: "
        page.line(f"{mark}{one}")
    page.line(report.summary, style="bold red" if report.errors else "bold green")


def say_plain(report: Report) -> None:
    """Print the report as JSON."""
    say_json(
        {
            "records": report.records,
            "errors": report.errors,
            "warnings": len(report.problems) - report.errors,
            "problems": [attrs.asdict(one) for one in report.problems],
        }
    )


def say_github(report: Report) -> None:
    """Print a workflow command of GitHub Actions for each problem, then the summary."""
    for line in annotations(report.problems):
        click.echo(line)
    click.echo(report.summary)


def annotations(problems: Iterable[Problem]) -> Iterable[str]:
    """Yield problems as GitHub's annotations."""
    for one in problems:
        found = {"file": one.file, "line": one.line, "col": one.column, "title": one.rule}
        places = ",".join(f"{key}={_property(str(value))}" for key, value in found.items() if value is not None)
        subject = ": ".join(part for part in (one.record, one.path) if part)
        hint = f" – {one.hint}" if one.hint else ""
        message = f"{f'{subject}: ' if subject else ''}{one.message}{hint}"
        yield f"::{'error' if one.severity == 'error' else 'warning'} {places}::{_message(message)}"


def _message(text: str) -> str:
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return clean(escaped)


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


SHOWS: Mapping[str, Callable[[Report], None]] = MappingProxyType(
    {"text": say_text, "json": say_plain, "github": say_github}
)
