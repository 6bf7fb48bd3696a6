"""The mapping as a whole: which classes an instance belongs to, and whose order counts."""

from collections.abc import Mapping
from types import MappingProxyType

from vnjp_dataset.export.rdf.mapped import Mapped
from vnjp_dataset.export.rdf.mapped_kinds import KINDS_MAPPED
from vnjp_dataset.export.rdf.mapped_parts import PARTS_MAPPED
from vnjp_dataset.export.rdf.names import own, public
from vnjp_dataset.export.rdf.terms import Iri
from vnjp_dataset.model import Mechanism, Organization, Place, Source, SourcedRecord, Visit

MAPPING: Mapping[type, Mapped] = MappingProxyType({**KINDS_MAPPED, **PARTS_MAPPED})
"""Every class of the model whose instances are nodes: all but texts and names, which are literals."""

BY_KIND: Mapping[tuple[type, str], Iri] = MappingProxyType(
    {
        (cls, kind): public(term)
        for cls, term, kinds in (
            (
                Organization,
                "schema:GovernmentOrganization",
                "government ministry agency parliament court local-government",
            ),
            (Organization, "schema:CollegeOrUniversity", "university"),
            (Source, "schema:GovernmentOrganization", "foreign-ministry government parliament court agency embassy"),
            (
                Source,
                "schema:NewsMediaOrganization",
                "news-agency state-media newspaper magazine broadcaster",
            ),
            (Source, "schema:ResearchOrganization", "research"),
            (Place, "schema:Country", "country"),
            (Place, "schema:State", "prefecture province"),
            (Place, "schema:City", "city"),
            (Place, "schema:AdministrativeArea", "municipality district"),
        )
        for kind in kinds.split()
    }
)
"""Narrower public classes, by the word in `kind`."""

ORDERED: frozenset[tuple[type, str]] = frozenset({(Visit, "itinerary"), (Mechanism, "sessions")})
"""Lists whose order is part of what they say: their items have a `schema:position`, from 0."""


def class_iri(cls: type) -> Iri:
    """Return the project's own class of the instances of a class of the model."""
    return own("Record" if cls is SourcedRecord else cls.__name__)


def classes_of(cls: type, kind: object = None) -> tuple[Iri, ...]:
    """Return the classes of an instance with some word in its field `kind`: the project's own first."""
    narrower = (BY_KIND[cls, kind],) if isinstance(kind, str) and (cls, kind) in BY_KIND else ()
    return (class_iri(cls), *MAPPING[cls].classes, *narrower)
