"""Rules about documents: when they came out and were read, and that each is listed once."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.model import Citation, DocumentId, FieldPath, Source, Url
from vnjp_dataset.model.visits import EventStatus

Breaches = Callable[..., list[tuple[str, str]]]

VISIT, MEETING = "2021-an-van-binh", "2023-bangkok"
HERALD, HANDBOOK = "herald/2021-11-26-visit", "gazette/handbook"
STATUSES: tuple[EventStatus, ...] = ("held", "announced", "cancelled")
FIRST = dt.date(2021, 11, 15)
DAYS = st.integers(0, 16).map(lambda number: (FIRST + dt.timedelta(number)).isoformat())
DATES = st.tuples(DAYS, DAYS).map(lambda pair: PartialDate("/".join(sorted(set(pair)))))

EARLY, LATE = PartialDate("2021-11-15"), PartialDate("2021-11-25")


def possible(date: PartialDate) -> list[dt.date]:
    """Return the days that a date can be."""
    return [date.earliest + dt.timedelta(number) for number in range((date.latest - date.earliest).days + 1)]


def cited(document: str, *supports: str, announcement: bool = False) -> Citation:
    """Return a citation."""
    paths = tuple(map(FieldPath, supports))
    return Citation(document=DocumentId(document), supports=paths, announcement=announcement)


@given(
    published=DATES,
    start=DATES,
    step=st.none() | DATES,
    announcement=st.booleans(),
    supports=st.sampled_from(("start", "summary")),
)
@example(published=EARLY, start=LATE, step=None, announcement=False, supports="summary")
@example(published=EARLY, start=LATE, step=None, announcement=False, supports="start")
@example(published=LATE, start=PartialDate("2021-11-26"), step=EARLY, announcement=False, supports="start")
def test_a_document_is_not_older_than_its_event(
    base: Dataset,
    breaches: Breaches,
    *,
    published: PartialDate,
    start: PartialDate,
    step: PartialDate | None,
    announcement: bool,
    supports: str,
) -> None:
    """A document is reported where all its days come before all days of the event, unless it announces it."""
    visit = base.visits[VISIT]
    visit = attrs.evolve(
        visit,
        start=start,
        end=PartialDate("2021-12-31"),
        itinerary=(attrs.evolve(visit.itinerary[0], date=step),) if step else (),
        sources=(cited(HERALD, supports, announcement=announcement),),
    )
    days = [*possible(start), *(possible(step) if step else ())]
    older = all(one < day for one in possible(published) for day in days)
    reported = older and not announcement and supports != "summary"
    expected = [(VISIT, "sources[0].document")] if reported else []
    found = breaches("published-after-event", visit, published_on(base, published))
    assert [one for one in found if one[0] == VISIT] == expected


def test_a_document_cited_for_a_summary_hides_no_other(base: Dataset, breaches: Breaches) -> None:
    """A document older than its event is reported though one cited before it is passed over."""
    citations = (cited(HERALD, "summary"), cited(HERALD, "start"))
    visit = attrs.evolve(base.visits[VISIT], sources=citations)
    found = breaches("published-after-event", visit, published_on(base, PartialDate("2021-11-15")))
    assert [one for one in found if one[0] == VISIT] == [(VISIT, "sources[1].document")]


def published_on(base: Dataset, published: PartialDate) -> Source:
    """Return the publisher of the base tree with its first document published on another day."""
    source = base.sources["herald"]
    return attrs.evolve(
        source, documents=(attrs.evolve(source.documents[0], published=published), *source.documents[1:])
    )


@given(DATES, DATES, st.booleans())
@example(EARLY, LATE, False)
def test_a_document_is_not_older_than_the_step_it_is_cited_for(
    base: Dataset, breaches: Breaches, published: PartialDate, step: PartialDate, announcement: bool
) -> None:
    """A document is reported where it is older than its step but not than the whole visit, and announces nothing."""
    visit = base.visits[VISIT]
    start = PartialDate("2021-11-20")
    visit = attrs.evolve(
        visit,
        start=start,
        end=PartialDate("2021-12-31"),
        itinerary=(attrs.evolve(visit.itinerary[0], date=step),),
        sources=(cited(HERALD, "start", "itinerary[0].place", "itinerary[5]", announcement=announcement),),
    )
    days = [*possible(start), *possible(step)]
    older_than_step = all(one < day for one in possible(published) for day in possible(step))
    older_than_all = all(one < day for one in possible(published) for day in days)
    expected = older_than_step and not older_than_all and not announcement
    found = breaches("published-after-part", visit, published_on(base, published))
    assert [one for one in found if one[0] == VISIT] == ([(VISIT, "sources[0].supports[1]")] if expected else [])


@pytest.mark.parametrize(("start", "reported"), [("2021-11-26", False), ("2021-11", False), ("2021-11-27", True)])
def test_a_document_is_not_older_than_the_term_it_is_cited_for(
    base: Dataset, breaches: Breaches, start: str, reported: bool
) -> None:
    """A document that came out before a term began does not bear it out, unless it announces it."""
    person = base.people["an-van-binh"]
    person = attrs.evolve(
        person,
        terms=(attrs.evolve(person.terms[0], start=PartialDate(start)),),
        sources=(cited(HERALD, "name", "terms[0].start"),),
    )
    expected = [("an-van-binh", "sources[0].supports[1]")] if reported else []
    assert breaches("published-after-part", person) == expected


@given(DATES, st.booleans())
def test_a_figure_does_not_speak_of_what_comes_after_its_source(
    base: Dataset, breaches: Breaches, as_of: PartialDate, announcement: bool
) -> None:
    """A figure is reported where, and only where, all its days come after its document, which announces nothing."""
    figure = attrs.evolve(
        base.figures["2021-visit-ordinal"],
        as_of=as_of,
        sources=(cited(HANDBOOK, "value"), cited(HERALD, "value", announcement=announcement)),
    )
    later = all(day > dt.date(2021, 11, 26) for day in possible(as_of)) and not announcement
    expected = [("2021-visit-ordinal", "sources[1].document")] if later else []
    assert breaches("figure-not-after-source", figure) == expected


@given(DATES, st.none() | DATES)
def test_a_document_is_read_after_it_came_out(
    base: Dataset, breaches: Breaches, accessed: PartialDate, published: PartialDate | None
) -> None:
    """A document is reported where, and only where, it was read before every day on which it can have come out."""
    source = base.sources["gazette"]
    document = attrs.evolve(source.documents[0], accessed=accessed, published=published)
    early = published is not None and all(day < one for day in possible(accessed) for one in possible(published))
    expected = [("gazette", "documents[0].accessed")] if early else []
    changed = attrs.evolve(source, documents=(document, *source.documents[1:]))
    assert breaches("accessed-after-published", changed) == expected


@given(st.lists(st.booleans(), max_size=3), st.sampled_from(STATUSES))
def test_what_was_held_was_reported(
    base: Dataset, breaches: Breaches, announcements: list[bool], status: EventStatus
) -> None:
    """A visit or meeting is reported where it is said to have been held and every source only announces it."""
    sources = tuple(cited(HANDBOOK, "status", announcement=one) for one in announcements)
    events = (base.visits[VISIT], base.meetings[MEETING])
    changed = (attrs.evolve(event, status=status, sources=sources) for event in events)
    expected = status == "held" and bool(announcements) and all(announcements)
    found = breaches("held-was-reported", *changed)
    assert found == ([(VISIT, "status"), (MEETING, "status")] if expected else [])


def test_a_cancelled_visit_hides_no_other(base: Dataset, breaches: Breaches) -> None:
    """A visit that nobody reports is found though one listed before it did not take place."""
    sources = (cited(HANDBOOK, "status", announcement=True),)
    first, second = (attrs.evolve(base.visits[one], sources=sources) for one in (VISIT, "2022-sato-hanako"))
    assert breaches("held-was-reported", first, second) == [(first.id, "status"), (second.id, "status")]
    cancelled = attrs.evolve(first, status="cancelled")
    assert breaches("held-was-reported", cancelled, second) == [(second.id, "status")]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.none() | st.sampled_from("12")), min_size=4, max_size=4))
def test_an_address_is_given_once(base: Dataset, breaches: Breaches, drawn: list[tuple[str, str | None]]) -> None:
    """A document is reported where an earlier one has its address and its day of publication, or neither has one."""
    first, second = base.sources["gazette"], base.sources["herald"]
    documents = iter(
        (Url(f"https://gazette.example/{page}"), PartialDate(f"2021-11-2{day}") if day else None) for page, day in drawn
    )
    changed = [
        attrs.evolve(
            source,
            documents=tuple(
                attrs.evolve(one, url=url, published=day)
                for one, (url, day) in zip(source.documents, documents, strict=False)
            ),
        )
        for source in (first, second)
    ]
    places = [(source.id, f"documents[{index}].url") for source in changed for index in range(2)]
    expected = [place for index, place in enumerate(places) if drawn[index] in drawn[:index]]
    assert breaches("one-address-one-document", *changed) == expected
