"""Links between pages lead somewhere."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(sorted((*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))))
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^( *)```.*?^\1```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name(page: Path) -> str:
    """Return what a page is called in the names of tests."""
    return page.relative_to(ROOT).as_posix()


def targets(page: Path) -> list[str]:
    """Return the links of a page to other pages and to headings."""
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    return [one for one in LINK.findall(text) if not re.match(r"[a-z]+:", one)]


def anchors(page: Path) -> set[str]:
    """Return the anchors that Markdown viewers give a page's headings."""
    seen: Counter[str] = Counter()
    found: set[str] = set()
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    for heading in HEADING.findall(text):
        plain = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        found.add(f"{plain}-{seen[plain]}" if seen[plain] else plain)
        seen[plain] += 1
    return found


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_resolve(page: Path) -> None:
    """Every link to a file or heading of the repository finds it."""
    for target in targets(page):
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), f"{name(page)}: {target}"
        assert not anchor or anchor in anchors(linked), f"{name(page)}: {target}"


def test_every_page_is_listed() -> None:
    """The index leads to every page of the documentation."""
    index = ROOT / "docs/index.md"
    listed = {(index.parent / target.partition("#")[0]).resolve() for target in targets(index)}
    assert listed >= set((ROOT / "docs").rglob("*.md")) - {index}
