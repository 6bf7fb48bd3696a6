"""What a row of the panel is computed from: the records of one year and one direction."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Generic, TypeVar

import attrs

from vnjp_dataset.insight.panel.states import State
from vnjp_dataset.model import (
    LEADER_RANKS,
    Agreement,
    Commitment,
    Direction,
    Event,
    Level,
    Meeting,
    Milestone,
    Rank,
    Visit,
)
from vnjp_dataset.model.classification import CoverageStatus

E = TypeVar("E", bound=Event)


@attrs.frozen
class Begun(Generic[E]):
    """Records that surely began in a year, and those that may have begun in it; both in order of date."""

    sure: tuple[E, ...]
    perhaps: tuple[E, ...]


@attrs.frozen(kw_only=True, eq=False)
class Ground:
    """All that the variables of a row ask for; visits and meetings are those that were held."""

    year: int
    direction: Direction
    state1: State
    """The state whose figures travel."""
    state2: State
    """The state that receives them."""
    visits: Begun[Visit]
    """Visits of the direction."""
    meetings: Begun[Meeting]
    agreements: Begun[Agreement]
    commitments: Begun[Commitment]
    milestones: Begun[Milestone]
    rank_of: Callable[[str], Rank | None]
    """Gives an office's rank; None for one that is not there."""
    held: Mapping[str, Direction]
    """The direction of every visit that was held, whenever it was, by its id."""
    level: Callable[[dt.date], Level | None]
    """Gives the level of the partnership at the end of a day."""
    searched: Callable[[str], CoverageStatus]
    """Gives how completely the year was searched, by the name of a question."""

    @property
    def leader_visits(self) -> Begun[Visit]:
        """Visits that a leader led."""
        return Begun(tuple(self._led(self.visits.sure)), tuple(self._led(self.visits.perhaps)))

    def _led(self, visits: Iterable[Visit]) -> Iterator[Visit]:
        return (one for one in visits if self.rank_of(one.office) in LEADER_RANKS)

    @property
    def leader_meetings(self) -> tuple[Meeting, ...]:
        """Meetings in which a leader took part."""
        return tuple(one for one in self.meetings.sure if any(rank in LEADER_RANKS for rank in self._ranks(one)))

    def _ranks(self, meeting: Meeting) -> Iterator[Rank | None]:
        return (self.rank_of(actor.office) for actor in meeting.participants if actor.office)

    def of_visits(self, records: Iterable[Agreement] | Iterable[Commitment]) -> int:
        """Return how many records belong to a visit of the direction."""
        return sum(one.visit is not None and self.held.get(one.visit) == self.direction for one in records)
