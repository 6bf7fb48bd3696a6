"""Claims against the records: confirmed, contradicted, dependent on how one counts, or not decidable."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Literal, cast, get_args, overload

import attrs

from vnjp_dataset.core import RecordSet
from vnjp_dataset.errors import QueryError, UnknownIdError
from vnjp_dataset.frames import Tabular
from vnjp_dataset.insight.coverage import FIRST_DAY, CoverageAnswer, coverage_of
from vnjp_dataset.insight.lines import Line, counted, joined
from vnjp_dataset.insight.selecting import days_of, ranks_held, ranks_of
from vnjp_dataset.insight.tally import Tally, period, tally
from vnjp_dataset.insight.ways import WAYS
from vnjp_dataset.model import Bound, Check, Coverage, Figure, Milestone, PartialDate, Record, Value
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.ids import RecordId
from vnjp_dataset.model.shape import Doc, shown
from vnjp_dataset.nearest import did_you_mean, nearest
from vnjp_dataset.tables import Column, cells, columns

Outcome = Literal["confirmed", "depends", "contradicted", "undecidable"]
"""`depends`: it holds, but only when counted in a certain way."""

OUTCOMES = cast("tuple[Outcome, ...]", get_args(Outcome))
WORDS: Mapping[Outcome, str] = {
    "confirmed": "confirmed",
    "depends": "confirmed only when counted a certain way",
    "contradicted": "contradicted",
    "undecidable": "not decidable",
}
"""Outcomes in words."""


@attrs.frozen(kw_only=True)
class Claim:
    """What a source says that the records can be asked about."""

    record: Figure | Milestone
    """The figure, or the milestone of kind `first`, that holds it."""
    value: Decimal
    """The number or place claimed; 1 for a first."""
    bound: Bound
    check: Check
    day: PartialDate
    """The day or period that it speaks of."""

    @property
    def range(self) -> tuple[int, int | None]:
        """The least and the most that would bear it out; None where there is no most.

        About is within a tenth either way, nearly at most a tenth below.
        """
        value = self.value
        low, high = math.ceil(value), math.floor(value)
        tenth = abs(value) / 10
        ranges: Mapping[Bound, tuple[int, int | None]] = {
            "exact": (low, high),
            "about": (math.ceil(value - tenth), math.floor(value + tenth)),
            "at-least": (low, None),
            "more-than": (high + 1, None),
            "nearly": (math.ceil(value - tenth), low - 1),
            "at-most": (0, high),
            "less-than": (0, low - 1),
        }
        return ranges[self.bound]

    def __str__(self) -> str:
        bound = "" if self.bound == "exact" else f"{self.bound.replace('-', ' ')} "
        return f"{self.check.answer} {bound}{self.value:f}"


@attrs.frozen(kw_only=True, repr=False)
class Verdict:
    """What the records say about one claim, which of them were counted, and what the search for them was."""

    claim: Claim
    outcome: Outcome
    reason: str
    """Why, in one sentence."""
    tally: Tally | None
    """What the check counts; None where the record whose place is asked for is not among it."""
    ways: tuple[Tally, ...] = ()
    """The ways of counting by which a claim holds that does not hold as its check counts."""
    coverage: tuple[CoverageAnswer, ...]
    """What was searched for each kind of record counted, over the period counted."""

    @property
    def id(self) -> str:
        """The id of the record that holds the claim."""
        return self.claim.record.id

    @property
    def records(self) -> tuple[Record, ...]:
        """The records counted as the check counts, in order of date."""
        return self.tally.records if self.tally else ()

    @property
    def rows(self) -> tuple[Coverage, ...]:
        """The coverage rows relied on."""
        return tuple(row for one in self.coverage for row in one.rows)

    def left_out(self, way: Tally) -> tuple[str, ...]:
        """Return the ids of the records that count as the check counts, but not in a way of counting."""
        return _without(self.tally, way)

    def added(self, way: Tally) -> tuple[str, ...]:
        """Return the ids of the records that count only in a way of counting."""
        return _without(way, self.tally)

    def __repr__(self) -> str:
        return f"<Verdict {self.id}: {self.outcome}>"

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees."""
        yield Line(f"{self.id}: {WORDS[self.outcome]}", style="bold")
        yield Line(f"{self.claim}. {self.claim.record.heading}", "  claim:    ")
        yield Line(self.reason, "  because:  ")
        if self.tally:
            yield Line(f"{self.tally.least}{_listed(': ', self.tally.ids)}", "  counted:  ")
            if self.tally.perhaps:
                yield Line(", ".join(one.id for one in self.tally.perhaps), "  perhaps:  ")
        for way in self.ways:
            yield Line(f"counting {way.way.words if way.way else ''}", "  holds:    ")
            yield from (Line(", ".join(ids), f"    {what}  ") for what, ids in self._changes(way) if ids)
        for one in self.coverage:
            rows = _listed(" by ", tuple(row.id for row in one.rows))
            yield Line(f"{one.kind} {one.start} – {one.end}: {one.status}{rows}", "  searched: ")

    def _changes(self, way: Tally) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (("left out:", self.left_out(way)), ("added:   ", self.added(way)))

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it, records by their ids."""
        return {
            "id": self.id,
            "verdict": self.outcome,
            "reason": self.reason,
            "claim": {
                "answer": self.claim.check.answer,
                "value": float(self.claim.value) if self.claim.value % 1 else int(self.claim.value),
                "bound": self.claim.bound,
                "as_of": str(self.claim.day),
                "through": self.claim.check.through,
                "summary": self.claim.record.summary,
            },
            "counted": self.tally.plain() if self.tally else None,
            "ways": [
                {**one.plain(), "left_out": list(self.left_out(one)), "added": list(self.added(one))}
                for one in self.ways
            ],
            "coverage": [
                {
                    "kind": one.kind,
                    "start": one.start.isoformat(),
                    "end": one.end.isoformat(),
                    "status": one.status,
                    "rows": [row.id for row in one.rows],
                    "gaps": [{"start": gap.start.isoformat(), "end": gap.end.isoformat()} for gap in one.gaps],
                }
                for one in self.coverage
            ],
        }

    def _repr_html_(self) -> str:
        """Show it as a table in notebooks."""
        rows = tuple((one.lead.strip(), one.text) for one in self.lines())
        return rows_html(f"{self.id}: {WORDS[self.outcome]}", ("", ""), rows[1:])


@attrs.frozen(kw_only=True, repr=False, eq=False)
class VerdictRow(Value):
    """A verdict as a row of a table."""

    id: Annotated[RecordId, Doc("The record that holds the claim.")]
    as_of: Annotated[PartialDate, Doc("The day or period that the claim speaks of.")]
    answer: Annotated[Literal["count", "ordinal"], Doc("Whether a number is claimed or the place of one among others.")]
    value: Annotated[Decimal, Doc("The number or place claimed; 1 for a first.")]
    bound: Annotated[Bound, Doc("How the source qualifies it.")]
    verdict: Annotated[Outcome, Doc("Whether the records bear it out.")]
    reason: Annotated[str, Doc("Why, in one sentence.")]
    counted: Annotated[
        int | None, Doc("How many records surely count; empty where the one asked for is not among them.")
    ]
    records: Annotated[tuple[RecordId, ...], Doc("The records that surely count, in order of date.")]
    perhaps: Annotated[tuple[RecordId, ...], Doc("The records that may count.")]
    ways: Annotated[
        tuple[str, ...], Doc("The ways of counting by which it holds, where it does not as its check counts.")
    ]
    coverage: Annotated[tuple[RecordId, ...], Doc("The coverage rows relied on.")]


@attrs.frozen(repr=False)
class Audit(Tabular):
    """The verdicts on claims, in order of the claims' dates; `str` tells them and how many there are of each."""

    verdicts: tuple[Verdict, ...] = ()

    def __iter__(self) -> Iterator[Verdict]:
        return iter(self.verdicts)

    def __len__(self) -> int:
        return len(self.verdicts)

    @overload
    def __getitem__(self, key: int | str) -> Verdict: ...
    @overload
    def __getitem__(self, key: slice) -> "Audit": ...
    def __getitem__(self, key: int | str | slice) -> "Verdict | Audit":
        """Return the verdict at a position, the one on the claim of a record, or those of a slice.

        Raises UnknownIdError (a KeyError) with the nearest ids.
        """
        if isinstance(key, slice):
            return Audit(self.verdicts[key])
        if isinstance(key, int):
            return self.verdicts[key]
        by_id = {one.id: one for one in self.verdicts}
        if key not in by_id:
            raise UnknownIdError(key, "the claims audited", nearest(key, by_id))
        return by_id[key]

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many claims have each outcome."""
        found = Counter(one.outcome for one in self.verdicts)
        return {one: found[one] for one in OUTCOMES}

    def __repr__(self) -> str:
        return f"<Audit: {', '.join(f'{count} {one}' for one, count in self.counts.items())}>"

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees: each verdict, then how many there are of each."""
        for one in self.verdicts:
            yield from one.lines()
            yield Line()
        counts = ", ".join(f"{count} {WORDS[one]}" for one, count in self.counts.items() if count)
        yield Line(f"{counted(len(self.verdicts), 'claim')}{f': {counts}' if counts else ''}")

    def plain(self) -> dict[str, object]:
        """Return them as JSON has them."""
        return {"counts": dict(self.counts), "verdicts": [one.plain() for one in self.verdicts]}

    def _table(self) -> tuple[Sequence[Column], Iterable[Sequence[object]]]:
        return columns(VerdictRow), map(cells(VerdictRow), map(_row, self.verdicts))

    def _repr_html_(self) -> str:
        """Show them as a table in notebooks."""
        rows = tuple((one.id, str(one.claim), WORDS[one.outcome], one.reason) for one in self.verdicts)
        return rows_html(counted(len(self.verdicts), "claim"), ("record", "claim", "verdict", "because"), rows)


