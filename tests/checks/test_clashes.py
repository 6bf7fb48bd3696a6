"""Nobody is on two trips, and no office of one is held by two, against a count day by day."""

import datetime as dt
import itertools
from collections.abc import Callable

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.model import (
    Actor,
    Agreement,
    Companion,
    CountryCode,
    Meeting,
    OfficeId,
    OrganizationId,
    Person,
    PersonId,
    RecordId,
    Term,
    Text,
    Visit,
    partial_date,
)

Ask = Callable[[str, Dataset], list[tuple[str, str]]]
Breaches = Callable[..., list[tuple[str, str]]]

FIRST = dt.date(2021, 11, 1)
PEOPLE = ("an-van-binh", "cao-thi-dung", "sato-hanako")
LAST_DAY = dt.date(2021, 12, 31)


@st.composite
def spans(draw: st.DrawFn) -> tuple[PartialDate, PartialDate]:
    """Make a start and an end, each a day or a stretch of days."""
    days = sorted(draw(st.lists(st.integers(0, 14), min_size=4, max_size=4)))
    texts = [(FIRST + dt.timedelta(day)).isoformat() for day in days]
    if draw(st.booleans()):
        return PartialDate(texts[0]), PartialDate(texts[3])
    return PartialDate(f"{texts[0]}/{texts[1]}"), PartialDate(f"{texts[2]}/{texts[3]}")


def possible(date: PartialDate) -> list[dt.date]:
    """Return the days that a date can be."""
    return [date.earliest + dt.timedelta(number) for number in range((date.latest - date.earliest).days + 1)]


def sure_days(start: PartialDate, end: PartialDate) -> list[dt.date]:
    """Return the days that lie between start and end whichever days these are."""
    days = (FIRST + dt.timedelta(number) for number in range((LAST_DAY - FIRST).days + 1))
    return [
        day for day in days if all(one <= day for one in possible(start)) and all(day <= one for one in possible(end))
    ]


def clash(one: list[dt.date], other: list[dt.date]) -> bool:
    """Whether two lists of days share one that is not the last of one and the first of the other."""
    shared = set(one) & set(other)
    return any(not (one[-1] == day == other[0] or other[-1] == day == one[0]) for day in shared)


@st.composite
def trips(draw: st.DrawFn) -> list[Visit]:
    """Make trips of a few people within two weeks, alone or together."""
    found: list[Visit] = []
    for number in range(draw(st.integers(0, 4))):
        people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True))
        start, end = draw(spans())
        found.append(
            Visit(
                id=RecordId(f"2021-trip-{number}"),
                direction="VN-JP",
                lead=PersonId(RecordId(people[0])),
                office=OfficeId(RecordId("president-of-vietnam")),
                start=start,
                end=end,
                status=draw(st.sampled_from(("held", "held", "cancelled"))),
                companions=tuple(Companion(person=PersonId(RecordId(one)), role="other") for one in people[1:]),
            )
        )
    return found


@given(trips())
def test_nobody_is_on_two_trips(ask: Ask, visits: list[Visit]) -> None:
    """Two held trips are reported where, and only where, somebody was on both on a day for certain."""
    expected = {
        frozenset((one.id, other.id))
        for one, other in itertools.combinations([visit for visit in visits if visit.status == "held"], 2)
        if set(travellers(one)) & set(travellers(other))
        and clash(sure_days(one.start, one.end), sure_days(other.start, other.end))
    }
    found = ask("one-trip-at-a-time", Dataset({"visits": visits}))
    assert {record for record, _ in found} <= {visit for pair in expected for visit in pair}
    assert all(any(record in pair for record, _ in found) for pair in expected)


def travellers(visit: Visit) -> tuple[str, ...]:
    """Return everybody on a trip."""
    return (visit.lead, *(one.person for one in visit.companions))


@given(st.sampled_from(("2021-an-van-binh", "2022-sato-hanako")), st.sampled_from((0, 1)))
def test_a_companion_on_another_trip_is_reported(
    base: Dataset, breaches: Breaches, trip: str, days_longer: int
) -> None:
    """A second trip on the days of the first is reported at the traveller, and the first is not."""
    visit = base.visits[trip]
    end = partial_date(visit.end.latest + dt.timedelta(days_longer))
    second = attrs.evolve(
        base.visits["2022-sato-hanako"],
        id=RecordId("2029-z"),
        lead=PersonId(RecordId("mori-ken")),
        start=visit.start,
        end=end,
        companions=(
            Companion(person=PersonId(RecordId("akita-jun")), role="other"),
            Companion(person=visit.lead, role="other"),
        ),
    )
    assert breaches("one-trip-at-a-time", second) == [("2029-z", "companions[1].person")]
    led = attrs.evolve(second, lead=visit.lead, companions=())
    assert breaches("one-trip-at-a-time", led) == [("2029-z", "lead")]


@given(
    st.lists(
        st.tuples(st.sampled_from(PEOPLE), spans(), st.sampled_from(("", "", "acting", "endless", "open"))), max_size=4
    )
)
def test_no_two_hold_an_office_of_one(
    base: Dataset, breaches: Breaches, drawn: list[tuple[str, tuple[PartialDate, PartialDate], str]]
) -> None:
    """Two full terms of one office are reported where, and only where, they share a day beyond the hand-over."""
    terms = [(name, office_term(*span, how), how) for name, span, how in drawn]
    people = [
        attrs.evolve(base.people[name], terms=tuple(term for owner, term, _ in terms if owner == name))
        for name in PEOPLE
    ]
    spells = [(name, sure_term(term)) for name, term, how in terms if how != "acting"]
    expected = [
        {one, other} for (one, days), (other, others) in itertools.combinations(spells, 2) if clash(days, others)
    ]
    found = breaches("terms-do-not-overlap", attrs.evolve(base.people["mori-ken"], terms=()), *people)
    reported = {record for record, _ in found}
    assert reported <= set().union(*expected)
    assert all(pair & reported for pair in expected)


