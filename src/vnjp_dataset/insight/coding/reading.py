"""A second coding read from its folder: strict, and with everything that is wrong with it told at once."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from vnjp_dataset.core import RecordSet
from vnjp_dataset.errors import Flaw, InvalidDataError, InvalidValueError, Problem
from vnjp_dataset.insight.coding.manifest import Adjudication, Codable, CodedKind, Manifest
from vnjp_dataset.insight.coding.naming import Names
from vnjp_dataset.insight.coding.variables import UNCOMPARED, covered, variables
from vnjp_dataset.model import KINDS
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.reading.convert import build, build_fields
from vnjp_dataset.reading.files import read_bytes, shown_path
from vnjp_dataset.reading.nodes import MAX_BYTES, parse
from vnjp_dataset.reading.tree import SUFFIX, Place, listed

MANIFEST = f"manifest{SUFFIX}"

NEEDED: Mapping[Codable, tuple[str, ...]] = MappingProxyType(
    {
        "visits": ("direction", "lead", "start"),
        "meetings": ("date", "participants"),
        "agreements": ("title", "signed"),
        "milestones": ("date", "kind"),
        "commitments": ("kind", "by", "made"),
        "figures": ("measure", "as_of"),
    }
)
"""The fields by which a coded record is found again in the dataset."""


@attrs.frozen
class CodedRecord:
    """One record as the second coder has it, as far as it was coded."""

    kind: Codable
    name: str
    """Its folder and file, `visits/01.yaml`."""
    fields: Mapping[str, object]


@attrs.frozen
class Coding:
    """A second coding: its manifest and its records, in order of their files."""

    manifest: Manifest
    records: tuple[CodedRecord, ...]


def read_coding(dataset: RecordSet, folder: Path) -> Coding:
    """Read the coding in a folder, with ids of the dataset in place of names.

    Raises InvalidDataError with everything that is wrong.
    """
    problems: list[Problem] = []
    manifest = _manifest(dataset, folder / MANIFEST, problems)
    kinds: dict[Codable, CodedKind] = {one.kind: one for one in manifest.sample.kinds} if manifest else {}
    names = Names(dataset)
    records: list[CodedRecord] = []
    if manifest:
        for kind, path in _files(folder, kinds, problems):
            place = _place(path, problems)
            fields = _fields(kind, place, names, problems) if place else None
            if fields is not None:
                records.append(CodedRecord(kind.kind, f"{kind.kind}/{path.name}", fields))
    if manifest is None or problems:
        raise InvalidDataError(problems)
    return Coding(manifest, tuple(records))


def _files(
    folder: Path, kinds: Mapping[Codable, CodedKind], problems: list[Problem]
) -> Iterator[tuple[CodedKind, Path]]:
    for entry in listed(folder, problems):
        kind = next((one for one in kinds.values() if one.kind == entry.name), None)
        if entry.name == MANIFEST:
            continue
        if kind is None or not entry.is_dir():
            hint = did_you_mean(entry.name, kinds) or f"the manifest lists {', '.join(kinds)}"
            message = f"expected {MANIFEST} or the folder of a kind that was coded, got `{entry.name[:90]}`"
            problems.append(Problem(rule="file", message=message, file=shown_path(entry), hint=hint))
            continue
        for path in listed(entry, problems):
            if path.suffix == SUFFIX:
                yield kind, path
            else:
                message = f"expected a file with the ending {SUFFIX}, got `{path.name[:90]}`"
                problems.append(Problem(rule="file", message=message, file=shown_path(path)))


def _place(path: Path, problems: list[Problem]) -> Place | None:
    try:
        node, found = parse(read_bytes(path, MAX_BYTES, follow=False), shown_path(path))
    except InvalidDataError as error:
        problems.extend(error.problems)
        return None
    problems.extend(found)
    if node is None:
        return None
    place = Place(shown_path(path), node)
    if not isinstance(node.value, dict):
        problems.append(place.problem(Problem(rule="type", message="expected a mapping, got something else")))
        return None
    return place


def _tell(place: Place, flaws: Iterable[Flaw], problems: list[Problem]) -> None:
    problems.extend(
        place.problem(Problem(rule=one.rule, path=one.path, message=one.message, hint=one.hint)) for one in flaws
    )


# The manifest ---------------------------------------------------------------------------------------------------------


def _manifest(dataset: RecordSet, path: Path, problems: list[Problem]) -> Manifest | None:
    place = _place(path, problems)
    if place is None:
        return None
    try:
        manifest = build(place.node.plain(), Manifest)
    except InvalidValueError as error:
        _tell(place, error.flaws, problems)
        return None
    _tell(place, _manifest_flaws(dataset, manifest), problems)
    return manifest


def _manifest_flaws(dataset: RecordSet, manifest: Manifest) -> Iterator[Flaw]:
    """Yield what the dataset cannot be asked for: fields that no record has, records that are not there."""
    kinds: dict[Codable, CodedKind] = {one.kind: one for one in manifest.sample.kinds}
    for at, one in enumerate(manifest.sample.kinds):
        known = [variable.path for variable in variables(KINDS[one.kind].record)]
        for index, field in enumerate(one.fields):
            if not any(covered(path, [field]) for path in known):
                hint = did_you_mean(field, known) or f"known: {', '.join(known)}"
                path = f"sample.kinds[{at}].fields[{index}]"
                yield Flaw(path, f"a field of {one.kind} that can be compared", f"`{field}`", hint, "unknown-key")
    for index, record_id in enumerate(manifest.sample.records):
        if not any(record_id in getattr(dataset, kind) for kind in kinds):
            yield Flaw(
                f"sample.records[{index}]",
                f"the id of a record of {', '.join(kinds)}",
                f"`{record_id}`",
                rule="reference",
            )
    for index, ruling in enumerate(manifest.adjudications):
        yield from _ruling_flaws(dataset, ruling, kinds, f"adjudications[{index}]")


def _ruling_flaws(
    dataset: RecordSet, ruling: Adjudication, kinds: Mapping[Codable, CodedKind], path: str
) -> Iterator[Flaw]:
    kind = next((one for one in kinds.values() if ruling.record in getattr(dataset, one.kind)), None)
    if kind is None:
        wanted = f"the id of a record of {', '.join(kinds)}"
        yield Flaw(f"{path}.record", wanted, f"`{ruling.record}`", rule="reference")
        return
    known = [one.path for one in variables(KINDS[kind.kind].record) if covered(one.path, kind.fields)]
    if ruling.field not in known:
        hint = did_you_mean(ruling.field, known) or f"known: {', '.join(known)}"
        yield Flaw(f"{path}.field", "a field that was coded", f"`{ruling.field}`", hint, "unknown-key")


# The records ----------------------------------------------------------------------------------------------------------


def _fields(kind: CodedKind, place: Place, names: Names, problems: list[Problem]) -> Mapping[str, object] | None:
    cls = KINDS[kind.kind].record
    flaws: list[Flaw] = []
    plain = names.with_ids(place.node.plain(), cls, "", flaws)
    if not isinstance(plain, dict):
        return None
    made: dict[str, object] = {}
    try:
        made = build_fields(plain, cls)  # pyright: ignore[reportUnknownArgumentType] - a mapping of texts
    except InvalidValueError as error:
        # A name that nobody has is no id either; what is told of it once is not told again.
        told = {one.path for one in flaws}
        flaws.extend(one for one in error.flaws if one.path not in told)
    flaws.extend(
        Flaw(name, f"the key `{name}`", "nothing", f"add `{name}:`", "missing-key")
        for name in NEEDED[kind.kind]
        if name not in plain
    )
    flaws.extend(_uncoded(kind, made))
    _tell(place, flaws, problems)
    return None if flaws else made


def _uncoded(kind: CodedKind, made: Mapping[str, object]) -> Iterator[Flaw]:
    """Yield fields that the manifest does not list: nobody could tell whether others left them out on purpose."""
    for name in made:
        listed_ = any(covered(one, [name]) or covered(name, [one]) for one in kind.fields)
        if not listed_ and name not in NEEDED[kind.kind] and name not in UNCOMPARED and name != "end":
            hint = f"list it under `fields` of {kind.kind} in {MANIFEST}, or leave it out"
            yield Flaw(name, "a field that the manifest lists", f"`{name}`", hint, "unknown-key")
