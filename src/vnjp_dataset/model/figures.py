"""Figures: a number, rank or ordinal as a source reported it."""

from decimal import Decimal
from typing import Annotated, ClassVar

import attrs

from vnjp_dataset.model.claims import Check
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import FieldId, MeasureId, RecordId
from vnjp_dataset.model.record import Event
from vnjp_dataset.model.shape import Doc
from vnjp_dataset.model.vocabulary import Bound


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
