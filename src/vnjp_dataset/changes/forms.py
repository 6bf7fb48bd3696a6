"""Diffs for readers: text for the terminal, Markdown for the change log."""

from collections.abc import Iterable, Iterator

from vnjp_dataset.changes.diff import Added, Changed, Diff, Removed
from vnjp_dataset.changes.fields import FieldChange, shown
from vnjp_dataset.model import KINDS, KindName

WIDTH = 100
"""How much of a value a line of text shows."""
CONTEXT = 20
"""How much of what did not change is shown before what did."""
MANY = 400
"""From how many new records on the change log counts them instead of naming them."""


def as_text(diff: Diff) -> str:
    """Return a diff for the terminal."""
    return "".join(f"{line}\n" for line in _lines(diff))


def summary(diff: Diff) -> str:
    """Return the numbers of a diff in a line."""
    counts = (
        (len(_shown(diff.added)), "added"),
        (len(diff.corrected), "corrected"),
        (len(diff.resourced), "re-sourced"),
        (len(diff.removed), "retired"),
    )
    told = ", ".join(f"{count} {what}" for count, what in counts if count)
    return f"{diff.old.version} → {diff.new.version}: {told or 'nothing changed'}"


def _shown(records: Iterable[Added]) -> tuple[Added, ...]:
    """Return what is new to a reader; a tombstone is told with the record that it stands for."""
    return tuple(one for one in records if one.kind != "retired")


def _lines(diff: Diff) -> Iterator[str]:
    yield summary(diff)
    yield from _part("added", (_name(one) for one in _shown(diff.added)))
    yield from _part("corrected", _changes(diff.corrected, facts=True))
    yield from _part("re-sourced", _changes(diff.resourced, facts=False))
    yield from _part("retired", (_retired(diff, one) for one in diff.removed))


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from (f"  {line}" for line in found)


def _name(one: Added | Changed) -> str:
    return f"{KINDS[one.kind].one} {one.id}"


def _changes(records: Iterable[Changed], *, facts: bool) -> Iterator[str]:
    for one in records:
        yield _name(one)
        yield from (f"  {_short(change)}" for change in (one.corrected if facts else one.resourced))


def _short(change: FieldChange) -> str:
    old, new = (" ".join(shown(one).split()) for one in (change.old, change.new))
    pairs = enumerate(zip(old, new, strict=False))
    start = next((place for place, (one, other) in pairs if one != other), 0)
    # Where both are long and begin alike, what differs is what is shown.
    skipped = max(0, start - CONTEXT) if min(len(old), len(new)) > WIDTH else 0
    return f"{change.path}: {_cut(old, skipped)} → {_cut(new, skipped)}"


def _cut(text: str, skipped: int) -> str:
    rest = f"…{text[skipped:]}" if skipped else text
    return rest if len(rest) <= WIDTH else f"{rest[: WIDTH - 1]}…"


def _retired(diff: Diff, one: Removed) -> str:
    tombstone = diff.tombstones.get(one.id)
    return f"{_name(one)} – {tombstone.heading if tombstone else 'no tombstone'}"


# The change log -------------------------------------------------------------------------------------------------------


def as_markdown(diff: Diff) -> str:
    """Return a diff as the `### Data` part of a change log has it."""
    if not diff:
        return "No record changed.\n"
    return "".join(f"{line}\n" for line in _markdown(diff))


def _markdown(diff: Diff) -> Iterator[str]:
    added = _shown(diff.added)
    yield from _listed("Added", added, names=len(added) < MANY)
    yield from _listed("Corrected", diff.corrected)
    yield from _listed("Re-sourced", [one for one in diff.resourced if not one.corrected])
    if diff.removed:
        yield "- **Retired:**"
        yield from (f"  - `{one.id}` – {_tombstone(diff, one)}" for one in diff.removed)


def _listed(title: str, records: Iterable[Added | Changed], *, names: bool = True) -> Iterator[str]:
    by_kind: dict[KindName, list[str]] = {}
    for one in records:
        fields = ""
        if isinstance(one, Changed) and one.corrected:
            fields = f" ({', '.join(dict.fromkeys(change.field for change in one.corrected))})"
        by_kind.setdefault(one.kind, []).append(f"`{one.id}`{fields}")
    if by_kind:
        yield f"- **{title}:**"
    for kind, found in by_kind.items():
        told = ", ".join(found)
        what = KINDS[kind].one if len(found) == 1 else kind
        yield f"  - {len(found)} {what}{f': {told}' if names else ''}"


def _tombstone(diff: Diff, one: Removed) -> str:
    tombstone = diff.tombstones.get(one.id)
    return tombstone.heading if tombstone else "withdrawn"
