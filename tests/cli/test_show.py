"""A record is shown whole, with its sources, conflicts and links."""

import io
import json
from collections.abc import Callable

import pytest
from click.testing import Result
from rich.cells import cell_len
from rich.console import Console

from vnjp_dataset import load
from vnjp_dataset.cli.page import Page
from vnjp_dataset.cli.show import Sheet
from vnjp_dataset.model import KINDS
from vnjp_dataset.reading.convert import unstructure

Run = Callable[..., Result]


def test_a_visit_is_shown_whole(run: Run) -> None:
    """Names stand before ids; the source has publisher, title, date and address; the conflict its reason."""
    text = run("show", "1994-murayama-tomiichi", width=120).stdout
    for expected in (
        "Murayama Tomiichi, Prime Minister of Japan, in Vietnam",
        "visit 1994-murayama-tomiichi",
        "Murayama Tomiichi (murayama-tomiichi)",
        "official-visit: 公式訪問",
        "Vo Van Kiet (other)",
        "1994-08-25  talks – Hanoi",
        "with Le Duc Anh",
        "They spoke.",
        "about 2",
        "Notes on a visit",
        "The Gazette, 27 August 1994 [gazette/1994-notes]",
        "https://example.org/notes",
        "supports start, end (page 2)",
        "end: 1994-08-27",
        "not adopted: The other day is a slip.",
    ):
        assert expected in text


def test_small_parts_are_phrases(run: Run) -> None:
    """Sessions, other names, quantities and documents that nobody lists are told in a line each."""
    text = run("show", "vietnam-japan-notes-committee", width=120).stdout
    assert "  - no. 1, 1995-06-01, Hanoi, chaired by Vo Van Kiet (1995-vo-van-kiet)" in text
    assert "1. gazette/nowhere (not among the documents)" in text
    assert "more than 1,500.5 sheets" in run("show", "1994-paper").stdout
    assert "60,000,000 JPY" in run("show", "1994-notes").stdout
    assert "Notable Partnership (en; gazette/1994-notes)" in run("show", "1994-partnership").stdout
    assert "President of Vietnam, 1992-09-23 to 1997-09-24" in run("show", "le-duc-anh").stdout


def test_links_go_both_ways(run: Run) -> None:
    """The records named and those that name it stand below the record, by kind."""
    names, _, named_by = run("show", "1994-murayama-tomiichi").stdout.partition("Named by")
    assert "people" in names.partition("\nNames\n")[2]
    assert "1994-notes" in named_by
    assert "1994-partnership" in named_by


def test_a_publisher_is_shown_with_its_documents(run: Run) -> None:
    """Documents have title, date and address."""
    text = run("show", "gazette").stdout
    assert "Documents (1)" in text
    assert "27 August 1994 [1994-notes]" in text
    assert "https://example.org/notes" in text


def test_json_is_the_plain_form(run: Run) -> None:
    """Programs get the keys of the YAML, with the id."""
    found = json.loads(run("show", "1994-notes", "--format", "json").stdout)
    assert found["id"] == "1994-notes"
    assert found["amount"] == {"value": 60000000, "currency": "JPY"}


def test_an_unknown_id_is_a_miss_with_a_hint(run: Run) -> None:
    """Nothing found ends with exit code 1 and the nearest ids."""
    result = run("show", "murayama")
    assert result.exit_code == 1
    assert "did you mean `murayama-tomiichi`" in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("width", [40, 80])
def test_lines_fit_the_screen(run: Run, width: int) -> None:
    """Only addresses, which stay in one piece, may be wider than the screen."""
    for one in ("1994-murayama-tomiichi", "le-duc-anh", "1994-partnership", "gazette", "hanoi"):
        lines = run("show", one, width=width).stdout.splitlines()
        assert all(cell_len(line) <= width or "https://" in line for line in lines)


def test_real_records_of_every_kind_are_shown() -> None:
    """Each kind's longest record of the real data is shown without an error, and fits a narrow screen."""
    dataset = load()
    for kind in KINDS:
        if kind == "retired":
            continue  # to whoever asks for its id it is a miss
        for longest in sorted(dataset.records(kind), key=lambda one: len(str(unstructure(one))))[-1:]:
            printed = io.StringIO()
            Sheet(dataset, Page(Console(file=printed, width=40))).record(longest)
            assert longest.id in printed.getvalue().replace("\n", "")
            assert all(cell_len(line) <= 40 or "://" in line for line in printed.getvalue().splitlines())
