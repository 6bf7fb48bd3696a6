"""The variables about what the two states did together: talks, instruments, commitments and turning points."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import cast, get_args

from vnjp_dataset.insight.panel.ground import Ground
from vnjp_dataset.insight.panel.variable import Computed, known, number, total
from vnjp_dataset.model import Commitment
from vnjp_dataset.model.agreements import AgreementKind
from vnjp_dataset.model.meetings import Medium

MEDIA = cast("tuple[Medium, ...]", get_args(Medium))
AGREEMENT_GROUPS: Mapping[str, tuple[AgreementKind, ...]] = MappingProxyType(
    {
        "treaties": ("treaty", "agreement"),
        "exchanges_of_notes": ("exchange-of-notes",),
        "loans_and_grants": ("loan-agreement", "grant-agreement"),
        "memoranda": ("memorandum", "record-of-discussions", "letter-of-intent"),
        "joint_documents": ("joint-statement", "joint-vision", "joint-press-release", "action-plan"),
        "business_documents": ("business-document",),
        "other": ("other",),
    }
)
"""Which kinds of instrument are counted together; every kind stands in one group."""


def talks() -> Iterator[Computed]:
    """Yield meetings outside visits, those of leaders by how they met."""
    yield _both("meetings", "Talks that are not part of a visit, of any rank.", lambda at: total(at.meetings.sure))
    yield _perhaps("meetings", lambda at: total(at.meetings.perhaps))
    yield _both("leader_meetings", "Those in which a leader took part.", lambda at: total(at.leader_meetings))
    yield from map(_by_medium, MEDIA)


def _by_medium(medium: Medium) -> Computed:
    return number(
        f"leader_meetings_{medium.replace('-', '_')}",
        f"Those of leaders of which the medium is {medium}{', held in a third country' * (medium == 'in-person')}.",
        lambda at: total(one for one in at.leader_meetings if one.medium == medium),
        unit="meetings",
        coverage="coverage_leader_meetings",
        directed=False,
    )


def instruments() -> Iterator[Computed]:
    """Yield what was signed, by group of kinds, and what was pledged, agreed or asked."""
    yield _both("agreements", "Instruments of any kind, by the day of signature.", lambda at: total(at.agreements.sure))
    yield _perhaps("agreements", lambda at: total(at.agreements.perhaps))
    for name, kinds in AGREEMENT_GROUPS.items():
        yield _of_kinds(name, kinds)
    yield number(
        "agreements_of_visits",
        "Instruments signed in the year that belong to a visit of the direction, whenever it began.",
        lambda at: at.of_visits(at.agreements.sure),
        unit="agreements",
        coverage="coverage_agreements",
    )
    made = "Commitments – pledges, agreements, positions, requests and the like – made in the year"
    yield _both("commitments", f"{made}.", lambda at: total(at.commitments.sure))
    yield _perhaps("commitments", lambda at: total(at.commitments.perhaps))
    yield number(
        "commitments_by_1",
        "Commitments that state 1 made, alone or with others, as `where(by=…)` has it.",
        lambda at: total(one for one in at.commitments.sure if _speaks(one, at.state1.iso2c)),
        unit="commitments",
        coverage="coverage_commitments",
    )
    yield number(
        "commitments_of_visits",
        "Commitments made in the year that belong to a visit of the direction, whenever it began.",
        lambda at: at.of_visits(at.commitments.sure),
        unit="commitments",
        coverage="coverage_commitments",
    )


def _of_kinds(name: str, kinds: tuple[AgreementKind, ...]) -> Computed:
    return _both(
        f"agreements_{name}",
        f"Instruments of kind {' or '.join(kinds)}.",
        lambda at: total(one for one in at.agreements.sure if one.kind in kinds),
        "agreements",
    )


def _speaks(commitment: Commitment, country: str) -> bool:
    return any(actor.country == country for actor in commitment.by)


def standing() -> Iterator[Computed]:
    """Yield turning points, and the level of the partnership at both ends of the year."""
    yield _both("milestones", "Turning points, rungs of the ladder among them.", lambda at: total(at.milestones.sure))
    yield _perhaps("milestones", lambda at: total(at.milestones.perhaps))
    yield from _level("start", "on 1 January", lambda year: dt.date(year, 1, 1))
    yield from _level("end", "on 31 December", lambda year: dt.date(year, 12, 31))


def _level(name: str, when: str, day: Callable[[int], dt.date]) -> Iterator[Computed]:
    def rank(at: Ground) -> int | None:
        found = at.level(day(at.year))
        return found.rank if found else None

    def called(at: Ground) -> str | None:
        found = at.level(day(at.year))
        return str(found.name) if found else None

    before = "empty before relations were established"
    yield known(
        f"partnership_rank_{name}",
        "whole",
        f"The rung of the partnership reached {when}: 0 for diplomatic relations, then 1 and up; {before}.",
        rank,
        required=False,
        directed=False,
    )
    yield known(
        f"partnership_name_{name}",
        "text",
        f"The name of that rung, in English where there is one; {before}.",
        called,
        required=False,
        directed=False,
    )


def _both(name: str, doc: str, cell: Callable[[Ground], int], unit: str = "") -> Computed:
    """Return a variable that has the same value in both rows of a year, read with the coverage of its kind."""
    kind = unit or name
    unit = kind.removeprefix("leader_")
    return number(name, doc, cell, unit=unit, coverage=f"coverage_{kind}", directed=False)


def _perhaps(kind: str, cell: Callable[[Ground], int]) -> Computed:
    doc = f"Such {kind} that may have begun in the year, or in another; they are counted in no year."
    return number(f"{kind}_perhaps", doc, cell, unit=kind, directed=False)
