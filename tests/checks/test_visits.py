"""Rules about visits: offices held, countries, and the days of an itinerary."""

import datetime as dt
from collections.abc import Callable

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.model import AgreementId, PersonId, PlaceId, RecordId, Step, Visit
from vnjp_dataset.model.visits import Activity

Breaches = Callable[..., list[tuple[str, str]]]

VISIT = "2021-an-van-binh"
ACTIVITIES: tuple[Activity, ...] = ("arrival", "talks", "transit", "departure")
FIRST = dt.date(2021, 11, 15)
DAYS = st.integers(0, 16).map(lambda number: (FIRST + dt.timedelta(number)).isoformat())
DATES = st.tuples(DAYS, DAYS).map(lambda pair: PartialDate("/".join(sorted(set(pair)))))


def possible(date: PartialDate) -> list[dt.date]:
    """Return the days that a date can be."""
    return [date.earliest + dt.timedelta(number) for number in range((date.latest - date.earliest).days + 1)]


@given(
    st.lists(st.tuples(DATES, st.sampled_from(ACTIVITIES)), max_size=5),
    st.tuples(DATES, DATES).filter(lambda span: not span[1].surely_before(span[0])),
)
@example(
    [(PartialDate("2021-11-19"), one) for one in ACTIVITIES], (PartialDate("2021-11-20"), PartialDate("2021-11-22"))
)
@example(
    [(PartialDate("2021-11-23"), one) for one in ACTIVITIES], (PartialDate("2021-11-20"), PartialDate("2021-11-22"))
)
def test_steps_lie_within_the_trip(
    base: Dataset, breaches: Breaches, drawn: list[tuple[PartialDate, Activity]], span: tuple[PartialDate, PartialDate]
) -> None:
    """A step is reported where, and only where, it can lie on no day of the trip, nor on one that its activity may."""
    steps = tuple(Step(date=date, activity=activity) for date, activity in drawn)
    visit = attrs.evolve(base.visits[VISIT], start=span[0], end=span[1], itinerary=steps)
    days = {first + dt.timedelta(n) for first in possible(span[0]) for n in range((span[1].latest - first).days + 1)}
    eve, morrow = {span[0].earliest - dt.timedelta(1)}, {span[1].latest + dt.timedelta(1)}
    allowed = {"talks": days, "arrival": days | eve, "departure": days | morrow, "transit": days | eve | morrow}
    expected = [
        (VISIT, f"itinerary[{index}].date")
        for index, (date, activity) in enumerate(drawn)
        if not allowed[activity] & set(possible(date))
    ]
    assert breaches("step-within-trip", visit) == expected


@given(st.lists(DATES, max_size=6))
def test_steps_are_in_order(base: Dataset, breaches: Breaches, dates: list[PartialDate]) -> None:
    """A step is reported where, and only where, all its days come before all the days of an earlier one."""
    steps = tuple(Step(date=date, activity="other") for date in dates)
    expected = [
        (VISIT, f"itinerary[{index}].date")
        for index, date in enumerate(dates)
        if any(max(possible(date)) < min(possible(before)) for before in dates[:index])
    ]
    assert breaches("steps-in-order", attrs.evolve(base.visits[VISIT], itinerary=steps)) == expected


@given(st.tuples(DATES, DATES).map(sorted), st.tuples(DATES, DATES).map(sorted), st.booleans())
def test_the_lead_held_the_office(
    base: Dataset, breaches: Breaches, trip: list[PartialDate], held: list[PartialDate], ended: bool
) -> None:
    """A visit is reported where, and only where, no day of it can be a day of the lead's term."""
    (first, last), (start, end) = trip, held
    visit = attrs.evolve(base.visits[VISIT], start=first, end=last)
    lead = base.people["an-van-binh"]
    lead = attrs.evolve(lead, terms=(attrs.evolve(lead.terms[0], start=start, end=end if ended else None),))
    days = (first.earliest + dt.timedelta(number) for number in range((last.latest - first.earliest).days + 1))
    in_office = any(start.earliest <= day and (not ended or day <= end.latest) for day in days)
    expected = [] if in_office else [(VISIT, "office")]
    assert breaches("lead-held-office", visit, lead) == expected


