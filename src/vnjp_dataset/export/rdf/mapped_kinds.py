"""The mapping of the kinds of record."""

from collections.abc import Mapping
from types import MappingProxyType

from vnjp_dataset.export.rdf.mapped import Mapped, public_terms, said
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

_SAID = {"fields": "dcterms:subject", "summary": "schema:description"}

KINDS_MAPPED: Mapping[type, Mapped] = MappingProxyType(
    {
        Visit: Mapped(
            classes=public_terms("schema:Event"),
            why=(
                "A visit happens over some days at some places. Companions are attendees through roles; the lead is"
                " an attendee as well as `lead`, since being one of those present does not say it."
            ),
            fields=said(
                start="schema:startDate",
                end="schema:endDate",
                companions="schema:attendee",
                itinerary="schema:subEvent",
                **_SAID,
            ),
        ),
        Meeting: Mapped(
            classes=public_terms("schema:Event"),
            why="Talks are an event whatever the medium.",
            fields=said(
                date="schema:startDate",
                participants="schema:attendee",
                place="schema:location",
                **_SAID,
            ),
        ),
        Agreement: Mapped(
            classes=public_terms("schema:CreativeWork"),
            why=(
                "`schema:Legislation` would fit treaties, but neither joint statements nor business documents; all"
                " of them are texts that were made on a day."
            ),
            fields=said(
                title="schema:name",
                signed="schema:dateCreated",
                place="schema:locationCreated",
                supersedes="dcterms:replaces",
                **_SAID,
            ),
        ),
        Milestone: Mapped(
            classes=public_terms("schema:Event"),
            why="A turning point is something that happened.",
            fields=said(
                date="schema:startDate",
                name="schema:name",
                visit="schema:superEvent",
                **_SAID,
            ),
        ),
        Mechanism: Mapped(
            classes=public_terms("schema:Organization"),
            why="A standing body with members and sessions.",
            fields=said(
                name="schema:name",
                established="schema:foundingDate",
                ended="schema:dissolutionDate",
                parties="schema:member",
                sessions="schema:event",
                **_SAID,
            ),
        ),
        Commitment: Mapped(
            classes=public_terms("schema:CommunicateAction"),
            why=(
                "One side tells the other what it will do, wants or holds. An action's `schema:startTime` would ask"
                " for an hour; hence `dcterms:created`."
            ),
            fields=said(
                by="schema:agent",
                to="schema:recipient",
                made="dcterms:created",
                **_SAID,
            ),
        ),
        Figure: Mapped(
            classes=public_terms("schema:Observation"),
            why="A value of a measure at a time, as somebody reported it.",
            fields=said(
                measure="schema:measuredProperty",
                value="schema:value",
                unit="schema:unitText",
                as_of="schema:observationDate",
                about="schema:observationAbout",
                **_SAID,
            ),
        ),
        Person: Mapped(
            classes=public_terms("schema:Person"),
            why="The country is the one represented, not a nationality.",
            fields=said(
                name="schema:name",
                spellings="schema:alternateName",
                terms="schema:hasOccupation",
            ),
        ),
        Office: Mapped(
            classes=public_terms("skos:Concept schema:Occupation"),
            why="Offices are a controlled list, and what `schema:hasOccupation` of a person leads to by way of a role.",
            fields=said(title="skos:prefLabel"),
        ),
        Organization: Mapped(
            classes=public_terms("schema:Organization"),
            why="Bodies of state are `schema:GovernmentOrganization` too, universities `schema:CollegeOrUniversity`.",
            fields=said(
                name="schema:name",
                spellings="schema:alternateName",
            ),
        ),
        Place: Mapped(
            classes=public_terms("schema:Place"),
            why=(
                "Cities, countries, prefectures and provinces also have their own class. `iso` may be the code of "
                "the subdivision that it lies in, and so is no identifier."
            ),
            fields=said(
                name="schema:name",
                part_of="schema:containedInPlace",
                latitude="",
                longitude="",
            ),
        ),
        Source: Mapped(
            classes=public_terms("schema:Organization prov:Organization"),
            why="A publisher; its documents are attributed to it.",
            fields=said(
                name="schema:name",
                homepage="schema:url",
                owner="schema:parentOrganization",
                documents="",
            ),
        ),
        CooperationField: Mapped(
            classes=public_terms("skos:Concept"),
            why="A concept of a scheme, under broader ones.",
            fields=said(
                name="skos:prefLabel",
                broader="skos:broader",
                definition="skos:definition",
            ),
        ),
        Measure: Mapped(
            classes=public_terms("skos:Concept"),
            why="A concept of a scheme, with its definition.",
            fields=said(
                name="skos:prefLabel",
                definition="skos:definition",
            ),
        ),
        Coverage: Mapped(why="No public vocabulary speaks of how far records of a kind were searched for."),
        Retired: Mapped(
            why="A name that stands for nothing any more: `owl:deprecated`.",
            fields=said(replaced_by="dcterms:isReplacedBy"),
        ),
    }
)
