"""Who came, and what was signed: people, visits and meetings, and instruments, and which of them belong together."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError
from vnjp_dataset.model import LEADER_RANKS, Agreement, Direction, Meeting, Person, Record, Visit
from vnjp_dataset.model.agreements import AgreementKind

Event = Visit | Meeting

INSTRUMENTS: Mapping[str, tuple[AgreementKind, ...]] = MappingProxyType(
    {
        "joint": ("joint-statement", "joint-vision", "joint-press-release", "action-plan"),
        "treaties": ("treaty", "agreement", "exchange-of-notes", "loan-agreement", "grant-agreement"),
        "memoranda": ("memorandum", "record-of-discussions", "letter-of-intent", "other"),
        "business": ("business-document",),
    }
)
"""The groups of instruments; together they are all kinds."""

MOST = 50
"""How many visits and meetings a picture has room for."""


@attrs.frozen
class Tie:
    """A person and an event."""

    person: Person
    led: bool
    """Whether the person led the visit; false for everybody else who took part."""


@attrs.frozen(kw_only=True)
class Web:
    """Events in order of date, the people and the instruments that belong to them."""

    about: Record | None = None
    """What the web is about; None for all that leaders' visits brought."""
    events: tuple[Event, ...]
    people: Mapping[str, tuple[Tie, ...]]
    """By the id of an event, those of its people who are shown."""
    agreements: Mapping[str, tuple[Agreement, ...]]
    """By the id of an event, the instruments that belong to it, in order of date."""
    dropped: int = 0
    """How many earlier events there was no room for."""


def web_of(
    dataset: Dataset, first: dt.date, last: dt.date, *, direction: Direction | None = None, about: str | None = None
) -> Web:
    """Return the leaders' visits held in a period, each with who led it and the instruments that belong to it.

    About a person: the visits and meetings that name this person, with those who led or met. About a visit or meeting:
    everybody who took part. About an instrument: what it belongs to. Raises UnknownIdError for an id that is not
    there, QueryError for a record of another kind.
    """
    one = None if about is None else dataset[about]
    found = tuple(_events(dataset, first, last, direction, one))
    shown = found[-MOST:]
    return Web(
        about=one,
        events=shown,
        people={event.id: tuple(_ties(dataset, event, one)) for event in shown},
        agreements={event.id: tuple(_instruments(dataset, event, one)) for event in shown},
        dropped=len(found) - len(shown),
    )


def _events(
    dataset: Dataset, first: dt.date, last: dt.date, direction: Direction | None, about: Record | None
) -> Iterable[Event]:
    visits = dataset.visits if direction is None else dataset.visits.where(direction=direction)
    match about:
        case None:
            return visits.where(rank=LEADER_RANKS, status="held").between(first, last)
        case Visit() | Meeting():
            return (about,)
        case Agreement():
            owners = (dataset.find(one) for one in (about.visit, about.meeting) if one)
            return (one for one in owners if isinstance(one, Visit | Meeting))
        case Person():
            linked = {link.record.id for link in dataset.links_to(about.id)}
            meetings = dataset.meetings.between(first, last) if direction is None else ()
            events = (one for one in (*visits.between(first, last), *meetings) if one.id in linked)
            return sorted(events, key=lambda one: (one.begins.anchor, one.id))
        case _:
            raise QueryError(
                f"about: expected a person, a visit, a meeting or an agreement, got {about!r}",
                "give the id of one of these",
            )


def _ties(dataset: Dataset, event: Event, about: Record | None) -> Iterator[Tie]:
    """Yield the people of an event, each once, whoever led it first."""
    ids: list[str | None] = [event.lead] if isinstance(event, Visit) else [one.person for one in event.participants]
    if isinstance(event, Visit) and about == event:
        ids += [one.person for one in event.companions]
        ids += [one.person for step in event.itinerary for one in step.participants]
    if isinstance(about, Agreement):
        ids += [one.person for one in about.signatories]
    for each in dict.fromkeys(ids):
        person = dataset.people.find(each) if each else None
        if person is not None:
            yield Tie(person, led=isinstance(event, Visit) and each == event.lead)


def _instruments(dataset: Dataset, event: Event, about: Record | None) -> Iterator[Agreement]:
    if isinstance(about, Agreement):
        yield about
    else:
        yield from (one for one in dataset.agreements if event.id in (one.visit, one.meeting))
