"""The kinds of record: which folder or file holds which class."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import attrs

from vnjp_dataset.model import ids
from vnjp_dataset.model.agreements import Agreement
from vnjp_dataset.model.classification import CooperationField, Coverage, Measure
from vnjp_dataset.model.commitments import Commitment
from vnjp_dataset.model.figures import Figure
from vnjp_dataset.model.mechanisms import Mechanism
from vnjp_dataset.model.meetings import Meeting
from vnjp_dataset.model.milestones import Milestone
from vnjp_dataset.model.offices import Office
from vnjp_dataset.model.organizations import Organization
from vnjp_dataset.model.people import Person
from vnjp_dataset.model.places import Place
from vnjp_dataset.model.record import Record
from vnjp_dataset.model.retired import Retired
from vnjp_dataset.model.sources import Source
from vnjp_dataset.model.visits import Visit
from vnjp_dataset.model.vocabulary import RetiredKind

KindName = Literal[RetiredKind, "retired"]


@attrs.frozen
class Kind:
    """One kind of record: its class, and whether each record has a file or all stand in one table."""

    name: KindName
    record: type[Record]
    layout: Literal["folder", "table"]
    one: str
    """What one record of it is called."""


KINDS: Mapping[KindName, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Kind("visits", Visit, "folder", "visit"),
            Kind("meetings", Meeting, "folder", "meeting"),
            Kind("agreements", Agreement, "folder", "agreement"),
            Kind("milestones", Milestone, "folder", "milestone"),
            Kind("mechanisms", Mechanism, "folder", "mechanism"),
            Kind("commitments", Commitment, "folder", "commitment"),
            Kind("figures", Figure, "folder", "figure"),
            Kind("people", Person, "folder", "person"),
            Kind("offices", Office, "table", "office"),
            Kind("organizations", Organization, "table", "organization"),
            Kind("places", Place, "table", "place"),
            Kind("sources", Source, "folder", "source"),
            Kind("fields", CooperationField, "table", "field of cooperation"),
            Kind("measures", Measure, "table", "measure"),
            Kind("coverage", Coverage, "table", "coverage row"),
            Kind("retired", Retired, "table", "retired id"),
        )
    }
)
"""Every kind of record, in the order in which they are listed."""

TARGETS: Mapping[object, KindName | None] = MappingProxyType(
    {
        ids.VisitId: "visits",
        ids.MeetingId: "meetings",
        ids.AgreementId: "agreements",
        ids.PersonId: "people",
        ids.OfficeId: "offices",
        ids.OrganizationId: "organizations",
        ids.PlaceId: "places",
        ids.FieldId: "fields",
        ids.MeasureId: "measures",
        ids.SourceId: "sources",
        ids.RecordId: None,
    }
)
"""Which kind of record an id's type refers to; None for any kind."""
