"""Where people, events and instruments stand in the picture of a network: three columns, and rows that cross little."""

from collections.abc import Mapping, Sequence

import attrs

from vnjp_dataset.plots.frame import TEXT
from vnjp_dataset.plots.layout import spread, width_of
from vnjp_dataset.plots.web import Web

ROW, LEAST_ROW = 18.0, 15.0
"""Pixels from one event to the next, and from one name to the next at least."""
LINKS = 110
"""Pixels between people and events, and between events and titles."""
TITLED, LEAST_TITLE = 45, 240
"""How many instruments are shown with their titles, and pixels that a title may take at least."""
AIR = 9
"""Pixels between a sign and its words."""


@attrs.frozen(kw_only=True)
class Plan:
    """Where everything stands: columns in pixels from the left, rows in pixels from the top."""

    people_x: float
    events_x: float
    marks_x: float
    """Where the signs of instruments begin, or stand below each other where they have titles."""
    titles: float | None
    """Pixels that a title may take; None where instruments are signs in the rows of their events."""
    people: Mapping[str, float]
    events: Mapping[str, float]
    agreements: Mapping[str, float]
    height: float


def plan_of(web: Web, names: Mapping[str, str], words: Mapping[str, str], width: float) -> Plan:
    """Return the places for the names of people and the words of events that a picture of some width has."""
    agreements = _owners({event: [one.id for one in found] for event, found in web.agreements.items()})
    people = _owners({event: [tie.person.id for tie in ties] for event, ties in web.people.items()})
    titled = len(agreements) <= TITLED
    height = max(len(web.events) * ROW, len(people) * LEAST_ROW, len(agreements) * LEAST_ROW if titled else 0, ROW)
    events: dict[str, float] = {
        one.id: (place + 0.5) * height / len(web.events) for place, one in enumerate(web.events)
    }
    people_x = max((width_of(one, TEXT) for one in names.values()), default=0) + AIR
    events_x = people_x + LINKS
    marks_x = events_x + 2 * AIR + max((width_of(one, TEXT) for one in words.values()), default=0)
    marks_x += LINKS if titled else 0
    return Plan(
        people_x=people_x,
        events_x=events_x,
        marks_x=marks_x,
        titles=max(width - marks_x - AIR, LEAST_TITLE) if titled else None,
        people=_beside(people, events, height),
        events=events,
        agreements=_beside(agreements, events, height) if titled else {},
        height=height,
    )


def _owners(members: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """Return, for each member of events, the events."""
    found: dict[str, list[str]] = {}
    for event, several in members.items():
        for one in several:
            found.setdefault(one, []).append(event)
    return {one: tuple(events) for one, events in found.items()}


def _beside(owners: Mapping[str, Sequence[str]], events: Mapping[str, float], height: float) -> dict[str, float]:
    """Return a row for each member, as near as may be to the middle of its events, so that few links cross."""
    means = {one: sum(events[event] for event in found) / len(found) for one, found in owners.items()}
    # Members of the same events keep their order: sorting is stable.
    ordered = sorted(means, key=lambda one: means[one])
    rows = spread([means[one] for one in ordered], LEAST_ROW, LEAST_ROW / 2, height - LEAST_ROW / 2)
    return dict(zip(ordered, rows, strict=True))