def _row(one: Verdict) -> VerdictRow:
    tally = one.tally
    return VerdictRow(
        id=one.claim.record.id,
        as_of=one.claim.day,
        answer=one.claim.check.answer,
        value=one.claim.value,
        bound=one.claim.bound,
        verdict=one.outcome,
        reason=one.reason,
        counted=tally.least if tally else None,
        records=_ids(one.records),
        perhaps=_ids(tally.perhaps if tally else ()),
        ways=tuple(found.way.id for found in one.ways if found.way),
        coverage=_ids(one.rows),
    )


def _ids(records: Iterable[Record]) -> tuple[RecordId, ...]:
    return tuple(one.id for one in records)


# Judging --------------------------------------------------------------------------------------------------------------


def audit(records: RecordSet, ids: Iterable[str] = (), *, verdict: Outcome | Iterable[Outcome] | None = None) -> Audit:
    """Return the verdict on every claim that carries a check, or on those of some records.

    Raises UnknownIdError for an id that is not there, QueryError for a record without a check, an unknown verdict, and
    a check that asks for what no record can have.
    """
    wanted = _outcomes(verdict)
    found = tuple(claims(records)) if not (chosen := tuple(ids)) else tuple(_claim(records, one) for one in chosen)
    made = (judged(records, one) for one in sorted(found, key=lambda one: (one.day, one.record.id)))
    return Audit(tuple(one for one in made if one.outcome in wanted))


