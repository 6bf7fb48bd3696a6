"""Rules about visits and those who make them."""

import datetime as dt
import itertools
from collections.abc import Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import PartialDate, Person, Visit
from vnjp_dataset.terms import last_possible_day

HOSTS = {"VN-JP": "JP", "JP-VN": "VN"}
TRAVEL = ("arrival", "departure", "transit")
NO_DAY, ONE_DAY = dt.timedelta(0), dt.timedelta(days=1)
GUESTS = {"VN-JP": "VN", "JP-VN": "JP"}


def lead_out_of_office(dataset: Dataset) -> Iterator[Finding]:
    """Find visits whose lead cannot have held the office named on the trip's days."""
    for visit in dataset.visits:
        lead = dataset.people.find(visit.lead)
        if lead is not None and not _held(lead, visit):
            held = ", ".join(
                f"{term.office} {term.start}–{term.end or ''}" for term in lead.terms if term.office == visit.office
            )
            message = f"expected {visit.lead} to hold `{visit.office}` from {visit.start} to {visit.end}"
            yield Finding(visit.id, "office", f"{message}, got {held or 'no such term'}", "add the term, with a source")


def _held(person: Person, visit: Visit) -> bool:
    return any(
        term.office == visit.office
        and term.start.earliest <= visit.start.latest
        and last_possible_day(term) >= visit.end.earliest
        for term in person.terms
    )


def wrong_direction(dataset: Dataset) -> Iterator[Finding]:
    """Find visits whose lead, or lead's office, is not of the country that the direction says."""
    for visit in dataset.visits:
        country = GUESTS[visit.direction]
        for path, record in (("lead", dataset.people.find(visit.lead)), ("office", dataset.offices.find(visit.office))):
            if record is not None and record.country != country:
                message = f"expected somebody of {country} for {visit.direction}, got {record.country}"
                yield Finding(visit.id, path, message)


def places_outside_host(dataset: Dataset) -> Iterator[Finding]:
    """Find steps outside the host country that are not marked as transit."""
    for visit in dataset.visits:
        host = HOSTS[visit.direction]
        for index, step in enumerate(visit.itinerary):
            place = dataset.places.find(step.place) if step.place else None
            if place is not None and place.country != host and step.activity != "transit":
                message = f"expected a place in {host}, got `{place.id}` in {place.country}"
                yield Finding(visit.id, f"itinerary[{index}].place", message, "mark a stop on the way as `transit`")


def steps_outside_trip(dataset: Dataset) -> Iterator[Finding]:
    """Find steps before the first or after the last day of their trip."""
    for visit in dataset.visits:
        for index, step in enumerate(visit.itinerary):
            slack = ONE_DAY if step.activity in TRAVEL else NO_DAY
            early = (visit.start.earliest - step.date.latest) > slack
            late = (step.date.earliest - visit.end.latest) > slack
            if early or late:
                message = f"expected a day from {visit.start} to {visit.end}, got `{step.date}`"
                hint = "only an arrival on the eve or a departure on the morrow may lie outside"
                yield Finding(visit.id, f"itinerary[{index}].date", message, hint)


def steps_out_of_order(dataset: Dataset) -> Iterator[Finding]:
    """Find steps that come after a later one."""
    for visit in dataset.visits:
        for index, (before, step) in enumerate(itertools.pairwise(visit.itinerary), start=1):
            if step.date.surely_before(before.date):
                message = f"expected no day before {before.date}, got `{step.date}`"
                yield Finding(visit.id, f"itinerary[{index}].date", message, "put the steps in order")


def two_trips_at_once(dataset: Dataset) -> Iterator[Finding]:
    """Find people who were on two trips on the same day for certain."""
    trips = [(person, path, visit) for visit in dataset.visits for person, path in _travellers(visit)]
    trips.sort(key=lambda trip: (trip[0], trip[2].start, trip[2].id))
    for person, group in itertools.groupby(trips, key=lambda trip: trip[0]):
        for (_, _, first), (_, path, second) in itertools.combinations(group, 2):
            begin = max(first.start.latest, second.start.latest)
            if first.id != second.id and begin < min(first.end.earliest, second.end.earliest):
                message = f"expected nobody on two trips at once, got {person} on `{first.id}` too"
                yield Finding(second.id, path, message)


