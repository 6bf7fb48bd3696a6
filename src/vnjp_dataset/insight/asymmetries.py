"""Where the two governments' sides tell one event differently, or only one of them tells it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Literal, TypeVar, cast, get_args, overload

import attrs

from vnjp_dataset.core import RecordSet
from vnjp_dataset.errors import QueryError
from vnjp_dataset.frames import Tabular
from vnjp_dataset.insight.lines import Line, counted, joined
from vnjp_dataset.insight.values import as_text, stated_at, top
from vnjp_dataset.insight.voices import SIDES, Evidence, sides, support, witness
from vnjp_dataset.model import (
    Conflict,
    Event,
    Figure,
    Label,
    PartialDate,
    SourcedRecord,
    Value,
    Visit,
)
from vnjp_dataset.model.classification import EventKind
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.ids import DocumentId, FieldPath, RecordId
from vnjp_dataset.model.shape import Doc, shown
from vnjp_dataset.nearest import did_you_mean
from vnjp_dataset.tables import Column, cells, columns

Aspect = Literal["style", "date", "title", "signatory", "amount", "count", "other", "one-sided"]
"""What the two accounts differ in; `one-sided` where one side alone speaks of an event at all."""

Government = Literal["VN", "JP"]
"""The side of one of the two governments."""

HTML_ROWS = 60
T = TypeVar("T", bound=str)


@attrs.frozen(kw_only=True)
class Account:
    """What one side says, and in which documents."""

    value: str | None
    """The value as text; None for an event as a whole."""
    words: str | None = None
    """The words that a government uses for the style of a visit."""
    evidence: tuple[Evidence, ...] = ()
    """The side's own documents; where it has none, those of others that report what it says."""
    reported: bool = False
    """Whether only others report it."""

    def __str__(self) -> str:
        told = [one for one in (self.value, self.words and f"“{self.words}”") if one]
        documents = ", ".join(one.document for one in self.evidence) or "no document"
        return " ".join((*told, f"[{'reported by ' if self.reported else ''}{documents}]"))

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {
            "value": self.value,
            "words": self.words,
            "reported": self.reported,
            "sources": [one.plain() for one in self.evidence],
        }


@attrs.frozen(kw_only=True)
class Asymmetry:
    """One thing in which the two sides' accounts of an event differ, or of which one side alone speaks."""

    record: SourcedRecord
    kind: EventKind
    aspect: Aspect
    field: str
    """The field path concerned; empty for the event as a whole."""
    vietnam: Account | None
    """What the Vietnamese side says; None where it says nothing."""
    japan: Account | None
    """What the Japanese side says; None where it says nothing."""

    @property
    def side(self) -> Government | None:
        """The side that alone has spoken; None where both have."""
        if self.vietnam and self.japan:
            return None
        return "VN" if self.vietnam else "JP"

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees."""
        yield Line(f"{self.record.id}  {self.aspect}{f' ({self.field})' if self.field else ''}", style="bold")
        for name, account in (("Vietnam", self.vietnam), ("Japan", self.japan)):
            yield Line(str(account) if account else "says nothing", f"  {f'{name}:':<9}")

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it; null stands for a side that says nothing."""
        return {
            "record": self.record.id,
            "kind": self.kind,
            "aspect": self.aspect,
            "field": self.field or None,
            "side": self.side,
            "vietnam": self.vietnam.plain() if self.vietnam else None,
            "japan": self.japan.plain() if self.japan else None,
        }


@attrs.frozen(kw_only=True, repr=False, eq=False)
class AccountRow(Value):
    """What one side says as cells of a row."""

    value: Annotated[str | None, Doc("The value as text; empty for an event as a whole.")]
    words: Annotated[str | None, Doc("The words that a government uses for the style of a visit.")]
    reported: Annotated[bool, Doc("Whether only others report it.")]
    documents: Annotated[tuple[DocumentId, ...], Doc("The documents that say so.")]


@attrs.frozen(kw_only=True, repr=False, eq=False)
class AsymmetryRow(Value):
    """An asymmetry as a row of a table."""

    record: Annotated[RecordId, Doc("The record concerned.")]
    kind: Annotated[EventKind, Doc("Its kind.")]
    aspect: Annotated[Aspect, Doc("What the two accounts differ in.")]
    field: Annotated[FieldPath | None, Doc("The field path concerned; empty for the event as a whole.")]
    side: Annotated[Government | None, Doc("The side that alone has spoken; empty where both have.")]
    vietnam: Annotated[AccountRow | None, Doc("What the Vietnamese side says.")]
    japan: Annotated[AccountRow | None, Doc("What the Japanese side says.")]


