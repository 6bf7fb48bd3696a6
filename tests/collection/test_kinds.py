"""What the collections of each kind can be asked."""

# The laws are stated about what the library keeps to itself, too.
# pyright: reportPrivateUsage=false

import datetime as dt
import typing

import pytest
from hypothesis import given, settings

from vnjp_dataset.collection import Collection, filters
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError
from vnjp_dataset.model import KINDS, Record
from vnjp_dataset.strategies import datasets

ONE = datasets(min_visits=1, max_visits=2)


def _collections() -> list[Collection[Record]]:
    return [getattr(Dataset({}), kind) for kind in KINDS]


@pytest.mark.parametrize("collection", _collections(), ids=lambda one: type(one).__name__)
def test_the_typed_keywords_are_the_facets(collection: Collection[Record]) -> None:
    """The keywords that `where` is typed to take are exactly the criteria that the collection knows."""
    where = getattr(collection, "where", None)
    if where is None:
        assert not collection._store.facets
        return
    typed = typing.get_args(typing.get_type_hints(where, {**vars(filters), "Unpack": typing.Unpack})["criteria"])[0]
    assert typed.__annotations__.keys() == collection._store.facets.keys()
    assert getattr(filters, typed.__name__) is typed
    with pytest.raises(QueryError):
        where(no_such_criterion="x")


@settings(max_examples=10)
@given(ONE)
def test_of_visit_and_led_by_are_filters(dataset: Dataset) -> None:
    """What belongs to a visit names it; what a person led has them as lead."""
    for visit in dataset.visits:
        assert visit in dataset.visits.led_by(visit.lead)
        assert all(one.lead == visit.lead for one in dataset.visits.led_by(visit.lead))
        assert list(dataset.agreements.of_visit(visit.id)) == [
            one for one in dataset.agreements if one.visit == visit.id
        ]
        assert list(dataset.commitments.of_visit(visit.id)) == [
            one for one in dataset.commitments if one.visit == visit.id
        ]
        assert list(dataset.figures.of_visit(visit.id)) == [one for one in dataset.figures if one.about == visit.id]


@settings(max_examples=10)
@given(ONE)
def test_rank_is_that_of_the_office(dataset: Dataset) -> None:
    """A visit is found by the rank of the office in which its lead came, a person by those of offices ever held."""
    for visit in dataset.visits:
        rank = dataset.offices[visit.office].rank
        assert visit in dataset.visits.where(rank=rank)
        assert visit in dataset.visits.where(rank=[rank, "other"])
        assert dataset.people[visit.lead] in dataset.people.where(rank=rank)


@settings(max_examples=10)
@given(ONE)
def test_wider_fields_and_places_include_what_lies_in_them(dataset: Dataset) -> None:
    """Asking for a field or place finds what is in a part of it, however far down."""
    for visit in dataset.visits:
        for field in visit.fields:
            wider = dataset.fields[field]
            assert visit in dataset.visits.where(field=field)
            if wider.broader:
                assert visit in dataset.visits.where(field=wider.broader)
                assert wider in dataset.fields.where(field=wider.broader)
    for place in dataset.places:
        assert place in dataset.places.where(place=place.id)
        if place.part_of:
            assert place in dataset.places.where(place=place.part_of)


@settings(max_examples=10)
@given(ONE)
def test_the_ladder_is_the_milestones_with_a_level(dataset: Dataset) -> None:
    """`ladder` keeps the milestones that reached a level; their ranks rise."""
    ladder = dataset.milestones.ladder
    assert list(ladder) == [one for one in dataset.milestones if one.level is not None]
    ranks = [one.level.rank for one in ladder if one.level]
    assert ranks == sorted(set(ranks))
    assert ladder[0].date.earliest == dt.date(1973, 9, 21)
