"""The bibliography has every document once, or those that the records of some kinds name."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import UnknownIdError
from vnjp_dataset.export import ALL, FORMATS, untracked
from vnjp_dataset.export.bibliography import bibliography
from vnjp_dataset.model import KindName, RecordId, Source, SourceId
from vnjp_dataset.model.walk import documents

KINDS = FORMATS["bibtex"].kinds


@settings(max_examples=15)
@given(strategies.datasets(min_visits=1), st.sets(st.sampled_from(KINDS), min_size=1))
def test_documents_are_those_of_the_kinds(dataset: Dataset, kinds: set[KindName]) -> None:
    """With sources all documents are there, else what the kinds' records name; each once, in order."""
    found = bibliography(dataset, [one for one in KINDS if one in kinds], untracked)
    named = {one for kind in kinds for record in dataset.records(kind) for _, one in documents(record)}
    wanted = set(dataset.documents) if "sources" in kinds else {str(one) for one in named}
    assert [one.id for one in found.documents] == sorted(wanted, key=lambda one: one.split("/"))
    for one in found.documents:
        assert one.document == dataset.document(one.id)
        assert one.document.original == (one.original.id if one.original else None)


@settings(max_examples=5)
@given(strategies.datasets())
def test_the_dataset_comes_first(dataset: Dataset) -> None:
    """All documents are cited with the dataset as a whole, some with the records that name them."""
    assert attrs.evolve(bibliography(dataset, ALL, untracked), documents=()) == dataset.cite()
    assert bibliography(dataset, ["people"], untracked) == dataset.people.cite()


def test_both_formats_have_the_same_kinds() -> None:
    """What is written as BibTeX can be written as CSL-JSON; publishers and all that cite them can be chosen."""
    assert FORMATS["csl"].kinds == KINDS
    assert set(ALL) - set(KINDS) == {"fields", "measures", "coverage", "retired"}


@settings(max_examples=5)
@given(st.from_type(Source).filter(lambda one: bool(one.documents)))
def test_an_unknown_original_is_named(source: Source) -> None:
    """Nobody is taken for an author because the real one is not there."""
    copied = attrs.evolve(source.documents[0], original=SourceId(RecordId(f"{source.id[:40]}-original")))
    with pytest.raises(UnknownIdError, match="-original"):
        bibliography(Dataset({"sources": (attrs.evolve(source, documents=(copied,)),)}), ALL, untracked)
