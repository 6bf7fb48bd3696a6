"""The codebook says what the model declares and what the records fill."""

import typing
from collections import Counter

from hypothesis import given

from vnjp_dataset import strategies
from vnjp_dataset.codebook import Entry, codebook
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, Direction
from vnjp_dataset.model.shape import field_types

BOOK = codebook(Dataset({}))


def kind(name: str) -> Entry:
    """Return the entry of a kind."""
    return next(entry for entry in BOOK.kinds if entry.name == name)


def test_every_kind_and_field_is_there() -> None:
    """Kinds stand in their own order, each with all its fields, sources and conflicts last."""
    assert [entry.name for entry in BOOK.kinds] == list(KINDS)
    for entry in BOOK.kinds:
        assert entry.kind is not None
        assert {one.name for one in entry.fields} == {one.name for one, _, _ in field_types(entry.kind.record)}
    assert [one.name for one in kind("visits").fields][-2:] == ["sources", "conflicts"]


def test_fields_are_described() -> None:
    """A field says what stands in it, whether it must, and what it refers to."""
    fields = {one.name: one for one in kind("visits").fields}
    assert (fields["lead"].target, fields["lead"].required) == ("people", True)
    assert (fields["status"].vocabulary, fields["status"].default) == ("EventStatus", "held")
    assert (fields["itinerary"].part, fields["itinerary"].several) == ("Step", True)
    assert (fields["start"].type, fields["summary"].type) == ("date", "text")


def test_parts_and_vocabularies_are_spelled_out() -> None:
    """Every part and vocabulary that a field names has an entry."""
    parts = {entry.name for entry in BOOK.parts}
    for entry in (*BOOK.kinds, *BOOK.parts):
        assert {one.part for one in entry.fields if one.part} <= parts
        assert {one.vocabulary for one in entry.fields if one.vocabulary} <= set(BOOK.vocabularies)
    assert tuple(BOOK.vocabularies["Direction"]) == typing.get_args(Direction)


@given(strategies.datasets())
def test_counts_agree_with_the_records(dataset: Dataset) -> None:
    """Records, filled fields, parts and words are counted as a reader would count them."""
    book = codebook(dataset)
    visits = next(entry for entry in book.kinds if entry.name == "visits")
    steps = next(entry for entry in book.parts if entry.name == "Step")
    assert visits.count == len(dataset.visits)
    for field in visits.fields:
        assert field.filled == sum(getattr(visit, field.name) not in (None, ()) for visit in dataset.visits)
    assert steps.count == sum(len(visit.itinerary) for visit in dataset.visits)
    statuses = Counter[str](one.status for one in (*dataset.visits, *dataset.meetings))
    assert book.vocabularies["EventStatus"] == {word: statuses[word] for word in book.vocabularies["EventStatus"]}
