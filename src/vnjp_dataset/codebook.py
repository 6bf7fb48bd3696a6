"""The codebook: every kind, field and vocabulary of the model, and how far the records of a dataset fill them."""

import importlib
import typing
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

import attrs

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, Kind, KindName, PartialDate, Value
from vnjp_dataset.model.ids import GRAMMARS
from vnjp_dataset.model.kinds import TARGETS
from vnjp_dataset.model.shape import class_of, field_types, unwrap
from vnjp_dataset.model.walk import walk

Words = Mapping[str, int]
"""The words of a vocabulary in order, each with how often the records use it."""

_PLAIN: Mapping[object, str] = {str: "text", int: "whole number", Decimal: "number", bool: "true or false"}


@attrs.frozen(kw_only=True)
class Field:
    """One field of a kind or part, as a reader of the data meets it."""

    name: str
    doc: str
    type: str
    """In plain words; where `several`, of one item."""
    several: bool
    required: bool
    default: str | None
    """What holds where the key is left out; None where then nothing is known."""
    target: KindName | None
    """The kind of record that it names, where it names one of a certain kind."""
    part: str | None
    """The part that stands in it, by name."""
    vocabulary: str | None
    """The vocabulary its words come from, by name."""
    filled: int
    """How many records of the kind, or parts of the sort, have it set."""


@attrs.frozen(kw_only=True)
class Entry:
    """One kind of record, or one part that stands in records."""

    name: str
    kind: Kind | None
    """The kind; None for a part."""
    doc: str
    count: int
    fields: tuple[Field, ...]


@attrs.frozen(kw_only=True)
class Codebook:
    """Kinds in the order in which they are listed; parts and vocabularies by name."""

    kinds: tuple[Entry, ...]
    parts: tuple[Entry, ...]
    vocabularies: Mapping[str, Words]


def codebook(dataset: Dataset) -> Codebook:
    """Return the codebook of the model with the counts of a dataset."""
    uses = _Uses(dataset)
    names = _vocabulary_names()
    return Codebook(
        kinds=tuple(_entry(kind.record, kind.name, kind, uses, names) for kind in KINDS.values()),
        parts=tuple(_entry(part, part.__name__, None, uses, names) for part in _all_parts()),
        vocabularies={
            name: {word: uses.words[words, word] for word in words}
            for words, name in sorted(names.items(), key=lambda one: one[1])
        },
    )


class _Uses:
    """How often classes, fields and words are used in a dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self.values: Counter[type] = Counter()
        self.fields: Counter[tuple[type, str]] = Counter()
        self.words: Counter[tuple[tuple[str, ...], str]] = Counter()
        for record in (*dataset, *dataset.retired):
            self._count(record)
            for _, declared, value in walk(record):
                words = _words(declared)
                if words and isinstance(value, str):
                    self.words[words, value] += 1
                elif isinstance(value, Value):
                    self._count(value)

    def _count(self, value: Value) -> None:
        cls = class_of(value)
        self.values[cls] += 1
        names = (one.name for one, _, _ in field_types(cls))
        self.fields.update((cls, name) for name in names if getattr(value, name) not in (None, ()))


def _entry(cls: type, name: str, kind: Kind | None, uses: _Uses, names: Mapping[tuple[str, ...], str]) -> Entry:
    fields = [
        _field(one, annotated, doc, uses.fields[cls, one.name], names) for one, annotated, doc in field_types(cls)
    ]
    # What is common to all records comes last, as it does in their files.
    fields.sort(key=lambda one: one.name in ("sources", "conflicts"))
    return Entry(name=name, kind=kind, doc=_first_paragraph(cls), count=uses.values[cls], fields=tuple(fields))


def _first_paragraph(cls: type) -> str:
    return " ".join((cls.__doc__ or "").strip().split("\n\n")[0].split())


def _field(
    one: "attrs.Attribute[object]", annotated: object, doc: str, filled: int, names: Mapping[tuple[str, ...], str]
) -> Field:
    item, several = _item(annotated)
    words = _words(item)
    named = isinstance(one.default, (str, bool, int))
    return Field(
        name=one.name,
        doc=doc,
        type="its id" if one.name == "id" else _in_words(item),
        several=several,
        required=one.default is attrs.NOTHING,
        default=str(one.default).lower() if named else None,
        target=TARGETS.get(item),
        part=item.__name__ if isinstance(item, type) and issubclass(item, Value) else None,
        vocabulary=names[words] if words else None,
        filled=filled,
    )


def _item(annotated: object) -> tuple[object, bool]:
    declared, _ = unwrap(annotated)
    several = typing.get_origin(declared) is tuple
    return (typing.get_args(declared)[0] if several else declared), several


def _in_words(item: object) -> str:
    if item in TARGETS:
        return "id of a record"
    if item in GRAMMARS:
        return GRAMMARS[item].words
    if item is PartialDate:
        return "date"
    if _words(item):
        return "word"
    return _PLAIN.get(item, "part")


def _words(declared: object) -> tuple[str, ...]:
    return typing.get_args(declared) if typing.get_origin(declared) is typing.Literal else ()


def _all_parts() -> tuple[type[Value], ...]:
    found = {part for kind in KINDS.values() for part in _parts(kind.record)}
    return tuple(sorted(found, key=lambda cls: cls.__name__))


def _parts(cls: type[Value]) -> Iterator[type[Value]]:
    for _, annotated, _ in field_types(cls):
        item, _ = _item(annotated)
        if isinstance(item, type) and issubclass(item, Value):
            yield item
            yield from _parts(item)


def _vocabulary_names() -> Mapping[tuple[str, ...], str]:
    """Return what the model calls each of its lists of words; one without a name is called by its words."""
    classes = (*(kind.record for kind in KINDS.values()), *_all_parts())
    found = (_words(_item(annotated)[0]) for cls in classes for _, annotated, _ in field_types(cls))
    names = {words: " or ".join(words) for words in found if words}
    for module in sorted({"vnjp_dataset.model.vocabulary", *(cls.__module__ for cls in classes)}):
        for name, value in vars(importlib.import_module(module)).items():
            if _words(value) in names:
                names[_words(value)] = name
    return names
