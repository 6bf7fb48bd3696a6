"""What was searched: the coverage rows that speak of a question, how complete each stretch is, and the gaps."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from typing import TypeVar, cast, get_args

import attrs

from vnjp_dataset.collection import DateLike
from vnjp_dataset.core import RecordSet
from vnjp_dataset.errors import InvalidValueError, QueryError
from vnjp_dataset.insight.lines import Line, joined
from vnjp_dataset.model import Coverage, Direction, Event, Rank, partial_date
from vnjp_dataset.model.classification import CoverageStatus, EventKind
from vnjp_dataset.model.html import rows_html
from vnjp_dataset.model.shape import shown
from vnjp_dataset.nearest import did_you_mean

FIRST_DAY = dt.date(1973, 9, 21)
"""The day on which relations were established: where a question that names no beginning begins."""

KINDS = cast("tuple[EventKind, ...]", get_args(EventKind))
RANKS = cast("tuple[Rank, ...]", get_args(Rank))
DIRECTIONS = cast("tuple[Direction, ...]", get_args(Direction))
T = TypeVar("T", bound=str)


@attrs.frozen(kw_only=True)
class Stretch:
    """Days one after another, of which the same rows speak."""

    start: dt.date
    end: dt.date
    """The last day, itself included."""
    status: CoverageStatus
    rows: tuple[Coverage, ...]
    """The rows that speak of these days, in order of id; none where nothing was searched."""

    def __str__(self) -> str:
        return f"{self.start} – {self.end}  {self.status}"

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it, rows by their ids."""
        return {
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "status": self.status,
            "rows": [one.id for one in self.rows],
        }


@attrs.frozen(kw_only=True)
class CoverageAnswer:
    """How completely the records of a kind were searched for over a period, stretch by stretch, without a gap."""

    kind: EventKind
    ranks: tuple[Rank, ...] = ()
    """The ranks asked for, any of which would do; empty for all of them."""
    directions: tuple[Direction, ...] = ()
    """The directions asked for; empty for both."""
    stretches: tuple[Stretch, ...]

    @property
    def start(self) -> dt.date:
        """The first day of the period."""
        return self.stretches[0].start

    @property
    def end(self) -> dt.date:
        """The last day of the period, itself included."""
        return self.stretches[-1].end

    @property
    def status(self) -> CoverageStatus:
        """`complete` where every day is, `not-searched` where no day was searched, otherwise `partial`."""
        return together(one.status for one in self.stretches)

    @property
    def gaps(self) -> tuple[Stretch, ...]:
        """The stretches in which nothing was searched."""
        return tuple(one for one in self.stretches if one.status == "not-searched")

    @property
    def rows(self) -> tuple[Coverage, ...]:
        """The rows that speak of the period, in order of id."""
        found = {row.id: row for one in self.stretches for row in one.rows}
        return tuple(found[row_id] for row_id in sorted(found))

    def within(self, start: dt.date, end: dt.date) -> CoverageStatus:
        """Return how complete the search was from one day of the period to another."""
        return together(one.status for one in self.stretches if one.start <= end and one.end >= start)

    def __str__(self) -> str:
        return joined(self.lines())

    def lines(self) -> Iterator[Line]:
        """Yield what a reader sees."""
        yield Line(f"{self.question}, {self.start} – {self.end}: {self.status}", style="bold")
        for stretch in self.stretches:
            ids = ", ".join(row.id for row in stretch.rows)
            yield Line(f"{stretch.status}{f': {ids}' if ids else ''}", f"  {stretch.start} – {stretch.end}  ")
        for row in self.rows:
            yield Line()
            yield Line(f"{row.id}  {row.status}", style="bold")
            yield Line(row.swept, "  searched: ")
            if row.missing:
                yield Line(row.missing, "  missing:  ")

    @property
    def question(self) -> str:
        """What was asked for, in words."""
        return ", ".join((self.kind, *self.directions, *self.ranks))

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return {
            "kind": self.kind,
            "ranks": list(self.ranks),
            "directions": list(self.directions),
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "status": self.status,
            "stretches": [one.plain() for one in self.stretches],
            "gaps": [{"start": one.start.isoformat(), "end": one.end.isoformat()} for one in self.gaps],
            "rows": [
                {"id": one.id, "status": one.status, "swept": one.swept, "missing": one.missing} for one in self.rows
            ],
        }

    def _repr_html_(self) -> str:
        """Show the stretches as a table in notebooks."""
        rows = tuple(
            (str(one.start), str(one.end), one.status, ", ".join(row.id for row in one.rows)) for one in self.stretches
        )
        return rows_html(f"{self.question}: {self.status}", ("from", "to", "judged", "rows"), rows)


# Answering ------------------------------------------------------------------------------------------------------------


