"""The dataset in a built wheel, read without installing it."""

import io
import zipfile
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidDataError, Problem, SnapshotError
from vnjp_dataset.loading import SNAPSHOT
from vnjp_dataset.model.shape import shown
from vnjp_dataset.model.walk import walk
from vnjp_dataset.reading.convert import unstructure
from vnjp_dataset.reading.files import open_regular, shown_path
from vnjp_dataset.reading.plain import PlainKinds, read_plain
from vnjp_dataset.snapshot.load import Snapshot, load_snapshot

MEMBER = f"vnjp_dataset/{SNAPSHOT}"
MAX_BYTES = 32 * 1024 * 1024
"""How long a wheel and the snapshot in it may be: ten times what they are."""

MAX_WEIGHT = 64 * 1024 * 1024
VALUE = 64
"""How much the records of a snapshot may weigh: each value so much, a text as much as it has letters besides."""

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How members of wheels are packed; unpacking others can take any amount of memory."""

ENCRYPTED = 1
"""The bit of a member's flags."""


def read_wheel(path: Path) -> Dataset:
    """Return the dataset in a wheel of this package.

    No code of the wheel is run, and nothing is unpacked into the file system. Raises InvalidDataError where it holds
    none, SnapshotError where it is damaged.
    """
    file = shown_path(path)
    found = load_snapshot(_member(path, file))
    # The checksum of a snapshot keeps accidents out, not those who make up a snapshot with a checksum of its own.
    try:
        dataset = Dataset(read_plain(_plain(found), file), version=found.version)
    except (InvalidDataError, SnapshotError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever goes wrong, it is not what a snapshot holds
        raise SnapshotError(f"{file}: the snapshot holds what are no records: {shown(str(error))}") from None
    if dataset.fingerprint != found.fingerprint:
        raise SnapshotError(f"{file}: the snapshot's records have another fingerprint than it says")
    return dataset


def _plain(snapshot: Snapshot) -> PlainKinds:
    """Return the records as JSON has them; parts that stand in several places multiply, so they are weighed first."""
    left = MAX_WEIGHT
    plain: dict[str, object] = {}
    for kind, make in snapshot.records.items():
        records = make()
        for record in records:
            for _, _, value in walk(record):
                left -= VALUE + (len(value) if isinstance(value, str) else 0)
                if left < 0:
                    raise SnapshotError("expected records of a bearable size in a snapshot, got larger ones")
        plain[kind] = [unstructure(record) for record in records]
    return plain


def _member(path: Path, file: str) -> bytes:
    try:
        with open_regular(path) as stream:
            return _unpacked(stream.read(MAX_BYTES + 1), file)
    except InvalidDataError:
        raise
    except KeyError:
        raise _invalid("file", f"expected a wheel of vnjp-dataset, got one without {MEMBER}", file) from None
    except Exception as error:  # noqa: BLE001 - zipfile raises more than it documents: zlib.error, struct.error ...
        raise _invalid("file", f"expected a wheel, got one that cannot be read: {shown(str(error))}", file) from None


def _unpacked(data: bytes, file: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise _invalid("too-large", f"expected a wheel of at most {MAX_BYTES} bytes, got more", file)
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        info = wheel.getinfo(MEMBER)
        if info.file_size > MAX_BYTES:
            raise _invalid("too-large", f"expected at most {MAX_BYTES} bytes, got {info.file_size}", file)
        if info.compress_type not in METHODS or info.flag_bits & ENCRYPTED:
            how = "an encrypted one" if info.flag_bits & ENCRYPTED else f"method {info.compress_type}"
            raise _invalid("file", f"expected a member stored or deflated, got {how}", file)
        return wheel.read(info)


def _invalid(rule: str, message: str, file: str) -> InvalidDataError:
    return InvalidDataError([Problem(rule=rule, message=message, file=file)])
