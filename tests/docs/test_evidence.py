"""The tables of how much there is and who stands behind it add up to the dataset."""

from pathlib import Path

from vnjp_dataset import load

PAGE = Path(__file__).resolve().parents[2] / "docs/explanation/coverage.md"


def rows(block: str) -> dict[str, list[str]]:
    """Return the rows of a generated table by their first cell."""
    text = PAGE.read_text(encoding="utf-8").partition(f"<!-- {block} -->\n")[2].partition("<!--")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines()]
    return {first: rest for first, *rest in cells[2:]}


def test_periods_add_up() -> None:
    """Every record begins in one of the periods, and the ranks of both directions make up the visits."""
    ds, found = load(), rows("periods")
    for name, counts in found.items():
        assert sum(int(count or 0) for count in counts[:-1]) == int(counts[-1]), name
    for kind in ("visits", "agreements", "milestones", "commitments", "figures"):
        assert int(found[kind][-1]) == len(ds.records(kind))
    assert sum(int(counts[-1]) for name, counts in found.items() if name.startswith("–")) == len(ds.visits)


def test_a_voice_of_each_side_is_two_publishers() -> None:
    """A Vietnamese and a Japanese voice are two publishers, so that the one share is never above the other."""
    for name, (count, several, both) in rows("voices").items():
        assert int(count) > 0, name
        assert 0 <= int(both.removesuffix("%")) <= int(several.removesuffix("%")) <= 100, name
