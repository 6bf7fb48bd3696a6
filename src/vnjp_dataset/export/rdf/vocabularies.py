"""The model's closed lists of words, each a concept scheme, and its words the concepts."""

import typing
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from vnjp_dataset.export.rdf.names import own, public
from vnjp_dataset.export.rdf.terms import Iri, Literal, Node
from vnjp_dataset.model.agreements import AgreementKind
from vnjp_dataset.model.classification import CoverageStatus, EventKind
from vnjp_dataset.model.commitments import CommitmentKind
from vnjp_dataset.model.mechanisms import MechanismKind
from vnjp_dataset.model.meetings import Medium
from vnjp_dataset.model.milestones import MilestoneKind
from vnjp_dataset.model.organizations import OrganizationKind
from vnjp_dataset.model.places import PlaceKind
from vnjp_dataset.model.retired import Fate
from vnjp_dataset.model.sources import Extent, Side, SourceKind
from vnjp_dataset.model.visits import Activity, CompanionRole, EventStatus, OccasionKind, VisitStyle
from vnjp_dataset.model.vocabulary import Bound, Direction, Rank, RetiredKind

Answer = typing.Literal["count", "ordinal"]

VOCABULARIES: Mapping[object, str] = MappingProxyType(
    {
        Activity: "Activity",
        AgreementKind: "AgreementKind",
        Answer: "Answer",
        Bound: "Bound",
        CommitmentKind: "CommitmentKind",
        CompanionRole: "CompanionRole",
        CoverageStatus: "CoverageStatus",
        Direction: "Direction",
        EventKind: "EventKind",
        EventStatus: "EventStatus",
        Extent: "Extent",
        Fate: "Fate",
        MechanismKind: "MechanismKind",
        Medium: "Medium",
        MilestoneKind: "MilestoneKind",
        OccasionKind: "OccasionKind",
        OrganizationKind: "OrganizationKind",
        PlaceKind: "PlaceKind",
        Rank: "Rank",
        RetiredKind: "RetiredKind",
        Side: "Side",
        SourceKind: "SourceKind",
        VisitStyle: "VisitStyle",
    }
)
"""Every vocabulary of the model, by name; a language is a literal's tag and no concept."""

CONCEPT = public("skos:Concept")
SCHEME = public("skos:ConceptScheme")
IN_SCHEME = public("skos:inScheme")
PREFERRED = public("skos:prefLabel")


def concept_iri(vocabulary: str, word: str) -> Iri:
    """Return the IRI of a word."""
    return own(f"{vocabulary}.{word}")


def vocabulary_nodes() -> Iterator[Node]:
    """Yield each vocabulary and its words, in their order."""
    for declared, name in VOCABULARIES.items():
        scheme = own(name)
        yield scheme_node(scheme, _spaced(name))
        for word in typing.get_args(declared):
            notation = (public("skos:notation"), Literal(word))
            label = (PREFERRED, Literal(word, language="en"))
            yield Node(concept_iri(name, word), (CONCEPT,), (label, notation, (IN_SCHEME, scheme)))


def scheme_node(iri: Iri, label: str) -> Node:
    """Return a concept scheme."""
    return Node(iri, (SCHEME,), ((PREFERRED, Literal(label, language="en")),))


def _spaced(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
