"""Rules about records naming each other."""

import typing
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vnjp_dataset import Dataset
from vnjp_dataset.model import (
    KINDS,
    AgreementId,
    CooperationField,
    DocumentKey,
    FieldId,
    KindName,
    Measure,
    PlaceId,
    Record,
    RecordId,
    Retired,
    Source,
    SourceId,
    Text,
)
from vnjp_dataset.model.walk import documents, references, walk
from vnjp_dataset.strategies import retired_ids

Ask = Callable[[str, Dataset], list[tuple[str, str]]]
Breaches = Callable[..., list[tuple[str, str]]]
Replaced = Callable[[Record, str, object], Record]


@given(st.data())
def test_a_reference_to_nothing_is_reported(
    base: Dataset, breaches: Breaches, replaced: Replaced, data: st.DataObject
) -> None:
    """Whatever reference is turned to an id that no record of the right kind has is reported, and no other."""
    found = [(record, reference) for record in base for reference in references(record)]
    record, reference = data.draw(st.sampled_from(found))
    others = [one.id for one in base if reference.target and type(one) is not KINDS[reference.target].record]
    wrong = data.draw(st.sampled_from(["no-such-record", *others]))
    broken = replaced(record, reference.path, RecordId(wrong))
    assert breaches("reference-resolves", broken) == [(record.id, reference.path)]


@given(st.data())
def test_a_document_that_nobody_lists_is_reported(
    base: Dataset, breaches: Breaches, replaced: Replaced, data: st.DataObject
) -> None:
    """Whatever document cited is turned to one that no publisher lists is reported, and no other."""
    found = [(record, path) for record in base for path, _ in documents(record)]
    record, path = data.draw(st.sampled_from(found))
    wrong = data.draw(st.sampled_from(("herald/unknown", "unknown/handbook")))
    assert breaches("document-resolves", replaced(record, path, wrong)) == [(record.id, path)]


@given(st.data())
def test_a_reference_to_a_retired_id_is_reported(
    base: Dataset, breaches: Breaches, replaced: Replaced, data: st.DataObject
) -> None:
    """Whatever reference names a retired id is reported by one rule, which says what to name instead."""
    found = [(record, reference) for record in base for reference in references(record)]
    record, reference = data.draw(st.sampled_from(found))
    tombstone = data.draw(retired_ids(id=st.just(RecordId("once-there")), replaced_by=st.just((reference.id,))))
    broken = replaced(record, reference.path, tombstone.id)
    assert breaches("reference-not-retired", tombstone, broken)[:1] == [(record.id, reference.path)]
    assert breaches("reference-resolves", tombstone, broken) == [
        (tombstone.id, f"replaced_by[{place}]")
        for place, one in enumerate(tombstone.replaced_by)
        if one not in {other.id for other in base}
    ]


def test_a_replacement_that_was_retired_itself_is_reported(breaches: Breaches) -> None:
    """A tombstone leads to a record, not to another tombstone."""
    fields: dict[str, Any] = {"kind": "visits", "since": "0.2.0", "reason": "Why."}
    last = Retired(id=RecordId("last"), fate="withdrawn", **fields)
    first = Retired(id=RecordId("first"), fate="merged", replaced_by=(last.id,), **fields)
    assert breaches("reference-not-retired", first, last) == [("first", "replaced_by[0]")]


@pytest.mark.parametrize("kind", ["people", "offices", "organizations", "places", "sources", "fields", "measures"])
def test_a_reference_record_that_nothing_names_is_reported(base: Dataset, breaches: Breaches, kind: KindName) -> None:
    """A record of reference that no other names is reported; a person with a term is not."""
    first = next(iter(base.records(kind)))
    changes = {"documents": ()} if kind == "sources" else {"terms": ()} if kind == "people" else {}
    orphan = attrs.evolve(first, id=RecordId("orphan"), **changes)
    assert breaches("no-orphan", orphan) == [("orphan", "")]
    if kind == "people":
        in_office = attrs.evolve(base.people["mori-ken"], id=RecordId("orphan"))
        assert breaches("no-orphan", in_office) == []


def test_a_record_that_only_it_names_is_an_orphan(breaches: Breaches) -> None:
    """A record that names itself is an orphan all the same."""
    itself = CooperationField(id=RecordId("orphan"), name=Text(en="Orphan"), broader=FieldId(RecordId("orphan")))
    assert breaches("no-orphan", itself) == [("orphan", "")]
    assert breaches("names-another", itself) == [("orphan", "broader")]
    assert breaches("no-cycle", itself) == []


