"""The page of the panel leaves no variable out."""

from pathlib import Path

import pytest

from vnjp_dataset.insight.panel import DYADS, GROUPS, State

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/panel.md"


@pytest.mark.parametrize("title", GROUPS)
def test_every_variable_is_documented(title: str) -> None:
    """Each variable stands under its heading, in order, with its unit and what it holds."""
    text = PAGE.read_text(encoding="utf-8").partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    for line, one in zip(rows, GROUPS[title], strict=True):
        assert line.startswith(f"| `{one.name}` | ")
        assert line.endswith(f" | {one.doc} |")
        assert f" | {one.unit} | {'yes' if one.directed else 'no'} | " in line


@pytest.mark.parametrize("state", DYADS["VN-JP"], ids=lambda one: one.name)
def test_every_code_is_documented(state: State) -> None:
    """The codes of both states stand in the page."""
    text = PAGE.read_text(encoding="utf-8")
    assert f"| {state.name} | ISO 3166-1 | {state.iso3n} | {state.iso2c}, {state.iso3c} | all |" in text
    for name, listing in (("Correlates of War", state.cow), ("Gleditsch–Ward", state.gw)):
        assert f"| {state.name} | {name} | {listing.number} | {listing.abbreviation} | " in text
