"""Programs that read BibTeX find the documents."""

# The parser comes without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownParameterType=false
# pyright: reportMissingTypeStubs=false, reportUnknownArgumentType=false

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from pybtex.database import BibliographyData, parse_file
from tests.export.anytext import any_text, full_of

from vnjp_dataset.citation.bibtex import escaped
from vnjp_dataset.citation.primary import one_line
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS
from vnjp_dataset.loading import load

ROOT = Path(__file__).parents[2]


def read(dataset: Dataset, folder: Path) -> BibliographyData:
    """Write a dataset and return what a BibTeX parser reads."""
    (path,) = FORMATS["bibtex"].write(dataset, folder)
    return parse_file(path, "bibtex", encoding="utf-8")


def test_every_document_is_an_entry(tmp_path: Path) -> None:
    """The dataset is the first entry; each document follows under its id, with title, address, date and language."""
    dataset = load(ROOT / "data")
    entries = read(dataset, tmp_path).entries
    first, *others = entries
    assert first == dataset.cite().key
    assert set(others) == set(dataset.documents)
    assert len({one.lower() for one in entries}) == len(entries)  # BibTeX takes no notice of case
    for name, document in dataset.documents.items():
        fields = entries[name].fields
        assert fields["title"] == f"{{{escaped(one_line(document.title))}}}"
        assert fields.get("date") == (document.published.text if document.published else None)
        assert (fields["urldate"], fields["language"]) == (document.accessed.text, document.language)
        assert fields["url"].isascii()


@settings(max_examples=12)
@given(full_of(any_text()))
def test_any_title_can_be_read_again(tmp_path_factory: pytest.TempPathFactory, drawn: tuple[Dataset, str]) -> None:
    """Whatever a title holds, every entry is read, and nothing that TeX stops at is in it."""
    dataset, text = drawn
    folder = tmp_path_factory.mktemp("bibtex")
    entries = read(dataset, folder).entries
    assert len(entries) == len(dataset.documents) + 1
    for name in dataset.documents:
        # The parser reads white space of any sort as one space.
        assert " ".join(entries[name].fields["title"].split()) == f"{{{escaped(one_line(text))}}}"
    written = (folder / "vnjp-sources.bib").read_text("utf-8")
    assert not any(unicodedata.category(one) == "Cc" for one in written if one != "\n")
