"""Every reader, given good input with mistakes in it: it reads, or refuses in words, and opens nothing else."""

import functools
import subprocess
import sys
from pathlib import Path

import pytest
from fuzz.mutations import mutations
from fuzz.outcome import Trespass, refusal, watch
from fuzz.targets import TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import DatasetError

ROOT = Path(__file__).parents[2]
FOUND = Path(__file__).parent / "found"


@pytest.mark.parametrize("name", TARGETS)
def test_good_input_is_read(name: str) -> None:
    """Every target passes over all the input that fuzzing starts from."""
    seeds = list(TARGETS[name].seeds())
    assert seeds
    for seed in seeds:
        TARGETS[name].read(seed)


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=40)
@given(data=st.data())
def test_changed_input_is_read_or_refused(name: str, data: st.DataObject) -> None:
    """A few changes to good input never lead to another error, a refusal without words, or anything outside."""
    seed = data.draw(st.sampled_from(_short_first(name)))
    TARGETS[name].read(data.draw(mutations(seed)))


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=25)
@given(data=st.binary(max_size=300))
def test_any_input_is_read_or_refused(name: str, data: bytes) -> None:
    """Nor do any bytes whatever."""
    TARGETS[name].read(data)


@pytest.mark.parametrize("path", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_once_found_stays_mended(path: Path) -> None:
    """Every input that a fuzzer ever found is read, or refused, as it should be."""
    TARGETS[path.parent.name].read(path.read_bytes())


@functools.cache
def _short_first(name: str) -> list[bytes]:
    return sorted(TARGETS[name].seeds(), key=len)


def test_a_trespass_is_noticed(tmp_path: Path) -> None:
    """The watch over what is opened and run sees a file elsewhere, and a program."""
    outside = tmp_path / "outside"
    outside.touch()
    (tmp_path / "inside").mkdir()
    with pytest.raises(Trespass, match="outside"), watch.over(tmp_path / "inside"):
        outside.read_bytes()
    with pytest.raises(Trespass, match="subprocess"), watch.over(tmp_path):
        subprocess.run([sys.executable, "-c", ""], check=True)
    with watch.over(tmp_path):
        outside.read_bytes()


def test_a_wrong_outcome_is_noticed() -> None:
    """Another error passes through, and a refusal without a word is none."""

    def fail(error: Exception) -> None:
        raise error

    with pytest.raises(RecursionError):
        refusal(lambda: fail(RecursionError()))
    with pytest.raises(AssertionError):
        refusal(lambda: fail(DatasetError("a" * 10_000)))
    with pytest.raises(UnicodeEncodeError):
        refusal(lambda: fail(DatasetError("\ud800")))
    assert refusal(lambda: fail(DatasetError("no"))) is not None
    assert refusal(lambda: None) is None


def test_the_command_reads_the_seeds() -> None:
    """`python -m fuzz --seeds` passes every target over its seeds, without the fuzzer, and lists them."""
    command = [sys.executable, "-m", "fuzz", "--seeds"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split()[0] for line in done.stdout.splitlines()[1:]] == list(TARGETS)
