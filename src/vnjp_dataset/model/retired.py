"""Ids that were released and that no record has any more."""

from collections.abc import Iterator
from typing import Annotated, Literal

import attrs

from vnjp_dataset.errors import Flaw
from vnjp_dataset.model.ids import RecordId, Release
from vnjp_dataset.model.record import Record
from vnjp_dataset.model.shape import Doc
from vnjp_dataset.model.vocabulary import RetiredKind

Fate = Literal["withdrawn", "merged", "split"]

_REPLACEMENTS: dict[Fate, tuple[int, int, str]] = {
    "withdrawn": (0, 0, "no record"),
    "merged": (1, 1, "the one record that took it up"),
    "split": (2, 9999, "at least two records"),
}


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Retired(Record):
    """The tombstone of an id: what became of its record, why, and what replaces it."""

    kind: Annotated[RetiredKind, Doc("The kind of record that had the id.")]
    fate: Annotated[Fate, Doc("Whether its record was withdrawn, merged into another, or split into several.")]
    since: Annotated[Release, Doc("The first release without it.")]
    reason: Annotated[str, Doc("Why it was retired.")]
    replaced_by: Annotated[tuple[RecordId, ...], Doc("The records that stand in its place.")] = ()

    def flaws(self) -> Iterator[Flaw]:
        """What was merged has one replacement, what was split several, what was withdrawn none."""
        least, most, words = _REPLACEMENTS[self.fate]
        if not least <= len(self.replaced_by) <= most:
            got = ", ".join(f"`{one}`" for one in self.replaced_by) or "none"
            yield Flaw("replaced_by", f"{words} for what was {self.fate}", got, rule="replacement")

    @property
    def heading(self) -> str:
        """What became of the id, in a line."""
        into = f" into {', '.join(self.replaced_by)}" if self.replaced_by else ""
        return f"{self.fate}{into}: {self.reason}"
