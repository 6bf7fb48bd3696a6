"""The page of the mapping leaves nothing out."""

from pathlib import Path

import pytest

from vnjp_dataset.export.rdf.additions import all_properties
from vnjp_dataset.export.rdf.mapping import classes_of
from vnjp_dataset.export.rdf.names import PREFIXES, compact
from vnjp_dataset.export.rdf.properties import classes
from vnjp_dataset.export.rdf.vocabularies import VOCABULARIES

PAGE = (Path(__file__).resolve().parents[2] / "docs/reference/linked-data.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("cls", classes(), ids=lambda cls: cls.__name__)
def test_every_class_has_a_section(cls: type) -> None:
    """A class of the model is there with the classes it belongs to and with every property of its instances."""
    start = f"\n`{compact(classes_of(cls)[0])}`"
    assert PAGE.count(start) == 1
    section = PAGE.partition(start)[2].partition("\n#")[0]
    common = PAGE.partition("All of them have:")[2].partition("\n#")[0]
    assert all(f"`{compact(one)}`" in section for one in classes_of(cls)[1:])
    for prop in all_properties(cls):
        assert f"`{compact(prop.iri)}`" in section + common


def test_prefixes_and_vocabularies_are_there() -> None:
    """Every prefix and every scheme is named."""
    assert all(f"| `{prefix}:` | `{start}` |" in PAGE for prefix, start in PREFIXES.items())
    assert all(f"| `term:{name}` |" in PAGE for name in VOCABULARIES.values())
