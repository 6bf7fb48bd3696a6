"""Rules about who held which office, and which country everybody belongs to."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.model import (
    Actor,
    Companion,
    CountryCode,
    OfficeId,
    Organization,
    Person,
    PersonId,
    Place,
    Record,
    RecordId,
)

Breaches = Callable[..., list[tuple[str, str]]]
Replaced = Callable[[Record, str, object], Record]

FIRST = dt.date(2023, 3, 1)
DAYS = st.integers(0, 9).map(lambda number: (FIRST + dt.timedelta(number)).isoformat())
DATES = st.tuples(DAYS, DAYS).map(lambda pair: PartialDate("/".join(sorted(set(pair)))))
PREMIER = Actor(person=PersonId(RecordId("sato-hanako")), office=OfficeId(RecordId("prime-minister-of-japan")))


def possible(date: PartialDate) -> set[dt.date]:
    """Return the days that a date can be."""
    return {date.earliest + dt.timedelta(number) for number in range((date.latest - date.earliest).days + 1)}


@given(DATES, DATES, st.none() | DATES)
@example(PartialDate("2023-03-05"), PartialDate("2023-03-01"), PartialDate("2023-03-05"))
@example(PartialDate("2023-03-05"), PartialDate("2023-03-05"), PartialDate("2023-03-09"))
def test_actors_can_have_held_their_office(
    base: Dataset, breaches: Breaches, date: PartialDate, start: PartialDate, end: PartialDate | None
) -> None:
    """A participant is reported where, and only where, no day of the meeting can be one of the term."""
    if end is not None:
        start, end = sorted((start, end))
    person = base.people["sato-hanako"]
    person = attrs.evolve(person, terms=(attrs.evolve(person.terms[0], start=start, end=end),))
    meeting = attrs.evolve(base.meetings["2023-bangkok"], date=date)
    last = end.latest if end else dt.date(2023, 12, 31)
    term = {start.earliest + dt.timedelta(number) for number in range((last - start.earliest).days + 1)}
    expected = [] if possible(date) & term else [("2023-bangkok", "participants[1].office")]
    found = breaches("actor-held-office", person, meeting)
    assert [one for one in found if one[0] == "2023-bangkok"] == expected


@pytest.mark.parametrize(
    ("record", "path", "value", "reported"),
    [
        ("2021-an-van-binh", "invited_by[0]", "mori-ken", False),
        ("2021-an-van-binh", "itinerary[1].participants[0]", "mori-ken", True),
        ("2023-bangkok", "participants[1]", "mori-ken", True),
        ("2023-bangkok", "participants[1]", "cao-thi-dung", False),
        ("2023-bangkok", "participants[1]", "nobody", False),
        ("joint-committee", "parties", "mori-ken", False),
        ("joint-committee", "sessions[1].chairs", "mori-ken", True),
    ],
)
def test_whose_office_is_looked_at(
    base: Dataset, breaches: Breaches, replaced: Replaced, *, record: str, path: str, value: str, reported: bool
) -> None:
    """Whoever takes part on a day is looked at; not who invited, parties of a mechanism, or who has no such term."""
    actor = attrs.evolve(PREMIER, person=PersonId(RecordId(value)))
    many = path.endswith(("parties", "chairs"))
    changed = replaced(base[record], path, (actor,) if many else actor)
    expected = [(record, f"{path}{'[0]' if many else ''}.office")] if reported else []
    assert breaches("actor-held-office", changed) == expected


def test_companions_are_looked_at(base: Dataset, breaches: Breaches) -> None:
    """A companion named with an office that was only held later is reported."""
    visit = base.visits["2022-sato-hanako"]
    companion = Companion(person=PersonId(RecordId("mori-ken")), role="minister", office=PREMIER.office)
    changed = attrs.evolve(visit, companions=(companion,))
    assert breaches("actor-held-office", changed) == [("2022-sato-hanako", "companions[0].office")]


@pytest.mark.parametrize(
    ("record", "country", "expected"),
    [
        ("an-van-binh", "JP", [("2023-bangkok", "participants[0].office"), ("an-van-binh", "terms[0].office")]),
        ("cao-thi-dung", "JP", []),
        ("government-of-japan", "VN", [("prime-minister-of-japan", "organization")]),
        ("japan", "VN", [("tokyo", "part_of")]),
        ("hanoi", "VN", []),
    ],
)
def test_what_belongs_together_is_of_one_country(
    base: Dataset, breaches: Breaches, record: str, country: str, expected: list[tuple[str, str]]
) -> None:
    """A record put into another country is reported wherever it is put together with one of its own."""
    changed = _of_country(base[record], country)
    assert breaches("same-country", changed) == expected


def test_a_person_who_is_not_there_has_no_country(base: Dataset, breaches: Breaches) -> None:
    """A participant who does not resolve is for others to find, whatever the office and the country acted for."""
    meeting = base.meetings["2023-bangkok"]
    nobody = attrs.evolve(PREMIER, person=PersonId(RecordId("nobody")), country=CountryCode("VN"))
    assert breaches("same-country", attrs.evolve(meeting, participants=(meeting.participants[0], nobody))) == []


def _of_country(record: Record, country: str) -> Record:
    code = CountryCode(country)
    if isinstance(record, Place):
        return attrs.evolve(record, country=code, iso=None)
    assert isinstance(record, (Person, Organization))
    return attrs.evolve(record, country=code)


@given(st.sampled_from((None, "VN", "JP", "TH")))
def test_a_person_acts_for_one_country(base: Dataset, breaches: Breaches, country: str | None) -> None:
    """A participant is reported where the country acted for is not the person's."""
    meeting = base.meetings["2023-bangkok"]
    actor = attrs.evolve(PREMIER, country=CountryCode(country) if country else None)
    changed = attrs.evolve(meeting, participants=(meeting.participants[0], actor))
    expected = [] if country in (None, "JP") else [("2023-bangkok", "participants[1].person")]
    assert breaches("same-country", changed) == expected
