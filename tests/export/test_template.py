"""Templates read without problems, as they stand and with optional keys taken in."""

import re
from collections.abc import Iterator

import pytest

from vnjp_dataset.export.template import EXAMPLE_ID, template
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.model.shape import field_types
from vnjp_dataset.reading import structure
from vnjp_dataset.reading.nodes import parse


def read(kind: KindName, text: str, *, ladder: bool = False) -> Record:
    """Read a record as its file or table would be read; a milestone as one of the ladder, or as a first."""
    node, problems = parse(text.encode("utf-8"), "template.yaml")
    assert problems == []
    assert node is not None
    plain = node.plain()
    assert isinstance(plain, dict)
    found = plain[EXAMPLE_ID] if KINDS[kind].layout == "table" else plain
    if kind == "milestones" and isinstance(found, dict):
        # Levels belong to the ladder's milestones, checks to those that were the first of their kind.
        ladder = ladder and "level" in found
        found.pop("check" if ladder else "level", None)
        found["kind"] = "partnership" if ladder else "first"
    return structure(found, KINDS[kind].record, EXAMPLE_ID)


def unfolded(text: str) -> Iterator[str]:
    """Yield a template with ever more of its optional keys, until there are no more."""
    before = ""
    while text != before:
        yield text
        before, text = text, "\n".join(re.sub(r"^((?: |- )*)# ", r"\1", line) for line in text.split("\n"))


@pytest.mark.parametrize("kind", list(KINDS))
def test_templates_read_without_problems(kind: KindName) -> None:
    """Every example is of its key's type, and every optional key may be taken in."""
    states = [[read(kind, text, ladder=one) for one in (False, True)] for text in unfolded(template(kind))]
    assert len(states) >= 1
    for field, _, _ in field_types(KINDS[kind].record):
        assert any(getattr(one, field.name) not in (None, ()) for one in states[-1]), field.name


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_field_is_documented(kind: KindName) -> None:
    """What the model says of a field stands above its key."""
    words = " ".join(line.strip(" #") for line in template(kind).splitlines())
    for field, _, doc in field_types(KINDS[kind].record):
        assert field.name == "id" or doc in words, field.name


def test_the_id_is_in_its_place() -> None:
    """A file's template names the file, a table's has the id as its key."""
    assert "data/visits/2024-somebody.yaml" in " ".join(template("visits", "2024-somebody").split())
    assert "\nhue:\n" in template("places", "hue")
