"""What is shipped of earlier releases: every id ever released, and what changed from each release to the next.

Deltas and histories are not imported here: they need cattrs, and who cites a release needs the registry only.
"""

from vnjp_dataset.releases.registry import Registry, ReleaseInfo, registry

__all__ = ["Registry", "ReleaseInfo", "registry"]
