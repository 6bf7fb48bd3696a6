"""What a record is: frozen attrs classes that cannot hold a bad value."""

from vnjp_dataset.model.actors import Actor
from vnjp_dataset.model.agreements import Agreement
from vnjp_dataset.model.claims import Check, Criteria
from vnjp_dataset.model.classification import CooperationField, Coverage, Measure
from vnjp_dataset.model.commitments import Commitment
from vnjp_dataset.model.dates import PartialDate, partial_date
from vnjp_dataset.model.figures import Figure
from vnjp_dataset.model.ids import (
    AgreementId,
    CountryCode,
    CurrencyCode,
    DocumentId,
    DocumentKey,
    FieldId,
    FieldPath,
    MeasureId,
    MeetingId,
    OfficeId,
    OrganizationId,
    PersonId,
    PlaceCode,
    PlaceId,
    RecordId,
    Release,
    SourceId,
    Url,
    VisitId,
    identifier,
)
from vnjp_dataset.model.kinds import KINDS, Kind, KindName
from vnjp_dataset.model.mechanisms import Mechanism, Session
from vnjp_dataset.model.meetings import Meeting
from vnjp_dataset.model.milestones import Level, Milestone, OtherName
from vnjp_dataset.model.offices import Office
from vnjp_dataset.model.organizations import Organization
from vnjp_dataset.model.people import Person, Term
from vnjp_dataset.model.places import Place
from vnjp_dataset.model.quantities import Amount, Count, Quantity
from vnjp_dataset.model.record import Citation, Conflict, Event, Record, SourcedRecord
from vnjp_dataset.model.retired import Retired
from vnjp_dataset.model.shape import Doc, Value
from vnjp_dataset.model.sources import Document, Source
from vnjp_dataset.model.text import PersonName, Text
from vnjp_dataset.model.visits import Companion, Counts, Label, Labels, Occasion, Step, Visit
from vnjp_dataset.model.vocabulary import LEADER_RANKS, Bound, Direction, Language, Rank

__all__ = [
    "KINDS",
    "LEADER_RANKS",
    "Actor",
    "Agreement",
    "AgreementId",
    "Amount",
    "Bound",
    "Check",
    "Citation",
    "Commitment",
    "Companion",
    "Conflict",
    "CooperationField",
    "Count",
    "CountryCode",
    "Counts",
    "Coverage",
    "Criteria",
    "CurrencyCode",
    "Direction",
    "Doc",
    "Document",
    "DocumentId",
    "DocumentKey",
    "Event",
    "FieldId",
    "FieldPath",
    "Figure",
    "Kind",
    "KindName",
    "Label",
    "Labels",
    "Language",
    "Level",
    "Measure",
    "MeasureId",
    "Mechanism",
    "Meeting",
    "MeetingId",
    "Milestone",
    "Occasion",
    "Office",
    "OfficeId",
    "Organization",
    "OrganizationId",
    "OtherName",
    "PartialDate",
    "Person",
    "PersonId",
    "PersonName",
    "Place",
    "PlaceCode",
    "PlaceId",
    "Quantity",
    "Rank",
    "Record",
    "RecordId",
    "Release",
    "Retired",
    "Session",
    "Source",
    "SourceId",
    "SourcedRecord",
    "Step",
    "Term",
    "Text",
    "Url",
    "Value",
    "Visit",
    "VisitId",
    "identifier",
    "partial_date",
]
