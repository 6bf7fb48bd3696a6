"""What was searched, on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from vnjp_dataset import Dataset, load

Run = Callable[..., Result]
BASE = Path(__file__).parents[1] / "checks" / "base"


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return the dataset of a small tree with a coverage row."""
    return load(BASE)


def test_nothing_searched_is_said(run: Run) -> None:
    """A tree without rows was not searched, and its zeros say so."""
    text = run("coverage", "visits", "--from", "1994", "--to", "1995").stdout
    assert "not-searched" in text
    years = run("coverage", "visits", "--from", "1993", "--to", "1995", "--by-year").stdout
    assert years == "1993  not searched\n1994  1\n1995  2\n"


def test_json_is_what_the_library_answers(run: Run, base: Dataset) -> None:
    """Rank, direction and period are passed on."""
    asked = ("visits", "--rank", "head-of-state", "--direction", "VN-JP", "--from", "2020", "--to", "2022-06")
    found = json.loads(run("coverage", *asked, "--format", "json", data=BASE).stdout)
    assert (
        found
        == base.coverage_of("visits", rank="head-of-state", direction="VN-JP", start="2020", end="2022-06").plain()
    )
    years = json.loads(run("coverage", *asked, "--by-year", "--format", "json", data=BASE).stdout)
    assert years == base.counts_by_year("visits", "2020", "2022-06", rank="head-of-state", direction="VN-JP").plain()
    assert [one["words"] for one in years["years"]] == ["not searched", "1", "none took place"]


def test_text_names_the_rows(run: Run, base: Dataset) -> None:
    """What was searched and what is missing stand below the stretches."""
    text = run("coverage", "visit", data=BASE, width=400).stdout
    for row in base.coverage_of("visits").rows:
        assert row.id in text
        assert row.swept in text


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("coverage", "people"), 2),
        (("coverage", "visitors"), 2),
        (("coverage", "visits", "--rank", "king"), 2),
        (("coverage", "visits", "--from", "2010", "--to", "2000"), 2),
        (("coverage", "agreements", "--rank", "minister", "--by-year"), 2),
        (("coverage", "mechanisms", "--by-year"), 2),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, words: tuple[str, ...], code: int) -> None:
    """A kind that nobody searched for as such, an unknown rank and a period that ends before it starts are refused."""
    assert run(*words).exit_code == code
