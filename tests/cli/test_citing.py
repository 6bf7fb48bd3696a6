"""The citation is printed in every style."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

from vnjp_dataset.citation import STYLES

Run = Callable[..., Result]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_names_version_and_fingerprint(run: Run, style: str) -> None:
    """A citation without its version would be none."""
    everything = json.loads(run("cite", "--format", "json").stdout)
    text = run("cite", "--style", style).stdout
    assert everything["fingerprint"] in text
    assert everything["version"] in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_json_holds_all_styles(run: Run) -> None:
    """CSL is JSON itself and stands there as such."""
    everything = json.loads(run("cite", "--format", "json").stdout)
    assert set(everything) == {"version", "fingerprint", *STYLES}
    assert everything["csl"][0]["type"] == "dataset"
    assert run("cite").stdout == everything["apa"] + "\n"


def test_records_are_cited_with_their_sources(run: Run) -> None:
    """Ids give these records, with their own fingerprint and the documents behind them."""
    whole = json.loads(run("cite", "--format", "json").stdout)
    some = json.loads(run("cite", "1994-murayama-tomiichi", "1995-le-duc-anh", "--format", "json").stdout)
    assert some["records"] == ["1994-murayama-tomiichi", "1995-le-duc-anh"]
    assert some["documents"] == ["gazette/1994-notes"]
    assert some["fingerprint"] != whole["fingerprint"]
    assert "The Gazette. (1994, August 27). Notes on a visit. https://example.org/notes" in some["apa"]
    assert run("cite", "1994-murayama").exit_code == 1


@pytest.mark.parametrize("style", STYLES)
def test_a_list_is_cited(run: Run, style: str) -> None:
    """A list in the format of a style is the citation of what it lists."""
    listed = run("list", "visits", "--year", "1995", "--format", style)
    assert listed.exit_code == 0
    assert listed.stdout == run("cite", "1995-vo-van-kiet", "1995-le-duc-anh", "--style", style).stdout
