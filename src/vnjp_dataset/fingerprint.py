"""The fingerprint: one number for what the records say, however they are written down."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from vnjp_dataset.model import KindName, Record
from vnjp_dataset.reading.convert import unstructure


def fingerprint(records: Mapping[KindName, Iterable[Record]]) -> str:
    """Return the SHA-256, in hexadecimal, over the canonical form of the records.

    The canonical form is UTF-8 JSON with sorted keys and without spaces: kinds by name, records by id, fields that
    are not set left out. Order of files and keys, YAML style and platform make no difference.
    """
    digest = hashlib.sha256()
    for kind in sorted(records):
        for record in sorted(records[kind], key=lambda one: one.id):
            line = json.dumps([kind, unstructure(record)], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            digest.update(line.encode("utf-8") + b"\n")
    return digest.hexdigest()
