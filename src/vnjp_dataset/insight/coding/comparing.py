"""A second coding compared with the dataset, field by field."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from vnjp_dataset.core import RecordSet
from vnjp_dataset.insight.coding.alpha import alpha
from vnjp_dataset.insight.coding.answers import CodingComparison, Disagreement, FieldAgreement, Match
from vnjp_dataset.insight.coding.manifest import Adjudication, CodedKind, Manifest, Sample
from vnjp_dataset.insight.coding.matching import Pair, pairs
from vnjp_dataset.insight.coding.reading import MANIFEST, Coding, read_coding
from vnjp_dataset.insight.coding.variables import Coded, Variable, coded, covered, fields_of, variables, with_defaults
from vnjp_dataset.model import KINDS, Event
from vnjp_dataset.model.ids import FieldPath, RecordId

Both = tuple[Coded | None, Coded | None]
Said = Sequence[tuple[Pair, Both]]
Rulings = Mapping[tuple[RecordId, FieldPath | str], Adjudication]


def compare_codings(dataset: RecordSet, root: str | os.PathLike[str]) -> tuple[CodingComparison, ...]:
    """Compare every coding in a folder, such as `data/second-coding`, with the dataset; none where it is not there.

    A folder with a manifest is one coding; else each folder in it is. Raises InvalidDataError with everything that is
    wrong with one of them, MissingExtraError without the extra `coding`.
    """
    folder = Path(root)
    if (folder / MANIFEST).exists():
        return (compare_coding(dataset, folder),)
    if not folder.is_dir():
        return ()
    found = sorted(one for one in folder.iterdir() if one.is_dir() and not one.name.startswith("."))
    return tuple(compare_coding(dataset, one) for one in found)


def compare_coding(dataset: RecordSet, path: str | os.PathLike[str]) -> CodingComparison:
    """Compare the coding in a folder with the dataset.

    Raises InvalidDataError with everything that is wrong with the coding, MissingExtraError without the extra `coding`.
    """
    coding = read_coding(dataset, Path(path))
    found = [(kind, _matched(dataset, coding, kind)) for kind in coding.manifest.sample.kinds]
    matched = [pair for _, some in found for pair in some]
    fields: list[FieldAgreement] = []
    differences: list[Disagreement] = []
    rulings: Rulings = {(one.record, one.field): one for one in coding.manifest.adjudications}
    for kind, some in found:
        for variable in variables(KINDS[kind.kind].record):
            if covered(variable.path, kind.fields):
                said = [(pair, both) for pair in some if any(both := _both(pair, variable))]
                if said:
                    fields.append(_agreement(kind, variable, said))
                    differences.extend(_differences(variable, said, rulings))
    return _comparison(dataset, coding, matched, fields, differences)


def _comparison(
    dataset: RecordSet,
    coding: Coding,
    matched: list[Pair],
    fields: list[FieldAgreement],
    differences: list[Disagreement],
) -> CodingComparison:
    manifest = coding.manifest
    ids = {pair.record.id for pair in matched}
    names = {pair.coded.name for pair in matched}
    drawn = (one.id for kind in manifest.sample.kinds for one in _sampled(dataset, manifest.sample, kind))
    return CodingComparison(
        manifest=manifest,
        matches=tuple(Match(pair.record.id, pair.coded.name) for pair in matched),
        only_dataset=tuple(one for one in drawn if one not in ids),
        only_coding=tuple(one.name for one in coding.records if one.name not in names),
        fields=tuple(fields),
        disagreements=tuple(differences),
        settled=tuple(_settled(manifest, differences)),
    )


def _settled(manifest: Manifest, differences: Iterable[Disagreement]) -> Iterator[Adjudication]:
    """Yield what was decided of disagreements that are none any more."""
    open_ = {(one.record, one.field) for one in differences}
    yield from (one for one in manifest.adjudications if (one.record, one.field) not in open_)


def _matched(dataset: RecordSet, coding: Coding, kind: CodedKind) -> tuple[Pair, ...]:
    return pairs(_sampled(dataset, coding.manifest.sample, kind), coding.records, kind.kind)


def _sampled(dataset: RecordSet, sample: Sample, kind: CodedKind) -> tuple[Event, ...]:
    """Return the records of a kind that were to be coded: those drawn, or all that can lie in the period."""
    events = (one for one in dataset.records(kind.kind) if isinstance(one, Event))
    if sample.records:
        return tuple(one for one in events if one.id in sample.records)
    first, last = sample.start.earliest, sample.end.latest
    return tuple(one for one in events if one.begins.earliest <= last and one.ends.latest >= first)


def _both(pair: Pair, variable: Variable) -> Both:
    cls = type(pair.record)
    theirs = with_defaults(pair.coded.fields, cls)
    return coded(fields_of(pair.record), variable), coded(theirs, variable)


def _same(both: Both) -> bool:
    ours, theirs = both
    return ours is not None and theirs is not None and ours.same == theirs.same


def _agreement(kind: CodedKind, variable: Variable, said: Said) -> FieldAgreement:
    answers = [both for _, both in said]
    return FieldAgreement(
        kind=kind.kind,
        field=variable.path,
        level=variable.level,
        pairs=len(said),
        agreed=sum(map(_same, answers)),
        alpha=alpha(answers, variable.level),
    )


def _differences(variable: Variable, said: Said, rulings: Rulings) -> Iterator[Disagreement]:
    for pair, (ours, theirs) in said:
        if not _same((ours, theirs)):
            yield Disagreement(
                record=pair.record.id,
                coded=pair.coded.name,
                field=variable.path,
                ours=ours.shown if ours else None,
                theirs=theirs.shown if theirs else None,
                adjudication=rulings.get((pair.record.id, variable.path)),
            )