@given(*[st.sampled_from(("{}", "{}?", "../{}", "{}/..", "{}/2021-11-30", "2021-11"))] * 2)
def test_trips_are_bounded(base: Dataset, breaches: Breaches, first: str, last: str) -> None:
    """A trip is reported for each of its two days that has no earliest or no latest day."""
    start, end = PartialDate(first.format("2021-11-22")), PartialDate(last.format("2021-11-25"))
    expected = [
        (VISIT, path)
        for path, date in (("end", end), ("start", start))
        if dt.date.min == date.earliest or dt.date.max == date.latest
    ]
    assert breaches("trip-is-bounded", attrs.evolve(base.visits[VISIT], start=start, end=end)) == expected


def test_a_lead_without_a_term_is_reported(base: Dataset, breaches: Breaches) -> None:
    """A lead who has no term in the office named cannot have held it; one who is not there is for others to find."""
    lead = attrs.evolve(base.people["an-van-binh"], terms=())
    assert breaches("lead-held-office", lead) == [(VISIT, "office")]
    nobody = attrs.evolve(base.visits[VISIT], lead=PersonId(RecordId("nobody")))
    assert breaches("lead-held-office", nobody) == []


@given(st.sampled_from((VISIT, "2022-sato-hanako")))
def test_the_lead_is_of_the_country_of_the_direction(base: Dataset, breaches: Breaches, trip: str) -> None:
    """A visit whose direction is turned round is reported at its lead and at the office, and no other visit is."""
    visit = base.visits[trip]
    turned: Visit = attrs.evolve(visit, direction="JP-VN" if visit.direction == "VN-JP" else "VN-JP")
    assert breaches("direction-fits", turned) == [(trip, "lead"), (trip, "office")]


@given(st.lists(st.tuples(st.sampled_from((None, "tokyo", "hanoi", "bangkok", "nowhere")), st.booleans()), max_size=5))
def test_places_lie_in_the_host_country(
    base: Dataset, breaches: Breaches, drawn: list[tuple[str | None, bool]]
) -> None:
    """A step is reported where its place is known to lie elsewhere, unless it is a transit."""
    steps = tuple(
        Step(
            date=PartialDate("2021-11-22"),
            activity="transit" if transit else "talks",
            place=PlaceId(RecordId(place)) if place else None,
        )
        for place, transit in drawn
    )
    expected = [
        (VISIT, f"itinerary[{index}].place")
        for index, (place, transit) in enumerate(drawn)
        if place in ("hanoi", "bangkok") and not transit
    ]
    assert breaches("place-in-host", attrs.evolve(base.visits[VISIT], itinerary=steps)) == expected


@given(
    DATES,
    st.sampled_from(("2021-joint-statement", "2021-memorandum", "2021-treaty", "2022-loan", "2021-none")),
    st.booleans(),
)
def test_instruments_of_a_step_were_signed_by_then(
    base: Dataset, breaches: Breaches, date: PartialDate, name: str, explained: bool
) -> None:
    """A step is reported where its instrument is of another visit or, without a word why, surely signed later."""
    step = Step(date=date, activity="signing", agreements=(AgreementId(RecordId(name)),))
    visit = attrs.evolve(base.visits[VISIT], itinerary=(step,))
    known = base.agreements.find(name)
    changed = () if known is None else (attrs.evolve(known, signed_apart="By post." if explained else None),)
    late = known is not None and not explained and max(possible(date)) < known.signed.earliest
    expected = [(VISIT, "itinerary[0].agreements[0]")] if name == "2022-loan" or late else []
    assert breaches("step-has-its-instruments", visit, *changed) == expected
