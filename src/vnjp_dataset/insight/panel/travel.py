"""The variables that count visits: by rank, by style, and in days."""

from collections.abc import Iterable, Iterator
from typing import Literal, cast, get_args

from vnjp_dataset.insight.panel.ground import Ground
from vnjp_dataset.insight.panel.states import State
from vnjp_dataset.insight.panel.variable import Computed, number, total
from vnjp_dataset.model import LEADER_RANKS, Rank, Visit
from vnjp_dataset.model.visits import Label, VisitStyle

RANKS = cast("tuple[Rank, ...]", get_args(Rank))
STYLES = cast("tuple[VisitStyle, ...]", get_args(VisitStyle))
_OPEN = "that may have begun in the year, or in another; they are counted in no year"


def visits() -> Iterator[Computed]:
    """Yield how many visits there were, whose, and how long they lasted."""
    every, leading = "coverage_visits", "coverage_leader_visits"
    yield number("visits", "Visits of any rank.", lambda at: total(at.visits.sure), unit="visits", coverage=every)
    yield number("visits_perhaps", f"Visits of any rank {_OPEN}.", lambda at: total(at.visits.perhaps), unit="visits")
    yield number(
        "leader_visits",
        f"Visits of leaders: {', '.join(LEADER_RANKS)}.",
        lambda at: total(at.leader_visits.sure),
        unit="visits",
        coverage=leading,
    )
    yield number(
        "leader_visits_perhaps",
        f"Visits of leaders {_OPEN}.",
        lambda at: total(at.leader_visits.perhaps),
        unit="visits",
    )
    yield from map(_of_rank, RANKS)
    yield from _days("visit", "visits of any rank", every, leaders=False)
    yield from _days("leader_visit", "visits of leaders", leading, leaders=True)


def _of_rank(rank: Rank) -> Computed:
    return number(
        f"visits_{_name(rank)}",
        f"Visits led by an office of the rank {rank}.",
        lambda at: total(one for one in at.visits.sure if at.rank_of(one.office) == rank),
        unit="visits",
        coverage="coverage_leader_visits" if rank in LEADER_RANKS else "coverage_other_visits",
    )


def _days(name: str, what: str, coverage: str, *, leaders: bool) -> Iterator[Computed]:
    def lengths(at: Ground) -> Iterable[int]:
        return _lengths(at.leader_visits.sure if leaders else at.visits.sure)

    yield number(
        f"{name}_days",
        f"Days of those {what} that began in the year and whose first and last day are both known; the days of a visit "
        "that lasted into the next year stand here too.",
        lambda at: sum(lengths(at)),
        unit="days",
        coverage=coverage,
    )
    yield number(
        f"{name}s_with_days",
        f"How many {what} the days are those of.",
        lambda at: total(lengths(at)),
        unit="visits",
        coverage=coverage,
    )


def _lengths(visits: Iterable[Visit]) -> Iterator[int]:
    """Yield the length of each visit that is known to the day, in days, both the first and the last included."""
    for one in visits:
        if one.start.precision == one.end.precision == "day":
            yield (one.end.earliest - one.start.earliest).days + 1


def styles() -> Iterator[Computed]:
    """Yield how the governments styled the visits: each style by either of them, by state 1 and by state 2."""
    for style in STYLES:
        yield _styled(style, "", "either government, as `where(style=…)` has it")
        yield _styled(style, "_by_1", "the government of state 1, the visitor's")
        yield _styled(style, "_by_2", "the government of state 2, the host's")
    yield number(
        "styled_by_neither",
        "Visits of which neither government's style is recorded.",
        lambda at: total(one for one in at.visits.sure if not (_style(one, at.state1) or _style(one, at.state2))),
        unit="visits",
        coverage="coverage_visits",
    )


def _styled(style: VisitStyle, by: Literal["", "_by_1", "_by_2"], whose: str) -> Computed:
    def states(at: Ground) -> tuple[State, ...]:
        both = (at.state1, at.state2)
        return both if not by else both[:1] if by == "_by_1" else both[1:]

    return number(
        f"styled_{_name(style)}{by}",
        f"Visits of any rank styled {style} by {whose}.",
        lambda at: total(one for one in at.visits.sure if any(_style(one, by) == style for by in states(at))),
        unit="visits",
        coverage="coverage_visits",
    )


def _style(visit: Visit, by: State) -> VisitStyle | None:
    """Return how the government of a state styles a visit, or None where that is not recorded."""
    if visit.labels is None:
        return None
    found: Label | None = visit.labels.vn if by.iso2c == "VN" else visit.labels.jp
    return found.style if found else None


def _name(word: str) -> str:
    return word.replace("-", "_")
