"""The shell completes commands, kinds, ids and values."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import Result

from vnjp_dataset.cli import program

Run = Callable[..., Result]


def completed(tree: Path, *words: str, incomplete: str = "") -> list[str]:
    """Return what a shell would be offered."""
    found = ShellComplete(program, {}, "vnjp", "_VNJP_COMPLETE")
    return [item.value for item in found.get_completions(["--data", str(tree), *words], incomplete)]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts_are_printed(run: Run, shell: str) -> None:
    """Each shell has its own script, which calls the program back."""
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_VNJP_COMPLETE={shell}_complete" in result.stdout


def test_ids_are_completed(tree: Path) -> None:
    """Records of any kind are offered by the beginning of their ids."""
    assert completed(tree, "show", incomplete="1995-") == ["1995-vo-van-kiet", "1995-le-duc-anh"]


def test_kinds_are_completed(tree: Path) -> None:
    """Lists take plurals, templates singulars."""
    assert completed(tree, "list", incomplete="vi") == ["visits"]
    assert completed(tree, "new", incomplete="me") == ["meeting", "mechanism", "measure"]


def test_values_are_completed(tree: Path) -> None:
    """The values of a criterion are the dataset's."""
    assert completed(tree, "list", "visits", "--lead", incomplete="m") == ["murayama-tomiichi"]
    assert completed(tree, "list", "visits", "--direction") == ["VN-JP", "JP-VN"]
    assert completed(tree, "list", "visits", "--year", incomplete="19") == []


def test_a_broken_tree_completes_nothing(tmp_path: Path) -> None:
    """Completion has nowhere to complain."""
    assert completed(tmp_path / "nowhere", "show", incomplete="19") == []
    assert completed(tmp_path / "nowhere", "list", "visits", "--lead") == []


def test_the_program_answers_the_shell(tree: Path, command: tuple[str, ...]) -> None:
    """What the script asks for is answered."""
    asked = {"_VNJP_COMPLETE": "bash_complete", "COMP_WORDS": f"vnjp --data {tree} show 1995-vo", "COMP_CWORD": "4"}
    done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    assert done.stdout == "plain,1995-vo-van-kiet\n", done.stderr


def test_every_command_and_option_has_a_help_text() -> None:
    """Nobody has to guess."""
    waiting: list[click.Command] = [program]
    while waiting:
        command = waiting.pop()
        assert command.help, command.name
        ctx = click.Context(command)
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help, (command.name, option.name)
        if isinstance(command, click.Group):
            found = (command.get_command(ctx, name) for name in command.list_commands(ctx))
            waiting.extend(one for one in found if one is not None)
