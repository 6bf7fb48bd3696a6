"""A folder of YAML to records: finds the files, reads each, and reports everything that is wrong at once."""

import itertools
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from vnjp_dataset.errors import MAX_PROBLEMS, InvalidDataError, InvalidValueError, Problem
from vnjp_dataset.model import KINDS, Kind, KindName, Record, identifier
from vnjp_dataset.model.ids import RecordId
from vnjp_dataset.model.shape import shown
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.reading.convert import structure
from vnjp_dataset.reading.files import read_bytes, shown_path, unreadable
from vnjp_dataset.reading.nodes import MAX_BYTES, Entry, Node, capped, locate, parse

MAX_FILES = 200_000
MAX_TREE_BYTES = 256 * 1024 * 1024
SUFFIX = ".yaml"
SECOND_CODING = "second-coding"
"""The folder for what other coders wrote down; it holds no records of the dataset."""


@attrs.frozen
class Place:
    """Where a record stands: its file, and its part of the file's tree."""

    file: str
    node: Node

    def problem(self, problem: Problem) -> Problem:
        """Return the problem with file, line and column of its path."""
        line, column = locate(self.node, problem.path)
        return attrs.evolve(problem, file=self.file, line=line, column=column)


@attrs.frozen
class Tree:
    """What a folder holds: records by kind, where each stands, and what is wrong."""

    records: Mapping[KindName, tuple[Record, ...]]
    places: Mapping[tuple[KindName, str], Place]
    problems: tuple[Problem, ...]


def read_tree(root: Path) -> Tree:
    """Read every record below a folder; never raises for what the files hold."""
    problems: list[Problem] = []
    places: dict[tuple[KindName, str], Place] = {}
    records: dict[KindName, list[Record]] = {name: [] for name in KINDS}
    seen: dict[str, str] = {}
    for kind, record_id, place in _entries(root, problems):
        record = record_at(kind, record_id, place, problems)
        if record is None:
            continue
        if record_id in seen:
            message = f"expected each id once, got `{record_id}` again"
            hint = f"it stands in {seen[record_id]} too; ids are unique over all kinds"
            problems.append(place.problem(Problem(rule="duplicate-id", record=record_id, message=message, hint=hint)))
            continue
        seen[record_id] = place.file
        places[kind.name, record_id] = place
        records[kind.name].append(record)
    ordered: dict[KindName, tuple[Record, ...]] = {
        name: tuple(sorted(found, key=lambda one: one.id)) for name, found in records.items()
    }
    told = capped(problems, shown_path(root))
    return Tree(ordered, places, tuple(sorted(told, key=lambda problem: problem.order)))


def read_records(root: Path) -> Tree:
    """Read every record below a folder.

    Raises InvalidDataError with everything that is wrong, if anything is.
    """
    tree = read_tree(root)
    if tree.problems:
        raise InvalidDataError(tree.problems)
    return tree


def record_at(kind: Kind, record_id: str, place: Place, problems: list[Problem]) -> Record | None:
    """Return the record that stands at a place, or None and what is wrong with it among the problems."""
    try:
        return structure(place.node.plain(), kind.record, record_id)
    except InvalidValueError as error:
        for flaw in error.flaws:
            problem = Problem(rule=flaw.rule, record=record_id, path=flaw.path, message=flaw.message, hint=flaw.hint)
            problems.append(place.problem(problem))
        return None


def _entries(root: Path, problems: list[Problem]) -> Iterator[tuple[Kind, str, Place]]:
    size = 0
    for kind, path in _files(root, problems):
        data = content(path, problems)
        size += len(data or b"")
        if size > MAX_TREE_BYTES:
            message = f"expected at most {MAX_TREE_BYTES} bytes in all files, got more"
            problems.append(Problem(rule="too-large", message=message, file=shown_path(root)))
            return
        if data is not None:
            yield from ((kind, record_id, place) for record_id, place in entries_of(kind, path, data, problems))


def entries_of(kind: Kind, path: Path, data: bytes, problems: list[Problem]) -> Iterator[tuple[str, Place]]:
    """Yield id and place of every record that a file's content holds, and put what is wrong among the problems."""
    file = shown_path(path)
    node = _parsed(data, file, problems)
    if node is None:
        return
    if kind.layout == "folder":
        if _is_id(path.stem, file, problems):
            yield path.stem, Place(file, node)
    elif isinstance(node.value, dict):
        yield from _rows(node.value, file, problems)
    else:
        message = "expected a mapping of ids to records, got something else"
        problems.append(Problem(rule="type", message=message, file=file, line=node.line, column=node.column))


