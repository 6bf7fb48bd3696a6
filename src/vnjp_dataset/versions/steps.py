"""How big a step a release has to be: versions are semantic, for data."""

from typing import Literal

import attrs

from vnjp_dataset.changes import Diff
from vnjp_dataset.errors import ReleaseError
from vnjp_dataset.model import Release
from vnjp_dataset.model.ids import GRAMMARS

Step = Literal["major", "minor", "patch"]


@attrs.frozen(order=True)
class Version:
    """The three numbers of a release."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"

    def after(self, step: Step) -> "Version":
        """Return the version that a step leads to; before 1.0 a minor step does what a major one does later."""
        if step == "major" and self.major:
            return Version(self.major + 1, 0, 0)
        if step in ("major", "minor"):
            return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1)


def version(text: str) -> Version:
    """Return a version such as `0.2.0` as its numbers.

    Raises ReleaseError for anything else.
    """
    if not GRAMMARS[Release].pattern.fullmatch(text):
        raise ReleaseError([f"expected a version such as 0.2.0, got `{text[:40]}`"])
    major, minor, patch = map(int, text.split("."))
    return Version(major, minor, patch)


def step_for(diff: Diff, *, schema_changed: bool) -> tuple[Step, str]:
    """Return the smallest step that what changed allows, and why."""
    lost = [one.id for one in diff.removed if one.id not in diff.tombstones or not diff.tombstones[one.id].replaced_by]
    if schema_changed:
        return "major", "a field was removed or changed its type"
    if lost:
        return "major", f"`{lost[0]}` was retired without a replacement"
    added = [one.id for one in diff.added if one.kind != "retired"]
    if added:
        return "minor", f"`{added[0]}` was added"
    if diff.removed:
        return "minor", f"`{diff.removed[0].id}` was retired"
    return "patch", "only values changed" if diff else "no record changed"
