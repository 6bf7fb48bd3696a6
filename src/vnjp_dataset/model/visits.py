"""Visits: a trip by a senior figure of one country to the other."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.actors import Actor
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import AgreementId, FieldId, OfficeId, PersonId, PlaceId
from vnjp_dataset.model.quantities import Count
from vnjp_dataset.model.record import Event
from vnjp_dataset.model.shape import Doc, Value
from vnjp_dataset.model.text import Text
from vnjp_dataset.model.vocabulary import Direction

VisitStyle = Literal[
    "state-visit",
    "official-visit",
    "official-working-visit",
    "working-visit",
    "friendly-visit",
    "unofficial-visit",
    "transit",
    "other",
]
EventStatus = Literal["held", "announced", "cancelled"]
OccasionKind = Literal[
    "multilateral-meeting",
    "anniversary",
    "funeral",
    "enthronement",
    "ceremony",
    "sports-event",
    "exhibition",
    "other",
]
CompanionRole = Literal[
    "spouse",
    "minister",
    "official",
    "party-official",
    "parliamentarian",
    "local-leader",
    "business",
    "other",
]
Activity = Literal[
    "arrival",
    "departure",
    "transit",
    "welcome-ceremony",
    "talks",
    "meeting",
    "audience",
    "courtesy-call",
    "speech",
    "signing",
    "press-briefing",
    "banquet",
    "wreath-laying",
    "site-visit",
    "business-forum",
    "ceremony",
    "community-meeting",
    "cultural-event",
    "other",
]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Label(Value):
    """How one government styles a visit."""

    style: Annotated[VisitStyle, Doc("The nearest of the common styles.")]
    name: Annotated[Text | None, Doc("The words that government uses.")] = None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Labels(Value):
    """How each government styles a visit; two styles of one visit are no conflict."""

    vn: Annotated[Label | None, Doc("Vietnam's style.")] = None
    jp: Annotated[Label | None, Doc("Japan's style.")] = None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Occasion(Value):
    """What else brought somebody there."""

    kind: Annotated[OccasionKind, Doc("What sort of occasion.")]
    name: Annotated[Text, Doc("Its name.")]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Companion(Value):
    """Somebody who came along."""

    person: Annotated[PersonId, Doc("The person.")]
    role: Annotated[CompanionRole, Doc("In what part.")]
    office: Annotated[OfficeId | None, Doc("The office held that day.")] = None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Step(Value):
    """One dated part of an itinerary."""

    date: Annotated[PartialDate, Doc("The day.")]
    activity: Annotated[Activity, Doc("What was done.")]
    place: Annotated[PlaceId | None, Doc("The place.")] = None
    venue: Annotated[str | None, Doc("The building or room.")] = None
    participants: Annotated[tuple[Actor, ...], Doc("Those met, or who took part.")] = ()
    agreements: Annotated[tuple[AgreementId, ...], Doc("Instruments signed or issued.")] = ()
    summary: Annotated[str | None, Doc("What happened, in our own words.")] = None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Counts(Value):
    """Totals that sources report of a visit."""

    documents_signed: Annotated[Count | None, Doc("Documents signed on the occasion.")] = None
    activities: Annotated[Count | None, Doc("Events on the programme.")] = None
    delegation: Annotated[Count | None, Doc("Members of the delegation, in people.")] = None
    businesses: Annotated[Count | None, Doc("Companies that came along.")] = None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Visit(Event):
    """A trip by a senior figure of one country to the other, however many stops it had."""

    DATE_FIELD: ClassVar[str] = "start"

    direction: Annotated[Direction, Doc("VN-JP: a Vietnamese figure in Japan; JP-VN: the other way.")]
    lead: Annotated[PersonId, Doc("Who led the visit.")]
    office: Annotated[OfficeId, Doc("The office in which the lead came.")]
    start: Annotated[
        PartialDate, Doc("First day of the trip as the governments give it; an arrival on its eve is a step.")
    ]
    end: Annotated[PartialDate, Doc("Last day of the trip as the governments give it.")]
    status: Annotated[EventStatus, Doc("Whether it took place.")] = "held"
    labels: Annotated[Labels | None, Doc("How each government styles it.")] = None
    invited_by: Annotated[tuple[Actor, ...], Doc("Who invited.")] = ()
    occasion: Annotated[Occasion | None, Doc("A multilateral meeting, funeral or the like attended.")] = None
    companions: Annotated[tuple[Companion, ...], Doc("Spouse, ministers and others who came along.")] = ()
    itinerary: Annotated[tuple[Step, ...], Doc("What was done, in order.")] = ()
    counts: Annotated[Counts | None, Doc("Totals as reported.")] = None
    fields: Annotated[tuple[FieldId, ...], Doc("Fields of cooperation dealt with.")] = ()
    summary: Annotated[str | None, Doc("The visit in our own words.")] = None

    @property
    def heading(self) -> str:
        """Who, in what direction and when."""
        return f"{self.lead} {self.direction} {self.start} – {self.end}"

    @property
    def ends(self) -> PartialDate:
        """The last day of the trip."""
        return self.end

    def flaws(self) -> Iterator[Flaw]:
        """A visit does not end before it starts."""
        if self.end.surely_before(self.start):
            yield Flaw("end", f"no date before the start, {self.start}", f"`{self.end}`", rule="end-after-start")
