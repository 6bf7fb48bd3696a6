"""Rules about figures: whether the dataset can answer the checks that they carry."""

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset
from vnjp_dataset.model import Check, Criteria, OfficeId, PersonId, Record, RecordId, VisitId
from vnjp_dataset.model.classification import EventKind
from vnjp_dataset.model.walk import walk

Breaches = Callable[..., list[tuple[str, str]]]

FIGURE = "2021-visit-ordinal"
COLLECTIONS: tuple[EventKind, ...] = (
    "visits",
    "meetings",
    "agreements",
    "milestones",
    "mechanisms",
    "commitments",
    "figures",
)
CRITERIA = (
    Criteria(direction="VN-JP"),
    Criteria(rank=("head-of-state",)),
    Criteria(style=("state-visit", "working-visit")),
    Criteria(lead=PersonId(RecordId("an-van-binh"))),
    Criteria(office=OfficeId(RecordId("president-of-vietnam"))),
    Criteria(visit=VisitId(RecordId("2021-an-van-binh"))),
    Criteria(year=2021),
)


def asking(base: Dataset, check: Check) -> Record:
    """Return the figure of the base tree with another check."""
    return attrs.evolve(base.figures[FIGURE], check=check)


@given(st.sampled_from(COLLECTIONS), st.sampled_from(CRITERIA))
def test_a_check_asks_by_what_its_collection_has(
    base: Dataset, breaches: Breaches, collection: EventKind, criteria: Criteria
) -> None:
    """A criterion is reported where, and only where, the collection cannot be asked by it."""
    check = Check(collection=collection, where=criteria, answer="count")
    name = next(path for path, _, _ in walk(criteria))
    expected = [] if name in getattr(base, collection).criteria else [(FIGURE, f"check.where.{name}")]
    assert breaches("check-is-answerable", asking(base, check)) == expected


@pytest.mark.parametrize(
    ("collection", "kind", "reported"),
    [
        ("agreements", "memorandum", False),
        ("agreements", "dialogue", True),
        ("mechanisms", "dialogue", False),
        ("commitments", "pledges", True),
        ("visits", "memorandum", True),
    ],
)
def test_a_check_asks_for_a_kind_that_there_is(
    base: Dataset, breaches: Breaches, collection: EventKind, kind: str, reported: bool
) -> None:
    """A kind is reported where the collection knows no such kind, or has no kinds."""
    check = Check(collection=collection, where=Criteria(kind=kind), answer="count")
    expected = [(FIGURE, "check.where.kind")] if reported else []
    assert breaches("check-is-answerable", asking(base, check)) == expected


@given(st.data())
def test_a_check_counts_up_to_a_record_of_its_collection(
    base: Dataset, breaches: Breaches, data: st.DataObject
) -> None:
    """A record counted up to is reported where it is there but of another kind."""
    record = data.draw(st.sampled_from([one.id for one in base] + [RecordId("no-such-record")]))
    check = Check(collection="visits", where=Criteria(), answer="ordinal", through=record)
    expected = [(FIGURE, "check.through")] if record in base and record not in base.visits else []
    assert breaches("check-is-answerable", asking(base, check)) == expected
