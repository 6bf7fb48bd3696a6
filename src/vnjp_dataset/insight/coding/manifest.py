"""The manifest of a second coding: who coded what, how the sample was drawn, and who was right."""

from collections.abc import Iterator
from typing import Annotated, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model import PartialDate
from vnjp_dataset.model.ids import FieldPath, RecordId
from vnjp_dataset.model.shape import Doc, Value

Codable = Literal["visits", "meetings", "agreements", "milestones", "commitments", "figures"]
"""Kinds of record that a second coder can find again."""

Right = Literal["dataset", "coding", "both", "neither"]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class CodedKind(Value):
    """A kind of record that was coded, and which of its fields."""

    kind: Annotated[Codable, Doc("The kind.")]
    fields: Annotated[tuple[FieldPath, ...], Doc("The fields that were coded; a path covers what lies below it.")]

    def flaws(self) -> Iterator[Flaw]:
        """Something was coded."""
        if not self.fields:
            yield Flaw("fields", "at least one field path", "none", rule="empty")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Sample(Value):
    """Which records were to be coded."""

    drawn: Annotated[str, Doc("How the sample was drawn.")]
    start: Annotated[PartialDate, Doc("First day of the period.")]
    end: Annotated[PartialDate, Doc("Last day of the period.")]
    kinds: Annotated[tuple[CodedKind, ...], Doc("What was coded.")]
    records: Annotated[
        tuple[RecordId, ...], Doc("The records drawn, where records of the dataset were; else all of the period.")
    ] = ()

    def flaws(self) -> Iterator[Flaw]:
        """A period does not end before it starts, and every kind stands there once."""
        if self.end.surely_before(self.start):
            yield Flaw("end", f"no date before the start, {self.start}", f"`{self.end}`", rule="end-after-start")
        if not self.kinds:
            yield Flaw("kinds", "at least one kind", "none", rule="empty")
        names = [one.kind for one in self.kinds]
        for index, name in enumerate(names):
            if name in names[:index]:
                yield Flaw(f"kinds[{index}].kind", "each kind once", f"`{name}` again", rule="duplicate-id")


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Adjudication(Value):
    """What was found of a disagreement when both looked at it again."""

    record: Annotated[RecordId, Doc("The record of the dataset.")]
    field: Annotated[FieldPath, Doc("The field on which the two differ.")]
    right: Annotated[Right, Doc("Whose value is right.")]
    reason: Annotated[str, Doc("Why.")]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Manifest(Value):
    """What a second coding says of itself."""

    coder: Annotated[str, Doc("Who coded.")]
    date: Annotated[PartialDate, Doc("When the coding was finished.")]
    instructions: Annotated[str, Doc("What the coder was told and given, and was not.")]
    sample: Annotated[Sample, Doc("What was to be coded.")]
    adjudications: Annotated[tuple[Adjudication, ...], Doc("What became of disagreements.")] = ()
