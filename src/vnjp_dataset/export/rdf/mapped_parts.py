"""The mapping of what stands in records, and of records themselves."""

from collections.abc import Mapping
from types import MappingProxyType

from vnjp_dataset.export.rdf.mapped import Mapped, public_terms, said
from vnjp_dataset.model import (
    Actor,
    Amount,
    Check,
    Citation,
    Companion,
    Conflict,
    Count,
    Counts,
    Criteria,
    Document,
    Label,
    Labels,
    Level,
    Occasion,
    OtherName,
    Quantity,
    Session,
    SourcedRecord,
    Step,
    Term,
)

PARTS_MAPPED: Mapping[type, Mapped] = MappingProxyType(
    {
        Actor: Mapped(
            classes=public_terms("schema:Role"),
            why=(
                "A role stands between an event or text and somebody, and repeats the property that led to it, as "
                "schema.org has it. It leads to the person, else to the body, else to the country."
            ),
            fields=said(role="schema:roleName"),
        ),
        Companion: Mapped(
            classes=public_terms("schema:Role"),
            why="As with actors.",
            fields=said(role="schema:roleName"),
        ),
        Term: Mapped(
            classes=public_terms("schema:Role"),
            why=(
                "`schema:hasOccupation` asks for a role where there are dates. `schema:OrganizationRole` asks for a"
                " body, which not every office has."
            ),
            fields=said(
                office="schema:hasOccupation",
                start="schema:startDate",
                end="schema:endDate",
            ),
        ),
        Session: Mapped(
            classes=public_terms("schema:Event"),
            why="A meeting of the mechanism.",
            fields=said(
                start="schema:startDate",
                end="schema:endDate",
                place="schema:location",
                visit="schema:superEvent",
            ),
        ),
        Step: Mapped(
            classes=public_terms("schema:Event"),
            why="A part of the visit.",
            fields=said(
                date="schema:startDate",
                place="schema:location",
                participants="schema:attendee",
                summary="schema:description",
            ),
        ),
        Occasion: Mapped(
            classes=public_terms("schema:Event"),
            why="Another event; the visit or meeting is no part of it, hence not `schema:superEvent`.",
            fields=said(name="schema:name"),
        ),
        Labels: Mapped(why="Each government's own style of one visit has no public term."),
        Label: Mapped(
            why="As above.",
            fields=said(name="schema:name"),
        ),
        Level: Mapped(
            why="The rung's number is its position on the ladder.",
            fields=said(
                rank="schema:position",
                name="schema:name",
            ),
        ),
        OtherName: Mapped(
            classes=public_terms("prov:Entity"),
            why="A name with the documents that it comes from; its language is the name's tag.",
            fields=said(
                name="schema:name",
                language="",
                documents="prov:wasDerivedFrom",
            ),
            tongue=("name", "language"),
        ),
        Amount: Mapped(
            classes=public_terms("schema:MonetaryAmount"),
            why="The value is what the source says; `bound` says how it qualifies it.",
            fields=said(
                value="schema:value",
                currency="schema:currency",
            ),
        ),
        Quantity: Mapped(
            classes=public_terms("schema:QuantitativeValue"),
            why="As with amounts.",
            fields=said(
                value="schema:value",
                unit="schema:unitText",
            ),
        ),
        Counts: Mapped(why="What is counted is of this project."),
        Count: Mapped(
            classes=public_terms("schema:QuantitativeValue"),
            why="As with amounts.",
            fields=said(value="schema:value"),
        ),
        Check: Mapped(why="How to answer a claim by the records is of this project."),
        # What is asked for is not what is: whoever looks for what somebody led must not find a criterion.
        Criteria: Mapped(why="As above.", prefix="where_"),
        SourcedRecord: Mapped(
            classes=public_terms("prov:Entity schema:CreativeWork"),
            why=(
                "The record itself, `…#record`: it derives from documents, whereas a person or a visit does not. "
                "What it speaks of has it as `schema:subjectOf`."
            ),
            fields=said(sources="prov:qualifiedDerivation"),
        ),
        Citation: Mapped(
            classes=public_terms("prov:Derivation"),
            why="How the record derives from one document: which of its fields, and from where in the text.",
            fields=said(document="prov:entity"),
        ),
        Conflict: Mapped(
            classes=public_terms("prov:Entity schema:PropertyValue"),
            why=(
                "Another account of one field: `prov:alternateOf` the record, with the field's path, the other "
                "value, the documents that it derives from, and why it was not adopted."
            ),
            fields=said(
                field="schema:propertyID",
                value="schema:value",
                documents="prov:wasDerivedFrom",
            ),
        ),
        Document: Mapped(
            classes=public_terms("prov:Entity schema:CreativeWork"),
            why="A text that was read; its title is tagged with its language.",
            fields=said(
                key="",
                title="schema:name",
                url="schema:url",
                published="schema:datePublished",
                language="schema:inLanguage",
            ),
            tongue=("title", "language"),
        ),
    }
)