def test_a_publisher_is_named_by_a_document_or_as_the_original(base: Dataset, breaches: Breaches) -> None:
    """A publisher without documents is no orphan where another publisher's document copies its text."""
    herald: Source = base.sources["herald"]
    agency = attrs.evolve(herald, id=RecordId("agency"), documents=())
    copied = attrs.evolve(herald.documents[0], original=SourceId(RecordId("agency")))
    assert breaches("no-orphan", agency) == [("agency", "")]
    copying = attrs.evolve(herald, documents=(copied, *herald.documents[1:]))
    assert breaches("no-orphan", agency, copying) == []


@given(st.sampled_from(("gazette", "herald")))
def test_a_document_that_nothing_cites_is_reported(base: Dataset, breaches: Breaches, publisher: str) -> None:
    """A document added to a publisher's, cited nowhere, is reported at its key."""
    source = base.sources[publisher]
    unread = attrs.evolve(source.documents[0], key=DocumentKey("unread"))
    longer = attrs.evolve(source, documents=(unread, *source.documents))
    assert breaches("no-orphan-document", longer) == [(publisher, "documents[0].key")]


@given(st.data())
def test_a_record_that_names_itself_is_reported(
    base: Dataset, breaches: Breaches, replaced: Replaced, data: st.DataObject
) -> None:
    """Whatever reference is turned to its own record is reported, and no other."""
    found = [(record, reference) for record in base for reference in references(record)]
    record, reference = data.draw(st.sampled_from(found))
    itself = replaced(record, reference.path, record.id)
    assert breaches("names-another", itself) == [(record.id, reference.path)]


@given(st.lists(st.none() | st.integers(0, 5), min_size=6, max_size=6), st.booleans())
@example([1, 2, 1, 3, None, 4], True)
@example([1, 2, 1, 3, None, 4], False)
def test_cycles_are_reported(base: Dataset, ask: Ask, up: list[int | None], places: bool) -> None:
    """A field or place is reported where, and only where, the way up from it leads back to it by way of another."""

    def above(number: int) -> RecordId | None:
        upper = up[number]
        return None if upper is None else RecordId(f"one-{upper}")

    if places:
        tokyo = base.places["tokyo"]
        found: list[Record] = [
            attrs.evolve(
                tokyo, id=RecordId(f"one-{number}"), part_of=PlaceId(part) if (part := above(number)) else None
            )
            for number in range(6)
        ]
    else:
        found = [
            CooperationField(
                id=RecordId(f"one-{number}"),
                name=Text(en="One"),
                broader=FieldId(part) if (part := above(number)) else None,
            )
            for number in range(6)
        ]
    kind, field = ("places", "part_of") if places else ("fields", "broader")
    expected = [
        (f"one-{number}", field) for number in range(6) if up[number] != number and number in reached(up, number)
    ]
    assert ask("no-cycle", Dataset({"places" if kind == "places" else "fields": found})) == expected


def reached(up: list[int | None], number: int) -> set[int]:
    """Return everything on the way up from a number."""
    seen: set[int] = set()
    current = up[number]
    while current is not None and current not in seen:
        seen.add(current)
        current = up[current]
    return seen


@given(st.data())
def test_whatever_is_listed_twice_is_reported(
    base: Dataset, breaches: Breaches, replaced: Replaced, data: st.DataObject
) -> None:
    """An item put into its list a second time is reported there, and nothing else is."""
    lists = [
        (record, path, typing.cast("tuple[object, ...]", value))
        for record in base
        for path, _, value in walk(record)
        # The model itself refuses two sessions of one number and two documents of one key.
        if isinstance(value, tuple) and path not in ("sessions", "documents")
    ]
    record, path, value = data.draw(st.sampled_from(lists))
    again = data.draw(st.sampled_from(value))
    found = breaches("no-repetition", replaced(record, path, (*value, again)))
    twice = [(record.id, f"{path}[{len(value)}]")]
    if path == "companions":
        twice.append((record.id, f"{path}[{len(value)}].person"))
    assert found == twice


def test_lists_without_repetition_are_not_reported(base: Dataset, ask: Ask) -> None:
    """Nothing is listed twice in the base tree."""
    assert ask("no-repetition", base) == []


@pytest.mark.parametrize("path", ["amends", "supersedes"])
def test_an_instrument_that_supersedes_itself_is_reported(base: Dataset, breaches: Breaches, path: str) -> None:
    """An instrument neither amends nor supersedes itself."""
    treaty = base.agreements["2021-treaty"]
    ids = (AgreementId(treaty.id),)
    itself = attrs.evolve(treaty, amends=ids) if path == "amends" else attrs.evolve(treaty, supersedes=ids)
    assert breaches("names-another", itself) == [("2021-treaty", f"{path}[0]")]


def test_a_measure_is_named_by_a_figure(breaches: Breaches) -> None:
    """A measure that no figure has is an orphan."""
    measure = Measure(id=RecordId("rank"), name=Text(en="Rank"), definition="A rank.")
    assert breaches("no-orphan", measure) == [("rank", "")]
