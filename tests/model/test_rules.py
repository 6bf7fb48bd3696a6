"""The rules that each class of the model keeps by itself."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given

from vnjp_dataset.errors import InvalidValueError
from vnjp_dataset.model import (
    Actor,
    Agreement,
    Check,
    Citation,
    Commitment,
    Conflict,
    Coverage,
    Document,
    Level,
    Mechanism,
    Meeting,
    Milestone,
    OtherName,
    PartialDate,
    Person,
    PersonName,
    Place,
    Retired,
    Session,
    Source,
    Term,
    Text,
    Value,
    Visit,
)
from vnjp_dataset.model.claims import Criteria
from vnjp_dataset.strategies import agreements, visits

D = PartialDate
NAME = Text(en="Name")
VN, JP = Actor(country="VN"), Actor(country="JP")  # type: ignore[arg-type]  # codes as they are written # pyright: ignore[reportArgumentType]
DOCUMENT: Mapping[str, Any] = {
    "key": "one",
    "title": "One",
    "url": "https://example.org/1",
    "language": "en",
    "accessed": D("2026-01-01"),
}
ONE = Document(**DOCUMENT)

PLACE: Mapping[str, Any] = {"collection": "visits", "where": Criteria(), "answer": "ordinal", "through": "a"}

GOOD: Mapping[type[Value], Mapping[str, Any]] = {
    Text: {"en": "Name"},
    Actor: {"country": "VN"},
    Citation: {"document": "mofa/one", "supports": ("start",)},
    Conflict: {"field": "start", "value": "1", "documents": ("mofa/one",), "reason": "Why."},
    OtherName: {"name": "Name", "language": "en", "documents": ("mofa/one",)},
    Level: {"rank": 0, "name": NAME},
    Term: {"office": "prime-minister", "start": D("2020-05"), "end": D("2021")},
    Session: {"start": D("2020-05-02"), "end": D("2020-05-03"), "number": 2},
    Criteria: {},
    Check: {"collection": "visits", "where": Criteria(), "answer": "count"},
    Visit: {
        "id": "2020-a",
        "direction": "VN-JP",
        "lead": "a",
        "office": "b",
        "start": D("2020-05-02"),
        "end": D("2020-05-03"),
    },
    Meeting: {"id": "a", "date": D("2020"), "medium": "video", "participants": (VN, JP)},
    Agreement: {
        "id": "a",
        "kind": "treaty",
        "title": NAME,
        "signed": D("2020-05-02"),
        "in_force": D("2020-06"),
        "ended": D("2021"),
    },
    Milestone: {"id": "a", "date": D("2020"), "kind": "partnership", "name": NAME, "level": Level(rank=1, name=NAME)},
    Mechanism: {
        "id": "a",
        "name": NAME,
        "kind": "dialogue",
        "established": D("2020"),
        "ended": D("2021"),
        "sessions": (Session(start=D("2020"), number=1), Session(start=D("2021"), number=2)),
    },
    Place: {"id": "a", "name": NAME, "country": "VN", "kind": "city", "iso": "VN-HN"},
    Source: {"id": "a", "name": NAME, "side": "VN", "kind": "party", "documents": (ONE,)},
    Coverage: {
        "id": "a",
        "kind": "visits",
        "start": D("2020"),
        "end": D("2021"),
        "status": "partial",
        "swept": "Some.",
    },
    Retired: {"id": "a", "kind": "visits", "fate": "withdrawn", "since": "0.2.0", "reason": "Why."},
}

BAD: list[tuple[type[Value], Mapping[str, Any], list[tuple[str, str]]]] = [
    (Text, {"en": None}, [("", "empty")]),
    (Actor, {"country": None}, [("", "empty")]),
    (Actor, {"country": None, "office": "b"}, [("", "empty"), ("office", "empty")]),
    (Actor, {"office": "b"}, [("office", "empty")]),
    (Citation, {"supports": ()}, [("supports", "empty")]),
    (Conflict, {"documents": ()}, [("documents", "empty")]),
    (OtherName, {"documents": ()}, [("documents", "empty")]),
    (Level, {"rank": -1}, [("rank", "shape")]),
    (Term, {"end": D("2020-04")}, [("end", "end-after-start")]),
    (Term, {"open": True}, [("open", "end-after-start")]),
    (Session, {"end": D("2020-05-01")}, [("end", "end-after-start")]),
    (Session, {"number": 0}, [("number", "shape")]),
    (Check, {"answer": "ordinal"}, [("through", "empty")]),
    (Check, {"also": ("meetings", "visits")}, [("also", "claim")]),
    (Criteria, {"since": D("2021"), "until": D("2020")}, [("until", "end-after-start")]),
    (Criteria, {"year": 0}, [("year", "date")]),
    (Milestone, {"level": None, "kind": "anniversary", "check": Check(**PLACE)}, [("check", "claim")]),
    (
        Milestone,
        {"level": None, "kind": "first", "check": attrs.evolve(Check(**PLACE), answer="count")},
        [("check.answer", "claim")],
    ),
    (Visit, {"end": D("2020-05-01")}, [("end", "end-after-start")]),
    (Meeting, {"participants": (VN,)}, [("participants", "empty")]),
    (Agreement, {"in_force": D("2020-05-01")}, [("in_force", "in-force-after-signature")]),
    (
        Agreement,
        {"ended": D("2020-04")},
        [("ended", "in-force-after-signature"), ("ended", "end-after-start")],
    ),
    (Agreement, {"ended": D("2020-05-20")}, [("ended", "end-after-start")]),
    (Milestone, {"level": None}, [("level", "ladder")]),
    (Milestone, {"kind": "first"}, [("level", "ladder")]),
    (Mechanism, {"ended": D("2019")}, [("ended", "end-after-start")]),
    (
        Mechanism,
        {
            "sessions": (
                Session(start=D("2020"), number=1),
                Session(start=D("2020")),
                Session(start=D("2021"), number=1),
            )
        },
        [("sessions[2].number", "shape")],
    ),
    (Place, {"iso": "JP-13"}, [("iso", "name")]),
    (Place, {"latitude": Decimal(1)}, [("latitude", "coordinates")]),
    (
        Place,
        {"latitude": Decimal("90.1"), "longitude": Decimal("-180.1")},
        [("latitude", "coordinates"), ("longitude", "coordinates")],
    ),
    (Source, {"documents": (ONE, ONE)}, [("documents", "duplicate-id")]),
    (Coverage, {"end": D("2019")}, [("end", "end-after-start")]),
    (Retired, {"replaced_by": ("b",)}, [("replaced_by", "replacement")]),
    (Retired, {"fate": "merged"}, [("replaced_by", "replacement")]),
    (Retired, {"fate": "merged", "replaced_by": ("b", "c")}, [("replaced_by", "replacement")]),
    (Retired, {"fate": "split", "replaced_by": ("b",)}, [("replaced_by", "replacement")]),
]


@pytest.mark.parametrize("cls", GOOD)
def test_what_keeps_the_rules_is_built(cls: type[Value]) -> None:
    """The examples that the other tests break are good themselves."""
    assert isinstance(cls(**GOOD[cls]), cls)


@pytest.mark.parametrize(("cls", "change", "flaws"), BAD)
def test_what_breaks_a_rule_is_refused(
    cls: type[Value], change: Mapping[str, Any], flaws: list[tuple[str, str]]
) -> None:
    """A value that breaks its class's rule is not built; the error has the path and the rule, once for each breach."""
    with pytest.raises(InvalidValueError) as caught:
        cls(**{**GOOD[cls], **change})
    assert [(flaw.path, flaw.rule) for flaw in caught.value.flaws] == flaws


