"""Who held which office on a day, against looking at every term."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError, UnknownIdError
from vnjp_dataset.model import CountryCode, Office, OfficeId, PartialDate, Person, PersonId, PersonName, Term, Text
from vnjp_dataset.strategies import datasets, partial_dates, terms

PM = OfficeId("pm")  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
OFFICE = Office(id=PM, title=Text(en="PM"), country=CountryCode("VN"), rank="head-of-government", single=True)
LOW, HIGH = dt.date(2000, 1, 1), dt.date(2003, 12, 31)
NEAR = partial_dates(min_value=LOW, max_value=HIGH)
TERMS = st.lists(terms(office=st.just(PM), start=NEAR, end=st.none() | NEAR), max_size=5)
DAYS = st.dates(LOW - dt.timedelta(60), HIGH + dt.timedelta(60))


def _person(number: int, *held: Term) -> Person:
    name = PersonName(en=f"P {number}")
    return Person(id=PersonId(f"p-{number}"), name=name, country=CountryCode("VN"), terms=held)  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]


def _dataset(held: list[Term]) -> Dataset:
    return Dataset({"people": [_person(number, term) for number, term in enumerate(held)], "offices": [OFFICE]})


def _certain(term: Term, day: dt.date) -> bool:
    """Whether every choice of first and last day that the term's dates allow has the day in it."""
    end = dt.date.max if term.open else term.end.earliest if term.end else term.start.latest
    return term.start.latest <= day <= end


def _excluded(term: Term, day: dt.date) -> bool:
    """Whether no choice of first and last day that the term's dates allow has the day in it."""
    return day < term.start.earliest or (term.end is not None and term.end.latest < day)


@given(TERMS, DAYS)
def test_the_holder_is_one_who_can_have_been_and_surely_if_anybody_was(held: list[Term], day: dt.date) -> None:
    """Nobody is named whose term excludes the day; whoever surely held it is, full before acting, the last to begin."""
    found = _dataset(held).office_holder("pm", day)
    certain = [(not term.acting, term.start) for term in held if _certain(term, day)]
    if found is None:
        assert not certain
        return
    (term,) = found.terms
    assert not _excluded(term, day)
    if certain:
        assert (not term.acting, term.start) == max(certain)


@given(TERMS, DAYS)
def test_a_term_of_which_one_day_is_known_says_nothing_of_others(held: list[Term], day: dt.date) -> None:
    """Somebody is named without certainty only if both ends of the term are known to the day, month or year."""
    found = _dataset(held).office_holder("pm", day)
    if found is not None and not _certain(found.terms[0], day):
        (term,) = found.terms
        assert term.start.precision in ("day", "month", "year")
        assert term.open if term.end is None else term.end.precision in ("day", "month", "year")


@settings(max_examples=10)
@given(datasets(), st.dates(dt.date(1970, 1, 2), dt.date(2026, 1, 1)))
def test_offices_without_a_gap_have_their_holder_every_day(dataset: Dataset, day: dt.date) -> None:
    """Where one holder follows another, the holder on a day is whoever took the office up last."""
    for office in dataset.offices:
        took = [
            (term.start.earliest, person.id)
            for person in dataset.people
            for term in person.terms
            if term.office == office.id and term.start.earliest <= day and (term.end or term.open)
        ]
        ended = [
            person.id
            for person in dataset.people
            for term in person.terms
            if term.office == office.id and term.end and term.end.latest < day
        ]
        held = [(start, person) for start, person in took if person not in ended]
        found = dataset.office_holder(office.id, day)
        assert (found.id if found else None) == (max(held)[1] if held else None)


def test_on_the_day_of_hand_over_it_is_the_successor() -> None:
    """Both held the office that day; the one who took it up is named."""
    days = [PartialDate(one) for one in ("2000-01-01", "2001-05-05", "2003-01-01")]
    dataset = _dataset([Term(office=PM, start=days[0], end=days[1]), Term(office=PM, start=days[1], end=days[2])])
    assert [getattr(dataset.office_holder("pm", day), "id", None) for day in ("2001-05-04", "2001-05-05")] == [
        "p-0",
        "p-1",
    ]


def test_a_full_holder_comes_before_an_acting_one() -> None:
    """Who stands in does not displace the holder."""
    start, end = PartialDate("2000-01-01"), PartialDate("2001-01-01")
    held = [Term(office=PM, start=start, end=end), Term(office=PM, start=PartialDate("2000-03"), end=end, acting=True)]
    holder = _dataset(held).office_holder("pm", "2000-06-01")
    assert holder is not None
    assert holder.id == "p-0"


def test_an_unknown_office_and_a_day_that_is_none_are_refused() -> None:
    """A miss names the nearest office; a month is no day."""
    dataset = _dataset([])
    assert dataset.office_holder("pm", "2000-01-01") is None
    with pytest.raises(UnknownIdError):
        dataset.office_holder("pmm", "2000-01-01")
    with pytest.raises(QueryError, match="expected a day, got `2000-01`"):
        dataset.office_holder("pm", "2000-01")
    with pytest.raises(QueryError, match="2000-02 has 29 days"):
        dataset.office_holder("pm", "2000-02-30")
