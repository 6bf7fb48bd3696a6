"""Commitments: what was pledged, agreed, declared or asked."""

from typing import Annotated, ClassVar, Literal

import attrs

from vnjp_dataset.model.actors import Actor
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import AgreementId, FieldId, MeetingId, RecordId, VisitId
from vnjp_dataset.model.quantities import Amount, Quantity
from vnjp_dataset.model.record import Event
from vnjp_dataset.model.shape import Doc

CommitmentKind = Literal["pledge", "agreement", "position", "request", "priority", "expectation"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Commitment(Event):
    """One thing that one side promised or asked, or that both agreed or declared."""

    DATE_FIELD: ClassVar[str] = "made"

    kind: Annotated[
        CommitmentKind,
        Doc("pledge: one side promises; agreement: both agree; position: a view stated or shared."),
    ]
    by: Annotated[tuple[Actor, ...], Doc("Who speaks.")]
    to: Annotated[tuple[Actor, ...], Doc("To whom.")] = ()
    made: Annotated[PartialDate, Doc("When it was said.")]
    summary: Annotated[str, Doc("What was said, in our own words.")]
    amount: Annotated[Amount | None, Doc("Money promised or asked.")] = None
    quantity: Annotated[Quantity | None, Doc("Things promised or asked.")] = None
    due: Annotated[PartialDate | None, Doc("By when.")] = None
    visit: Annotated[VisitId | None, Doc("The visit it belongs to.")] = None
    meeting: Annotated[MeetingId | None, Doc("The meeting it belongs to.")] = None
    agreement: Annotated[AgreementId | None, Doc("The instrument that holds it.")] = None
    followed_by: Annotated[tuple[RecordId, ...], Doc("Later records that show it carried out.")] = ()
    fields: Annotated[tuple[FieldId, ...], Doc("Fields of cooperation concerned.")] = ()
