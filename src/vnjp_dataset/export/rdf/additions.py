"""What the graph says of records beyond their fields: what follows from them in the terms of public vocabularies."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from vnjp_dataset.export.rdf.forms import FLAG, NUMBER, PLAIN, Form, form, named, part
from vnjp_dataset.export.rdf.mapping import class_iri
from vnjp_dataset.export.rdf.names import own, part_iri, public, record_iri
from vnjp_dataset.export.rdf.properties import Property, properties
from vnjp_dataset.export.rdf.terms import Iri, Node, Statement
from vnjp_dataset.export.rdf.vocabularies import IN_SCHEME, SCHEME
from vnjp_dataset.model import (
    KINDS,
    Conflict,
    CooperationField,
    Document,
    DocumentId,
    Measure,
    Meeting,
    Office,
    Place,
    Retired,
    SourcedRecord,
    Value,
    Visit,
)
from vnjp_dataset.model.shape import class_of
from vnjp_dataset.model.visits import EventStatus

ATTENDEE = public("schema:attendee")
STATUS = public("schema:eventStatus")
GEO = public("schema:geo")
COORDINATES = public("schema:GeoCoordinates")
LATITUDE = public("schema:latitude")
LONGITUDE = public("schema:longitude")
DEPRECATED = public("owl:deprecated")
TOP_CONCEPT_OF = public("skos:topConceptOf")
ALTERNATE_OF = public("prov:alternateOf")

SCHEMES: Mapping[type, tuple[Iri, str]] = MappingProxyType(
    {
        CooperationField: (own("CooperationFields"), "fields of cooperation"),
        Measure: (own("Measures"), "measures of figures"),
        Office: (own("Offices"), "offices"),
    }
)
"""Concept schemes of records, and what they are called in English."""


def _added(term: str, form: Form, doc: str, *, required: bool = True, several: bool = False) -> Property:
    return Property(field="", iri=public(term), form=form, doc=doc, required=required, several=several)


_STATUSES: Mapping[EventStatus, Iri] = MappingProxyType(
    {
        "held": public("schema:EventScheduled"),
        "announced": public("schema:EventScheduled"),
        "cancelled": public("schema:EventCancelled"),
    }
)


RECORD_PROPERTIES = (
    _added("rdfs:label", PLAIN, "A line that names it to a reader, in English where there is an English name."),
    _added("schema:identifier", PLAIN, "The record's id."),
    _added("schema:subjectOf", part(class_iri(SourcedRecord)), "The record itself, with what it rests on."),
)
"""What is said of whatever a record speaks of."""

_STATED = _added("schema:eventStatus", named(), "`EventCancelled` where it was cancelled, else `EventScheduled`.")
_SCHEME = _added("skos:inScheme", named(SCHEME), "The scheme of all of them.")

ADDED: Mapping[type, tuple[Property, ...]] = MappingProxyType(
    {
        Visit: (_added("schema:attendee", named(own("Person"), "people"), "Who led it.", several=True), _STATED),
        Meeting: (_STATED,),
        Place: (_added("schema:geo", part(COORDINATES), "Its latitude and longitude.", required=False),),
        CooperationField: (
            _SCHEME,
            _added("skos:topConceptOf", named(SCHEME), "The scheme, where no field is broader.", required=False),
        ),
        Measure: (_SCHEME,),
        Office: (_SCHEME,),
        Retired: (_added("owl:deprecated", FLAG, "True."),),
        SourcedRecord: (
            _added("schema:isPartOf", named(public("schema:Dataset")), "The version of the dataset."),
            _added("prov:wasDerivedFrom", form(DocumentId), "Every document cited.", required=False, several=True),
        ),
        Conflict: (_added("prov:alternateOf", named(class_iri(SourcedRecord)), "The record that has another value."),),
        Document: (
            _added("schema:identifier", PLAIN, "Publisher and key, as citations name it."),
            _added("prov:wasAttributedTo", named(own("Source"), "sources"), "Its publisher."),
            _added("schema:publisher", named(own("Source"), "sources"), "Its publisher."),
        ),
    }
)
"""Properties of some classes that are no fields of theirs."""


def all_properties(cls: type) -> tuple[Property, ...]:
    """Return whatever is said of the instances of a class."""
    common = RECORD_PROPERTIES if cls in {kind.record for kind in KINDS.values()} else ()
    return (*common, *properties(cls), *ADDED.get(cls, ()))


def additions(value: Value, here: Iri, account: Iri) -> Iterator[Statement]:
    """Yield what follows from a value that has an IRI and stands in some record."""
    if isinstance(value, Visit):
        yield ATTENDEE, record_iri(value.lead)
    if isinstance(value, (Visit, Meeting)):
        yield STATUS, _STATUSES[value.status]
    if isinstance(value, Place):
        yield from _coordinates(value, here)
    if isinstance(value, Conflict):
        yield ALTERNATE_OF, account
    if isinstance(value, Retired):
        yield from ((DEPRECATED, one) for one in FLAG.objects(True))
    yield from _scheme(value)


def _coordinates(place: Place, here: Iri) -> Iterator[Statement]:
    """Yield where a place lies; coordinates come in pairs."""
    if place.latitude is not None:
        pairs = ((LATITUDE, place.latitude), (LONGITUDE, place.longitude))
        found = tuple((prop, one) for prop, value in pairs for one in NUMBER.objects(value))
        yield GEO, Node(part_iri(here, "geo"), (COORDINATES,), found)


def _scheme(value: Value) -> Iterator[Statement]:
    found = SCHEMES.get(class_of(value))
    if found:
        yield IN_SCHEME, found[0]
    if found and isinstance(value, CooperationField) and value.broader is None:
        yield TOP_CONCEPT_OF, found[0]
