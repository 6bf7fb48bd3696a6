"""Texts as hard as they come, and datasets that are full of one of them."""

from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, Agreement, KindName, Meeting, PersonName, Record, Source, Text

_HARD: tuple[str, ...] = (
    "]]>",
    "</data><script>alert(1)</script>",
    "a & b < c > d \" '",
    "\\N \\n \\, \\; \\\\",
    "BEGIN:VEVENT\r\nEND:VEVENT",
    "a\rb\r\nc\x0bd\x85e\u2028f",
    "\x00\x07\x1b[31m\x7f\x9f",
    "\u202eright to left\u202c",
    "\u0301lone mark",
    "\ufffe\uffff\ufdd0",
    "@misc{a, title = {b}}, % \\end",
    "a" * 200,
    "京" * 100,
)


def any_text() -> SearchStrategy[str]:
    """Make any text that is not blank, control characters included."""
    anything = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
    return st.sampled_from(_HARD) | anything.filter(lambda text: bool(text.strip()))


@st.composite
def full_of(draw: DrawFn, text: SearchStrategy[str], *, max_visits: int = 1) -> tuple[Dataset, str]:
    """Make datasets of which every name, title, summary and role is one and the same text, and that text."""
    dataset = draw(strategies.datasets(min_visits=1, max_visits=max_visits))
    words = draw(text)
    filled: dict[KindName, tuple[Record, ...]] = {
        kind: tuple(_filled(one, words) for one in dataset.records(kind)) for kind in KINDS
    }
    return Dataset(filled, version=dataset.version), words


def _filled(record: Record, words: str) -> Record:
    changes: dict[str, Any] = {}
    for name in ("name", "title"):
        one = getattr(record, name, None)
        if isinstance(one, Text | PersonName):
            changes[name] = attrs.evolve(one, en=words)
    if hasattr(record, "summary"):
        changes["summary"] = words
    if isinstance(record, Source):
        changes["documents"] = tuple(attrs.evolve(one, title=words) for one in record.documents)
    if isinstance(record, Agreement):
        changes["parties"] = tuple(attrs.evolve(one, role=words) for one in record.parties)
    if isinstance(record, Meeting):
        changes["participants"] = tuple(attrs.evolve(one, role=words) for one in record.participants)
    return attrs.evolve(record, **changes)
