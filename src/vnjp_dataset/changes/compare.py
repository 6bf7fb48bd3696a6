"""Compare two states of the records."""

from collections.abc import Iterable, Iterator, Mapping

from vnjp_dataset.changes.diff import Added, Changed, Diff, Removed, State
from vnjp_dataset.changes.fields import Plain, compare_fields
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.reading.convert import unstructure

Records = Mapping[KindName, Iterable[Record]]


def compare(old: Records, new: Records, states: tuple[State, State]) -> Diff:
    """Return what changed from some records to others, which are of the given states."""
    before, after = plain_records(old), plain_records(new)
    return Diff(
        old=states[0],
        new=states[1],
        added=tuple(Added(kind, plain) for kind, plain in _only(after, before)),
        removed=tuple(Removed(kind, plain) for kind, plain in _only(before, after)),
        changed=tuple(_changed(before, after)),
    )


PlainRecords = Mapping[KindName, Mapping[str, Mapping[str, Plain]]]
"""Records as JSON has them, by kind and id, in order."""


def plain_records(records: Records) -> PlainRecords:
    """Return records as JSON has them."""
    return {
        kind: {one.id: unstructure(one) for one in sorted(records.get(kind, ()), key=lambda one: one.id)}
        for kind in KINDS
    }


def _only(some: PlainRecords, others: PlainRecords) -> Iterator[tuple[KindName, Mapping[str, Plain]]]:
    for kind, found in some.items():
        for record, plain in found.items():
            if record not in others[kind]:
                yield kind, plain


def _changed(before: PlainRecords, after: PlainRecords) -> Iterator[Changed]:
    for kind, found in after.items():
        for record, plain in found.items():
            changes = compare_fields(before[kind].get(record, plain), plain)
            if changes:
                yield Changed(kind, record, changes)
