"""The reference leaves nothing out."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import vnjp_dataset
from vnjp_dataset import strategies
from vnjp_dataset.checks import RULE_TABLE
from vnjp_dataset.cli import program
from vnjp_dataset.collection import Collection
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, Kind, Record
from vnjp_dataset.model.shape import field_types

REFERENCE = Path(__file__).resolve().parents[2] / "docs/reference"


def section(page: str, heading: str) -> str:
    """Return what stands under a heading, up to the next one."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    start = f"\n{heading}\n"
    assert start in text, f"{page} has no section {heading!r}"
    return text.partition(start)[2].partition("\n#")[0]


def commands(
    command: click.Command, path: tuple[str, ...] = ("vnjp",)
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield a command and all below it, each with its words."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            part = command.get_command(context, name)
            assert part is not None
            yield from commands(part, (*path, name))


COMMANDS = tuple(commands(program))


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _ in COMMANDS])
def test_every_command_and_option_is_documented(path: tuple[str, ...], command: click.Command) -> None:
    """Each command has a section with its help, and each option stands there with its help."""
    text = section("cli.md", f"{'#' * (len(path) + 1)} {' '.join(path)}")
    assert command.help
    assert " ".join(command.help.split("\n\n")[0].split()) in text
    for option in command.params:
        if isinstance(option, click.Option):
            line = next(line for line in text.splitlines() if f"`{option.opts[-1]}`" in line)
            assert option.help
            assert option.help in line.replace("\\|", "|")


@pytest.mark.parametrize("name", vnjp_dataset.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    """Each public name of the package stands in the page of the library."""
    text = section("api.md", "## Names of `vnjp_dataset`")
    assert any(line.startswith((f"| `{name}`", f"| `{name}(")) for line in text.splitlines())


@pytest.mark.parametrize("name", strategies.__all__)
def test_every_strategy_is_documented(name: str) -> None:
    """Each strategy stands in the page of the library."""
    assert f"| `{name}(" in section("api.md", "## vnjp_dataset.strategies")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_criterion_is_documented(kind: Kind) -> None:
    """Each criterion of a collection's `where` stands under the collection."""
    text = section("api.md", f"### ds.{kind.name}")
    collection: Collection[Record] = getattr(Dataset({}), kind.name)
    for criterion in collection.criteria:
        assert f"| `{criterion}` |" in text


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_is_documented(kind: Kind) -> None:
    """Each field of a kind stands in the codebook with what the model says of it."""
    text = section("codebook.md", f"### {kind.name}")
    for field, _, doc in field_types(kind.record):
        line = next(line for line in text.splitlines() if line.startswith(f"| `{field.name}` |"))
        assert doc
        assert line.endswith(f" {doc} |")


def test_every_rule_is_documented() -> None:
    """Each rule stands in the page of rules with its law and severity."""
    lines = (REFERENCE / "rules.md").read_text(encoding="utf-8").splitlines()
    for rule in RULE_TABLE:
        assert f"| `{rule.id}` | {rule.severity} | {rule.law} |" in lines
