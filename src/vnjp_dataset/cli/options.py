"""Options that several commands have in common."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


class FormatOption(click.Option):
    """The option `--format`, with the formats that a command knows, its usual one first."""

    def __init__(self, *formats: str) -> None:
        super().__init__(
            ["--format", "form"],
            type=click.Choice(formats),
            default=formats[0],
            show_default=True,
            help="How to print it: for readers or for programs.",
        )


def format_option(*formats: str) -> Callable[[F], F]:
    """Return the decorator that gives a command its option `--format`."""

    def add(function: F) -> F:
        # Where click's decorators keep the options of a command that is still a function.
        function.__dict__.setdefault("__click_params__", []).append(FormatOption(*formats))
        return function

    return add
