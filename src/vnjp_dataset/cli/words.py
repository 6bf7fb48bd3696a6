"""Arguments of commands: kinds and ids, with completion in the shell."""

from collections.abc import Mapping
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from vnjp_dataset.cli.state import State
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import DatasetError
from vnjp_dataset.model import KINDS, KindName
from vnjp_dataset.nearest import did_you_mean


def kind_words() -> Mapping[str, KindName]:
    """Return what a kind may be called: `visits` or `visit`."""
    return {word: kind.name for kind in KINDS.values() for word in (kind.one.partition(" ")[0], kind.name)}


def kind_called(word: str) -> KindName | None:
    """Return the kind that a word means, if any."""
    return kind_words().get(word.lower())


def as_kind(ctx: click.Context, param: click.Parameter, value: str) -> KindName:
    """Return the kind that an argument means, or fail with those that may have been meant."""
    kind = kind_called(value)
    if kind is None:
        raise click.BadParameter(no_such_kind(value), ctx, param)
    return kind


def no_such_kind(word: str) -> str:
    """Say that no kind is called so, and what may have been meant."""
    hint = did_you_mean(word, KINDS) or f"one of {', '.join(KINDS)}"
    return f"no kind of record is called `{word}` – {hint}"


def complete_kind(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the name of a kind, in the singular."""
    singular = (kind.one.partition(" ")[0] for kind in KINDS.values())
    return [CompletionItem(word) for word in singular if word.startswith(incomplete)]


def complete_id(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a record, with what it stands for."""
    dataset = quiet_dataset(ctx)
    found = () if dataset is None else (one for one in dataset if one.id.startswith(incomplete))
    return [CompletionItem(one.id, help=one.heading[:60]) for one in found]


def quiet_dataset(ctx: click.Context) -> Dataset | None:
    """Return the dataset, or None where it cannot be read: completion has nowhere to complain."""
    data = ctx.find_root().params.get("data")
    try:
        return State(Path(data) if data else None).dataset
    except (DatasetError, OSError):
        return None
