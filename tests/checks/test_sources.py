"""Rules about sources: what they bear out and when they came out."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.model import Citation, Conflict, DocumentId, FieldPath, Person, Source, SourcedRecord
from vnjp_dataset.model.walk import at, walk

Breaches = Callable[..., list[tuple[str, str]]]

VISIT = "2021-an-van-binh"
HERALD, ARRIVAL, HANDBOOK = "herald/2021-11-26-visit", "gazette/2021-11-22-arrival", "gazette/handbook"
FIRST = dt.date(2021, 11, 15)
DAYS = st.integers(0, 16).map(lambda number: (FIRST + dt.timedelta(number)).isoformat())
DATES = st.tuples(DAYS, DAYS).map(lambda pair: PartialDate("/".join(sorted(set(pair)))))


def possible(date: PartialDate) -> list[dt.date]:
    """Return the days that a date can be."""
    return [date.earliest + dt.timedelta(number) for number in range((date.latest - date.earliest).days + 1)]


def cited(document: str, *supports: str, announcement: bool = False) -> Citation:
    """Return a citation."""
    paths = tuple(map(FieldPath, supports))
    return Citation(document=DocumentId(document), supports=paths, announcement=announcement)


def disputed(field: str, value: str, document: str) -> Conflict:
    """Return a conflict."""
    return Conflict(field=FieldPath(field), value=value, documents=(DocumentId(document),), reason="So it is.")


@given(st.data())
def test_a_record_without_a_source_is_reported(base: Dataset, breaches: Breaches, data: st.DataObject) -> None:
    """Whatever record loses its sources is reported, and no other."""
    record = data.draw(st.sampled_from([one for one in base if isinstance(one, SourcedRecord)]))
    assert breaches("sourced", attrs.evolve(record, sources=())) == [(record.id, "")]


@given(st.data())
def test_every_path_of_a_record_is_real(base: Dataset, breaches: Breaches, data: st.DataObject) -> None:
    """A path that the record has set is not reported, whether cited or disputed; one that it has not set is."""
    record = data.draw(st.sampled_from([one for one in base if isinstance(one, SourcedRecord)]))
    paths = [path for path, _, _ in walk(record) if not path.startswith(("id", "sources", "conflicts"))]
    path = data.draw(st.sampled_from(paths))
    broken = data.draw(st.sampled_from((f"{path}.nothing", f"{path}[77]", "nothing", "id", "sources[0].document")))
    for one, unreal in ((path, False), (broken, True)):
        changed = attrs.evolve(record, sources=(cited(HANDBOOK, one),), conflicts=(disputed(one, "-", HANDBOOK),))
        expected = [(record.id, "conflicts[0].field"), (record.id, "sources[0].supports[0]")] if unreal else []
        assert breaches("path-is-real", changed) == expected


def test_an_unset_field_is_no_real_path(base: Dataset, breaches: Breaches) -> None:
    """A field that the kind has but the record has not set cannot be cited."""
    visit = attrs.evolve(base.visits[VISIT], sources=(cited(HERALD, "occasion"),))
    assert breaches("path-is-real", visit) == [(VISIT, "sources[0].supports[0]")]


@pytest.mark.parametrize(
    ("supports", "document", "two_sides"),
    [
        ("labels.vn.style", ARRIVAL, True),
        ("labels", ARRIVAL, True),
        ("labels.vn.style", HERALD, False),
        ("labels.jp", ARRIVAL, False),
        ("label", ARRIVAL, False),
    ],
)
def test_a_conflict_has_two_sides(
    base: Dataset, breaches: Breaches, supports: str, document: str, two_sides: bool
) -> None:
    """A conflict is reported unless a document that does not dispute the value is cited for it, or for its whole."""
    visit = attrs.evolve(
        base.visits[VISIT],
        sources=(cited(HERALD, supports), cited(document, "start")),
        conflicts=(disputed("labels.vn.style", "state-visit", document),),
    )
    assert breaches("conflict-has-two-sides", visit) == ([] if two_sides else [(VISIT, "conflicts[0].documents")])


@given(st.data())
def test_a_conflict_is_about_another_value(base: Dataset, breaches: Breaches, data: st.DataObject) -> None:
    """A conflict is reported where, and only where, its value is the adopted one; an unreal path is another's case."""
    visit = base.visits[VISIT]
    path = data.draw(st.sampled_from([path for path, _, value in walk(visit) if _is_fact(path, value)]))
    adopted = str(at(visit, path))
    for field, value, expected in (
        (path, adopted, [(VISIT, "conflicts[0].value")]),
        (path, f"{adopted}?", []),
        ("occasion.name", adopted, []),
    ):
        changed = attrs.evolve(visit, conflicts=(disputed(field, value, ARRIVAL),))
        assert breaches("conflict-differs", changed) == expected


def _is_fact(path: str, value: object) -> bool:
    return isinstance(value, (str, int)) and not path.startswith(("id", "sources", "conflicts"))


@pytest.mark.parametrize(
    ("supports", "sourced"),
    [("terms", True), ("terms[0]", True), ("terms[0].start", True), ("terms[1]", False), ("name", False)],
)
def test_every_term_is_sourced(base: Dataset, breaches: Breaches, supports: str, sourced: bool) -> None:
    """A term is borne out by a document cited for it, for a part of it or for all terms, and by no other."""
    person: Person = attrs.evolve(base.people["an-van-binh"], sources=(cited(HANDBOOK, supports),))
    assert breaches("term-sourced", person) == ([] if sourced else [("an-van-binh", "terms[0]")])


@given(
    published=DATES,
    start=DATES,
    step=st.none() | DATES,
    announcement=st.booleans(),
    supports=st.sampled_from(("start", "summary")),
)
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


def published_on(base: Dataset, published: PartialDate) -> Source:
    """Return the publisher of the base tree with its first document published on another day."""
    source = base.sources["herald"]
    return attrs.evolve(
        source, documents=(attrs.evolve(source.documents[0], published=published), *source.documents[1:])
    )


@given(DATES, DATES, st.booleans())
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
