"""What became of an id: it names a record, was merged, split or withdrawn, or never existed."""

from collections.abc import Iterator
from typing import ClassVar, Literal

import attrs

from vnjp_dataset.core import RecordSet
from vnjp_dataset.insight.lines import Line, joined
from vnjp_dataset.model import KINDS, KindName, Record, Retired
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.nearest import nearest
from vnjp_dataset.releases import registry

Status = Literal["current", "merged", "split", "withdrawn", "elsewhere", "never-existed"]


@attrs.frozen(kw_only=True)
class Resolution:
    """What became of an id; which class it is, and `status`, say what."""

    status: ClassVar[Status]

    id: str
    """The id asked for."""

    @property
    def records(self) -> tuple[Record, ...]:
        """The records to which the id leads now."""
        return ()

    @property
    def known(self) -> bool:
        """Whether the dataset has the id, or tells what became of it."""
        return self.status not in ("elsewhere", "never-existed")

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees."""
        yield Line(f"`{self.id}` {self.words}")

    @property
    def words(self) -> str:
        """What became of it, in words that follow the id."""
        raise NotImplementedError

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {"id": self.id, "status": self.status, "records": [one.id for one in self.records]}

    def _repr_html_(self) -> str:
        """Show it as a table in notebooks."""
        return rows_html(self.id, ("id", "status", "what became of it"), ((self.id, self.status, self.words),))


@attrs.frozen(kw_only=True)
class Current(Resolution):
    """A record has the id."""

    status = "current"

    record: Record
    kind: KindName
    since: str | None
    """The release in which the id first stood; None for one that is in no release yet."""

    @property
    def records(self) -> tuple[Record, ...]:
        """The record."""
        return (self.record,)

    @property
    def words(self) -> str:
        """What kind of record it names, and since when."""
        since = f"since release {self.since}" if self.since else "in no release yet"
        return f"is current, {since}: {KINDS[self.kind].one}, {self.record.heading}"

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {**super().plain(), "kind": self.kind, "since": self.since}


@attrs.frozen(kw_only=True)
class Gone(Resolution):
    """Base of what was retired."""

    tombstone: Retired
    replacements: tuple[Record, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that stand in its place."""
        return self.replacements

    @property
    def words(self) -> str:
        """What became of it, in which release, and why."""
        one = self.tombstone
        into = f" into {' and '.join(f'`{each}`' for each in one.replaced_by)}" if one.replaced_by else ""
        return f"was {one.fate}{into} in release {one.since}: {one.reason}"

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it; `since` is the first release without it."""
        one = self.tombstone
        return {**super().plain(), "kind": one.kind, "since": one.since, "reason": one.reason}


@attrs.frozen(kw_only=True)
class MergedInto(Gone):
    """Its record was merged into another one."""

    status = "merged"

    @property
    def record(self) -> Record | None:
        """The record that took it up; None only in data that fail their checks."""
        return next(iter(self.replacements), None)


@attrs.frozen(kw_only=True)
class SplitInto(Gone):
    """Its record was split into several."""

    status = "split"


@attrs.frozen(kw_only=True)
class Withdrawn(Gone):
    """Its record was taken out, and nothing stands in its place."""

    status = "withdrawn"


@attrs.frozen(kw_only=True)
class Elsewhere(Resolution):
    """The id was released, but this dataset, an older or another one, neither has it nor says what became of it."""

    status = "elsewhere"

    kind: KindName
    since: str
    """The release in which it first stood."""

    @property
    def words(self) -> str:
        """When it was released."""
        return f"was released in {self.since} ({KINDS[self.kind].one}), but this dataset does not have it"

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {**super().plain(), "kind": self.kind, "since": self.since}


@attrs.frozen(kw_only=True)
class NeverExisted(Resolution):
    """No record has the id, and none ever had in a release."""

    status = "never-existed"

    near: tuple[str, ...]
    """Up to three ids of this dataset that resemble it, nearest first."""

    @property
    def words(self) -> str:
        """That there is none, and what may have been meant."""
        hint = f" – did you mean {' or '.join(f'`{one}`' for one in self.near)}?" if self.near else ""
        return f"never was the id of a record{hint}"

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {**super().plain(), "near": list(self.near)}


_FATES: dict[str, type[Gone]] = {"merged": MergedInto, "split": SplitInto, "withdrawn": Withdrawn}


def resolve(records: RecordSet, record_id: str) -> Resolution:
    """Return what became of an id.

    What the dataset itself has or says comes first; only then is the registry of releases asked.
    """
    record = records.find(record_id)
    if record is not None:
        since = registry().since(record_id)
        return Current(id=record_id, record=record, kind=records.kind_of(record_id), since=since)
    tombstone = records.retired.find(record_id)
    if tombstone is not None:
        found = (records.find(one) for one in tombstone.replaced_by)
        into = tuple(one for one in found if one is not None)
        return _FATES[tombstone.fate](id=record_id, tombstone=tombstone, replacements=into)
    kind, since = registry().kind_of(record_id), registry().since(record_id)
    if kind and since:
        return Elsewhere(id=record_id, kind=kind, since=since)
    ids = (one.id for one in records if not isinstance(one, Retired))
    return NeverExisted(id=record_id, near=nearest(record_id, ids))
