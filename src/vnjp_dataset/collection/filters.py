"""What each kind of record can be asked by: the typed keywords of `where`."""

from collections.abc import Iterable
from typing import TypeAlias, TypedDict, TypeVar

from vnjp_dataset.model import Direction, Rank
from vnjp_dataset.model.agreements import AgreementKind
from vnjp_dataset.model.classification import CoverageStatus, EventKind
from vnjp_dataset.model.commitments import CommitmentKind
from vnjp_dataset.model.mechanisms import MechanismKind
from vnjp_dataset.model.meetings import Medium
from vnjp_dataset.model.milestones import MilestoneKind
from vnjp_dataset.model.organizations import OrganizationKind
from vnjp_dataset.model.places import PlaceKind
from vnjp_dataset.model.retired import Fate
from vnjp_dataset.model.sources import Side, SourceKind
from vnjp_dataset.model.visits import EventStatus, VisitStyle
from vnjp_dataset.model.vocabulary import RetiredKind

T = TypeVar("T")

AnyOf: TypeAlias = T | Iterable[T] | None
"""One value or any of several; None asks for nothing."""


class SourcedFilter(TypedDict, total=False):
    """Criteria of every record that states facts."""

    person: AnyOf[str]
    organization: AnyOf[str]
    place: AnyOf[str]
    field: AnyOf[str]
    source: AnyOf[str]


class EventFilter(SourcedFilter, total=False):
    """Criteria of every event."""

    year: AnyOf[int]


class VisitFilter(EventFilter, total=False):
    """Criteria of visits."""

    direction: AnyOf[Direction]
    rank: AnyOf[Rank]
    lead: AnyOf[str]
    office: AnyOf[str]
    style: AnyOf[VisitStyle]
    status: AnyOf[EventStatus]


class MeetingFilter(EventFilter, total=False):
    """Criteria of meetings."""

    medium: AnyOf[Medium]
    rank: AnyOf[Rank]
    status: AnyOf[EventStatus]


class AgreementFilter(EventFilter, total=False):
    """Criteria of agreements."""

    kind: AnyOf[AgreementKind]
    visit: AnyOf[str]


class MilestoneFilter(EventFilter, total=False):
    """Criteria of milestones."""

    kind: AnyOf[MilestoneKind]
    visit: AnyOf[str]


class CommitmentFilter(EventFilter, total=False):
    """Criteria of commitments."""

    kind: AnyOf[CommitmentKind]
    by: AnyOf[str]
    visit: AnyOf[str]


class FigureFilter(EventFilter, total=False):
    """Criteria of figures."""

    measure: AnyOf[str]
    about: AnyOf[str]


class MechanismFilter(SourcedFilter, total=False):
    """Criteria of mechanisms."""

    kind: AnyOf[MechanismKind]


class PersonFilter(TypedDict, total=False):
    """Criteria of people."""

    country: AnyOf[str]
    office: AnyOf[str]
    rank: AnyOf[Rank]


class OfficeFilter(TypedDict, total=False):
    """Criteria of offices."""

    country: AnyOf[str]
    rank: AnyOf[Rank]


class OrganizationFilter(TypedDict, total=False):
    """Criteria of organizations."""

    kind: AnyOf[OrganizationKind]
    country: AnyOf[str]


class PlaceFilter(TypedDict, total=False):
    """Criteria of places."""

    kind: AnyOf[PlaceKind]
    country: AnyOf[str]
    place: AnyOf[str]


class SourceFilter(TypedDict, total=False):
    """Criteria of sources."""

    kind: AnyOf[SourceKind]
    side: AnyOf[Side]


class FieldFilter(TypedDict, total=False):
    """Criteria of fields of cooperation."""

    field: AnyOf[str]


class CoverageFilter(TypedDict, total=False):
    """Criteria of coverage rows."""

    kind: AnyOf[EventKind]
    rank: AnyOf[Rank]
    direction: AnyOf[Direction]
    status: AnyOf[CoverageStatus]


class RetiredFilter(TypedDict, total=False):
    """Criteria of retired ids."""

    kind: AnyOf[RetiredKind]
    fate: AnyOf[Fate]
