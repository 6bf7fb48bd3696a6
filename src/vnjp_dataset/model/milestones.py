"""Milestones: turning points, the partnership's ladder among them."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.claims import Check
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import AgreementId, DocumentId, FieldId, VisitId
from vnjp_dataset.model.record import Event
from vnjp_dataset.model.shape import Doc, Value
from vnjp_dataset.model.text import Text
from vnjp_dataset.model.vocabulary import Language

MilestoneKind = Literal[
    "relations-established",
    "partnership",
    "embassy-opened",
    "aid-suspended",
    "aid-resumed",
    "recognition",
    "first",
    "anniversary",
    "other",
]
LEVEL_KINDS: tuple[MilestoneKind, ...] = ("relations-established", "partnership")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class OtherName(Value):
    """Another name in use, and the documents that use it."""

    name: Annotated[str, Doc("The name.")]
    language: Annotated[Language, Doc("Its language.")]
    documents: Annotated[tuple[DocumentId, ...], Doc("Documents that use it.")]

    def flaws(self) -> Iterator[Flaw]:
        """Somebody uses the name."""
        if not self.documents:
            yield Flaw("documents", "at least one document", "none", rule="empty")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Level(Value):
    """A rung of the partnership's ladder."""

    rank: Annotated[int, Doc("0 for diplomatic relations, then 1 and up.")]
    name: Annotated[Text, Doc("The partnership's name in the instrument.")]
    other_names: Annotated[tuple[OtherName, ...], Doc("Other names in use.")] = ()

    def flaws(self) -> Iterator[Flaw]:
        """Ranks count from 0."""
        if self.rank < 0:
            yield Flaw("rank", "0 or more", f"{self.rank}")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Milestone(Event):
    """A turning point of the relations."""

    DATE_FIELD: ClassVar[str] = "date"

    date: Annotated[PartialDate, Doc("The day.")]
    kind: Annotated[MilestoneKind, Doc("What sort of turning point.")]
    name: Annotated[Text, Doc("What it is called.")]
    level: Annotated[Level | None, Doc("The rung of the ladder reached.")] = None
    instrument: Annotated[AgreementId | None, Doc("The instrument that made it.")] = None
    visit: Annotated[VisitId | None, Doc("The visit it belongs to.")] = None
    check: Annotated[Check | None, Doc("How the dataset can answer whether it was the first.")] = None
    fields: Annotated[tuple[FieldId, ...], Doc("Fields of cooperation concerned.")] = ()
    summary: Annotated[str | None, Doc("What changed, in our own words.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """The rungs of the ladder have a level, and nothing else has; a first, and nothing else, has a place."""
        if (self.kind in LEVEL_KINDS) != (self.level is not None):
            wanted = "a level" if self.level is None else "no level"
            got = "none" if self.level is None else f"level {self.level.rank}"
            yield Flaw("level", f"{wanted} for kind {self.kind}", got, rule="ladder")
        if self.check and self.kind != "first":
            yield Flaw("check", f"no check for kind {self.kind}", "one", rule="claim")
        if self.check and self.check.answer != "ordinal":
            yield Flaw("check.answer", "`ordinal`: a first is a place", f"`{self.check.answer}`", rule="claim")
