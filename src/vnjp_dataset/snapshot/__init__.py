"""The compiled file that an installed package loads, and how it is written.

Writing is not imported here: it needs cattrs, and loading must not.
"""

from vnjp_dataset.snapshot.load import Snapshot, load_snapshot

__all__ = ["Snapshot", "load_snapshot"]
