"""The network of those who meet and what they make: which record is tied to which, how and when."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Literal

import attrs

from vnjp_dataset.model import (
    Actor,
    Agreement,
    KindName,
    Mechanism,
    Meeting,
    Milestone,
    OfficeId,
    PartialDate,
    Record,
    Visit,
)

Relation = Literal[
    "led",
    "accompanied",
    "invited",
    "took-part",
    "met",
    "signed",
    "party-to",
    "chaired",
    "part-of",
    "signed-on",
    "held-on",
    "rests-on",
    "amends",
    "supersedes",
]
RELATIONS: Mapping[Relation, str] = MappingProxyType(
    {
        "led": "person → visit that they led",
        "accompanied": "person → visit on which they came along",
        "invited": "person or body → visit to which they invited",
        "took-part": "person or body → visit, for each step in which they took part or were met",
        "met": "person or body → meeting in which they spoke with the others",
        "signed": "person or body → agreement that they signed or exchanged",
        "party-to": "person or body → agreement that binds them, or mechanism in which they take part",
        "chaired": "person or body → mechanism, for each session that they chaired",
        "part-of": "agreement or milestone → visit or meeting that it belongs to",
        "signed-on": "agreement → visit on a step of which it was signed or issued",
        "held-on": "mechanism → visit of which a session was part",
        "rests-on": "milestone → agreement that made it",
        "amends": "agreement → agreement that it amends",
        "supersedes": "agreement → agreement that it replaces",
    }
)
"""How records are tied to each other, and which way each tie leads."""

NODES: tuple[KindName, ...] = (
    "visits",
    "meetings",
    "agreements",
    "milestones",
    "mechanisms",
    "people",
    "organizations",
)
"""The kinds of record between which there are ties."""


@attrs.frozen(kw_only=True)
class Tie:
    """One record tied to another, as a field of one of them says."""

    record: str
    """The record that says so."""
    path: str
    """The field that says so, as in `vnjp explain`."""
    source: str
    target: str
    relation: Relation
    date: PartialDate | None
    """When, as far as the record says: the day of the step, session, visit, meeting or signature."""
    office: OfficeId | None = None
    """The office held that day."""
    role: str | None = None
    activity: str | None = None
    """What was done in the step."""

    @property
    def id(self) -> str:
        """The tie's name, `record:field`; with `.0` for `[0]`, as an id in XML has no brackets."""
        path = re.sub(r"\[([0-9]+)\]", r".\1", self.path)
        return f"{self.record}:{path}"


def ties(record: Record) -> Iterator[Tie]:
    """Yield the ties that a record tells of, in the order of its fields."""
    match record:
        case Visit():
            yield from _visit(record)
        case Meeting():
            yield from _acting(record, "participants", record.participants, "met", record.date)
        case Agreement():
            yield from _agreement(record)
        case Milestone():
            yield from _to(record, "instrument", record.instrument, "rests-on", record.date)
            yield from _to(record, "visit", record.visit, "part-of", record.date)
        case Mechanism():
            yield from _mechanism(record)
        case _:
            return


def _visit(visit: Visit) -> Iterator[Tie]:
    yield _from(visit, "lead", visit.lead, "led", visit.start, office=visit.office)
    yield from _acting(visit, "invited_by", visit.invited_by, "invited", visit.start)
    for place, one in enumerate(visit.companions):
        path = f"companions[{place}].person"
        yield _from(visit, path, one.person, "accompanied", visit.start, office=one.office, role=one.role)
    for place, step in enumerate(visit.itinerary):
        path = f"itinerary[{place}]"
        for tie in _acting(visit, f"{path}.participants", step.participants, "took-part", step.date):
            yield attrs.evolve(tie, activity=step.activity)
        for index, agreement in enumerate(step.agreements):
            yield _from(visit, f"{path}.agreements[{index}]", agreement, "signed-on", step.date)


def _agreement(agreement: Agreement) -> Iterator[Tie]:
    signed = agreement.signed
    yield from _acting(agreement, "parties", agreement.parties, "party-to", signed)
    yield from _acting(agreement, "signatories", agreement.signatories, "signed", signed)
    yield from _to(agreement, "visit", agreement.visit, "part-of", signed)
    yield from _to(agreement, "meeting", agreement.meeting, "part-of", signed)
    for place, other in enumerate(agreement.amends):
        yield from _to(agreement, f"amends[{place}]", other, "amends", signed)
    for place, other in enumerate(agreement.supersedes):
        yield from _to(agreement, f"supersedes[{place}]", other, "supersedes", signed)


def _mechanism(mechanism: Mechanism) -> Iterator[Tie]:
    yield from _acting(mechanism, "parties", mechanism.parties, "party-to", None)
    for place, session in enumerate(mechanism.sessions):
        path = f"sessions[{place}]"
        yield from _acting(mechanism, f"{path}.chairs", session.chairs, "chaired", session.start)
        yield from _to(mechanism, f"{path}.visit", session.visit, "held-on", session.start)


def _acting(
    record: Record, path: str, actors: Iterable[Actor], relation: Relation, date: PartialDate | None
) -> Iterator[Tie]:
    """Yield the ties of actors to a record: of the person, and of the body, each where there is one."""
    for place, actor in enumerate(actors):
        here = f"{path}[{place}]"
        if actor.person:
            yield _from(record, f"{here}.person", actor.person, relation, date, office=actor.office, role=actor.role)
        if actor.organization:
            yield _from(record, f"{here}.organization", actor.organization, relation, date, role=actor.role)


def _from(
    record: Record,
    path: str,
    source: str,
    relation: Relation,
    date: PartialDate | None,
    *,
    office: OfficeId | None = None,
    role: str | None = None,
) -> Tie:
    """Return a tie that leads to the record which tells of it."""
    return Tie(
        record=record.id,
        path=path,
        source=source,
        target=record.id,
        relation=relation,
        date=date,
        office=office,
        role=role,
    )


def _to(record: Record, path: str, target: str | None, relation: Relation, date: PartialDate) -> Iterator[Tie]:
    """Yield a tie that leads from the record which tells of it, where it names another."""
    if target:
        yield Tie(record=record.id, path=path, source=record.id, target=target, relation=relation, date=date)
