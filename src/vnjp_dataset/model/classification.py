"""The project's own tables: fields of cooperation, measures and what was searched."""

from collections.abc import Iterator
from typing import Annotated, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.dates import PartialDate
from vnjp_dataset.model.ids import FieldId
from vnjp_dataset.model.record import Record
from vnjp_dataset.model.shape import Doc
from vnjp_dataset.model.text import Text
from vnjp_dataset.model.vocabulary import Direction, Rank

EventKind = Literal["visits", "meetings", "agreements", "milestones", "mechanisms", "commitments", "figures"]
CoverageStatus = Literal["complete", "partial", "not-searched"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class CooperationField(Record):
    """A field of cooperation."""

    name: Annotated[Text, Doc("The field's name.")]
    broader: Annotated[FieldId | None, Doc("The field it is a part of.")] = None
    definition: Annotated[str | None, Doc("What belongs to it.")] = None


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Measure(Record):
    """What a figure measures."""

    name: Annotated[Text, Doc("The measure's name.")]
    definition: Annotated[str, Doc("What is measured, and how.")]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Coverage(Record):
    """What was searched for, over which period, and how complete the result is judged."""

    kind: Annotated[EventKind, Doc("The kind of record searched for.")]
    rank: Annotated[Rank | None, Doc("The rank of the office, where one was searched for.")] = None
    direction: Annotated[Direction | None, Doc("The direction, where one was searched for.")] = None
    start: Annotated[PartialDate, Doc("First day of the period.")]
    end: Annotated[PartialDate, Doc("Last day of the period.")]
    status: Annotated[CoverageStatus, Doc("How complete the records are judged.")]
    swept: Annotated[str, Doc("What was searched.")]
    missing: Annotated[str | None, Doc("What is known to be missing.")] = None

    def flaws(self) -> Iterator[Flaw]:
        """A period does not end before it starts."""
        if self.end.surely_before(self.start):
            yield Flaw("end", f"no date before the start, {self.start}", f"`{self.end}`", rule="end-after-start")
