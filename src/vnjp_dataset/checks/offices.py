"""Rules about who held which office, and which country everybody belongs to."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from vnjp_dataset.checks.parts import date_of_part
from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Actor, Companion, Event, PartialDate, Record, Term
from vnjp_dataset.terms import last_possible_day


def may_hold(term: Term, first: PartialDate, last: PartialDate) -> bool:
    """Whether the office of a term can have been held on some of the days from one date to another."""
    return term.start.earliest <= last.latest and first.earliest <= last_possible_day(term)


def actors_out_of_office(survey: Survey) -> Iterator[Finding]:
    """Find people named with an office that by their terms they cannot have held that day."""
    for record, path, _, one in survey.parts:
        # Whoever invited may have left office before the visit came about.
        if not isinstance(one, (Actor, Companion)) or path.startswith("invited_by"):
            continue
        person = survey.dataset.people.find(one.person) if one.person else None
        terms = [term for term in person.terms if term.office == one.office] if person else []
        first, last = _days(record, path)
        if first and last and terms and not any(may_hold(term, first, last) for term in terms):
            held = ", ".join(f"{term.start}–{term.end or ''}" for term in terms)
            message = f"expected {one.person} to hold `{one.office}` on {first}, got {held}"
            hint = "mend the office, the day or the term"
            yield Finding(record.id, f"{path}.office", message, hint)


def _days(record: Record, path: str) -> tuple[PartialDate | None, PartialDate | None]:
    day = date_of_part(record, path)
    if day is None and isinstance(record, Event):
        return record.begins, record.ends
    return day, day


class _Pair(NamedTuple):
    record: str
    path: str
    country: str | None
    other: str | None
    """The id of the record that should be of the same country."""


def foreigners(survey: Survey) -> Iterator[Finding]:
    """Find people, offices and places put together with one of another country."""
    for pair in itertools.chain(_pairs(survey.dataset), _actors(survey)):
        other = survey.dataset.find(pair.other) if pair.country and pair.other else None
        country: str | None = getattr(other, "country", None)
        if country and country != pair.country:
            message = f"expected one of {pair.country}, got `{pair.other}` of {country}"
            yield Finding(pair.record, pair.path, message)


def _pairs(dataset: Dataset) -> Iterator[_Pair]:
    for person in dataset.people:
        for index, term in enumerate(person.terms):
            yield _Pair(person.id, f"terms[{index}].office", person.country, term.office)
    for office in dataset.offices:
        yield _Pair(office.id, "organization", office.country, office.organization)
    for place in dataset.places:
        yield _Pair(place.id, "part_of", place.country, place.part_of)


def _actors(survey: Survey) -> Iterator[_Pair]:
    for record, path, _, one in survey.parts:
        if isinstance(one, (Actor, Companion)) and one.person:
            person = survey.dataset.people.find(one.person)
            yield _Pair(record.id, f"{path}.office", person.country if person else None, one.office)
            yield _Pair(record.id, f"{path}.person", one.country if isinstance(one, Actor) else None, one.person)


RULES = (
    Rule(
        "actor-held-office",
        "Whoever is named with an office can have held it that day, as far as there are terms of theirs in it.",
        actors_out_of_office,
    ),
    Rule(
        "same-country",
        "A person's offices and the country acted for, an office's body and a place's wider place are of one country.",
        foreigners,
    ),
)