def _rows(table: Mapping[str, Entry], file: str, problems: list[Problem]) -> Iterator[tuple[str, Place]]:
    for before, key in itertools.pairwise(table):
        if before > key:
            entry = table[key]
            message = f"expected ids in order, got {shown(key)} after {shown(before)}"
            problems.append(
                Problem(rule="table-order", message=message, file=file, line=entry.line, column=entry.column)
            )
    for key, entry in table.items():
        if _is_id(key, file, problems, entry.line, entry.column):
            yield key, Place(file, entry.node)


def _is_id(text: str, file: str, problems: list[Problem], line: int | None = None, column: int | None = None) -> bool:
    try:
        identifier(RecordId, text)
    except InvalidValueError as error:
        problems.extend(
            Problem(rule="id", message=flaw.message, file=file, line=line, column=column) for flaw in error.flaws
        )
        return False
    return True


def content(path: Path, problems: list[Problem]) -> bytes | None:
    """Return what a file holds, or None and what is wrong with it among the problems."""
    try:
        return read_bytes(path, MAX_BYTES, follow=False)
    except InvalidDataError as error:
        problems.extend(error.problems)
        return None


def _parsed(data: bytes, file: str, problems: list[Problem]) -> Node | None:
    node, found = parse(data, file)
    problems.extend(found)
    return node


def tree_flaw(root: Path) -> Problem | None:
    """Return what is wrong with a path at which a tree should be."""
    if _is_dir(root):
        return None
    hint = "give the folder that holds visits/, people/, offices.yaml and the like"
    return Problem(rule="file", message="expected a folder, got none there", file=shown_path(root), hint=hint)


def file_flaw(path: Path) -> Problem | None:
    """Return what is wrong with an entry of a kind's folder, where a file should be that is no link."""
    if flaw := link_flaw(path):
        return flaw
    if path.suffix == SUFFIX and _is_file(path):
        return None
    message = f"expected a file <id>{SUFFIX}, got {shown(path.name)}"
    return Problem(rule="file", message=message, file=shown_path(path))


def link_flaw(path: Path) -> Problem | None:
    """Return what is wrong with a path that is a link: it may lead out of the tree."""
    if not os.path.islink(path):  # noqa: PTH114 - see below
        return None
    message = "expected a file or folder, got a symbolic link"
    return Problem(rule="file", message=message, file=shown_path(path), hint="put the file itself there")


def _files(root: Path, problems: list[Problem]) -> Iterator[tuple[Kind, Path]]:
    if flaw := tree_flaw(root):
        problems.append(flaw)
        return
    kinds = {f"{kind.name}{SUFFIX if kind.layout == 'table' else ''}": kind for kind in KINDS.values()}
    count = 0
    for entry in listed(root, problems):
        if entry.name == SECOND_CODING and _is_dir(entry):
            continue
        kind = kinds.get(entry.name)
        if kind is None or _is_file(entry) != (kind.layout == "table"):
            hint = did_you_mean(entry.name, kinds) or f"known: {', '.join(kinds)}"
            message = f"expected a folder or table of records, got {shown(entry.name)}"
            problems.append(Problem(rule="file", message=message, file=shown_path(entry), hint=hint))
            continue
        paths = [entry] if kind.layout == "table" else list(listed(entry, problems))
        for path in paths:
            count += 1
            if count > MAX_FILES:
                message = f"expected at most {MAX_FILES} files, got more"
                problems.append(Problem(rule="too-large", message=message, file=shown_path(root)))
                return
            if flaw := file_flaw(path):
                problems.append(flaw)
            else:
                yield kind, path


def listed(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Yield a folder's entries in order; hidden ones are passed over, links refused: they may lead out of the tree."""
    try:
        entries = sorted(folder.iterdir(), key=lambda one: one.name)
    except OSError as error:
        problems.extend(unreadable(shown_path(folder), error).problems)
        return
    for path in entries:
        if len(problems) >= MAX_PROBLEMS:
            return
        if path.name.startswith("."):
            continue
        if flaw := link_flaw(path):
            problems.append(flaw)
            continue
        yield path


# Unlike the methods of a Path these take any name, and folders that must not be looked into, for an answer of no.


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - see above


def _is_dir(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - see above
