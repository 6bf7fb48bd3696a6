"""Apply a diff to the records that it was made from."""

from collections.abc import Mapping

from vnjp_dataset.changes.compare import PlainRecords, Records, plain_records
from vnjp_dataset.changes.diff import Diff
from vnjp_dataset.changes.fields import Plain, canonical, change_fields
from vnjp_dataset.errors import DiffError
from vnjp_dataset.fingerprint import fingerprint
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.reading.plain import read_plain


def apply_changes(diff: Diff, records: Records) -> Mapping[KindName, tuple[Record, ...]]:
    """Return the records to which a diff leads from those that it was made from.

    Raises DiffError where the records are not those it was made from, or it leads to others than it says;
    InvalidDataError where it leads to what are no records.
    """
    found = fingerprint(records)
    if found != diff.old.fingerprint:
        raise DiffError(
            f"the diff leads from records with the fingerprint {diff.old.fingerprint[:12]}…, these have {found[:12]}…",
            "apply it to the version that it was made from",
        )
    return built(apply_plain(diff, plain_records(records)), diff.new.fingerprint)


def apply_plain(diff: Diff, records: PlainRecords) -> PlainRecords:
    """Return what a diff makes of records as JSON has them; neither fingerprint is looked at."""
    made: dict[KindName, dict[str, Mapping[str, Plain]]] = {kind: dict(records.get(kind, {})) for kind in KINDS}
    for gone in diff.removed:
        if canonical(made[gone.kind].pop(gone.id, None)) != canonical(gone.plain):
            raise DiffError(f"`{gone.id}`: expected the record that was taken out, got another or none")
    for changed in diff.changed:
        if changed.id not in made[changed.kind]:
            raise DiffError(f"`{changed.id}`: expected a record of that id among the {changed.kind}, got none")
        try:
            made[changed.kind][changed.id] = change_fields(made[changed.kind][changed.id], changed.changes)
        except DiffError as error:
            raise DiffError(f"`{changed.id}`: {error.message}", error.hint) from None
    for new in diff.added:
        if new.id in made[new.kind]:
            raise DiffError(f"`{new.id}`: expected no record of that id among the {new.kind}, got one")
        made[new.kind][new.id] = new.plain
    return made


def built(records: PlainRecords, wanted: str) -> Mapping[KindName, tuple[Record, ...]]:
    """Return the records that plain ones stand for, proved by their fingerprint.

    Raises InvalidDataError where they break the rules of their class, DiffError where they have another fingerprint.
    """
    made = read_plain({kind: list(found.values()) for kind, found in records.items()}, "diff")
    if fingerprint(made) != wanted:
        raise DiffError(
            f"expected records with the fingerprint {wanted[:12]}…, got others",
            "the diff, or what it was applied to, was changed by hand",
        )
    return made
