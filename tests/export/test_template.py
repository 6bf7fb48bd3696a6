"""Templates read without problems, as they stand and with optional keys taken in."""

import re
from collections.abc import Iterator

import pytest

from vnjp_dataset.export.template import EXAMPLE_ID, template
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.model.shape import field_types
from vnjp_dataset.reading import structure
from vnjp_dataset.reading.nodes import parse


def read(kind: KindName, text: str) -> Record:
    """Read a record as its file or table would be read."""
    node, problems = parse(text.encode("utf-8"), "template.yaml")
    assert problems == []
    assert node is not None
    plain = node.plain()
    assert isinstance(plain, dict)
    found = plain[EXAMPLE_ID] if KINDS[kind].layout == "table" else plain
    if kind == "milestones" and isinstance(found, dict) and "level" in found:
        # Levels belong to the ladder's milestones, others have none.
        found["kind"] = "partnership"
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
    states = [read(kind, text) for text in unfolded(template(kind))]
    assert len(states) >= 1
    for field, _, _ in field_types(KINDS[kind].record):
        assert getattr(states[-1], field.name) not in (None, ()), field.name


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
