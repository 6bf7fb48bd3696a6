"""Strategies for the values that records are made of."""

from hypothesis.strategies import SearchStrategy

from vnjp_dataset.model import (
    Actor,
    Amount,
    Check,
    Citation,
    Companion,
    Conflict,
    Count,
    Document,
    Level,
    PersonName,
    Quantity,
    Session,
    Step,
    Term,
    Text,
)
from vnjp_dataset.strategies.shapes import instances


def texts(**fields: SearchStrategy[object]) -> SearchStrategy[Text]:
    """Make names and titles in one to three languages, each in its script."""
    return instances(Text, **fields)


def person_names(**fields: SearchStrategy[object]) -> SearchStrategy[PersonName]:
    """Make names of people, with or without Vietnamese, Japanese and kana."""
    return instances(PersonName, **fields)


def actors(**fields: SearchStrategy[object]) -> SearchStrategy[Actor]:
    """Make actors: a person, a body or a country at least."""
    return instances(Actor, **fields)


def amounts(**fields: SearchStrategy[object]) -> SearchStrategy[Amount]:
    """Make sums of money."""
    return instances(Amount, **fields)


def quantities(**fields: SearchStrategy[object]) -> SearchStrategy[Quantity]:
    """Make numbers of things."""
    return instances(Quantity, **fields)


def counts(**fields: SearchStrategy[object]) -> SearchStrategy[Count]:
    """Make reported counts, never below zero."""
    return instances(Count, **fields)


def citations(**fields: SearchStrategy[object]) -> SearchStrategy[Citation]:
    """Make citations that support at least one field."""
    return instances(Citation, **fields)


def conflicts(**fields: SearchStrategy[object]) -> SearchStrategy[Conflict]:
    """Make conflicts with at least one document on the other side."""
    return instances(Conflict, **fields)


def documents(**fields: SearchStrategy[object]) -> SearchStrategy[Document]:
    """Make documents."""
    return instances(Document, **fields)


def terms(**fields: SearchStrategy[object]) -> SearchStrategy[Term]:
    """Make terms of office that do not end before they start."""
    return instances(Term, **fields)


def steps(**fields: SearchStrategy[object]) -> SearchStrategy[Step]:
    """Make steps of an itinerary."""
    return instances(Step, **fields)


def companions(**fields: SearchStrategy[object]) -> SearchStrategy[Companion]:
    """Make companions of a visit."""
    return instances(Companion, **fields)


def levels(**fields: SearchStrategy[object]) -> SearchStrategy[Level]:
    """Make rungs of the partnership's ladder."""
    return instances(Level, **fields)


def sessions(**fields: SearchStrategy[object]) -> SearchStrategy[Session]:
    """Make sessions of a mechanism."""
    return instances(Session, **fields)


def audit_checks(**fields: SearchStrategy[object]) -> SearchStrategy[Check]:
    """Make questions that the dataset can answer about a reported count or ordinal."""
    return instances(Check, **fields)
