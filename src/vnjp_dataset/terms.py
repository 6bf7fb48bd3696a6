"""Who held which office on a day."""

import datetime as dt
from collections.abc import Iterable, Mapping

import attrs

from vnjp_dataset.model import Office, Person, Term
from vnjp_dataset.model.dates import Precision

KNOWN: tuple[Precision, ...] = ("day", "month", "year")
"""How exactly both ends of a term are known before it says anything of days for which it is not certain."""


@attrs.frozen
class Holder:
    """A person in an office."""

    office: Office
    person: Person
    term: Term

    def surely_on(self, day: dt.date) -> bool:
        """Whether the office was held that day whatever days a partial date turns out to be."""
        return self.term.start.latest <= day <= last_sure_day(self.term)

    def possibly_on(self, day: dt.date) -> bool:
        """Whether the office can have been held that day, by a term known to the day, month or year at both ends."""
        start, end = self.term.start, self.term.end
        known = start.precision in KNOWN and (end.precision in KNOWN if end else self.term.open)
        return known and start.earliest <= day <= last_possible_day(self.term)


def last_sure_day(term: Term) -> dt.date:
    """Return the last day on which the office was held for certain, as far as the dates say."""
    if term.end is not None:
        return term.end.earliest
    return dt.date.max if term.open else term.start.latest


def last_possible_day(term: Term) -> dt.date:
    """Return the last day on which the office can have been held; open where no end is known."""
    return term.end.latest if term.end is not None else dt.date.max


def holders_by_office(people: Iterable[Person], offices: Mapping[str, Office]) -> Mapping[str, tuple[Holder, ...]]:
    """Return every term by office, earliest first."""
    found: dict[str, list[Holder]] = {}
    for person in people:
        for term in person.terms:
            if term.office in offices:
                found.setdefault(term.office, []).append(Holder(offices[term.office], person, term))
    return {
        office: tuple(sorted(holders, key=lambda one: (one.term.start, one.person.id)))
        for office, holders in found.items()
    }


def holder_on(holders: Iterable[Holder], day: dt.date) -> Holder | None:
    """Return who held an office on a day; on a hand-over day whoever took it up.

    Those who surely held it come before those who possibly did, and a full holder before an acting one. A term of
    which only a day in office is known says nothing of other days.
    """
    found = [one for one in holders if one.surely_on(day) or one.possibly_on(day)]
    return max(
        found,
        key=lambda one: (one.surely_on(day), not one.term.acting, one.term.start),
        default=None,
    )
