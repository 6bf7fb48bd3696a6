"""The command line as a page: every command, argument and option."""

import inspect
from collections.abc import Iterator

import click

from vnjp_dataset.cli import program

from .markdown import NOTICE, joined, table

INTRODUCTION = """\
# Command line

`vnjp` comes with the extra `cli`: `pip install "vnjp-dataset[cli]"`; `python -m vnjp_dataset` is the same program.
Each command also tells about itself: `vnjp COMMAND --help`."""


def page() -> str:
    """Return the page."""
    return joined((NOTICE, "", INTRODUCTION, *_command(program, ("vnjp",), 2)))


def _command(command: click.Command, path: tuple[str, ...], level: int) -> Iterator[str]:
    context = click.Context(command, info_name=path[-1])
    yield from ("", f"{'#' * level} {' '.join(path)}", "", "```text", " ".join((*path, *_usage(command))), "```")
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield ""
        yield from _paragraph(paragraph)
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    if options:
        yield ""
        yield from table(("option", "meaning"), ((_names(one), _meaning(one)) for one in options))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            part = command.get_command(context, name)
            if part is not None and not part.hidden:
                yield from _command(part, (*path, name), level + 1)


def _paragraph(text: str) -> Iterator[str]:
    as_written = text.removeprefix("\b\n")
    if as_written == text:
        yield " ".join(text.split())
    else:
        yield from ("```text", *as_written.splitlines(), "```")


def _usage(command: click.Command) -> Iterator[str]:
    if any(isinstance(one, click.Option) for one in command.params):
        yield "[OPTIONS]"
    for one in command.params:
        if isinstance(one, click.Argument):
            choices = "|".join(map(str, one.type.choices)) if isinstance(one.type, click.Choice) else ""
            name = choices or one.metavar or (one.name or "").upper()
            yield name if one.required else f"[{name}]"
    if isinstance(command, click.Group):
        yield command.subcommand_metavar or "COMMAND …"


def _names(option: click.Option) -> str:
    names = ", ".join(f"`{name}`" for name in option.opts)
    value = "" if option.is_flag else f" {option.metavar or _value(option)}"
    return f"{names}{value}"


def _value(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return " or ".join(f"`{choice}`" for choice in option.type.choices)
    return option.type.name.upper()


def _meaning(option: click.Option) -> str:
    usual = f" Else `{option.default}`." if option.show_default else ""
    return f"{option.help or ''}{usual}"
