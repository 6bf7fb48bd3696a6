"""One collection class for each kind of record."""

from typing import TYPE_CHECKING, Self, Unpack

from vnjp_dataset.collection.core import Collection, EventCollection
from vnjp_dataset.model import (
    Agreement,
    Commitment,
    CooperationField,
    Coverage,
    Figure,
    Measure,
    Mechanism,
    Meeting,
    Milestone,
    Office,
    Organization,
    Person,
    Place,
    Retired,
    Source,
    Visit,
)

# Only type checkers read the criteria; at run time the facets know them.
if TYPE_CHECKING:
    from vnjp_dataset.collection.filters import (
        AgreementFilter,
        CommitmentFilter,
        CoverageFilter,
        FieldFilter,
        FigureFilter,
        MechanismFilter,
        MeetingFilter,
        MilestoneFilter,
        OfficeFilter,
        OrganizationFilter,
        PersonFilter,
        PlaceFilter,
        RetiredFilter,
        SourceFilter,
        VisitFilter,
    )


class Visits(EventCollection[Visit]):
    """Visits, in order of their first day."""

    def where(self, **criteria: "Unpack[VisitFilter]") -> Self:
        """Return the visits that meet every criterion; each takes one value or several, any of which will do.

        `person` and `place` stand anywhere in the record; `place` and `field` include what lies below them.
        Raises QueryError for an unknown criterion or value.
        """
        return self._where(criteria)

    def led_by(self, person: str) -> Self:
        """Return the visits that a person led."""
        return self._where({"lead": person})


class Meetings(EventCollection[Meeting]):
    """Meetings, in order of date."""

    def where(self, **criteria: "Unpack[MeetingFilter]") -> Self:
        """Return the meetings that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)


class Agreements(EventCollection[Agreement]):
    """Agreements, in order of signature."""

    def where(self, **criteria: "Unpack[AgreementFilter]") -> Self:
        """Return the agreements that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)

    def of_visit(self, visit: str) -> Self:
        """Return the agreements that belong to a visit."""
        return self._where({"visit": visit})


class Milestones(EventCollection[Milestone]):
    """Milestones, in order of date."""

    def where(self, **criteria: "Unpack[MilestoneFilter]") -> Self:
        """Return the milestones that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)

    @property
    def ladder(self) -> Self:
        """The milestones that reached a level of the partnership, in order of date."""
        return self.filter(lambda milestone: milestone.level is not None)


class Commitments(EventCollection[Commitment]):
    """Commitments, in order of date."""

    def where(self, **criteria: "Unpack[CommitmentFilter]") -> Self:
        """Return the commitments that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)

    def of_visit(self, visit: str) -> Self:
        """Return the commitments that belong to a visit."""
        return self._where({"visit": visit})


class Figures(EventCollection[Figure]):
    """Figures, in order of the day they speak of."""

    def where(self, **criteria: "Unpack[FigureFilter]") -> Self:
        """Return the figures that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)

    def of_visit(self, visit: str) -> Self:
        """Return the figures that speak of a visit."""
        return self._where({"about": visit})


class Mechanisms(Collection[Mechanism]):
    """Mechanisms, in order of id."""

    def where(self, **criteria: "Unpack[MechanismFilter]") -> Self:
        """Return the mechanisms that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)


class People(Collection[Person]):
    """People, in order of id."""

    def where(self, **criteria: "Unpack[PersonFilter]") -> Self:
        """Return the people that meet every criterion; `office` and `rank` mean held at any time."""
        return self._where(criteria)


class Offices(Collection[Office]):
    """Offices, in order of id."""

    def where(self, **criteria: "Unpack[OfficeFilter]") -> Self:
        """Return the offices that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)


class Organizations(Collection[Organization]):
    """Organizations, in order of id."""

    def where(self, **criteria: "Unpack[OrganizationFilter]") -> Self:
        """Return the organizations that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)


class Places(Collection[Place]):
    """Places, in order of id."""

    def where(self, **criteria: "Unpack[PlaceFilter]") -> Self:
        """Return the places that meet every criterion; `place` includes what lies in it, and itself."""
        return self._where(criteria)


class Sources(Collection[Source]):
    """Publishers with their documents, in order of id."""

    def where(self, **criteria: "Unpack[SourceFilter]") -> Self:
        """Return the publishers that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)


class Fields(Collection[CooperationField]):
    """Fields of cooperation, in order of id."""

    def where(self, **criteria: "Unpack[FieldFilter]") -> Self:
        """Return the fields that meet every criterion; `field` includes what belongs to it, and itself."""
        return self._where(criteria)


class Measures(Collection[Measure]):
    """Measures, in order of id."""


class CoverageRows(Collection[Coverage]):
    """Coverage rows, in order of id."""

    def where(self, **criteria: "Unpack[CoverageFilter]") -> Self:
        """Return the rows that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)


class RetiredIds(Collection[Retired]):
    """Retired ids, in order of id."""

    def where(self, **criteria: "Unpack[RetiredFilter]") -> Self:
        """Return the retired ids that meet every criterion, as `Visits.where` does."""
        return self._where(criteria)
