"""No error reaches a reader as a traceback, and pipes, code pages and colours are as they should be."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from vnjp_dataset.__main__ import main
from vnjp_dataset.errors import SnapshotError

Run = Callable[..., Result]
Command = tuple[str, ...]
WriteFiles = Callable[[Mapping[str, str]], Path]


def process(command: Command, tree: Path, *words: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """Run the program as a process of its own."""
    cleared = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return subprocess.run(
        [*command, "--data", str(tree), *words], env={**cleared, **environment}, capture_output=True, check=False
    )


@pytest.mark.parametrize("blocked", ["click", "rich"])
def test_without_the_extra_one_sentence_tells_how_to_get_it(blocked: str) -> None:
    """Exit code 2, no traceback."""
    code = f"import sys; sys.modules[{blocked!r}] = None; from vnjp_dataset.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "vnjp: the command line needs the extra `cli`: pip install 'vnjp-dataset[cli]'\n"


def test_another_missing_module_is_not_the_extra() -> None:
    """Only the extra's own libraries are reported as missing from it."""
    code = "import sys; sys.modules['attrs'] = None; from vnjp_dataset.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ModuleNotFoundError" in done.stderr


def test_data_that_cannot_be_read_is_told_in_full(run: Run, tmp_path: Path) -> None:
    """Whatever the command, the problems of the tree are printed and the exit code is 1."""
    for words in (("timeline",), ("on", "2015-06-01"), ("list", "visits"), ("show", "x"), ("cite",)):
        result = run(*words, data=tmp_path / "nowhere")
        assert result.exit_code == 1
        assert "expected a folder" in result.stderr
        assert "Traceback" not in result.stderr


def raising(error: BaseException) -> Callable[[object], Any]:
    """Return a function that raises."""

    def fail(_: object) -> Any:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "exit_code", "message"),
    [
        (SnapshotError("the snapshot is damaged"), 1, "Error: the snapshot is damaged\n"),
        (PermissionError(13, "Permission denied", "data/visits"), 1, "Error: data/visits: Permission denied\n"),
        (OSError("something else"), 1, "Error: something else\n"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_errors_become_messages(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, exit_code: int, message: str
) -> None:
    """The library's and the system's errors, and an interruption, each have their exit code."""
    monkeypatch.setattr("vnjp_dataset.cli.state.load", raising(error))
    result = run("timeline")
    assert (result.exit_code, result.stderr) == (exit_code, message)


def test_steering_characters_are_not_printed(run: Run, write_files: WriteFiles) -> None:
    """A name in a foreign tree cannot move the cursor or change colours."""
    folder = write_files({"fields.yaml": 'trade: {name: {en: "\\e[31mTrade\\x9b0m\\u202e"}}\n'})
    for words in (("show", "trade"), ("list", "fields"), ("list", "fields", "--format", "json")):
        printed = run(*words, data=folder).stdout
        assert "Trade" in printed
        assert not set(printed) & {"\x1b", "\x9b"}
    assert json.loads(printed)[0]["name"]["en"] == "\x1b[31mTrade\x9b0m\u202e"


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_reader_that_leaves_is_no_error(command: Command, tree: Path, form: str) -> None:
    """A broken pipe is silent."""
    words = [*command, "--data", str(tree), "list", "visits", "--format", form]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        # The reader is gone long before the program has started and read its data.
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 141


def test_letters_that_the_code_page_lacks_do_not_fail(command: Command, tree: Path) -> None:
    """Text shows `?` for them and drawings are ASCII; what programs read stays UTF-8."""
    shown = process(command, tree, "show", "murayama-tomiichi", PYTHONIOENCODING="ascii")
    assert shown.returncode == 0, shown.stderr
    assert b"Murayama Tomiichi" in shown.stdout
    drawn = process(command, tree, "timeline", PYTHONIOENCODING="ascii")
    assert b"<- Murayama Tomiichi" in drawn.stdout
    listed = process(command, tree, "list", "people", "--format", "json", PYTHONIOENCODING="ascii")
    assert "村山富市" in listed.stdout.decode("utf-8")


def test_a_pipe_has_no_colours(command: Command, tree: Path) -> None:
    """Nothing but a terminal is coloured."""
    assert b"\x1b" not in process(command, tree, "timeline", TERM="xterm-256color").stdout


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal there")
@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_has_colours_unless_it_wants_none(
    command: Command, tree: Path, environment: Mapping[str, str], *, coloured: bool
) -> None:
    """NO_COLOR is honoured."""
    import pty

    ours, theirs = pty.openpty()
    cleared = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    with subprocess.Popen(
        [*command, "--data", str(tree), "on", "1994-08-26"],
        stdout=theirs,
        env={**cleared, "TERM": "xterm-256color", **environment},
    ) as running:
        os.close(theirs)
        printed = b""
        try:
            while part := os.read(ours, 65536):
                printed += part
        except OSError:  # Linux says so at the end
            pass
    os.close(ours)
    assert running.returncode == 0
    assert (b"\x1b[36m" in printed) is coloured


def test_the_console_script_runs_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tree: Path
) -> None:
    """`vnjp` ends with the exit code of its command."""
    for words, exit_code in ((["show", "hanoi"], 0), (["show", "hanoy"], 1), (["hanoi"], 2)):
        monkeypatch.setattr("sys.argv", ["vnjp", "--data", str(tree), *words])
        with pytest.raises(SystemExit) as end:
            main()
        assert end.value.code == exit_code
    printed = capsys.readouterr()
    assert "municipality" in printed.out
    assert "did you mean `hanoi`" in printed.err


def test_an_interruption_before_the_command_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever the program is interrupted, it ends with 130."""

    def interrupted(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("vnjp_dataset.cli.app.program", interrupted)
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 130


def test_version_and_help(run: Run) -> None:
    """The version is the package's; the help names exit codes and completion."""
    assert run("--version", data=None).stdout.startswith("vnjp 0.")
    shown = run("--help", data=None).stdout
    assert "Exit codes" in shown
    assert "vnjp completion" in shown


def test_a_pipe_keeps_a_row_on_a_line(command: Command, tree: Path) -> None:
    """Where nobody reads a screen, rows are not broken."""
    lines = process(command, tree, "list", "agreements").stdout.decode("utf-8").splitlines()
    assert lines[1].split()[:3] == ["1994-notes", "1994-08-26", "exchange-of-notes"]
