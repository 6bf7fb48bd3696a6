"""Ids and codes have the form of their kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.errors import InvalidValueError
from vnjp_dataset.model import CountryCode, DocumentId, FieldPath, PersonId, PlaceCode, RecordId, Url, identifier
from vnjp_dataset.strategies import document_ids, field_paths, record_ids, urls


@given(record_ids(), document_ids(), field_paths(), urls())
def test_good_names_come_back_as_they_are(record: str, document: str, path: str, url: str) -> None:
    """The constructor changes nothing."""
    assert identifier(PersonId, record) == record
    assert identifier(DocumentId, document) == document
    assert identifier(FieldPath, path) == path
    assert identifier(Url, url) == url


@given(st.text(max_size=90))
def test_an_id_is_lower_case_words_and_hyphens(text: str) -> None:
    """An id is accepted where it consists of lower-case ASCII words joined by single hyphens, and nowhere else."""
    words = text.split("-")
    good = len(text) <= 80 and all(
        word and word.isascii() and word.isalnum() and word == word.lower() for word in words
    )
    try:
        identifier(RecordId, text)
    except InvalidValueError:
        assert not good
    else:
        assert good


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (RecordId, ""),
        (RecordId, "a" * 81),
        (RecordId, "Kishida"),
        (RecordId, "a--b"),
        (RecordId, "a\n"),
        (DocumentId, "mofa"),
        (DocumentId, "mofa/a/b"),
        (FieldPath, "itinerary[a]"),
        (FieldPath, "a..b"),
        (CountryCode, "vn"),
        (PlaceCode, "JP-1234"),
        (Url, "ftp://example.org"),
        (Url, "https://a b.example"),
    ],
)
def test_other_names_are_refused(kind: type[RecordId], text: str) -> None:
    """What is not of a kind's form is refused, and the error says which kind."""
    with pytest.raises(InvalidValueError, match=f"not a valid {kind.__name__}"):
        identifier(kind, text)