def _travellers(visit: Visit) -> Iterator[tuple[str, str]]:
    if visit.status != "held":
        return
    yield visit.lead, "lead"
    for index, companion in enumerate(visit.companions):
        yield companion.person, f"companions[{index}].person"


def probable_duplicates(dataset: Dataset) -> Iterator[Finding]:
    """Find visits of one lead whose days may be the same."""
    by_lead = sorted(dataset.visits, key=lambda visit: (visit.lead, visit.start, visit.id))
    for _, group in itertools.groupby(by_lead, key=lambda visit: visit.lead):
        for first, second in itertools.combinations(group, 2):
            if first.start.earliest <= second.end.latest and second.start.earliest <= first.end.latest:
                message = f"expected one record for a trip, got `{first.id}` on days that may be the same"
                yield Finding(second.id, "start", message, "merge them, or give the exact days")


def agreements_outside_visit(dataset: Dataset) -> Iterator[Finding]:
    """Find instruments signed outside the visit that they belong to, without a word why."""
    for agreement in dataset.agreements:
        visit = dataset.visits.find(agreement.visit) if agreement.visit else None
        if visit is not None and not agreement.signed_apart and not _within(agreement.signed, visit):
            message = f"expected a day of `{visit.id}`, {visit.start} to {visit.end}, got `{agreement.signed}`"
            yield Finding(agreement.id, "signed", message, "say why in `signed_apart`")


def _within(date: PartialDate, visit: Visit) -> bool:
    return not (date.surely_before(visit.start) or visit.end.surely_before(date))


UNCOUNTED = ("joint-statement", "joint-vision", "joint-press-release")


def counts_below_links(dataset: Dataset) -> Iterator[Finding]:
    """Find visits reported to have brought fewer documents than are linked to them."""
    for visit in dataset.visits:
        count = visit.counts.documents_signed if visit.counts else None
        if count is None or count.bound in ("at-least", "more-than"):
            continue
        disputed = any(conflict.field.startswith("counts") for conflict in visit.conflicts)
        linked = [
            one.id
            for one in dataset.agreements
            if one.visit == visit.id and one.kind not in UNCOUNTED and not one.signed_apart
        ]
        if count.value < len(linked) and not disputed:
            message = f"expected at least the {len(linked)} documents linked to the visit, got {count.value}"
            hint = f"record the conflict, or mend the links of {', '.join(linked[:5])}"
            yield Finding(visit.id, "counts.documents_signed", message, hint)


RULES = (
    Rule("lead-held-office", "The lead held the office named on the days of the trip.", lead_out_of_office),
    Rule(
        "direction-fits", "The lead and the lead's office are of the country that the direction says.", wrong_direction
    ),
    Rule(
        "place-in-host",
        "The places of an itinerary lie in the host country, unless marked as transit.",
        places_outside_host,
    ),
    Rule(
        "step-within-trip",
        "The days of an itinerary lie within the trip; an arrival may lie on its eve, a departure on its morrow.",
        steps_outside_trip,
    ),
    Rule("steps-in-order", "The steps of an itinerary are in order of date.", steps_out_of_order),
    Rule("one-trip-at-a-time", "Nobody is on two trips at once.", two_trips_at_once),
    Rule(
        "probable-duplicate",
        "No two visits of one lead have days that may be the same.",
        probable_duplicates,
        "warning",
    ),
    Rule(
        "signed-within-visit",
        "An instrument of a visit is signed within it, or `signed_apart` says why not.",
        agreements_outside_visit,
    ),
    Rule(
        "counts-cover-links",
        "A visit's reported count of documents is not below the number linked to it, unless the count is disputed.",
        counts_below_links,
    ),
)
