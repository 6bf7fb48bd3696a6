"""Strategies for records of every kind, each valid by itself; what they refer to need not exist."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from vnjp_dataset.model import (
    KINDS,
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
    Record,
    Retired,
    Source,
    Visit,
)
from vnjp_dataset.strategies.shapes import instances


def records() -> SearchStrategy[Record]:
    """Make records of any kind."""
    return st.one_of(*(instances(kind.record) for kind in KINDS.values()))


def visits(**fields: SearchStrategy[object]) -> SearchStrategy[Visit]:
    """Make visits that do not end before they start."""
    return instances(Visit, **fields)


def meetings(**fields: SearchStrategy[object]) -> SearchStrategy[Meeting]:
    """Make meetings of at least two."""
    return instances(Meeting, **fields)


def agreements(**fields: SearchStrategy[object]) -> SearchStrategy[Agreement]:
    """Make instruments that enter into force and end no earlier than they were signed."""
    return instances(Agreement, **fields)


def milestones(**fields: SearchStrategy[object]) -> SearchStrategy[Milestone]:
    """Make milestones; those of the ladder have a level, the others none."""
    return instances(Milestone, **fields)


def mechanisms(**fields: SearchStrategy[object]) -> SearchStrategy[Mechanism]:
    """Make mechanisms whose sessions' numbers do not repeat."""
    return instances(Mechanism, **fields)


def commitments(**fields: SearchStrategy[object]) -> SearchStrategy[Commitment]:
    """Make commitments."""
    return instances(Commitment, **fields)


def figures(**fields: SearchStrategy[object]) -> SearchStrategy[Figure]:
    """Make reported figures."""
    return instances(Figure, **fields)


def people(**fields: SearchStrategy[object]) -> SearchStrategy[Person]:
    """Make people with terms of office."""
    return instances(Person, **fields)


def offices(**fields: SearchStrategy[object]) -> SearchStrategy[Office]:
    """Make offices."""
    return instances(Office, **fields)


def organizations(**fields: SearchStrategy[object]) -> SearchStrategy[Organization]:
    """Make organizations."""
    return instances(Organization, **fields)


def places(**fields: SearchStrategy[object]) -> SearchStrategy[Place]:
    """Make places, with coordinates on the globe and codes of their own country."""
    return instances(Place, **fields)


def sources(**fields: SearchStrategy[object]) -> SearchStrategy[Source]:
    """Make publishers whose documents' keys do not repeat."""
    return instances(Source, **fields)


def fields_of_cooperation(**fields: SearchStrategy[object]) -> SearchStrategy[CooperationField]:
    """Make fields of cooperation."""
    return instances(CooperationField, **fields)


def measures(**fields: SearchStrategy[object]) -> SearchStrategy[Measure]:
    """Make measures."""
    return instances(Measure, **fields)


def coverage_rows(**fields: SearchStrategy[object]) -> SearchStrategy[Coverage]:
    """Make rows of coverage."""
    return instances(Coverage, **fields)


def retired_ids(**fields: SearchStrategy[object]) -> SearchStrategy[Retired]:
    """Make tombstones: what was merged has one replacement, what was split several, what was withdrawn none."""
    return instances(Retired, **fields)