def _outcomes(asked: Outcome | Iterable[Outcome] | None) -> tuple[Outcome, ...]:
    if asked is None:
        return OUTCOMES
    given: tuple[Outcome, ...] = (asked,) if isinstance(asked, str) else tuple(asked)
    for one in given:
        if one not in OUTCOMES:
            hint = did_you_mean(str(one), OUTCOMES) or f"one of {', '.join(OUTCOMES)}"
            raise QueryError(f"no such verdict {shown(one)}", hint)
    return given


def claims(records: RecordSet) -> Iterator[Claim]:
    """Yield every claim that carries a check."""
    for record in (*records.figures, *records.milestones):
        if claim := claim_of(record):
            yield claim


def claim_of(record: Record) -> Claim | None:
    """Return the claim of a record, if it is one that carries a check."""
    if isinstance(record, Figure) and record.check:
        return Claim(record=record, value=record.value, bound=record.bound, check=record.check, day=record.as_of)
    if isinstance(record, Milestone) and record.check:
        return Claim(record=record, value=Decimal(1), bound="exact", check=record.check, day=record.date)
    return None


def _claim(records: RecordSet, record_id: str) -> Claim:
    claim = claim_of(records[record_id])
    if claim is None:
        near = nearest(record_id, tuple(one.record.id for one in claims(records)))
        hint = (
            f"claims with a check have ids such as {', '.join(near)}" if near else "figures and milestones can have one"
        )
        raise QueryError(f"`{record_id}` carries no check that could be answered", hint)
    return claim


def judged(records: RecordSet, claim: Claim) -> Verdict:
    """Return the verdict on a claim.

    Raises QueryError, with the claim's id, for a check that asks for what no record can have.
    """
    try:
        found = tally(records, claim.check, claim.day)
        coverage = tuple(_searched(records, claim))
        if found is None:
            return _placeless(records, claim, coverage)
        outcome = _outcome(claim, found, coverage)
        ways = () if outcome == "confirmed" else tuple(_holding(records, claim, found, coverage))
    except QueryError as error:
        raise QueryError(f"{claim.record.id}: its check cannot be answered: {error.message}", error.hint) from None
    if ways:
        outcome = "depends"
    reason = _reason(claim, found, coverage, outcome)
    return Verdict(claim=claim, outcome=outcome, reason=reason, tally=found, ways=ways, coverage=coverage)


