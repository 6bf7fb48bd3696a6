"""The panel computed from the records: every event goes to its year once, then each row is filled."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Generic, TypeVar

from vnjp_dataset.core import RecordSet
from vnjp_dataset.errors import QueryError
from vnjp_dataset.insight.coverage import FIRST_DAY, CoverageAnswer, coverage_of
from vnjp_dataset.insight.panel.ground import Begun, Ground
from vnjp_dataset.insight.panel.rows import DyadYear, DyadYears
from vnjp_dataset.insight.panel.searching import QUESTIONS
from vnjp_dataset.insight.panel.states import DYADS, FIRST_YEAR
from vnjp_dataset.insight.panel.table import CELLS
from vnjp_dataset.model import Direction, Event, Level, Milestone, Rank
from vnjp_dataset.model.classification import CoverageStatus, EventKind
from vnjp_dataset.model.shape import shown

E = TypeVar("E", bound=Event)
COUNTED: tuple[EventKind, ...] = ("visits", "meetings", "agreements", "commitments", "milestones")


def dyad_years(records: RecordSet, start: int | None = None, end: int | None = None) -> DyadYears:
    """Return a row for every year of a period and each direction.

    Without start it begins with 1973, without end it ends with the last year of which a record that is counted, or
    that says what was searched for such, speaks. Raises QueryError for years out of order or before 1945.
    """
    first, last = _period(records, start, end)
    return DyadYears(rows=tuple(_rows(records, first, last)))


def _period(records: RecordSet, start: int | None, end: int | None) -> tuple[int, int]:
    first = FIRST_DAY.year if start is None else _year("start", start)
    if end is not None:
        last = _year("end", end)
    else:
        known = (coverage_of(records, kind, start=dt.date(first, 1, 1)).end.year for kind in COUNTED)
        last = max(first, *known)
    if first > last:
        raise QueryError(f"expected the start before the end, got {first} and {last}", "swap them")
    return first, last


def _year(name: str, year: object) -> int:
    if isinstance(year, bool) or not isinstance(year, int):
        raise QueryError(f"{name}: expected a year as a whole number, got {shown(year)}")
    if not FIRST_YEAR <= year <= dt.MAXYEAR:
        raise QueryError(f"{name}: expected a year from {FIRST_YEAR} to {dt.MAXYEAR}, got {shown(year)}")
    return year


class _ByYear(Generic[E]):
    """Events under the year in which they surely began, or under every one in which they may have begun."""

    def __init__(self, events: Iterable[E], first: int, last: int) -> None:
        self._sure: defaultdict[int, list[E]] = defaultdict(list)
        self._perhaps: defaultdict[int, list[E]] = defaultdict(list)
        for one in events:
            earliest, latest = one.begins.earliest.year, one.begins.latest.year
            found = self._sure if earliest == latest else self._perhaps
            for year in range(max(earliest, first), min(latest, last) + 1):
                found[year].append(one)

    def of(self, year: int) -> Begun[E]:
        return Begun(tuple(self._sure.get(year, ())), tuple(self._perhaps.get(year, ())))


def _rows(records: RecordSet, first: int, last: int) -> Iterator[DyadYear]:
    held = records.visits.where(status="held")
    visits = {way: _ByYear(held.where(direction=way), first, last) for way in DYADS}
    meetings = _ByYear(records.meetings.where(status="held"), first, last)
    agreements = _ByYear(records.agreements, first, last)
    commitments = _ByYear(records.commitments, first, last)
    milestones = _ByYear(records.milestones, first, last)
    searched = {way: _searched(records, way, first, last) for way in DYADS}
    directions: dict[str, Direction] = {one.id: one.direction for one in held}
    level, rank_of = _levels(records), _ranks(records)
    for year in range(first, last + 1):
        for way, (state1, state2) in DYADS.items():
            yield _row(
                Ground(
                    year=year,
                    direction=way,
                    state1=state1,
                    state2=state2,
                    visits=visits[way].of(year),
                    meetings=meetings.of(year),
                    agreements=agreements.of(year),
                    commitments=commitments.of(year),
                    milestones=milestones.of(year),
                    rank_of=rank_of,
                    held=directions,
                    level=level,
                    searched=partial(searched[way], year),
                )
            )


def _row(ground: Ground) -> DyadYear:
    return DyadYear(
        year=ground.year,
        direction=ground.direction,
        values=tuple(cell(ground) for cell in CELLS),
        visit_ids=tuple(one.id for one in ground.visits.sure),
    )


def _searched(records: RecordSet, way: Direction, first: int, last: int) -> Callable[[int, str], CoverageStatus]:
    start, end = dt.date(first, 1, 1), dt.date(last, 12, 31)
    answers: dict[str, CoverageAnswer] = {
        name: coverage_of(
            records, one.kind, rank=one.ranks, direction=way if one.directed else None, start=start, end=end
        )
        for name, one in QUESTIONS.items()
    }
    return lambda year, name: answers[name].within(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _ranks(records: RecordSet) -> Callable[[str], Rank | None]:
    ranks: dict[str, Rank] = {one.id: one.rank for one in records.offices}
    return ranks.get


def _levels(records: RecordSet) -> Callable[[dt.date], Level | None]:
    # As `Dataset.partnership_on` has it: a rung counts once the last day on which it can have been reached is there.
    ladder: list[Milestone] = sorted(records.milestones.ladder, key=lambda one: (one.date.latest, one.id))

    def level(day: dt.date) -> Level | None:
        reached = [one for one in ladder if one.date.latest <= day]
        return reached[-1].level if reached else None

    return level
