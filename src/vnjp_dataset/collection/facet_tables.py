"""By which values the records of each kind are found."""

from collections.abc import Callable, Collection, Iterable, Mapping

from vnjp_dataset.collection.facets import Facet, FacetValue, words
from vnjp_dataset.collection.tables import Tables
from vnjp_dataset.model import (
    Agreement,
    Commitment,
    CooperationField,
    Coverage,
    Direction,
    Event,
    Figure,
    KindName,
    Mechanism,
    Meeting,
    Milestone,
    Office,
    Organization,
    Person,
    Place,
    Rank,
    Record,
    Retired,
    Source,
    SourcedRecord,
    Visit,
)
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


def sourced_facets(tables: Tables) -> Mapping[str, Facet[SourcedRecord]]:
    """Return the facets of every record that states facts."""
    return {
        "person": Facet(lambda one: _named(one, "people"), _ids(tables, "people")),
        "organization": Facet(lambda one: _named(one, "organizations"), _ids(tables, "organizations")),
        "place": Facet(lambda one: tables.with_wider(_named(one, "places")), _ids(tables, "places")),
        "field": Facet(lambda one: tables.with_broader(_named(one, "fields")), _ids(tables, "fields")),
        "source": Facet(_publishers, _ids(tables, "sources")),
    }


def event_facets(tables: Tables) -> Mapping[str, Facet[Event]]:
    """Return the facets of every event."""
    return {"year": Facet(_years), **sourced_facets(tables)}


def visit_facets(tables: Tables) -> Mapping[str, Facet[Visit]]:
    """Return the facets of visits."""
    return {
        "direction": Facet(lambda one: (one.direction,), words(Direction)),
        "rank": Facet(lambda one: tables.rank(one.office), words(Rank)),
        "lead": Facet(lambda one: (one.lead,), _ids(tables, "people")),
        "office": Facet(lambda one: (one.office,), _ids(tables, "offices")),
        "style": Facet(_styles, words(VisitStyle)),
        "status": Facet(lambda one: (one.status,), words(EventStatus)),
        **event_facets(tables),
    }


def meeting_facets(tables: Tables) -> Mapping[str, Facet[Meeting]]:
    """Return the facets of meetings."""
    return {
        "medium": Facet(lambda one: (one.medium,), words(Medium)),
        "rank": Facet(
            lambda one: (rank for actor in one.participants for rank in tables.rank(actor.office or "")),
            words(Rank),
        ),
        "status": Facet(lambda one: (one.status,), words(EventStatus)),
        **event_facets(tables),
    }


def agreement_facets(tables: Tables) -> Mapping[str, Facet[Agreement]]:
    """Return the facets of agreements."""
    return {
        "kind": Facet(lambda one: (one.kind,), words(AgreementKind)),
        "visit": Facet(lambda one: _one(one.visit), _ids(tables, "visits")),
        **event_facets(tables),
    }


def milestone_facets(tables: Tables) -> Mapping[str, Facet[Milestone]]:
    """Return the facets of milestones."""
    return {
        "kind": Facet(lambda one: (one.kind,), words(MilestoneKind)),
        "visit": Facet(lambda one: _one(one.visit), _ids(tables, "visits")),
        **event_facets(tables),
    }


def commitment_facets(tables: Tables) -> Mapping[str, Facet[Commitment]]:
    """Return the facets of commitments."""
    return {
        "kind": Facet(lambda one: (one.kind,), words(CommitmentKind)),
        "by": Facet(lambda one: (actor.country for actor in one.by if actor.country), lambda: _speakers(tables)),
        "visit": Facet(lambda one: _one(one.visit), _ids(tables, "visits")),
        **event_facets(tables),
    }


def figure_facets(tables: Tables) -> Mapping[str, Facet[Figure]]:
    """Return the facets of figures."""
    return {
        "measure": Facet(lambda one: (one.measure,), _ids(tables, "measures")),
        "about": Facet(lambda one: _one(one.about), lambda: tables.all_ids),
        **event_facets(tables),
    }


