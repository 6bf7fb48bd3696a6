"""Ways of counting: what people mean when they count visits, meetings or documents."""

from collections.abc import Callable, Collection
from typing import TypeVar

import attrs

from vnjp_dataset.model import Agreement, Check, Criteria, Meeting, Record, Visit
from vnjp_dataset.model.agreements import AgreementKind
from vnjp_dataset.model.classification import EventKind
from vnjp_dataset.model.visits import VisitStyle

R = TypeVar("R", bound=Record)
Keep = Callable[[Record], bool]

OFFICIAL: tuple[VisitStyle, ...] = ("state-visit", "official-visit", "official-working-visit")
STATE: tuple[VisitStyle, ...] = ("state-visit",)
STATEMENTS: tuple[AgreementKind, ...] = ("joint-statement", "joint-vision", "joint-press-release", "action-plan")


@attrs.frozen(kw_only=True)
class Way:
    """A way of counting: which records it leaves out, or which criterion it drops."""

    id: str
    words: str
    """What is counted, so that it can follow “holds when counting”."""
    kind: EventKind
    """The kind of record that it tells apart; others count as they did."""
    keep: Keep | None = None
    drop: tuple[str, ...] = ()
    """Criteria of the check that it drops."""

    def applies(self, check: Check) -> bool:
        """Whether it can change what a check counts."""
        return self.kind in check.kinds and (not self.drop or self.widened(check.where) != check.where)

    def widened(self, where: Criteria) -> Criteria:
        """Return criteria without those that it drops."""
        none = Criteria()
        return attrs.evolve(where, **{name: getattr(none, name) for name in self.drop})

    def keeps(self, record: Record) -> bool:
        """Whether a record still counts."""
        return self.keep is None or self.keep(record)


def _styled(visit: Visit) -> tuple[VisitStyle, ...]:
    labels = visit.labels
    return tuple(one.style for one in (labels.vn, labels.jp) if one) if labels else ()


def _of(cls: type[R], keep: Callable[[R], bool]) -> Keep:
    """Return a test of records of one class; all others pass it."""
    return lambda record: not isinstance(record, cls) or keep(record)


def _any_style(styles: Collection[VisitStyle]) -> Keep:
    return _of(Visit, lambda visit: any(one in styles for one in _styled(visit)))


WAYS: tuple[Way, ...] = (
    Way(
        id="bilateral",
        words="only bilateral visits, no trips to multilateral meetings, funerals, enthronements and the like",
        kind="visits",
        keep=_of(Visit, lambda visit: visit.occasion is None or visit.occasion.kind == "anniversary"),
    ),
    Way(
        id="without-multilateral",
        words="no trips to multilateral meetings",
        kind="visits",
        keep=_of(Visit, lambda visit: visit.occasion is None or visit.occasion.kind != "multilateral-meeting"),
    ),
    Way(
        id="state-and-official",
        words="only what either government calls a state, official or official working visit",
        kind="visits",
        keep=_any_style(OFFICIAL),
    ),
    Way(
        id="state",
        words="only what either government calls a state visit",
        kind="visits",
        keep=_any_style(STATE),
    ),
    Way(
        id="without-working",
        words="nothing that is only called a working visit",
        kind="visits",
        keep=_of(Visit, lambda visit: set(_styled(visit)) != {"working-visit"}),
    ),
    Way(
        id="without-transit",
        words="no stops on the way elsewhere",
        kind="visits",
        keep=_of(Visit, lambda visit: "transit" not in _styled(visit)),
    ),
    Way(id="any-style", words="visits of whatever style", kind="visits", drop=("style",)),
    Way(id="any-office", words="trips made in whatever office", kind="visits", drop=("office", "rank")),
    Way(
        id="in-person",
        words="only meetings in person",
        kind="meetings",
        keep=_of(Meeting, lambda meeting: meeting.medium == "in-person"),
    ),
    Way(
        id="without-messages",
        words="no exchanges of messages",
        kind="meetings",
        keep=_of(Meeting, lambda meeting: meeting.medium != "correspondence"),
    ),
    Way(id="any-medium", words="talks by whatever medium", kind="meetings", drop=("medium",)),
    Way(
        id="without-statements",
        words="no joint statements, visions, press releases and plans of the leaders themselves",
        kind="agreements",
        keep=_of(Agreement, lambda one: one.kind not in STATEMENTS),
    ),
    Way(
        id="without-business",
        words="no documents of companies",
        kind="agreements",
        keep=_of(Agreement, lambda one: one.kind != "business-document"),
    ),
)
"""Every way that is tried where a claim does not hold as its check counts; each by itself."""
