"""Names to ids: a coder may name people, offices and places as the sources do."""

import typing
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import cast

import attrs

from vnjp_dataset.core import RecordSet
from vnjp_dataset.errors import Flaw
from vnjp_dataset.model import KINDS, KindName, Record
from vnjp_dataset.model.ids import GRAMMARS
from vnjp_dataset.model.kinds import TARGETS
from vnjp_dataset.model.shape import Value, class_of, field_types, shown, unwrap
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.search import fold


@attrs.frozen(slots=False, eq=False)
class Names:
    """The names in a dataset, by kind."""

    dataset: RecordSet

    def with_ids(self, plain: object, declared: object, path: str, flaws: list[Flaw]) -> object:
        """Return plain data of a declared type with ids in place of names; names that nobody has become flaws."""
        inner, _optional = unwrap(declared)
        as_it_is = plain
        if isinstance(plain, str):
            return self._id(plain, inner, path, flaws) if inner in TARGETS else plain
        if isinstance(plain, list) and typing.get_origin(inner) is tuple:
            item = typing.get_args(inner)[0]
            items = cast("list[object]", plain)
            return [self.with_ids(one, item, f"{path}[{at}]", flaws) for at, one in enumerate(items)]
        if isinstance(plain, dict) and isinstance(inner, type) and issubclass(inner, Value):
            kinds = {one.name: kind for one, kind, _ in field_types(inner)}
            found = cast("dict[str, object]", plain)
            return {
                name: self.with_ids(one, kinds.get(name), f"{path}.{name}" if path else name, flaws)
                for name, one in found.items()
            }
        return as_it_is

    def _id(self, text: str, declared: object, path: str, flaws: list[Flaw]) -> str:
        kind = TARGETS[declared]
        found = self._by_name.get(kind, {}).get(fold(text), ()) if kind else ()
        known = kind is None or text in self._ids[kind]
        # Whom the dataset does not have, a coder gives an id: that is a finding and no mistake.
        if known or (not found and GRAMMARS[declared].pattern.fullmatch(text)):
            return text
        if len(found) == 1:
            return found[0]
        what = KINDS[cast("KindName", kind)].one
        hint = f"write an id: {', '.join(found)}" if found else self._hint(cast("KindName", kind), text)
        flaws.append(Flaw(path, f"the id, or a name of its own, of one {what}", shown(text), hint, "name"))
        return text

    def _hint(self, kind: KindName, text: str) -> str:
        near = did_you_mean(fold(text), self._by_name.get(kind, {}))
        return near or "give somebody or something that the dataset does not have an id of the usual form"

    @cached_property
    def _ids(self) -> Mapping[KindName, frozenset[str]]:
        return {kind: frozenset(one.id for one in self.dataset.records(kind)) for kind in KINDS}

    @cached_property
    def _by_name(self) -> Mapping[KindName | None, Mapping[str, tuple[str, ...]]]:
        return {kind: _index(self.dataset.records(kind)) for kind in KINDS}


def _index(records: tuple[Record, ...]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for record in records:
        for name in _names(record):
            found.setdefault(fold(name), {})[record.id] = None
    return {name: tuple(ids) for name, ids in found.items() if name}


def _names(record: Record) -> Iterator[str]:
    name: object = getattr(record, "name", None) or getattr(record, "title", None)
    if isinstance(name, Value):
        yield from (text for one in attrs.fields(class_of(name)) if (text := getattr(name, one.name)))
    yield from getattr(record, "spellings", ())