def mechanism_facets(tables: Tables) -> Mapping[str, Facet[Mechanism]]:
    """Return the facets of mechanisms."""
    return {"kind": Facet(lambda one: (one.kind,), words(MechanismKind)), **sourced_facets(tables)}


def person_facets(tables: Tables) -> Mapping[str, Facet[Person]]:
    """Return the facets of people."""
    return {
        "country": Facet(lambda one: (one.country,), _countries(tables, "people")),
        "office": Facet(lambda one: (term.office for term in one.terms), _ids(tables, "offices")),
        "rank": Facet(lambda one: (rank for term in one.terms for rank in tables.rank(term.office)), words(Rank)),
    }


def office_facets(tables: Tables) -> Mapping[str, Facet[Office]]:
    """Return the facets of offices."""
    return {
        "country": Facet(lambda one: (one.country,), _countries(tables, "offices")),
        "rank": Facet(lambda one: (one.rank,), words(Rank)),
    }


def organization_facets(tables: Tables) -> Mapping[str, Facet[Organization]]:
    """Return the facets of organizations."""
    return {
        "kind": Facet(lambda one: (one.kind,), words(OrganizationKind)),
        "country": Facet(lambda one: _one(one.country), _countries(tables, "organizations")),
    }


def place_facets(tables: Tables) -> Mapping[str, Facet[Place]]:
    """Return the facets of places."""
    return {
        "kind": Facet(lambda one: (one.kind,), words(PlaceKind)),
        "country": Facet(lambda one: (one.country,), _countries(tables, "places")),
        "place": Facet(lambda one: tables.with_wider((one.id,)), _ids(tables, "places")),
    }


def source_facets(_: Tables) -> Mapping[str, Facet[Source]]:
    """Return the facets of publishers."""
    return {
        "kind": Facet(lambda one: (one.kind,), words(SourceKind)),
        "side": Facet(lambda one: (one.side,), words(Side)),
    }


def field_facets(tables: Tables) -> Mapping[str, Facet[CooperationField]]:
    """Return the facets of fields of cooperation."""
    return {"field": Facet(lambda one: tables.with_broader((one.id,)), _ids(tables, "fields"))}


def coverage_facets(_: Tables) -> Mapping[str, Facet[Coverage]]:
    """Return the facets of coverage rows."""
    return {
        "kind": Facet(lambda one: (one.kind,), words(EventKind)),
        "rank": Facet(lambda one: _one(one.rank), words(Rank)),
        "direction": Facet(lambda one: _one(one.direction), words(Direction)),
        "status": Facet(lambda one: (one.status,), words(CoverageStatus)),
    }


def retired_facets() -> Mapping[str, Facet[Retired]]:
    """Return the facets of retired ids."""
    return {
        "kind": Facet(lambda one: (one.kind,), words(RetiredKind)),
        "fate": Facet(lambda one: (one.fate,), words(Fate)),
    }


def _ids(tables: Tables, kind: KindName) -> Callable[[], Collection[FacetValue]]:
    return lambda: tables.ids(kind)


def _one(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _named(record: Record, target: KindName) -> Iterable[str]:
    from vnjp_dataset.model.walk import references  # noqa: PLC0415 - only these criteria need it, and loading none

    return (one.id for one in references(record) if one.target == target)


def _publishers(record: SourcedRecord) -> Iterable[str]:
    return (citation.document.partition("/")[0] for citation in record.sources)


def _countries(tables: Tables, kind: KindName) -> Callable[[], Collection[FacetValue]]:
    def known() -> Collection[FacetValue]:
        found = (getattr(one, "country", None) for one in tables.records[kind])
        return tuple(sorted({country for country in found if country}))

    return known


def _speakers(tables: Tables) -> Collection[FacetValue]:
    found = (actor.country for one in tables.records["commitments"] if isinstance(one, Commitment) for actor in one.by)
    return tuple(sorted({"JP", "VN", *(country for country in found if country)}))


def _styles(visit: Visit) -> Iterable[str]:
    labels = visit.labels
    return () if labels is None else (label.style for label in (labels.vn, labels.jp) if label)


def _years(event: Event) -> Iterable[int]:
    return range(event.begins.years[0], event.ends.years[-1] + 1)