@attrs.frozen(repr=False)
class Asymmetries(Tabular):
    """Asymmetries, by kind of record in order of date; `str` tells them and how many there are of each aspect."""

    found: tuple[Asymmetry, ...] = ()

    def __iter__(self) -> Iterator[Asymmetry]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, key: int) -> Asymmetry: ...
    @overload
    def __getitem__(self, key: slice) -> "Asymmetries": ...
    def __getitem__(self, key: int | slice) -> "Asymmetry | Asymmetries":
        """Return the asymmetry at a position, or those of a slice."""
        return Asymmetries(self.found[key]) if isinstance(key, slice) else self.found[key]

    def of(self, record_id: str) -> "Asymmetries":
        """Return those of one record."""
        return Asymmetries(tuple(one for one in self.found if one.record.id == record_id))

    @property
    def counts(self) -> Mapping[Aspect, int]:
        """How many there are of each aspect that there is any of."""
        counted_by = Counter(one.aspect for one in self.found)
        return {aspect: counted_by[aspect] for aspect in ASPECTS if counted_by[aspect]}

    def __repr__(self) -> str:
        return f"<Asymmetries: {', '.join(f'{count} {aspect}' for aspect, count in self.counts.items()) or 'none'}>"

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees: each asymmetry, then a line for each aspect."""
        for one in self.found:
            yield from one.lines()
            yield Line()
        for aspect in self.counts:
            yield Line(self._summary(aspect))
        if not self.found:
            yield Line("no asymmetry found")

    def _summary(self, aspect: Aspect) -> str:
        some = [one for one in self.found if one.aspect == aspect]
        alone = Counter(one.side for one in some if one.side)
        told = [f"{alone[side]} told by {SIDES[side]} alone" for side in GOVERNMENTS if alone[side]]
        both = len(some) - sum(alone.values())
        return f"{aspect}: {', '.join((*([f'{both} told differently'] if both else []), *told))}"

    def plain(self) -> dict[str, object]:
        """Return them as JSON has them."""
        return {"counts": dict(self.counts), "asymmetries": [one.plain() for one in self.found]}

    def _table(self) -> tuple[Sequence[Column], Iterable[Sequence[object]]]:
        return columns(AsymmetryRow), map(cells(AsymmetryRow), map(_row, self.found))

    def _repr_html_(self) -> str:
        """Show them as a table in notebooks."""
        rows = tuple(
            (one.record.id, one.aspect, one.field, str(one.vietnam or "–"), str(one.japan or "–"))
            for one in self.found[:HTML_ROWS]
        )
        shown = f", the first {HTML_ROWS} of them" if len(self.found) > HTML_ROWS else ""
        caption = f"{counted(len(self.found), 'asymmetry', 'asymmetries')}{shown}"
        return rows_html(caption, ("record", "aspect", "field", "Vietnam", "Japan"), rows)


def _row(one: Asymmetry) -> AsymmetryRow:
    return AsymmetryRow(
        record=one.record.id,
        kind=one.kind,
        aspect=one.aspect,
        field=FieldPath(one.field) if one.field else None,
        side=one.side,
        vietnam=_account(one.vietnam),
        japan=_account(one.japan),
    )


def _account(account: Account | None) -> AccountRow | None:
    if account is None:
        return None
    return AccountRow(
        value=account.value or None,
        words=account.words or None,
        reported=account.reported,
        documents=tuple(one.document for one in account.evidence),
    )


ASPECTS = cast("tuple[Aspect, ...]", get_args(Aspect))
GOVERNMENTS = cast("tuple[Government, ...]", get_args(Government))
KINDS_ASKED = cast("tuple[EventKind, ...]", get_args(EventKind))


# Finding them ---------------------------------------------------------------------------------------------------------


def asymmetries(
    records: RecordSet,
    *,
    kind: EventKind | Collection[EventKind] | None = None,
    aspect: Aspect | Collection[Aspect] | None = None,
    side: Government | Collection[Government] | None = None,
) -> Asymmetries:
    """Return where the two sides' accounts of one event differ, or only one side has spoken.

    Raises QueryError for a kind, aspect or side that there is none of.
    """
    kinds, aspects = _chosen("kind", kind, KINDS_ASKED), _chosen("aspect", aspect, ASPECTS)
    alone = _chosen("side", side, GOVERNMENTS) if side is not None else None
    found = (
        one
        for name in KINDS_ASKED
        if name in kinds
        for record in records.records(name)
        if isinstance(record, SourcedRecord)
        for one in _of_record(records, record, name)
    )
    return Asymmetries(tuple(one for one in found if one.aspect in aspects and (alone is None or one.side in alone)))


def _chosen(name: str, asked: T | Collection[T] | None, known: tuple[T, ...]) -> tuple[T, ...]:
    if asked is None:
        return known
    words = (asked,) if isinstance(asked, str) else tuple(asked)
    for one in words:
        if one not in known:
            hint = did_you_mean(str(one), known) or f"one of {', '.join(known)}"
            raise QueryError(f"{name}: no such value {shown(one)}", hint)
    return tuple(one for one in known if one in words)


def _of_record(records: RecordSet, record: SourcedRecord, kind: EventKind) -> Iterator[Asymmetry]:
    def made(aspect: Aspect, field: str, told: Mapping[Government, Account]) -> Asymmetry:
        return Asymmetry(
            record=record, kind=kind, aspect=aspect, field=field, vietnam=told.get("VN"), japan=told.get("JP")
        )

    found = [made("style", "labels", told) for told in _styles(records, record)]
    for conflict in record.conflicts:
        told = _disputed(records, record, conflict)
        if told:
            found.append(made(_aspect(record, conflict.field), conflict.field, told))
    found.extend(made("one-sided", "", told) for told in _alone(records, record))
    yield from sorted(found, key=lambda one: ASPECTS.index(one.aspect))


def _styles(records: RecordSet, record: SourcedRecord) -> Iterator[Mapping[Government, Account]]:
    """Yield both governments' styles of a visit where they differ or one of them alone gives one."""
    if not isinstance(record, Visit) or record.labels is None:
        return
    labels: tuple[tuple[Government, Label | None], ...] = (("VN", record.labels.vn), ("JP", record.labels.jp))
    told: dict[Government, Account] = {side: _style(records, record, side, label) for side, label in labels if label}
    if len(told) == 1 or len({account.value for account in told.values()}) > 1:
        yield told


