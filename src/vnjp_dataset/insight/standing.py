"""Since which release a record and its values stand."""

from collections.abc import Iterator, Mapping
from typing import cast

import attrs

from vnjp_dataset.changes import Changed, Removed
from vnjp_dataset.changes.fields import Plain, canonical, change_fields
from vnjp_dataset.core import RecordSet
from vnjp_dataset.insight.values import plain_at
from vnjp_dataset.model import Record
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.releases import registry
from vnjp_dataset.releases.history import history

UNRELEASED = "unreleased"
"""What stands instead of a version where no release has a record, or has it with another value."""


@attrs.frozen
class Standing:
    """A record as it is now and as it stood in the releases in which it changed, oldest first."""

    now: Mapping[str, Plain]
    states: tuple[tuple[str, Mapping[str, Plain]], ...]
    known: bool = True
    """False for records that are not the package's own: its releases say nothing of them."""

    @property
    def since(self) -> str | None:
        """The release in which the record first stood, `unreleased`, or None where the releases say nothing."""
        if not self.known:
            return None
        return self.states[0][0] if self.states else UNRELEASED

    def since_at(self, path: str) -> str | None:
        """Return the release since which the value at a path stands, `unreleased`, or None as for the record."""
        found = UNRELEASED if self.known else None
        for version, state in reversed(self.states if self.known else ()):
            if not _stood(state, self.now, path):
                break
            found = version
        return found


def standing(records: RecordSet, record: Record) -> Standing:
    """Return how a record stood in the releases up to the dataset's own."""
    if not records.of_package:
        return Standing(unstructure(record), (), known=False)
    return Standing(unstructure(record), tuple(_states(records, record.id)))


def _states(records: RecordSet, record_id: str) -> Iterator[tuple[str, Mapping[str, Plain]]]:
    versions = registry().versions
    if records.version in versions:
        versions = versions[: versions.index(records.version) + 1]
    state: Mapping[str, Plain] = {}
    for moment in history(record_id):
        if moment.version in versions and not isinstance(moment.change, Removed):
            one = moment.change
            state = change_fields(state, one.changes) if isinstance(one, Changed) else one.plain
            yield moment.version, state


def _stood(state: Mapping[str, Plain], now: Mapping[str, Plain], path: str) -> bool:
    if canonical(plain_at(state, path)) == canonical(plain_at(now, path)):
        return True
    # An item that only moved within its list says what it said.
    several, bracket, rest = path.rpartition("[")
    earlier = plain_at(state, several) if bracket else None
    item = canonical(plain_at(now, f"{several}[{rest.partition(']')[0]}]"))
    return isinstance(earlier, list) and item in map(canonical, cast("list[Plain]", earlier))
