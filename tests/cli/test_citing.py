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
