"""`vnjp plot` draws into the file that it is told."""

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import Result

from vnjp_dataset.cli import program
from vnjp_dataset.plots import PLOTS

Run = Callable[..., Result]


def completed(tree: Path, *words: str, incomplete: str = "") -> list[str]:
    """Return what a shell would be offered."""
    found = ShellComplete(program, {}, "vnjp", "_VNJP_COMPLETE")
    return [item.value for item in found.get_completions(["--data", str(tree), *words], incomplete)]


@pytest.mark.parametrize("name", [one for one in PLOTS if one != "measures"])
def test_the_path_is_printed(run: Run, tmp_path: Path, name: str) -> None:
    """Each picture of the small tree is written, and its file is named."""
    file = tmp_path / "made" / f"{name}.json"
    result = run("plot", name, "-o", str(file), "--from", "1990", "--to", "1996", "--direction", "JP-VN")
    assert (result.exit_code, result.stdout) == (0, f"{file}\n"), result.stderr
    assert "1990–1996" in json.loads(file.read_text("utf-8"))["usermeta"]["title"]


def test_the_language_is_that_asked_for(run: Run, tmp_path: Path) -> None:
    """In title and names."""
    file = tmp_path / "one.json"
    assert run("plot", "timeline", "-o", str(file), "--language", "ja").exit_code == 0
    spec = json.loads(file.read_text("utf-8"))
    assert spec["usermeta"]["language"] == "ja"
    assert "村山富市" in {row["name"] for row in spec["datasets"]["visits"]}


def test_options_reach_their_pictures(run: Run, tmp_path: Path) -> None:
    """A visit, a record, a size."""
    file = tmp_path / "one.json"
    assert run("plot", "map", "-o", str(file), "--visit", "1994-murayama-tomiichi", "--height", "400").exit_code == 0
    assert "Murayama" in json.loads(file.read_text("utf-8"))["usermeta"]["title"]
    assert run("plot", "network", "-o", str(file), "--about", "le-duc-anh", "--width", "1200").exit_code == 0
    assert "Le Duc Anh" in json.loads(file.read_text("utf-8"))["usermeta"]["title"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("timeline", "-o", "one.gif"), 2, "expected a suffix of .html, .json, .svg, .png, got `.gif`"),
        (("timeline", "-o", "one.json", "--visit", "x"), 2, "the picture `timeline` has no option `visit`"),
        (("map", "-o", "one.json", "--visit", "1994-murayama-tomichi"), 1, "did you mean `1994-murayama-tomiichi`"),
        (("measures", "-o", "one.json"), 2, "no measure given"),
        (("measures", "-o", "one.json", "--measure", "x"), 1, "no record `x` in measures"),
        (("visits", "-o", "one.png", "--scale", "0"), 2, "scale: expected 0.1 to 10"),
        (("visits", "-o", "one.json", "--width", "5"), 2, "width: expected 300 to 4000 pixels"),
    ],
)
def test_what_makes_no_sense_is_one_message(
    run: Run, tmp_path: Path, *, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], code: int, message: str
) -> None:
    """Misuse ends with 2, a record that is not there with 1; nothing is written."""
    monkeypatch.chdir(tmp_path)
    result = run("plot", *words)
    assert result.exit_code == code
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not list(tmp_path.glob("one.*"))


def test_words_and_ids_are_completed(tree: Path) -> None:
    """Pictures, languages, visits and records; measures where there are any."""
    assert completed(tree, "plot", incomplete="ti") == ["timeline"]
    assert completed(tree, "plot", "map", "--language") == ["en", "vi", "ja"]
    assert completed(tree, "plot", "map", "--visit", incomplete="1994") == ["1994-murayama-tomiichi"]
    assert completed(tree, "plot", "network", "--about", incomplete="le-") == ["le-duc-anh"]
    assert completed(tree, "plot", "measures", "--measure") == []
    assert completed(tree / "nowhere", "plot", "map", "--visit") == []


def test_the_command_names_every_picture() -> None:
    """Its help does."""
    command = program.commands["plot"]
    assert isinstance(command, click.Command)
    assert all(name in (command.help or "") for name in PLOTS)
