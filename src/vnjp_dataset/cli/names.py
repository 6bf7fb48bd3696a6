"""What people, offices and other records are called in a line of text."""

import re
from decimal import Decimal

from vnjp_dataset.cli.dates import since, span
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.naming import COUNTRIES, HOSTS
from vnjp_dataset.model import (
    Actor,
    Amount,
    Companion,
    Count,
    Event,
    Figure,
    Label,
    Occasion,
    OtherName,
    PartialDate,
    PersonName,
    Quantity,
    Record,
    Session,
    Term,
    Text,
    Visit,
)

_OF_WHOM = re.compile(r" of (?:Viet ?nam|Japan|the Communist Party).*")


def called(dataset: Dataset, record_id: str) -> str:
    """Return a record's name in English where it has one, else its id."""
    record = dataset.find(record_id)
    for name in ("name", "title"):
        english: str | None = getattr(getattr(record, name, None), "en", None)
        if english:
            return english
    return record_id


def short_office(dataset: Dataset, office: str) -> str:
    """Return an office's title without the country or party that follows `of`."""
    return _OF_WHOM.sub("", called(dataset, office))


def title(dataset: Dataset, record: Record) -> str:
    """Return a line that names a record to a reader."""
    if isinstance(record, Visit):
        return f"{called(dataset, record.lead)}, {called(dataset, record.office)}, in {HOSTS[record.direction]}"
    return record.heading


def dated(record: Record) -> str:
    """Return the days of an event; nothing for other records."""
    return span(record.begins, record.ends) if isinstance(record, Event) else ""


def actor(dataset: Dataset, one: Actor) -> str:
    """Return who acts, in which office and part, and for whom."""
    names = [called(dataset, each) for each in (one.person, one.office, one.organization) if each]
    if one.country and not names:
        # A person's or body's country is told where the person or body is.
        names.append(COUNTRIES.get(one.country, one.country))
    return f"{', '.join(names)}{f' ({one.role})' if one.role else ''}"


def actors(dataset: Dataset, several: tuple[Actor, ...]) -> str:
    """Return several actors in one line."""
    return "; ".join(actor(dataset, one) for one in several)


def quantity(one: Amount | Quantity | Count | Figure) -> str:
    """Return a number with its unit and how the source qualifies it."""
    match one:
        case Amount():
            unit = f" {one.currency}"
        case Quantity() | Figure():
            unit = f" {one.unit}"
        case Count():
            unit = ""
    bound = "" if one.bound == "exact" else f"{one.bound.replace('-', ' ')} "
    return f"{bound}{one.value:,f}{unit}" if isinstance(one.value, Decimal) else f"{bound}{one.value:,}{unit}"


def phrase(dataset: Dataset, value: object) -> str | None:
    """Return a small value as a phrase of one line, or None for one that needs several."""
    match value:
        case Actor():
            return actor(dataset, value)
        case Amount() | Quantity() | Count():
            return quantity(value)
        case Text() | PersonName():
            return " · ".join(spoken(value))
        case Label() | Occasion():
            sort = value.style if isinstance(value, Label) else value.kind
            return f"{sort}: {' · '.join(spoken(value.name))}" if value.name else sort
        case Companion():
            office = f", {called(dataset, value.office)}" if value.office else ""
            return f"{called(dataset, value.person)}{office} ({value.role})"
        case OtherName():
            return f"{value.name} ({value.language}; {', '.join(value.documents)})"
        case Session():
            return session(dataset, value)
        case Term():
            return term(dataset, value)
        case PartialDate():
            return str(value)
        case _:
            return None


def spoken(name: Text | PersonName) -> tuple[str, ...]:
    """Return a name in every language that it has."""
    found = (name.en, name.vi, name.ja, name.kana if isinstance(name, PersonName) else None)
    return tuple(one for one in found if one)


def term(dataset: Dataset, one: Term) -> str:
    """Return an office with the days between which it was held."""
    end = one.end or ("now" if one.open else "not known")
    return f"{called(dataset, one.office)}, {since(one.start)} to {end}{', acting' if one.acting else ''}"


def session(dataset: Dataset, one: Session) -> str:
    """Return a session with its number, days, place and chairs."""
    number = f"no. {one.number}, " if one.number else ""
    place = f", {called(dataset, one.place)}" if one.place else ""
    chairs = f", chaired by {actors(dataset, one.chairs)}" if one.chairs else ""
    visit = f" ({one.visit})" if one.visit else ""
    return f"{number}{span(one.start, one.end or one.start)}{place}{chairs}{visit}"
