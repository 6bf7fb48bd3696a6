"""Figures: a number, rank or ordinal as a source reported it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.classification import EventKind
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import FieldId, MeasureId, OfficeId, PersonId, RecordId, VisitId
from vnjp_dataset.model.record import Event
from vnjp_dataset.model.shape import Doc, Value
from vnjp_dataset.model.visits import VisitStyle
from vnjp_dataset.model.vocabulary import Bound, Direction, Rank


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Criteria(Value):
    """Which records a check counts; every criterion given must hold."""

    direction: Annotated[Direction | None, Doc("Direction of the visit.")] = None
    rank: Annotated[tuple[Rank, ...], Doc("Any of these ranks.")] = ()
    lead: Annotated[PersonId | None, Doc("Who led the visit.")] = None
    office: Annotated[OfficeId | None, Doc("The office held.")] = None
    style: Annotated[tuple[VisitStyle, ...], Doc("Any of these styles, by either government.")] = ()
    visit: Annotated[VisitId | None, Doc("The visit the record belongs to.")] = None
    kind: Annotated[str | None, Doc("The record's own kind, e.g. of agreement.")] = None
    year: Annotated[int | None, Doc("The calendar year.")] = None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Check(Value):
    """How the dataset itself can answer a reported count or ordinal."""

    collection: Annotated[EventKind, Doc("Which records are counted.")]
    where: Annotated[Criteria, Doc("Which of them.")]
    answer: Annotated[Literal["count", "ordinal"], Doc("Their number, or the place of one among them.")]
    through: Annotated[RecordId | None, Doc("The record counted up to, itself included.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """An ordinal is somebody's place."""
        if self.answer == "ordinal" and self.through is None:
            yield Flaw("through", "the record whose place is asked for", "none", rule="empty")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Figure(Event):
    """A number, rank or ordinal as a source reported it."""

    DATE_FIELD: ClassVar[str] = "as_of"

    measure: Annotated[MeasureId, Doc("What is measured.")]
    value: Annotated[Decimal, Doc("The number, in `unit`.")]
    bound: Annotated[Bound, Doc("How the source qualifies it.")] = "exact"
    unit: Annotated[str, Doc("rank, people, doses, USD, JPY, documents ...")]
    as_of: Annotated[PartialDate, Doc("The day or period that it speaks of.")]
    about: Annotated[RecordId | None, Doc("The record it speaks of.")] = None
    check: Annotated[Check | None, Doc("How the dataset can answer it.")] = None
    fields: Annotated[tuple[FieldId, ...], Doc("Fields of cooperation concerned.")] = ()
    summary: Annotated[str | None, Doc("The claim, in our own words.")] = None
