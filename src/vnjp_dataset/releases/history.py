"""What happened to a record from release to release."""

from collections.abc import Iterator

import attrs

from vnjp_dataset.changes import Added, Changed, Removed
from vnjp_dataset.releases.deltas import delta
from vnjp_dataset.releases.registry import registry


@attrs.frozen
class Moment:
    """A release in which something happened to a record."""

    version: str
    change: Added | Changed | Removed


def history(record_id: str) -> tuple[Moment, ...]:
    """Return what happened to a record, oldest first; nothing for an id that was never released."""
    return tuple(_moments(record_id))


def _moments(record_id: str) -> Iterator[Moment]:
    for version in registry().versions:
        yield from (Moment(version, one) for one in delta(version) if one.id == record_id)