@given(visits(), visits())
def test_no_visit_ends_before_it_starts(one: Visit, other: Visit) -> None:
    """A visit is built with a start and an end exactly where the end is not surely before the start."""
    if other.end.surely_before(one.start):
        with pytest.raises(InvalidValueError):
            attrs.evolve(one, end=other.end)
    else:
        assert attrs.evolve(one, end=other.end).ends == other.end


@given(agreements(), agreements())
def test_no_instrument_is_in_force_before_it_is_signed(one: Agreement, other: Agreement) -> None:
    """An instrument is built with a day of entry into force exactly where that is not surely before the signature."""
    if other.signed.surely_before(one.signed):
        with pytest.raises(InvalidValueError):
            attrs.evolve(one, in_force=other.signed, ended=None)
    else:
        assert attrs.evolve(one, in_force=other.signed, ended=None).begins == one.signed


def test_names_of_people_need_english() -> None:
    """A person's name has at least the Latin letters that ids and sorting rest on."""
    name = PersonName(en="Kishida Fumio", ja="岸田文雄")
    assert str(name) == "Kishida Fumio"
    assert Person(id="kishida-fumio", name=name, country="JP").heading == "Kishida Fumio"  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("text", "shown"), [(Text(en="E", vi="V"), "E"), (Text(vi="V", ja="J"), "V"), (Text(ja="J"), "J")]
)
def test_a_text_shows_its_first_language(text: Text, shown: str) -> None:
    """English before Vietnamese before Japanese."""
    assert str(text) == shown


def test_a_record_is_called_by_what_it_has() -> None:
    """The heading is the title or name, else the summary, else the id; `repr` shows it once."""
    row = Coverage(**GOOD[Coverage])
    assert (row.heading, repr(row)) == ("a", "Coverage('a')")
    promise = Commitment(id="c", kind="pledge", by=(JP,), made=D("2020"), summary="A promise.")  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    assert (promise.heading, repr(promise)) == ("A promise.", "Commitment('c', 'A promise.')")
    place = Place(**GOOD[Place])
    assert (place.heading, repr(place)) == ("Name", "Place('a', 'Name')")
    visit = Visit(**GOOD[Visit])
    assert all(part in visit.heading for part in (visit.lead, visit.direction, str(visit.start)))
    meeting = Meeting(**GOOD[Meeting])
    assert all(part in meeting.heading for part in ("VN", "JP", "2020"))


def test_a_value_shows_what_is_set() -> None:
    """The `repr` of a part of a record leaves out what is not set."""
    assert repr(Text(vi="Tên")) == "Text(vi='Tên')"
    assert repr(VN) == "Actor(country='VN')"
