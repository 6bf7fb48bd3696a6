"""The readers: for each a function that gives it some bytes, and good input to begin with."""

import functools
import io
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from fuzz.outcome import refusal, watch
from vnjp_dataset import Dataset, PartialDate, load
from vnjp_dataset.changes import State, apply_changes, compare
from vnjp_dataset.changes.files import read_diff
from vnjp_dataset.errors import SnapshotError
from vnjp_dataset.export.json_format import text as exported_text
from vnjp_dataset.model import KINDS, KindName, Record, identifier, partial_date
from vnjp_dataset.model.ids import GRAMMARS
from vnjp_dataset.reading.convert import structure
from vnjp_dataset.reading.nodes import locate, parse
from vnjp_dataset.releases import Registry, ReleaseInfo
from vnjp_dataset.releases.deltas import packed, unpacked
from vnjp_dataset.releases.registry import read_registry
from vnjp_dataset.snapshot.load import first_line, load_snapshot
from vnjp_dataset.snapshot.write import write_snapshot
from vnjp_dataset.versions.opening import at, opened
from vnjp_dataset.versions.wheels import MEMBER, read_wheel

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "checks" / "base"
REAL = ROOT / "data"


@attrs.frozen
class Target:
    """A reader."""

    read: Callable[[bytes], object]
    """Gives it some bytes; raises for what no input may lead to."""
    seeds: Callable[[], Iterator[bytes]]
    """Good input."""


@functools.cache
def small() -> Dataset:
    """Return a small dataset in which every kind of record is."""
    return load(SMALL)


def records_of(dataset: Dataset) -> dict[KindName, tuple[Record, ...]]:
    """Return a dataset's records by kind."""
    return {kind: dataset.records(kind) for kind in KINDS}


def _some_files() -> Iterator[Path]:
    """Yield the files of the small dataset, and the first, the last and the longest of each kind of the real one."""
    yield from sorted(SMALL.rglob("*.yaml"))
    for kind in KINDS.values():
        found = sorted((REAL / kind.name).glob("*.yaml"))
        if found:
            yield from dict.fromkeys((found[0], found[-1], max(found, key=lambda one: one.stat().st_size)))


