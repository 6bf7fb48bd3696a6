"""Meetings: talks that are not part of a visit."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.actors import Actor
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import FieldId, PlaceId
from vnjp_dataset.model.record import Event
from vnjp_dataset.model.shape import Doc
from vnjp_dataset.model.visits import EventStatus, Occasion

Medium = Literal["in-person", "telephone", "video", "correspondence"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Meeting(Event):
    """Leaders' or ministers' talks in a third country, by telephone or by video."""

    DATE_FIELD: ClassVar[str] = "date"

    date: Annotated[PartialDate, Doc("The day.")]
    medium: Annotated[Medium, Doc("How they met.")]
    participants: Annotated[tuple[Actor, ...], Doc("Those who spoke with each other.")]
    status: Annotated[EventStatus, Doc("Whether it took place.")] = "held"
    occasion: Annotated[Occasion | None, Doc("The conference on whose margins they met.")] = None
    place: Annotated[PlaceId | None, Doc("The place.")] = None
    fields: Annotated[tuple[FieldId, ...], Doc("Fields of cooperation dealt with.")] = ()
    summary: Annotated[str | None, Doc("The talks in our own words.")] = None

    @property
    def heading(self) -> str:
        """Who and when."""
        people = (actor.person or actor.organization or actor.country for actor in self.participants)
        return f"{', '.join(one for one in people if one)} {self.date}"

    def flaws(self) -> Iterator[Flaw]:
        """It takes two to meet."""
        if len(self.participants) < 2:
            yield Flaw("participants", "at least two", f"{len(self.participants)}", rule="empty")
