"""Claims are audited on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from vnjp_dataset import Dataset, load
from vnjp_dataset.insight.audit import OUTCOMES, WORDS, Outcome

Run = Callable[..., Result]
BASE = Path(__file__).parents[1] / "checks" / "base"
CLAIM = "2021-visit-ordinal"


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return the dataset of a small tree with a claim."""
    return load(BASE)


def test_a_claim_is_judged(run: Run, base: Dataset) -> None:
    """The verdict stands with the records counted and the coverage row."""
    text = run("audit", CLAIM, data=BASE, width=300).stdout
    (verdict,) = base.audit(CLAIM)
    assert f"{CLAIM}: {WORDS[verdict.outcome]}" in text
    for one in (*verdict.records, *verdict.rows):
        assert one.id in text


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_verdicts_narrow_the_list(run: Run, base: Dataset, outcome: Outcome) -> None:
    """Only claims of the verdict asked for are listed; JSON is what the library answers."""
    found = json.loads(run("audit", "--verdict", outcome, "--format", "json", data=BASE).stdout)
    assert found == base.audit(verdict=outcome).plain()
    assert {one["verdict"] for one in found["verdicts"]} <= {outcome}


def test_no_claims_are_no_error(run: Run) -> None:
    """A tree without claims is audited in vain."""
    done = run("audit")
    assert (done.exit_code, done.stdout) == (0, "0 claims\n")


@pytest.mark.parametrize(("asked", "code"), [("1994-murayama-tomiichi", 2), ("nobody", 1)])
def test_what_is_no_claim_is_refused(run: Run, asked: str, code: int) -> None:
    """A record without a check makes no sense here; an id that is not there is a miss."""
    done = run("audit", asked)
    assert done.exit_code == code
    assert asked in done.stderr


def test_lines_fit_a_narrow_terminal(run: Run) -> None:
    """Long lines are wrapped to the width."""
    assert max(map(len, run("audit", data=BASE, width=60).stdout.splitlines())) <= 60
