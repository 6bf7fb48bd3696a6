"""Agreements: every instrument, from treaty to joint statement to business document."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.actors import Actor
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import AgreementId, FieldId, MeetingId, PlaceId, VisitId
from vnjp_dataset.model.quantities import Amount
from vnjp_dataset.model.record import Event
from vnjp_dataset.model.shape import Doc
from vnjp_dataset.model.text import Text

AgreementKind = Literal[
    "treaty",
    "agreement",
    "exchange-of-notes",
    "loan-agreement",
    "grant-agreement",
    "memorandum",
    "record-of-discussions",
    "joint-statement",
    "joint-vision",
    "joint-press-release",
    "action-plan",
    "letter-of-intent",
    "business-document",
    "other",
]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Agreement(Event):
    """An instrument that the two sides, or bodies of theirs, signed or issued."""

    DATE_FIELD: ClassVar[str] = "signed"

    kind: Annotated[AgreementKind, Doc("What sort of instrument it is.")]
    title: Annotated[Text, Doc("Its exact title.")]
    signed: Annotated[PartialDate, Doc("When it was signed, exchanged or issued.")]
    place: Annotated[PlaceId | None, Doc("Where.")] = None
    parties: Annotated[tuple[Actor, ...], Doc("Countries or bodies it binds.")] = ()
    signatories: Annotated[tuple[Actor, ...], Doc("Who signed or exchanged it.")] = ()
    in_force: Annotated[PartialDate | None, Doc("When it entered into force.")] = None
    ended: Annotated[PartialDate | None, Doc("When it ceased to have effect.")] = None
    amount: Annotated[Amount | None, Doc("The sum it provides, as a ceiling where it is one.")] = None
    visit: Annotated[VisitId | None, Doc("The visit it belongs to.")] = None
    meeting: Annotated[MeetingId | None, Doc("The meeting it belongs to.")] = None
    signed_apart: Annotated[str | None, Doc("Why its date lies outside the visit it belongs to.")] = None
    amends: Annotated[tuple[AgreementId, ...], Doc("Instruments it amends.")] = ()
    supersedes: Annotated[tuple[AgreementId, ...], Doc("Instruments it replaces.")] = ()
    fields: Annotated[tuple[FieldId, ...], Doc("Fields of cooperation it covers.")] = ()
    summary: Annotated[str | None, Doc("What it says, in our own words.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """An instrument is not in force before it is signed, and does not end before that."""
        for name in ("in_force", "ended"):
            date: PartialDate | None = getattr(self, name)
            if date and date.surely_before(self.signed):
                yield Flaw(
                    name, f"no date before the signature, {self.signed}", f"`{date}`", rule="in-force-after-signature"
                )
        if self.in_force and self.ended and self.ended.surely_before(self.in_force):
            yield Flaw(
                "ended", f"no date before entry into force, {self.in_force}", f"`{self.ended}`", rule="end-after-start"
            )
