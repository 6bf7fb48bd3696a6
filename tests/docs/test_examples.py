"""Every example in README, docs and docstrings runs, and says what is shown."""

import doctest
import importlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

import vnjp_dataset
from vnjp_dataset.cli import program

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))))
PACKAGE = Path(vnjp_dataset.__file__).parent
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

BLOCK = re.compile(
    r"(?:^<!-- exit: (?P<exit>[0-9]+) -->\n)?^(?P<indent> *)```(?P<language>\w+)\n(?P<text>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)


class Block(NamedTuple):
    """A block of code in a page."""

    text: str
    line: int
    exit_code: int


class Command(NamedTuple):
    """A command, and what is shown of its output."""

    line: str
    shown: str


def blocks(page: Path, *languages: str) -> Iterator[Block]:
    """Yield the blocks of a page that are in one of some languages."""
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        if match["language"] in languages:
            line = text.count("\n", 0, match.start("text"))
            yield Block(textwrap.dedent(match["text"]), line, int(match["exit"] or 0))


def commands(block: Block) -> list[Command]:
    """Return the commands of a block; a line that starts with `$` begins one, what follows is its output."""
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    return [Command(*part.partition("\n")[::2]) for part in parts if part.strip()]


def name(page: Path) -> str:
    """Return what a page is called in the names of tests."""
    return page.relative_to(ROOT).as_posix()


def run_doctest(test: doctest.DocTest) -> str:
    """Run a test and return what is wrong with it."""
    report: list[str] = []
    doctest.DocTestRunner(optionflags=FLAGS).run(test, out=report.append, clear_globs=False)
    return "".join(report)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a copy of the data, in which the test runs."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# rdflib says so of its own reader of JSON-LD, which mlcroissant calls.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("page", [one for one in PAGES if any(blocks(one, "python", "pycon"))], ids=name)
def test_python_examples_run(page: Path) -> None:
    """What a page shows in Python runs from its first block to its last and gives what is shown."""
    names: dict[str, object] = {"__name__": "__main__"}
    for block in blocks(page, "python", "pycon"):
        if ">>>" not in block.text:
            exec(compile(block.text, name(page), "exec"), names)  # noqa: S102 - that is what examples are for
            continue
        test = doctest.DocTestParser().get_doctest(block.text, names, name(page), str(page), block.line)
        test.globs = names  # one namespace for all blocks of a page; get_doctest has made a copy
        assert not (report := run_doctest(test)), report


@pytest.mark.parametrize("page", [one for one in PAGES if any(blocks(one, "console"))], ids=name)
def test_commands_run(page: Path, checkout: Path) -> None:
    """Every command that a page shows runs, ends as it says and prints what is shown."""
    for block in blocks(page, "console"):
        found = commands(block)
        for place, command in enumerate(found, start=1):
            done = (run_in_shell if set(command.line) & IN_SHELL else run_here)(command.line, checkout)
            wanted = block.exit_code if place == len(found) else 0
            assert done.exit_code == wanted, f"{command.line}\n{done.stdout}{done.stderr}"
            if command.shown:
                assert doctest.OutputChecker().check_output(command.shown, done.stdout, FLAGS), done.stdout


class Done(NamedTuple):
    """How a command ended."""

    exit_code: int
    stdout: str
    stderr: str


IN_SHELL = frozenset("|<>&;$*~`\\")
"""Marks that a shell has a meaning for; a line without them is words."""
ENVIRONMENT = {"PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "200"}


def run_here(line: str, _folder: Path) -> Done:
    """Run a command of the program in this process, where records that were read once need not be read again."""
    first, *words = shlex.split(line)
    assert first == "vnjp"
    result = CliRunner().invoke(program, words, env=ENVIRONMENT)
    return Done(result.exit_code, result.stdout, result.stderr)


def run_in_shell(line: str, folder: Path) -> Done:
    """Run a command as a reader would, with `vnjp` from the environment of the tests."""
    environment = {**os.environ, "PYTHON": sys.executable, **ENVIRONMENT}
    done = subprocess.run(
        ["sh", "-c", f'vnjp() {{ "$PYTHON" -m vnjp_dataset "$@"; }}\n{line}'],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def test_commands_are_found() -> None:
    """The pages show commands of `vnjp`, and no block of them is passed over."""
    shown = [command.line for page in PAGES for block in blocks(page, "console") for command in commands(block)]
    written = sum(page.read_text(encoding="utf-8").count("\n$ ") for page in PAGES)
    assert len(shown) == written > 0
    assert {line.split()[0] for line in shown} <= {"vnjp", "printf"}


@pytest.mark.parametrize(
    "module",
    [path for path in sorted(PACKAGE.rglob("*.py")) if ">>>" in path.read_text(encoding="utf-8")],
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_docstrings_run(module: Path) -> None:
    """Examples in docstrings run and give what is shown."""
    parts = ("vnjp_dataset", *module.relative_to(PACKAGE).with_suffix("").parts)
    found = importlib.import_module(".".join(part for part in parts if part != "__init__"))
    tests = [one for one in doctest.DocTestFinder().find(found) if one.examples]
    assert tests
    for test in tests:
        assert not (report := run_doctest(test)), report