def _in_file(name: str, data: bytes, read: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        with watch.over(path.parent):
            refusal(lambda: read(path))


# YAML -----------------------------------------------------------------------------------------------------------------


def read_yaml(data: bytes) -> None:
    """Read one document, as a record of every kind, and locate what is wrong with it."""
    node, problems = parse(data, "file.yaml")
    assert node is not None or problems
    if node is None:
        return
    plain = node.plain()
    for kind in KINDS.values():
        error = refusal(functools.partial(structure, plain, kind.record, "an-id"))
        for flaw in getattr(error, "flaws", ()):
            assert locate(node, flaw.path) >= (1, 1)


def _yaml_seeds() -> Iterator[bytes]:
    yield from (path.read_bytes() for path in _some_files())


MARK = b"\n=== "
"""Before the name of each entry of a tree in the form that fuzzers change; a letter says what it is."""


def read_a_tree(data: bytes) -> None:
    """Read a folder made of entries: `f` a file, `d` a folder, `l` a symbolic link, `p` a pipe."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "data")
        root.mkdir()
        for one in (b"\n" + data).split(MARK)[1:40]:
            head, _, content = one.partition(b"\n")
            _make(root, head.decode("utf-8", "surrogateescape"), content)
        with watch.over(root):
            refusal(lambda: load(root))


def _make(root: Path, head: str, content: bytes) -> None:
    parts = [part for part in head[1:].strip().split("/") if part not in ("", ".", "..")]
    path = root.joinpath(*parts)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if head[:1] == "d":
            path.mkdir()
        elif head[:1] == "l":
            path.symlink_to(content.decode("utf-8", "surrogateescape"))
        elif head[:1] == "p":
            os.mkfifo(path)
        elif not path.exists():
            path.write_bytes(content)
    except (OSError, ValueError):  # no system has a file of that name
        return


def _tree_seeds() -> Iterator[bytes]:
    files = sorted(SMALL.rglob("*.yaml"))
    entries = [b"f " + str(path.relative_to(SMALL)).encode() + b"\n" + path.read_bytes() for path in files]
    yield MARK.lstrip() + MARK.join(entries)
    yield MARK.lstrip() + MARK.join(
        (b"f visits/2021-a.yaml\nlead: a\n", b"l visits/b.yaml\n/etc/passwd", b"p visits/c.yaml\n", b"d people\n")
    )


# JSON -----------------------------------------------------------------------------------------------------------------


def read_an_export(data: bytes) -> None:
    """Read an exported file."""
    _in_file("some.json", data, load)


def _export_seeds() -> Iterator[bytes]:
    yield exported_text(small()).encode()
    yield exported_text(Dataset({})).encode()
    for kind in KINDS:
        yield exported_text(Dataset({kind: small().records(kind)[:2]})).encode()


def read_a_diff(data: bytes) -> None:
    """Read a diff, show it, and apply it."""

    def read() -> None:
        found = read_diff(data, "some.json")
        assert found.text()
        assert found.markdown()
        apply_changes(found, records_of(small()))

    refusal(read)


def _diff_seeds() -> Iterator[bytes]:
    old, new = records_of(small()), dict(records_of(small()))
    new["visits"] = tuple(attrs.evolve(one, summary="Another.") for one in small().visits[1:])
    new["people"] = new["people"][:-1]
    for before, after in ((old, new), (new, old), (old, old)):
        states = (State("1", small().fingerprint), State("2", Dataset(after).fingerprint))
        yield compare(before, after, states).json().encode()


def read_a_registry(data: bytes) -> None:
    """Read the registry of releases."""
    refusal(lambda: read_registry(data).text())


def _registry_seeds() -> Iterator[bytes]:
    release = ReleaseInfo(version="0.1.0", date="2026-01-01", schema_version=1, fingerprint="ab" * 32, records=3)
    ids: dict[KindName, dict[str, str]] = {"visits": {"2021-a": "0.1.0", "2022-b": "0.1.0"}, "people": {"a": "0.1.0"}}
    yield Registry((release,), ids).text().encode()
    yield Registry().text().encode()


def read_a_delta(data: bytes) -> None:
    """Unpack what changed in a release, and read it."""
    refusal(lambda: read_diff(unpacked(data, "0.1.0"), "0.1.0.json.xz"))


def _delta_seeds() -> Iterator[bytes]:
    yield from (packed(one.decode()) for one in _diff_seeds())


# Snapshots and wheels -------------------------------------------------------------------------------------------------


@functools.cache
def small_snapshot() -> bytes:
    """Return the snapshot of the small dataset."""
    return write_snapshot(records_of(small()), "1")


@functools.cache
def empty_snapshot() -> bytes:
    """Return the snapshot of no records."""
    return write_snapshot({}, "1")


def read_a_snapshot(data: bytes) -> None:
    """Load a snapshot: what begins as one that was written and goes on otherwise is damaged.

    A first line with a checksum of its own is made up, not damaged; the fuzzer soon finds out how.
    """
    error = refusal(lambda: load_snapshot(data))
    known = {seed.partition(b"\n")[0]: seed for seed in _snapshot_seeds()}
    if known.get(data.partition(b"\n")[0], data) != data:
        assert isinstance(error, SnapshotError), "damage went unnoticed"


def _snapshot_seeds() -> Iterator[bytes]:
    yield small_snapshot()
    yield empty_snapshot()


def read_an_invented_snapshot(data: bytes) -> None:
    """Read a wheel with a snapshot whose records somebody made up, and whose checksum is right."""
    read_a_wheel(wheel_of(with_checksum(data)))


def with_checksum(body: bytes) -> bytes:
    """Return a snapshot of any records, with a first line that is true of them."""
    return first_line("1", small().fingerprint, body) + b"\n" + body


def _invented_seeds() -> Iterator[bytes]:
    yield from (one.partition(b"\n")[2] for one in _snapshot_seeds())
    # One kind each: short input is changed more thoroughly.
    for place, line in enumerate(small_snapshot().split(b"\n")[1:-1]):
        yield b"[[],[]]\n" * place + line + b"\n" + b"[[],[]]\n" * (len(KINDS) - place - 1)


def read_a_wheel(data: bytes) -> None:
    """Read a wheel."""
    _in_file("some.whl", data, read_wheel)


def wheel_of(snapshot: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a wheel with a snapshot in it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as wheel:
        wheel.writestr(zipfile.ZipInfo("vnjp_dataset/__init__.py"), "raise SystemExit('run')\n")
        member = zipfile.ZipInfo(MEMBER)
        member.compress_type = method
        wheel.writestr(member, snapshot)
    return stream.getvalue()


def _wheel_seeds() -> Iterator[bytes]:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield wheel_of(write_snapshot({}, "1"), method)
    yield wheel_of(small_snapshot())


# What people type -----------------------------------------------------------------------------------------------------


def read_what_is_typed(data: bytes) -> None:
    """Ask for a text as an id, a field, a date, a version, a name, a criterion."""
    text = data.decode("utf-8", "surrogateescape")
    first, _, rest = text.partition(" ")
    dataset = small()
    asked: list[Callable[[], object]] = [
        lambda: partial_date(text),
        lambda: PartialDate(text).years,
        lambda: dataset[text],
        lambda: dataset.find(text),
        lambda: dataset.visits[text],
        lambda: dataset.document(text),
        lambda: dataset.links_to(text),
        lambda: dataset.search(text),
        lambda: dataset.resolve(text),
        lambda: dataset.explain(first, rest),
        lambda: dataset.explain(text),
        lambda: dataset.explain("2021-an-van-binh", text),
        lambda: dataset.visits.between(first, rest or None),
        lambda: dataset.visits.where(lead=text),
        lambda: dataset.visits.group_by(text),
        lambda: dataset.partnership_on(text),
        lambda: dataset.relation_on(text),
        lambda: dataset.office_holder(first, rest),
        lambda: at(text),
    ]
    asked += [functools.partial(identifier, kind, text) for kind in GRAMMARS]  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the keys are the kinds
    if "/" not in text and not os.path.exists(text):  # noqa: PTH110 - any text may come
        asked.append(lambda: opened(text))
    for one in asked:
        refusal(one)


def _typed_seeds() -> Iterator[bytes]:
    texts = (
        "2021-an-van-binh start",
        "2021-an-van-binh itinerary[1].participants[0].person",
        "prime-minister-of-japan 2022-05-01",
        "2022-04~",
        "../2002",
        "2002-04/2002-06 2003",
        "herald/2022-05-02-visit",
        "v0.1.0",
        "Phạm Minh Chính",
        "ファム・ミン・チン",
        "JP-13",
        "https://example.org/a?b=c",
        "counts.documents_signed",
        "2023\u202e-x\u200b",
    )
    yield from (text.encode() for text in texts)


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "yaml": Target(read_yaml, _yaml_seeds),
        "tree": Target(read_a_tree, _tree_seeds),
        "export": Target(read_an_export, _export_seeds),
        "diff": Target(read_a_diff, _diff_seeds),
        "registry": Target(read_a_registry, _registry_seeds),
        "delta": Target(read_a_delta, _delta_seeds),
        "snapshot": Target(read_a_snapshot, _snapshot_seeds),
        "invented": Target(read_an_invented_snapshot, _invented_seeds),
        "wheel": Target(read_a_wheel, _wheel_seeds),
        "typed": Target(read_what_is_typed, _typed_seeds),
    }
)
