"""Versions side by side: earlier releases, what changed between two states, whether an installation is whole.

Releases are made here too.
"""

from vnjp_dataset.versions.comparing import apply, diff
from vnjp_dataset.versions.opening import at, opened
from vnjp_dataset.versions.releasing import Prepared, prepare, release
from vnjp_dataset.versions.verifying import Finding, Verification, verify

__all__ = ["Finding", "Prepared", "Verification", "apply", "at", "diff", "opened", "prepare", "release", "verify"]