def coverage_of(
    records: RecordSet,
    kind: EventKind,
    *,
    rank: str | Iterable[str] | None = None,
    direction: str | Iterable[str] | None = None,
    start: DateLike | None = None,
    end: DateLike | None = None,
) -> CoverageAnswer:
    """Return what was searched for records of a kind, and how complete each stretch of a period is.

    A row speaks of a question if it names the same kind, and the same rank and direction or none; a row that names no
    rank leaves those alone that on that day have a row of their own. A stretch is complete where all rows that speak
    of it are, not searched where none does or all say so, and partial otherwise; of several ranks and directions
    together it is what all of them are, and partial where they differ.
    """
    if kind not in KINDS:
        raise QueryError(f"no such kind `{kind}`", did_you_mean(kind, KINDS) or f"one of {', '.join(KINDS)}")
    ranks: tuple[Rank, ...] = _several("rank", rank, RANKS)
    directions: tuple[Direction, ...] = _several("direction", direction, DIRECTIONS)
    rows = tuple(one for one in records.coverage if one.kind == kind)
    first, last = _period(records, kind, rows, start, end)
    return CoverageAnswer(
        kind=kind,
        ranks=ranks,
        directions=directions,
        stretches=tuple(_stretches(rows, ranks or RANKS, directions or DIRECTIONS, first, last)),
    )


def together(found: Iterable[CoverageStatus]) -> CoverageStatus:
    """Return what several judgements come to: what they all say, or `partial` where they differ."""
    different = set(found)
    return different.pop() if len(different) == 1 else "partial"


def _several(name: str, asked: str | Iterable[str] | None, known: tuple[T, ...]) -> tuple[T, ...]:
    if asked is None:
        return ()
    given: tuple[str, ...] = (asked,) if isinstance(asked, str) else tuple(asked)
    for one in given:
        if one not in known:
            raise QueryError(f"{name}: no such value {shown(one)}", did_you_mean(str(one), known))
    # In the vocabulary's own order and once each, so that the same question has the same answer.
    return tuple(one for one in known if one in given)


def _period(
    records: RecordSet, kind: EventKind, rows: Iterable[Coverage], start: DateLike | None, end: DateLike | None
) -> tuple[dt.date, dt.date]:
    """Return the period's days; what is not given reaches from the first day of relations to the last day known."""
    first = FIRST_DAY if start is None else day(start)[0]
    if end is not None:
        last = day(end)[1]
    else:
        events = (one.ends for one in records.records(kind) if isinstance(one, Event))
        known = (one.latest for one in (*events, *(row.end for row in rows)))
        last = max((one for one in known if one != dt.date.max), default=first)
        last = max(first, last)
    if first > last:
        raise QueryError(f"expected the start before the end, got {first} and {last}", "swap them")
    return first, last


def day(value: DateLike) -> tuple[dt.date, dt.date]:
    """Return the first and last day that a date stands for.

    Raises QueryError where it is none.
    """
    try:
        date = partial_date(value)
    except InvalidValueError as error:
        raise QueryError(str(error)) from None
    return date.earliest, date.latest


def _stretches(
    rows: tuple[Coverage, ...],
    ranks: tuple[Rank, ...],
    directions: tuple[Direction, ...],
    first: dt.date,
    last: dt.date,
) -> Iterator[Stretch]:
    made: Stretch | None = None
    for start, end in _pieces(rows, first, last):
        there = [one for one in rows if one.start.earliest <= start and one.end.latest >= end]
        speaking = {_speaking(there, rank, direction) for rank, direction in product(ranks, directions)}
        status = together(_judged(some) for some in speaking)
        used = tuple(one for one in there if any(one in some for some in speaking))
        if made and (made.status, made.rows) == (status, used):
            made = attrs.evolve(made, end=end)
            continue
        if made:
            yield made
        made = Stretch(start=start, end=end, status=status, rows=used)
    if made:
        yield made


def _pieces(rows: Iterable[Coverage], first: dt.date, last: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the longest runs of days within which no row begins or ends."""
    one_day = dt.timedelta(1)
    begins = {first}
    for row in rows:
        begins.add(row.start.earliest)
        if row.end.latest < last:
            begins.add(row.end.latest + one_day)
    inner = sorted(one for one in begins if first <= one <= last)
    yield from ((one, following - one_day) for one, following in pairwise(inner))
    yield inner[-1], last


def _speaking(there: list[Coverage], rank: Rank, direction: Direction) -> tuple[Coverage, ...]:
    wide = [one for one in there if one.direction in (direction, None) and one.rank in (rank, None)]
    own = [one for one in wide if one.rank is not None]
    return tuple(own or wide)


def _judged(rows: tuple[Coverage, ...]) -> CoverageStatus:
    return together(one.status for one in rows) if rows else "not-searched"
