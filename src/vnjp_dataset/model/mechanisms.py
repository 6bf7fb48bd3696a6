"""Mechanisms: standing bodies and dialogues, with their sessions."""

from collections.abc import Iterator
from typing import Annotated, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.actors import Actor
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import FieldId, PlaceId, VisitId
from vnjp_dataset.model.record import SourcedRecord
from vnjp_dataset.model.shape import Doc, Value
from vnjp_dataset.model.text import Text
from vnjp_dataset.model.vocabulary import Rank

MechanismKind = Literal[
    "committee",
    "joint-committee",
    "dialogue",
    "consultation",
    "joint-initiative",
    "parliamentary-group",
    "forum",
    "other",
]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Session(Value):
    """One meeting of a mechanism."""

    start: Annotated[PartialDate, Doc("First day.")]
    end: Annotated[PartialDate | None, Doc("Last day, where there were more than one.")] = None
    number: Annotated[int | None, Doc("Its number in the series.")] = None
    place: Annotated[PlaceId | None, Doc("Where it was held.")] = None
    chairs: Annotated[tuple[Actor, ...], Doc("Those who chaired it.")] = ()
    visit: Annotated[VisitId | None, Doc("The visit it was part of.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """A session does not end before it starts; numbers count from 1."""
        if self.end and self.end.surely_before(self.start):
            yield Flaw("end", f"no date before the start, {self.start}", f"`{self.end}`", rule="end-after-start")
        if self.number is not None and self.number < 1:
            yield Flaw("number", "1 or more", f"{self.number}")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Mechanism(SourcedRecord):
    """A standing body or dialogue of the two sides."""

    name: Annotated[Text, Doc("Its name.")]
    kind: Annotated[MechanismKind, Doc("What sort of mechanism.")]
    chairs_rank: Annotated[Rank | None, Doc("The rank of those who chair it.")] = None
    established: Annotated[PartialDate | None, Doc("When it was set up.")] = None
    ended: Annotated[PartialDate | None, Doc("When it ceased to exist.")] = None
    parties: Annotated[tuple[Actor, ...], Doc("Countries or bodies that take part.")] = ()
    sessions: Annotated[tuple[Session, ...], Doc("Its sessions, in order.")] = ()
    fields: Annotated[tuple[FieldId, ...], Doc("Fields of cooperation it deals with.")] = ()
    summary: Annotated[str | None, Doc("What it does, in our own words.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """A mechanism does not end before it is set up, and no session number comes twice."""
        if self.established and self.ended and self.ended.surely_before(self.established):
            yield Flaw(
                "ended", f"no date before the start, {self.established}", f"`{self.ended}`", rule="end-after-start"
            )
        seen: set[int] = set()
        for index, session in enumerate(self.sessions):
            if session.number in seen:
                yield Flaw(f"sessions[{index}].number", "each number once", f"{session.number} again")
            seen.update(() if session.number is None else (session.number,))
