"""Where answers go: lines for readers, JSON and CSV for programs."""

import json
import os
import re
import sys
from typing import NoReturn

import click
from rich.console import Console

UNLIMITED = 1_000_000
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_C1 = re.compile(r"[\x7f-\x9f]")


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        """Leave it to the one place that ends the program."""
        raise BrokenPipeError


def console() -> Console:
    """Return a console on standard output that colours only a terminal's text and interprets none of it."""
    return _Console(markup=False, emoji=False, highlight=False)


def row_width(screen: Console) -> int:
    """Return how wide a row may be: the terminal's width, or COLUMNS; a file or pipe sets no limit."""
    return screen.width if screen.is_terminal or os.environ.get("COLUMNS") else UNLIMITED


def is_ascii(screen: Console) -> bool:
    """Whether standard output cannot show more than the letters of its own code page."""
    return not screen.encoding.lower().startswith("utf")


def clean(text: str) -> str:
    """Return text without what would steer a terminal: control characters and marks that turn the writing direction."""
    return _CONTROLS.sub("\ufffd", text)


def say_json(plain: object) -> None:
    """Print plain data as JSON."""
    text = json.dumps(plain, ensure_ascii=False, indent=2)
    say_data(_C1.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")


def say_data(text: str) -> None:
    """Print text for programs: always UTF-8, unless a terminal shows it."""
    click.echo(text if sys.stdout.isatty() else text.encode("utf-8"), nl=False)