def office_term(start: PartialDate, end: PartialDate, how: str) -> Term:
    """Return a term of the presidency."""
    return Term(
        office=OfficeId(RecordId("president-of-vietnam")),
        start=start,
        end=None if how in ("endless", "open") else end,
        acting=how == "acting",
        open=how == "open",
    )


def sure_term(term: Term) -> list[dt.date]:
    """Return the days on which an office was held for certain, up to the last day looked at."""
    end = term.end or (partial_date(LAST_DAY) if term.open else partial_date(term.start.latest))
    return sure_days(term.start, end)


def test_an_office_of_many_may_be_held_by_two(base: Dataset, breaches: Breaches) -> None:
    """Terms of an office that several people hold may overlap."""
    office = attrs.evolve(base.offices["prime-minister-of-japan"], single=False)
    person = base.people["mori-ken"]
    early = attrs.evolve(person, terms=(attrs.evolve(person.terms[0], start=PartialDate("2020-01-01")),))
    assert breaches("terms-do-not-overlap", early) == [("mori-ken", "terms[0].start")]
    assert breaches("terms-do-not-overlap", early, office) == []


def test_a_person_holds_an_office_once_at_a_time(base: Dataset, breaches: Breaches) -> None:
    """One person's two terms of one office do not overlap either."""
    person: Person = base.people["an-van-binh"]
    twice = attrs.evolve(person, terms=(person.terms[0], attrs.evolve(person.terms[0], start=PartialDate("2021"))))
    assert breaches("terms-do-not-overlap", twice) == [("an-van-binh", "terms[1].start")]


@given(trips())
def test_probable_duplicates_may_lie_on_the_same_days(ask: Ask, visits: list[Visit]) -> None:
    """Two trips of one lead are reported where, and only where, they can share a day."""
    expected = [
        {one.id, other.id}
        for one, other in itertools.combinations(visits, 2)
        if one.lead == other.lead and one.start.earliest <= other.end.latest and other.start.earliest <= one.end.latest
    ]
    reported = {record for record, _ in ask("probable-duplicate", Dataset({"visits": visits}))}
    assert reported <= set[str]().union(*expected)
    assert all(pair & reported for pair in expected)


def test_instruments_of_one_title_and_meetings_of_the_same_people_may_be_one(base: Dataset, breaches: Breaches) -> None:
    """An instrument or a meeting recorded again under another id is reported."""
    statement: Agreement = base.agreements["2021-joint-statement"]
    again = attrs.evolve(
        statement, id=RecordId("2021-statement"), title=Text(ja="共同声明"), signed=PartialDate("2021-11")
    )
    assert breaches("probable-duplicate", again) == [("2021-joint-statement", "signed")]
    vn, jp, th = (Actor(country=CountryCode(code)) for code in ("VN", "JP", "TH"))
    first, second = (attrs.evolve(again, id=RecordId(f"2021-{one}"), parties=()) for one in ("first", "second"))
    ours, theirs = attrs.evolve(first, parties=(vn, jp)), attrs.evolve(second, parties=(vn, th))
    assert ("2021-second", "signed") not in breaches("probable-duplicate", ours, theirs)
    assert ("2021-second", "signed") in breaches("probable-duplicate", ours, second)
    third = attrs.evolve(second, id=RecordId("2021-third"))
    assert ("2021-third", "signed") in breaches("probable-duplicate", ours, theirs, third)
    meeting: Meeting = base.meetings["2023-bangkok"]
    other = attrs.evolve(meeting, id=RecordId("2023-thailand"), participants=meeting.participants[::-1])
    assert breaches("probable-duplicate", other) == [("2023-thailand", "date")]
    assert breaches("probable-duplicate", attrs.evolve(other, date=PartialDate("2023-03-05"))) == []


ACTORS = (
    *(Actor(person=PersonId(RecordId(one))) for one in ("an-van-binh", "sato-hanako")),
    *(Actor(organization=OrganizationId(RecordId(one))) for one in ("cabinet", "ministry")),
    *(Actor(country=CountryCode(one)) for one in ("VN", "JP")),
)


@given(*[st.lists(st.sampled_from(ACTORS), min_size=2, max_size=3, unique=True)] * 2)
@example(list(ACTORS[:2]), list(ACTORS[2:4]))
@example(list(ACTORS[2:4]), list(ACTORS[4:]))
def test_meetings_of_others_are_two(base: Dataset, breaches: Breaches, some: list[Actor], others: list[Actor]) -> None:
    """Two meetings of one day are reported where, and only where, the same people, bodies and countries met."""
    first = attrs.evolve(base.meetings["2023-bangkok"], participants=tuple(some))
    second = attrs.evolve(first, id=RecordId("2023-other"), participants=tuple(others))
    expected = [("2023-other", "date")] if set(some) == set(others) else []
    assert breaches("probable-duplicate", first, second) == expected
