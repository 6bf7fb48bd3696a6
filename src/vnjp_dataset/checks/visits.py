"""Rules about visits: who came, where to, and what was done on which day."""

import datetime as dt
from collections.abc import Iterator

from vnjp_dataset.checks.offices import may_hold
from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.model import PartialDate, Visit

HOSTS = {"VN-JP": "JP", "JP-VN": "VN"}
GUESTS = {"VN-JP": "VN", "JP-VN": "JP"}
EVE = ("arrival", "transit")
MORROW = ("departure", "transit")
NO_DAY, ONE_DAY = dt.timedelta(0), dt.timedelta(days=1)


def lead_out_of_office(survey: Survey) -> Iterator[Finding]:
    """Find visits whose lead cannot have held the office named on the trip's days."""
    for visit in survey.dataset.visits:
        lead = survey.dataset.people.find(visit.lead)
        terms = [term for term in lead.terms if term.office == visit.office] if lead else []
        if lead and not any(may_hold(term, visit.start, visit.end) for term in terms):
            held = ", ".join(f"{term.start}–{term.end or ''}" for term in terms) or "no such term"
            message = f"expected {visit.lead} to hold `{visit.office}` from {visit.start} to {visit.end}, got {held}"
            hint = "add the term, with a source"
            yield Finding(visit.id, "office", message, hint)


def wrong_direction(survey: Survey) -> Iterator[Finding]:
    """Find visits whose lead, or lead's office, is not of the country that the direction says."""
    dataset = survey.dataset
    for visit in dataset.visits:
        country = GUESTS[visit.direction]
        for path, record in (("lead", dataset.people.find(visit.lead)), ("office", dataset.offices.find(visit.office))):
            if record is not None and record.country != country:
                message = f"expected somebody of {country} for {visit.direction}, got {record.country}"
                yield Finding(visit.id, path, message)


def unbounded_trips(survey: Survey) -> Iterator[Finding]:
    """Find trips whose first or last day is open, so that they would count in every year before or after."""
    for visit in survey.dataset.visits:
        for path, date in (("start", visit.start), ("end", visit.end)):
            if date.precision == "open":
                message = f"expected a day, month, year or stretch between two days, got `{date}`"
                hint = "give the first or last day of which something is reported, with `?`"
                yield Finding(visit.id, path, message, hint)


def places_outside_host(survey: Survey) -> Iterator[Finding]:
    """Find steps outside the host country that are not marked as transit."""
    for visit in survey.dataset.visits:
        host = HOSTS[visit.direction]
        for index, step in enumerate(visit.itinerary):
            place = survey.dataset.places.find(step.place) if step.place else None
            if place is not None and place.country != host and step.activity != "transit":
                message = f"expected a place in {host}, got `{place.id}` in {place.country}"
                hint = "mark a stop on the way as `transit`"
                yield Finding(visit.id, f"itinerary[{index}].place", message, hint)


def steps_outside_trip(survey: Survey) -> Iterator[Finding]:
    """Find steps before the first or after the last day of their trip."""
    for visit in survey.dataset.visits:
        for index, step in enumerate(visit.itinerary):
            early = visit.start.earliest - step.date.latest > (ONE_DAY if step.activity in EVE else NO_DAY)
            late = step.date.earliest - visit.end.latest > (ONE_DAY if step.activity in MORROW else NO_DAY)
            if early or late:
                message = f"expected a day from {visit.start} to {visit.end}, got `{step.date}`"
                hint = "only an arrival on the eve, a departure on the morrow or a transit may lie outside"
                yield Finding(visit.id, f"itinerary[{index}].date", message, hint)


def steps_out_of_order(survey: Survey) -> Iterator[Finding]:
    """Find steps that come after a later one."""
    for visit in survey.dataset.visits:
        latest: PartialDate | None = None
        for index, step in enumerate(visit.itinerary):
            if latest is not None and step.date.surely_before(latest):
                message = f"expected no day before {latest}, got `{step.date}`"
                hint = "put the steps in order"
                yield Finding(visit.id, f"itinerary[{index}].date", message, hint)
            latest = max(latest or step.date, step.date)


def instruments_of_other_steps(survey: Survey) -> Iterator[Finding]:
    """Find steps with instruments of another visit or a later day."""
    for visit in survey.dataset.visits:
        for path, date, agreement_id in _instruments(visit):
            one = survey.dataset.agreements.find(agreement_id)
            if one is not None and one.visit != visit.id:
                message = f"expected an instrument of this visit, got one of {one.visit or 'none'}"
                yield Finding(visit.id, path, message, f"add `visit: {visit.id}` to it, or take it out here")
            elif one is not None and not one.signed_apart and date.surely_before(one.signed):
                message = f"expected an instrument signed by {date}, got one of {one.signed}"
                hint = f"say why in `signed_apart` of `{one.id}`, or mend the day"
                yield Finding(visit.id, path, message, hint)


def _instruments(visit: Visit) -> Iterator[tuple[str, PartialDate, str]]:
    for index, step in enumerate(visit.itinerary):
        for place, agreement in enumerate(step.agreements):
            yield f"itinerary[{index}].agreements[{place}]", step.date, agreement


RULES = (
    Rule("lead-held-office", "The lead held the office named on the days of the trip.", lead_out_of_office),
    Rule(
        "direction-fits", "The lead and the lead's office are of the country that the direction says.", wrong_direction
    ),
    Rule("trip-is-bounded", "The first and the last day of a trip are no open stretches.", unbounded_trips),
    Rule(
        "place-in-host",
        "The places of an itinerary lie in the host country, unless marked as transit.",
        places_outside_host,
    ),
    Rule(
        "step-within-trip",
        "The days of an itinerary lie within the trip; an arrival may lie on its eve, a departure on its morrow, "
        "a transit on either.",
        steps_outside_trip,
    ),
    Rule("steps-in-order", "The steps of an itinerary are in order of date.", steps_out_of_order),
    Rule(
        "step-has-its-instruments",
        "An instrument listed under a step belongs to the visit and was signed by that day, or `signed_apart` says "
        "why not.",
        instruments_of_other_steps,
    ),
)
