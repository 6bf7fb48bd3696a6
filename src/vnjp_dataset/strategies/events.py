"""The events of a drawn dataset: visits with what came of them, meetings, and the ladder."""

import datetime as dt
from decimal import Decimal

from vnjp_dataset.model import (
    Actor,
    Agreement,
    AgreementId,
    Commitment,
    Companion,
    Count,
    CountryCode,
    Counts,
    Coverage,
    Direction,
    Event,
    Figure,
    Level,
    Measure,
    MeasureId,
    Mechanism,
    Meeting,
    Milestone,
    PartialDate,
    RecordId,
    Session,
    Step,
    Text,
    Visit,
    VisitId,
    partial_date,
)
from vnjp_dataset.model.claims import Check, Criteria
from vnjp_dataset.model.milestones import MilestoneKind
from vnjp_dataset.strategies.values import texts
from vnjp_dataset.strategies.world import JP, VN, World

ELSEWHERE = (CountryCode("TH"), CountryCode("SG"))
SOON = PartialDate("2030~")


class Events:
    """Adds events to a world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rank = 0
        self._visits: list[Visit] = []

    def _actor(self, country: CountryCode, day: dt.date) -> Actor:
        office = self._world.any_of(self._world.offices[country])
        return Actor(person=self._world.holder(office, day), office=office, country=country)

    def _actors(self, country: CountryCode, day: dt.date) -> tuple[Actor, ...]:
        return (self._actor(country, day),) if self._world.maybe(country) else ()

    # The ladder ---------------------------------------------------------------------------------------------------

    def establish(self) -> None:
        """Relations are established."""
        self._rung(PartialDate("1973-09-21"), "relations-established")

    def _rung(
        self,
        date: PartialDate,
        kind: MilestoneKind,
        visit: VisitId | None = None,
        instrument: AgreementId | None = None,
    ) -> None:
        world = self._world
        milestone = world.make(
            Milestone,
            id=world.mint(f"{date.earliest.year}-{kind}"),
            date=date,
            kind=kind,
            level=world.make(Level, rank=self._rank, other_names=()),
            instrument=instrument,
            visit=visit,
            fields=world.some_of(world.fields),
        )
        world.add(milestone)
        self._rank += 1

    # Visits -------------------------------------------------------------------------------------------------------

    def visit(self, month: dt.date) -> None:
        """Somebody in office goes to the other country within a month; instruments and promises come of it."""
        world = self._world
        guest, host = world.any_of(((VN, JP), (JP, VN)))
        direction: Direction = "VN-JP" if guest == VN else "JP-VN"
        first = month + dt.timedelta(world.number(0, 20))
        last = first + dt.timedelta(world.number(0, 5))
        office = world.any_of(world.offices[guest])
        lead = world.holder(office, first)
        start, end = partial_date(first), partial_date(last)
        if world.any_of((False, False, True)):
            start = end = PartialDate(f"{first:%Y-%m}")  # known to the month only
        visit_id = VisitId(world.mint(f"{month.year}-{lead}"))
        # What is not added yet has no id of its own; the instruments name the visit that comes after them.
        signed = world.any_of((start, end))
        instruments = self._instruments(visit_id, guest, host, signed)
        visit = world.make(
            Visit,
            id=visit_id,
            direction=direction,
            lead=lead,
            office=office,
            start=start,
            end=end,
            status="held",
            invited_by=self._actors(host, first),
            companions=self._companions(guest),
            itinerary=self._itinerary(first, last, host, instruments, signed),
            counts=self._counts(len(instruments)),
            fields=world.some_of(world.fields),
        )
        world.add(visit)
        self._visits.append(visit)
        if world.maybe(visit):
            self._ordinal(visit)

    def _companions(self, country: CountryCode) -> tuple[Companion, ...]:
        if not self._world.maybe(country):
            return ()
        return (self._world.make(Companion, person=self._world.person(country), office=None),)

    def _itinerary(
        self,
        first: dt.date,
        last: dt.date,
        host: CountryCode,
        instruments: tuple[AgreementId, ...],
        signed: PartialDate,
    ) -> tuple[Step, ...]:
        world = self._world
        offsets = sorted(world.number(0, (last - first).days) for _ in range(world.number(0, 2)))
        days = [partial_date(first + dt.timedelta(offset)) for offset in offsets]
        return tuple(
            world.make(
                Step,
                date=day,
                place=world.any_of((None, *world.places[host])),
                participants=self._actors(host, first),
                agreements=() if day.surely_before(signed) else world.some_of(instruments),
            )
            for day in days
        )

    def _counts(self, linked: int) -> Counts | None:
        world = self._world
        # One more at least: a source may say `nearly` or `less than`.
        signed = world.make(Count, value=linked + world.number(1, 20))
        return world.maybe(Counts(documents_signed=signed, activities=world.maybe(Count(value=40, bound="about"))))

    def _instruments(
        self, visit: VisitId, guest: CountryCode, host: CountryCode, signed: PartialDate
    ) -> tuple[AgreementId, ...]:
        world = self._world
        found: list[AgreementId] = []
        for _ in range(world.number(0, 2)):
            found.append(self._instrument(visit, signed, (guest, host), tuple(found)))
        if found and world.number(0, 1):
            self._rung(signed, "partnership", visit, found[0])
        return tuple(found)

    def _instrument(
        self,
        visit: VisitId,
        signed: PartialDate,
        parties: tuple[CountryCode, CountryCode],
        earlier: tuple[AgreementId, ...],
    ) -> AgreementId:
        world = self._world
        bodies = [world.organization(country) if world.any_of((False, True)) else None for country in parties]
        agreement = world.make(
            Agreement,
            id=world.mint(f"{signed.earliest.year}-instrument"),
            title=self._own_title(earlier),
            signed=signed,
            place=world.any_of((None, *world.places[parties[1]])),
            parties=tuple(Actor(country=one, organization=body) for one, body in zip(parties, bodies, strict=True)),
            signatories=tuple(self._actor(country, signed.earliest) for country in parties),
            in_force=world.maybe(partial_date(signed.latest + dt.timedelta(world.number(0, 400)))),
            ended=world.maybe(SOON),
            visit=visit,
            meeting=None,
            signed_apart=None,
            amends=world.some_of(earlier),
            supersedes=(),
            fields=world.some_of(world.fields),
        )
        return AgreementId(world.add(agreement))

    def _own_title(self, earlier: tuple[AgreementId, ...]) -> Text:
        """Draw a title that none of the visit's other instruments has in any language."""
        taken = {getattr(self._world.records[one], "title", None) for one in earlier}
        words = {word for title in taken if isinstance(title, Text) for word in (title.en, title.vi, title.ja) if word}
        title = self._world.draw(texts())
        return Text(en=f"Instrument {len(earlier) + 1}") if words & {title.en, title.vi, title.ja} else title

    def _ordinal(self, visit: Visit) -> None:
        """Somebody says how many visits this way there had been; it is so."""
        world = self._world
        year = visit.start.earliest.year
        measure = MeasureId(world.add(world.make(Measure, id=world.mint("ordinal-of-visit"))))
        so_far = Criteria(direction=visit.direction)
        figure = world.make(
            Figure,
            id=world.mint(f"{year}-ordinal"),
            measure=measure,
            value=Decimal(sum(one.direction == visit.direction for one in self._visits)),
            bound="exact",
            as_of=visit.end,
            about=visit.id,
            check=world.maybe(Check(collection="visits", where=so_far, answer="ordinal", through=visit.id)),
            fields=world.some_of(world.fields),
        )
        world.add(figure)

    # The rest -----------------------------------------------------------------------------------------------------

    def meet(self, month: dt.date) -> None:
        """Two office-holders meet in a third country, or a mechanism holds a session."""
        day = month + dt.timedelta(self._world.number(0, 27))
        self._world.any_of((self._meeting, self._mechanism))(day)

    def _meeting(self, day: dt.date) -> None:
        world = self._world
        country = world.any_of(ELSEWHERE)
        meeting = world.make(
            Meeting,
            id=world.mint(f"{day.year}-meeting"),
            date=partial_date(day),
            participants=tuple(self._actor(one, day) for one in (VN, JP)),
            status="held",
            place=world.maybe(world.place(f"place-{country.lower()}", country, iso=None)),
            fields=world.some_of(world.fields),
        )
        world.add(meeting)

    def _mechanism(self, day: dt.date) -> None:
        world = self._world
        session = Session(
            start=partial_date(day),
            number=world.maybe(1),
            place=world.any_of((None, *world.places[VN])),
            chairs=self._actors(JP, day),
        )
        mechanism = world.make(
            Mechanism,
            id=world.mint("mechanism"),
            established=world.maybe(session.start),
            ended=None,
            parties=(Actor(country=VN), Actor(country=JP)),
            sessions=(session,),
            fields=world.some_of(world.fields),
        )
        world.add(mechanism)

    def follow_up(self) -> None:
        """What was promised on visits, with the later events that show it kept; and what was searched."""
        world = self._world
        for visit in self._visits:
            if world.maybe(visit):
                self._commitment(visit)
        if world.maybe(VN):
            world.add(world.make(Coverage, id=world.mint("coverage")))
        if self._visits:
            first, last = self._visits[0].start, self._visits[-1].end
            world.add(world.make(Coverage, id=world.mint("coverage"), kind="visits", start=first, end=last))

    def _commitment(self, visit: Visit) -> None:
        world = self._world
        events = (one for one in world.records.values() if isinstance(one, Event))
        later = [RecordId(one.id) for one in events if visit.end.surely_before(one.begins)]
        commitment = world.make(
            Commitment,
            id=world.mint(f"{visit.start.earliest.year}-promise"),
            by=(self._actor(JP, visit.start.earliest),),
            to=(Actor(country=VN),),
            made=visit.end,
            due=world.maybe(SOON),
            visit=visit.id,
            meeting=None,
            agreement=None,
            followed_by=world.some_of(later),
            fields=world.some_of(world.fields),
        )
        world.add(commitment)
