"""Rules about instruments and what else belongs to a visit."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.model import AgreementId, Bound, Conflict, Count, Counts, DocumentId, FieldPath, RecordId, VisitId
from vnjp_dataset.model.agreements import AgreementKind

Ask = Callable[[str, Dataset], list[tuple[str, str]]]
Breaches = Callable[..., list[tuple[str, str]]]
With = Callable[..., Dataset]

VISIT = "2021-an-van-binh"
FIRST = dt.date(2021, 11, 15)
DAYS = st.integers(0, 16).map(lambda number: (FIRST + dt.timedelta(number)).isoformat())
DATES = st.tuples(DAYS, DAYS).map(lambda pair: PartialDate("/".join(sorted(set(pair)))))
SPANS = st.tuples(DATES, DATES).filter(lambda span: not span[1].surely_before(span[0]))


def possible(date: PartialDate) -> list[dt.date]:
    """Return the days that a date can be."""
    return [date.earliest + dt.timedelta(number) for number in range((date.latest - date.earliest).days + 1)]


def can_lie_within(date: PartialDate, span: tuple[PartialDate, PartialDate]) -> bool:
    """Whether some day of a date comes after some first day and before some last day."""
    return any(
        first <= day <= last for day in possible(date) for first in possible(span[0]) for last in possible(span[1])
    )


@given(DATES, SPANS, st.booleans())
def test_instruments_are_signed_within_their_visit(
    base: Dataset, breaches: Breaches, signed: PartialDate, span: tuple[PartialDate, PartialDate], explained: bool
) -> None:
    """An instrument is reported where, and only where, no day of it can lie within the visit and nothing says why."""
    visit = attrs.evolve(base.visits["2022-sato-hanako"], start=span[0], end=span[1])
    reason = "It was signed by post." if explained else None
    loan = attrs.evolve(base.agreements["2022-loan"], signed=signed, signed_apart=reason)
    expected = [] if explained or can_lie_within(signed, span) else [("2022-loan", "signed")]
    assert breaches("signed-within-visit", visit, loan) == expected


@given(DATES, SPANS)
def test_milestones_and_sessions_lie_within_their_visit(
    base: Dataset, ask: Ask, using: With, date: PartialDate, span: tuple[PartialDate, PartialDate]
) -> None:
    """A milestone or a session is reported where, and only where, no day of it can lie within the visit."""
    visit = attrs.evolve(base.visits["2022-sato-hanako"], start=span[0], end=span[1])
    name = VisitId(RecordId("2022-sato-hanako"))
    milestone = attrs.evolve(base.milestones["2022-first-loan"], date=date, visit=name)
    committee = base.mechanisms["joint-committee"]
    session = attrs.evolve(committee.sessions[1], start=date, visit=name)
    expected = (
        [] if can_lie_within(date, span) else [("2022-first-loan", "date"), ("joint-committee", "sessions[0].start")]
    )
    dataset = using(base, visit, milestone, attrs.evolve(committee, sessions=(session,)))
    assert ask("dated-within-visit", dataset) == expected


@given(DATES, SPANS)
def test_commitments_and_figures_may_follow_their_visit(
    base: Dataset, breaches: Breaches, date: PartialDate, span: tuple[PartialDate, PartialDate]
) -> None:
    """A commitment or a figure is reported where, and only where, all its days come before the visit."""
    visit = attrs.evolve(base.visits["2022-sato-hanako"], start=span[0], end=span[1])
    pledge = attrs.evolve(base.commitments["2021-loan-pledge"], made=date, visit=VisitId(visit.id))
    ordinal = attrs.evolve(base.figures["2021-visit-ordinal"], as_of=date, about=visit.id)
    early = all(day < first for day in possible(date) for first in possible(span[0]))
    expected = [("2021-loan-pledge", "made"), ("2021-visit-ordinal", "as_of")] if early else []
    assert breaches("dated-within-visit", visit, pledge, ordinal) == expected


BOUNDS: tuple[Bound, ...] = ("exact", "about", "at-least", "more-than", "nearly", "at-most", "less-than")


@given(st.integers(0, 5), st.sampled_from(BOUNDS))
@example(1, "at-least")
@example(1, "more-than")
@example(1, "about")
def test_counts_cover_what_is_linked(base: Dataset, breaches: Breaches, value: int, bound: Bound) -> None:
    """A count is reported where, and only where, no number that it stands for reaches the two documents linked."""
    count = Count(value=value, bound=bound)
    visit = attrs.evolve(base.visits[VISIT], counts=Counts(documents_signed=count))
    meant = {
        "exact": {value},
        "at-most": set(range(value + 1)),
        "less-than": set(range(value)),
        "nearly": set(range(value)),
    }.get(bound, set(range(100)))
    expected = [] if any(number >= 2 for number in meant) else [(VISIT, "counts.documents_signed")]
    assert breaches("counts-cover-links", visit) == expected


@pytest.mark.parametrize("bound", ["exact", "less-than"])
def test_a_count_of_none_is_below_one_document_and_no_other(base: Dataset, breaches: Breaches, bound: Bound) -> None:
    """None, or fewer than none, is too low for the one document linked, but not where nothing is linked."""
    counts = Counts(documents_signed=Count(value=0, bound=bound))
    visit = attrs.evolve(base.visits["2022-sato-hanako"], counts=counts)
    unlinked = attrs.evolve(base.agreements["2022-loan"], visit=None)
    assert breaches("counts-cover-links", visit) == [(visit.id, "counts.documents_signed")]
    assert breaches("counts-cover-links", visit, unlinked) == []


@pytest.mark.parametrize(
    ("field", "reported"),
    [("counts", False), ("counts.documents_signed.value", False), ("counts.activities", True), ("summary", True)],
)
def test_a_disputed_count_is_not_reported(base: Dataset, breaches: Breaches, field: str, reported: bool) -> None:
    """A count too low is passed over where a conflict disputes it, not where one disputes something else."""
    conflict = Conflict(
        field=FieldPath(field), value="3", documents=(DocumentId("gazette/handbook"),), reason="Why not."
    )
    counts = Counts(documents_signed=Count(value=1), activities=Count(value=1))
    visit = attrs.evolve(base.visits[VISIT], counts=counts, conflicts=(conflict,))
    assert bool(breaches("counts-cover-links", visit)) == reported


def test_statements_and_what_was_signed_apart_are_not_counted(base: Dataset, breaches: Breaches) -> None:
    """A count need not cover joint statements, nor instruments that were signed apart from the visit."""
    visit = attrs.evolve(base.visits[VISIT], counts=Counts(documents_signed=Count(value=1)))
    apart = attrs.evolve(base.agreements["2021-treaty"], signed_apart="It was signed by post.")
    assert breaches("counts-cover-links", visit) == [(VISIT, "counts.documents_signed")]
    assert breaches("counts-cover-links", visit, apart) == []


@pytest.mark.parametrize("kind", ["joint-statement", "joint-vision", "joint-press-release", "memorandum"])
def test_which_documents_are_counted(base: Dataset, breaches: Breaches, kind: AgreementKind) -> None:
    """What the two sides only state together is not counted among the documents signed."""
    visit = attrs.evolve(base.visits["2022-sato-hanako"], counts=Counts(documents_signed=Count(value=0)))
    one = attrs.evolve(base.agreements["2022-loan"], kind=kind)
    assert bool(breaches("counts-cover-links", visit, one)) == (kind == "memorandum")


@given(DATES, DATES, st.sampled_from(("amends", "supersedes")))
def test_an_instrument_amends_earlier_ones(
    base: Dataset, breaches: Breaches, older: PartialDate, newer: PartialDate, field: str
) -> None:
    """An instrument is reported where, and only where, what it amends or supersedes was surely signed after it."""
    treaty = attrs.evolve(base.agreements["2021-treaty"], signed=older, in_force=None)
    loan = base.agreements["2022-loan"]
    names = (AgreementId(treaty.id), AgreementId(RecordId("2021-none")))
    amending = (
        attrs.evolve(loan, signed=newer, amends=names)
        if field == "amends"
        else attrs.evolve(loan, signed=newer, supersedes=names)
    )
    late = all(new < old for new in possible(newer) for old in possible(older))
    assert breaches("amends-earlier", treaty, amending) == ([("2022-loan", f"{field}[0]")] if late else [])


@given(DATES, DATES, st.none() | DATES)
def test_a_milestone_has_a_day_of_its_instrument(
    base: Dataset, breaches: Breaches, date: PartialDate, signed: PartialDate, in_force: PartialDate | None
) -> None:
    """A milestone is reported where, and only where, it can be neither the day of signature nor of entry into force."""
    if in_force is not None:
        signed, in_force = sorted((signed, in_force))
    statement = attrs.evolve(base.agreements["2021-joint-statement"], signed=signed, in_force=in_force)
    milestone = attrs.evolve(base.milestones["2021-partnership"], date=date)
    days = {*possible(signed), *(possible(in_force) if in_force else ())}
    expected = [] if days & set(possible(date)) else [("2021-partnership", "date")]
    assert breaches("milestone-on-its-instrument", statement, milestone) == expected


def test_a_milestone_without_an_instrument_hides_no_other(base: Dataset, breaches: Breaches) -> None:
    """A milestone is reported though an earlier one names no instrument, or one that is not there."""
    late = attrs.evolve(base.milestones["2021-partnership"], date=PartialDate("2021-11-24"))
    for instrument in (None, AgreementId(RecordId("1973-none"))):
        earlier = attrs.evolve(base.milestones["1973-relations"], instrument=instrument)
        assert breaches("milestone-on-its-instrument", earlier, late) == [("2021-partnership", "date")]


def test_what_does_not_resolve_is_for_others_to_find(base: Dataset, ask: Ask, using: With) -> None:
    """A milestone whose instrument, and a figure whose subject, is not there is passed over."""
    milestone = attrs.evolve(base.milestones["2021-partnership"], instrument=AgreementId(RecordId("2021-none")))
    figure = attrs.evolve(base.figures["2021-visit-ordinal"], about=RecordId("2021-none"), value=Decimal(2))
    dataset = using(base, milestone, figure)
    assert ask("milestone-on-its-instrument", dataset) == []
    assert ask("dated-within-visit", dataset) == []
