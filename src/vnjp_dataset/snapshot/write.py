"""Write records as a snapshot."""

import json
import zlib
from collections.abc import Iterable, Mapping

from vnjp_dataset.fingerprint import fingerprint
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.snapshot.load import FORMAT


def write_snapshot(records: Mapping[KindName, Iterable[Record]], version: str) -> bytes:
    """Return the snapshot of some records: a line with the format and checksum, then a line of JSON.

    Equal records give equal bytes.
    """
    kept: dict[KindName, list[Record]] = {kind: sorted(records.get(kind, ()), key=lambda one: one.id) for kind in KINDS}
    content = {
        "version": version,
        "fingerprint": fingerprint(kept),
        "records": {kind: [unstructure(record) for record in found] for kind, found in kept.items()},
    }
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    # Without spaces no byte can change and leave the line's meaning as it was.
    head = json.dumps({"format": FORMAT, "crc32": zlib.crc32(body)}, separators=(",", ":"))
    return head.encode("ascii") + b"\n" + body + b"\n"
