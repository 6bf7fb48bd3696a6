"""Second codings are compared on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

MANIFEST = """\
coder: An Example
date: 2026-12-01
instructions: None.
sample:
  drawn: All of them.
  start: 1994
  end: 1995
  kinds: [{kind: visits, fields: [office, end]}]
"""
VISIT = (
    "{direction: JP-VN, lead: Murayama Tomiichi, office: prime-minister-of-japan, start: 1994-08-25, end: 1994-08-27}\n"
)


@pytest.fixture
def coding(tree: Path) -> Path:
    """Return the folder of a coding beside the records."""
    root = tree / "second-coding/an-example"
    (root / "visits").mkdir(parents=True)
    (root / "manifest.yaml").write_text(MANIFEST, encoding="utf-8")
    (root / "visits/1.yaml").write_text(VISIT, encoding="utf-8")
    return root


@pytest.mark.usefixtures("coding")
def test_codings_beside_the_records_are_compared(run: Run) -> None:
    """Text has pairs, fields and disagreements; JSON and Markdown have the same."""
    text = run("agreement").stdout
    assert "1 matched pair, 2 only in the dataset, 0 only in the coding." in text
    assert "visits: end  0 of 1 (0.0%)" in text
    (found,) = json.loads(run("agreement", "--format", "json").stdout)
    assert found["disagreements"][0]["verdict"] == "open"
    assert {one["field"]: one["share"] for one in found["fields"]} == {"office": 1.0, "end": 0.0}
    assert "| visits: office | 1 | 1 | 100.0% | – |" in run("agreement", "--format", "markdown").stdout.splitlines()


def test_one_coding_may_be_named(run: Run, coding: Path) -> None:
    """A folder with a manifest is one coding, one without a folder of several."""
    whole = run("agreement", str(coding.parent)).stdout
    assert run("agreement", str(coding)).stdout == whole == run("agreement").stdout


def test_no_coding_is_no_mistake(run: Run) -> None:
    """That there is none yet is said."""
    assert run("agreement").stdout == "No second coding is stored there yet.\n"
    assert run("agreement", "--format", "markdown").stdout == "No second coding is stored there yet.\n"
    assert json.loads(run("agreement", "--format", "json").stdout) == []


def test_a_wrong_coding_is_told_with_its_place(run: Run, coding: Path) -> None:
    """Exit code 1, and file, line and column of the problem."""
    (coding / "visits/1.yaml").write_text(VISIT.replace("Murayama", "Nobody"), encoding="utf-8")
    result = run("agreement")
    assert result.exit_code == 1
    assert "visits/1.yaml:1:26: lead: expected the id, or a name of its own, of one person" in result.stderr