def _outcome(claim: Claim, found: Tally, coverage: Iterable[CoverageAnswer]) -> Outcome:
    """Return the outcome of a count by itself.

    Records that nobody has looked for, or that are beyond the dataset, may come on top of those counted, so that a
    number too low decides nothing; they do not take away from it, so that one too high contradicts. A number that fits
    is confirmed where at least something was searched over the whole period.
    """
    low, high = claim.range
    closed = not claim.check.beyond and all(one.status == "complete" for one in coverage)
    if (high is not None and found.least > high) or (closed and found.most < low):
        return "contradicted"
    if found.least < low or (high is not None and found.most > high):
        return "undecidable"
    if high is None or closed:
        return "confirmed"
    return "undecidable" if claim.check.beyond or any(one.gaps for one in coverage) else "confirmed"


def _holding(records: RecordSet, claim: Claim, found: Tally, coverage: Iterable[CoverageAnswer]) -> Iterator[Tally]:
    """Yield the ways of counting that count other records and bear the claim out."""
    for way in WAYS:
        made = tally(records, claim.check, claim.day, way) if way.applies(claim.check) else None
        differs = made is not None and (made.records, made.perhaps) != (found.records, found.perhaps)
        if made and differs and _outcome(claim, made, coverage) == "confirmed":
            yield made


def _placeless(records: RecordSet, claim: Claim, coverage: tuple[CoverageAnswer, ...]) -> Verdict:
    through = claim.check.through or ""
    there = "is not among those counted" if through in records else "is not in the dataset"
    reason = f"The record whose place is asked for, `{through}`, {there}."
    return Verdict(claim=claim, outcome="undecidable", reason=reason, tally=None, coverage=coverage)


# What was searched ----------------------------------------------------------------------------------------------------


def _searched(records: RecordSet, claim: Claim) -> Iterator[CoverageAnswer]:
    where = claim.check.where
    first, last = _days(records, claim)
    people = (where.lead,) if where.lead else where.person
    ranks = ranks_of(records, where.rank, (where.office,) if where.office else ()) or ranks_held(records, people)
    visit = records.visits.find(where.visit) if where.visit else None
    direction = where.direction or (visit.direction if visit else None)
    for kind in claim.check.kinds:
        # Only visits and meetings are searched by rank; the side of a meeting is no direction.
        ranked = ranks if kind in ("visits", "meetings") else ()
        way = None if kind == "meetings" else direction
        yield coverage_of(records, kind, rank=ranked or None, direction=way, start=first, end=last)


def _days(records: RecordSet, claim: Claim) -> tuple[dt.date, dt.date]:
    """Return the first and the last day on which something that counts can have begun."""
    check, days = claim.check, period(claim.check.where)
    through = records.find(check.through) if check.through else None
    last = min(days.last, days_of(through)[1] if through else claim.day.latest)
    first = days.first if days.first != dt.date.min else FIRST_DAY
    visit = records.visits.find(check.where.visit) if check.where.visit else None
    if visit:
        first, last = max(days.first, visit.start.earliest), min(days.last, visit.end.latest)
    return min(first, last), last


# In words -------------------------------------------------------------------------------------------------------------


def _reason(claim: Claim, found: Tally, coverage: tuple[CoverageAnswer, ...], outcome: Outcome) -> str:
    number = str(found.least) if found.least == found.most else f"{found.least} to {found.most}"
    holds = f"The records hold {number}"
    claimed = str(claim).partition(" ")[2]
    if outcome == "confirmed":
        searched = "searched completely" if all(one.status == "complete" for one in coverage) else "searched in part"
        return f"{holds}, as claimed; the period was {searched}."
    if outcome == "contradicted":
        return f"{holds}, which rules out {claimed}."
    if outcome == "depends":
        return f"{holds}, not {claimed}, as the check counts; the number claimed comes out when one counts otherwise."
    return f"{holds}, and {claimed} is claimed; {_doubt(claim, found, coverage)}."


def _doubt(claim: Claim, found: Tally, coverage: tuple[CoverageAnswer, ...]) -> str:
    """Return what keeps a claim from being decided."""
    low, high = claim.range
    if claim.check.beyond:
        return f"it turns on {claim.check.beyond}, of which there are no records"
    if found.most >= low and (found.least < low or (high is not None and found.most > high)):
        return "it turns on days that are not known well enough, or on trips only announced"
    if gaps := [one for one in coverage if one.gaps]:
        return f"for {' and '.join(one.kind for one in gaps)} part of the period was not searched"
    return "the period was searched in part only, so that more may be missing"


def _listed(lead: str, ids: tuple[str, ...]) -> str:
    return f"{lead}{', '.join(ids)}" if ids else ""


def _without(one: Tally | None, other: Tally | None) -> tuple[str, ...]:
    mine = (*one.records, *one.perhaps) if one else ()
    theirs = {record.id for record in (*other.records, *other.perhaps)} if other else set[str]()
    return tuple(record.id for record in mine if record.id not in theirs)
