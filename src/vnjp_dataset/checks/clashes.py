"""Rules about what cannot be twice: a person on two trips, people in an office of one, a record of one event."""

from collections import defaultdict
from collections.abc import Hashable, Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.stays import Stay, clashing, overlapping
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.model import Agreement, Event, Meeting, Office, Visit
from vnjp_dataset.terms import Holder, holders_by_office, last_sure_day


def two_trips_at_once(survey: Survey) -> Iterator[Finding]:
    """Find people who were on two trips on the same day for certain."""
    trips: dict[str, list[Stay[tuple[Visit, str]]]] = defaultdict(list)
    for visit in survey.dataset.visits:
        for person, path in _travellers(visit):
            trips[person].append(Stay(visit.start.latest, visit.end.earliest, (visit, path)))
    for person, stays in sorted(trips.items()):
        for one, other in clashing(stays):
            (first, _), (second, path) = one.item, other.item
            if first is not second:
                message = f"expected nobody on two trips at once, got {person} on `{first.id}` too"
                yield Finding(second.id, path, message)


def _travellers(visit: Visit) -> Iterator[tuple[str, str]]:
    if visit.status == "held":
        yield visit.lead, "lead"
        for index, companion in enumerate(visit.companions):
            yield companion.person, f"companions[{index}].person"


def overlapping_terms(survey: Survey) -> Iterator[Finding]:
    """Find two people in an office of one for more than the day of hand-over."""
    offices: dict[str, Office] = {office.id: office for office in survey.dataset.offices if office.single}
    for office, holders in holders_by_office(survey.dataset.people, offices).items():
        stays = (Stay(one.term.start.latest, last_sure_day(one.term), one) for one in holders if not one.term.acting)
        for one, other in clashing(stays):
            first, second = one.item, other.item
            got = f"{first.person.id} from {first.term.start} to {first.term.end or 'now'} too"
            message = f"expected one holder of `{office}` at a time, got {got}"
            yield Finding(second.person.id, f"terms[{_index(second)}].start", message)


def _index(holder: Holder) -> int:
    return next(index for index, term in enumerate(holder.person.terms) if term is holder.term)


def probable_duplicates(survey: Survey) -> Iterator[Finding]:
    """Find events that may be one and the same."""
    alike: dict[Hashable, list[Stay[Event]]] = defaultdict(list)
    for event in survey.events:
        for trait in _traits(event):
            alike[trait].append(Stay(event.begins.earliest, event.ends.latest, event))
    for stays in alike.values():
        for first, second in overlapping(stays):
            if _of_others(first.item, second.item):
                continue
            message = f"expected one record for one event, got `{first.item.id}` on days that may be the same"
            hint = "merge them, or give the exact days"
            yield Finding(second.item.id, second.item.DATE_FIELD, message, hint)


def _of_others(one: Event, other: Event) -> bool:
    """Whether two instruments are surely two: each has a party that the other has not."""
    if not (isinstance(one, Agreement) and isinstance(other, Agreement)):
        return False
    some, others = ({(party.organization, party.country) for party in event.parties} for event in (one, other))
    return bool(some - others and others - some)


def _traits(event: Event) -> Iterator[Hashable]:
    """Yield what two records of one event would share besides its days; no two kinds of record share a trait."""
    if isinstance(event, Visit):
        yield event.lead
    elif isinstance(event, Meeting):
        yield frozenset(actor.person or actor.organization or actor.country for actor in event.participants)
    elif isinstance(event, Agreement):
        titles = ((language, getattr(event.title, language)) for language in ("en", "vi", "ja"))
        yield from (title for title in titles if title[1])


RULES = (
    Rule(
        "one-trip-at-a-time",
        "Nobody is on two trips at once; one may end and another begin on the same day.",
        two_trips_at_once,
    ),
    Rule(
        "terms-do-not-overlap",
        "Two terms of an office of one share no more than the day of hand-over; acting terms apart.",
        overlapping_terms,
    ),
    Rule(
        "probable-duplicate",
        "No two visits of one lead, meetings of the same people or instruments of one title have days that may be the "
        "same; instruments of which each has a party that the other has not apart.",
        probable_duplicates,
        "warning",
    ),
)
