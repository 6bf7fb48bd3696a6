"""What changed between two states of the records: compared, applied, written down and read again."""

from vnjp_dataset.changes.apply import apply_changes
from vnjp_dataset.changes.compare import compare
from vnjp_dataset.changes.diff import Added, Changed, Diff, Removed, State
from vnjp_dataset.changes.fields import FieldChange

__all__ = ["Added", "Changed", "Diff", "FieldChange", "Removed", "State", "apply_changes", "compare"]
