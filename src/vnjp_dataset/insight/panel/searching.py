"""The variables that say how completely a year was searched, so that a zero can be read."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import cast, get_args

import attrs

from vnjp_dataset.insight.panel.variable import Computed, flag
from vnjp_dataset.model import LEADER_RANKS, Rank
from vnjp_dataset.model.classification import EventKind

OTHER_RANKS: tuple[Rank, ...] = tuple(
    one for one in cast("tuple[Rank, ...]", get_args(Rank)) if one not in LEADER_RANKS
)


@attrs.frozen
class Question:
    """What `ds.coverage_of` is asked."""

    kind: EventKind
    ranks: tuple[Rank, ...] | None
    directed: bool
    about: str


QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "coverage_leader_visits": Question("visits", LEADER_RANKS, True, "visits of leaders"),
        "coverage_other_visits": Question("visits", OTHER_RANKS, True, "visits of all ranks but leaders"),
        "coverage_visits": Question("visits", None, True, "visits of all ranks"),
        "coverage_meetings": Question("meetings", None, False, "meetings of all ranks"),
        "coverage_leader_meetings": Question("meetings", LEADER_RANKS, False, "meetings of leaders"),
        "coverage_agreements": Question("agreements", None, False, "instruments"),
        "coverage_commitments": Question("commitments", None, False, "commitments"),
        "coverage_milestones": Question("milestones", None, False, "turning points"),
    }
)
"""The questions by the names of the variables that hold the answers."""


def searching() -> Iterator[Computed]:
    """Yield a flag for each question."""
    for name, one in QUESTIONS.items():
        doc = f"How completely the whole year was searched for {one.about}."
        yield flag(name, doc, directed=one.directed)
