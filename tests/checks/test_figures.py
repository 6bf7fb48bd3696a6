"""Rules about figures: whether the dataset can answer the checks that they carry."""

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset
from vnjp_dataset.checks import check
from vnjp_dataset.insight.tally import PERIOD
from vnjp_dataset.model import Check, Criteria, Direction, OfficeId, PartialDate, PersonId, Record, RecordId, VisitId
from vnjp_dataset.model.classification import EventKind
from vnjp_dataset.model.walk import walk

Breaches = Callable[..., list[tuple[str, str]]]
With = Callable[..., Dataset]

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
    Criteria(person=(PersonId(RecordId("an-van-binh")),)),
    Criteria(medium=("in-person", "video")),
    Criteria(year=2021),
    Criteria(since=PartialDate("2021-05"), until=PartialDate("2022")),
)


def asking(base: Dataset, check: Check) -> Record:
    """Return the figure of the base tree with another check."""
    return attrs.evolve(base.figures[FIGURE], check=check)


@given(st.sampled_from(COLLECTIONS), st.sampled_from(CRITERIA))
def test_a_check_asks_by_what_its_collection_has(
    base: Dataset, breaches: Breaches, collection: EventKind, criteria: Criteria
) -> None:
    """A criterion is reported where, and only where, the collection cannot be asked by it; any can be by its days."""
    check = Check(collection=collection, where=criteria, answer="count")
    name = next(path for path, _, _ in walk(criteria))
    expected = [] if name in (*getattr(base, collection).criteria, *PERIOD) else [(FIGURE, f"check.where.{name}")]
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


def test_a_misspelt_kind_is_met_with_the_right_one(base: Dataset, using: With) -> None:
    """The kind of the collection that is nearest to an unknown one is named in the hint."""
    asked = Check(collection="agreements", where=Criteria(kind="memorandun"), answer="count")
    (problem,) = (one for one in check(using(base, asking(base, asked))) if one.rule == "check-is-answerable")
    assert "`memorandum`" in problem.hint


@given(st.data())
def test_a_check_counts_up_to_a_record_of_its_collection(
    base: Dataset, breaches: Breaches, data: st.DataObject
) -> None:
    """A record counted up to is reported where it is there but of another kind."""
    record = data.draw(st.sampled_from([one.id for one in base] + [RecordId("no-such-record")]))
    check = Check(collection="visits", where=Criteria(), answer="ordinal", through=record)
    expected = [(FIGURE, "check.through")] if record in base and record not in base.visits else []
    assert breaches("check-is-answerable", asking(base, check)) == expected


@given(st.sampled_from(COLLECTIONS), st.sampled_from(COLLECTIONS), st.sampled_from(CRITERIA))
def test_kinds_counted_together_need_a_criterion_in_one_of_them(
    base: Dataset, breaches: Breaches, collection: EventKind, other: EventKind, criteria: Criteria
) -> None:
    """Of several kinds one at least has the criterion."""
    also = () if other == collection else (other,)
    check = Check(collection=collection, also=also, where=criteria, answer="count")
    name = next(path for path, _, _ in walk(criteria))
    known = {*getattr(base, collection).criteria, *getattr(base, other).criteria, *PERIOD}
    expected = [] if name in known else [(FIGURE, f"check.where.{name}")]
    assert breaches("check-is-answerable", asking(base, check)) == expected


@given(st.sampled_from(("VN-JP", "JP-VN", None)), st.sampled_from((None, "2021-11-22", "2021-11-23")), st.data())
def test_the_place_asked_for_is_that_of_a_record_counted(
    base: Dataset, breaches: Breaches, direction: Direction | None, since: str | None, data: st.DataObject
) -> None:
    """A visit whose place is asked for is reported where it does not meet the criteria, or lies before the days."""
    visit = data.draw(st.sampled_from(tuple(base.visits)))
    where = Criteria(direction=direction, since=PartialDate(since) if since else None)
    check = Check(collection="visits", where=where, answer="ordinal", through=visit.id)
    belongs = direction in (None, visit.direction) and (since is None or str(visit.start) >= since)
    assert breaches("check-counts-its-record", asking(base, check)) == ([] if belongs else [(FIGURE, "check.through")])


def test_a_check_for_nobody_hides_no_other(base: Dataset, breaches: Breaches) -> None:
    """A check is reported though an earlier one asks for somebody who is not there."""
    visit = base.visits["2021-an-van-binh"]
    nobody, others = Criteria(lead=PersonId(RecordId("nobody"))), Criteria(direction="JP-VN")
    first, second = (
        attrs.evolve(
            base.figures[FIGURE],
            id=RecordId(name),
            check=Check(collection="visits", where=where, answer="ordinal", through=visit.id),
        )
        for name, where in (("2021-a", nobody), ("2021-b", others))
    )
    assert breaches("check-counts-its-record", first, second) == [("2021-b", "check.through")]


def test_a_first_is_asked_about_too(base: Dataset, breaches: Breaches) -> None:
    """The check of a milestone breaks the same rules as that of a figure."""
    first = base.milestones["2022-first-loan"]
    wrong = Check(collection="agreements", where=Criteria(direction="VN-JP"), answer="ordinal", through=RecordId("x"))
    assert breaches("check-is-answerable", attrs.evolve(first, check=wrong)) == [(first.id, "check.where.direction")]
