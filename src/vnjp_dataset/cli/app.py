"""The program: its commands, and what becomes of errors."""

import contextlib
import os
import sys
from pathlib import Path
from typing import Any

import click

from vnjp_dataset.cli.agreeing import agreement
from vnjp_dataset.cli.asymmetric import asymmetries
from vnjp_dataset.cli.auditing import audit
from vnjp_dataset.cli.checking import check
from vnjp_dataset.cli.citing import cite
from vnjp_dataset.cli.comparing import diff
from vnjp_dataset.cli.completion import PROGRAM, completion
from vnjp_dataset.cli.covering import coverage
from vnjp_dataset.cli.explaining import explain
from vnjp_dataset.cli.exporting import export
from vnjp_dataset.cli.listing import KindCommands
from vnjp_dataset.cli.new import new
from vnjp_dataset.cli.on import on
from vnjp_dataset.cli.output import clean
from vnjp_dataset.cli.panel import panel
from vnjp_dataset.cli.plotting import plot
from vnjp_dataset.cli.releasing import release
from vnjp_dataset.cli.resolving import resolve
from vnjp_dataset.cli.search import search
from vnjp_dataset.cli.show import show
from vnjp_dataset.cli.state import State
from vnjp_dataset.cli.timeline import timeline
from vnjp_dataset.cli.verifying import verify
from vnjp_dataset.errors import DatasetError, QueryError
from vnjp_dataset.version import __version__

INTERRUPTED = 130
BROKEN_PIPE = 141
"""128 and the number of SIGPIPE, as a shell reports a program that lost its reader."""


class Failure(click.ClickException):
    """An error that is told in one message."""

    exit_code = 1

    def __init__(self, message: str) -> None:
        super().__init__(clean(message))


class Misuse(Failure):
    """A question that makes no sense."""

    exit_code = 2


class Program(click.Group):
    """The group of all commands; no error leaves it with a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and turn the library's and the system's errors into messages and exit codes."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except DatasetError as error:
            raise (Misuse if isinstance(error, QueryError) else Failure)(str(error)) from None
        except BrokenPipeError:
            leave_pipe()
            ctx.exit(BROKEN_PIPE)
        except OSError as error:
            place = f"{error.filename}: " if error.filename else ""
            raise Failure(f"{place}{error.strerror or error}") from None
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        return result


def leave_pipe() -> None:
    """Send what is still waiting to be written nowhere, so that nobody complains at the end of the program."""
    # Where standard output is no file, as in a test, there is nothing to send elsewhere.
    with contextlib.suppress(OSError), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
@click.option(
    "--data",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Use the YAML tree in this folder instead of the dataset of the package.",
)
@click.pass_context
def program(ctx: click.Context, data: Path | None) -> None:
    """Vietnam–Japan relations since 1973: visits, agreements, milestones and more, each with its sources.

    Exit codes: 0 done; 1 problems found, no record of that id, or data that cannot be read or written; 2 a command,
    option, criterion or date that makes no sense. Colour appears on a terminal only and never where NO_COLOR is set.
    `vnjp completion` tells how to complete commands and ids in the shell.
    """
    ctx.obj = State(data)


for command in (
    agreement,
    asymmetries,
    audit,
    check,
    cite,
    completion,
    coverage,
    diff,
    explain,
    export,
    new,
    on,
    panel,
    plot,
    release,
    resolve,
    search,
    show,
    timeline,
    verify,
):
    program.add_command(command)
program.add_command(
    KindCommands(
        "list",
        subcommand_metavar="KIND [OPTIONS]",
        help="List the records of a kind: all of them, or those that meet every criterion given.",
        short_help="List records of a kind.",
    )
)


def run() -> None:
    """Run the program and end with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # A letter that the terminal does not have is shown as `?`; it is no reason to fail.
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="replace")
    try:
        program(prog_name=PROGRAM)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            leave_pipe()