def _style(records: RecordSet, record: SourcedRecord, side: Government, label: Label) -> Account:
    evidence = support(records, record, f"labels.{side.lower()}.style")
    own = tuple(one for one in evidence if one.voice.side == side)
    name = label.name
    words = ((name.vi if side == "VN" else name.ja) or str(name)) if name else None
    return Account(value=label.style, words=words, evidence=own or evidence, reported=bool(evidence) and not own)


def _disputed(records: RecordSet, record: SourcedRecord, conflict: Conflict) -> Mapping[Government, Account] | None:
    """Return both sides' accounts where one side disputes what only the other supports; third parties do not count."""
    against = tuple(witness(records, one) for one in conflict.documents)
    disputing = frozenset(one.document for one in against)
    backing = tuple(one for one in support(records, record, conflict.field) if one.document not in disputing)
    theirs, ours = _government(against), _government(backing)
    if theirs is None or ours is None or theirs == ours:
        return None
    adopted = as_text(stated_at(record, conflict.field))
    return {
        theirs: Account(value=conflict.value, evidence=_of_side(against, theirs)),
        ours: Account(value=adopted, evidence=_of_side(backing, ours)),
    }


def _government(evidence: Iterable[Evidence]) -> Government | None:
    """Return the one government whose side speaks in documents; None where both do, or neither."""
    found = sides(evidence)
    if ("VN" in found) == ("JP" in found):
        return None
    return "VN" if "VN" in found else "JP"


def _of_side(evidence: Iterable[Evidence], side: Government) -> tuple[Evidence, ...]:
    return tuple(one for one in evidence if one.voice.side == side)


def _alone(records: RecordSet, record: SourcedRecord) -> Iterator[Mapping[Government, Account]]:
    """Yield the account of an event all of whose voices, disputing ones included, are of one side."""
    # A figure is what one source reports, and a mechanism no event: that others are silent on them says nothing.
    if not isinstance(record, Event) or isinstance(record, Figure):
        return
    disputing = (document for conflict in record.conflicts for document in conflict.documents)
    documents = dict.fromkeys((*(one.document for one in record.sources), *disputing))
    evidence = tuple(witness(records, one) for one in documents)
    found = sides(evidence)
    for side in GOVERNMENTS:
        if side in found and len(found) == 1:
            yield {side: Account(value=None, evidence=evidence)}


# What a difference is about -------------------------------------------------------------------------------------------

_BY_FIELD: Mapping[str, Aspect] = {
    "labels": "style",
    "title": "title",
    "name": "title",
    "level": "title",
    "signatories": "signatory",
    "parties": "signatory",
    "amount": "amount",
    "quantity": "amount",
    "counts": "count",
}
_CURRENCY = re.compile(r"[A-Z]{3}")


def _aspect(record: SourcedRecord, field: str) -> Aspect:
    """Return what a field path is about: dates wherever they stand, the rest by the field in which it lies."""
    if isinstance(stated_at(record, field), PartialDate):
        return "date"
    if isinstance(record, Figure) and top(field) in ("value", "bound"):
        return "amount" if _CURRENCY.fullmatch(record.unit) else "count"
    return _BY_FIELD.get(top(field), "other")
