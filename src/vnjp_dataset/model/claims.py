"""Checks: how the records themselves can answer a reported count, ordinal or first."""

from collections.abc import Iterator
from typing import Annotated, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.classification import EventKind
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import OfficeId, PersonId, RecordId, VisitId
from vnjp_dataset.model.meetings import Medium
from vnjp_dataset.model.shape import Doc, Value
from vnjp_dataset.model.visits import VisitStyle
from vnjp_dataset.model.vocabulary import Direction, Rank


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Criteria(Value):
    """Which records a check counts; every criterion given must hold."""

    direction: Annotated[Direction | None, Doc("Direction of the visit.")] = None
    rank: Annotated[tuple[Rank, ...], Doc("Any of these ranks.")] = ()
    lead: Annotated[PersonId | None, Doc("Who led the visit.")] = None
    office: Annotated[OfficeId | None, Doc("The office held.")] = None
    style: Annotated[tuple[VisitStyle, ...], Doc("Any of these styles, by either government.")] = ()
    person: Annotated[tuple[PersonId, ...], Doc("All of these people, wherever the record names them.")] = ()
    medium: Annotated[tuple[Medium, ...], Doc("Any of these ways to meet.")] = ()
    visit: Annotated[VisitId | None, Doc("The visit the record belongs to.")] = None
    kind: Annotated[str | None, Doc("The record's own kind, e.g. of agreement.")] = None
    year: Annotated[int | None, Doc("The calendar year.")] = None
    since: Annotated[PartialDate | None, Doc("Not begun before this.")] = None
    until: Annotated[PartialDate | None, Doc("Not begun after this.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """A period does not end before it starts; a year is one that dates can have."""
        if self.since and self.until and self.until.surely_before(self.since):
            yield Flaw("until", f"no date before {self.since}", f"`{self.until}`", rule="end-after-start")
        if self.year is not None and not 1 <= self.year <= 9999:
            yield Flaw("year", "a year from 1 to 9999", f"{self.year}", rule="date")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Check(Value):
    """How the dataset itself can answer a reported count or ordinal.

    What is counted is held, signed or begun by the day of the record in `through` or, without one, by the day that the
    claim speaks of.
    """

    collection: Annotated[EventKind, Doc("Which records are counted.")]
    where: Annotated[Criteria, Doc("Which of them.")]
    answer: Annotated[Literal["count", "ordinal"], Doc("Their number, or the place of one among them.")]
    through: Annotated[RecordId | None, Doc("The record counted up to, itself included.")] = None
    also: Annotated[
        tuple[EventKind, ...],
        Doc("Further kinds counted together with it; a criterion that a kind does not have leaves it alone."),
    ] = ()
    beyond: Annotated[
        str | None,
        Doc("What the claim counts as well and no record here can show, e.g. visitors from other countries."),
    ] = None

    def flaws(self) -> Iterator[Flaw]:
        """An ordinal is somebody's place; a kind is counted once."""
        if self.answer == "ordinal" and self.through is None:
            yield Flaw("through", "the record whose place is asked for", "none", rule="empty")
        if self.collection in self.also:
            yield Flaw("also", f"kinds other than {self.collection}", f"`{self.collection}`", rule="claim")

    @property
    def kinds(self) -> tuple[EventKind, ...]:
        """Every kind of record that is counted."""
        return (self.collection, *self.also)
