"""The state of the relation on one day."""

import datetime as dt

import attrs

from vnjp_dataset.collection import Agreements, Visits
from vnjp_dataset.model import Level, Milestone
from vnjp_dataset.terms import Holder


@attrs.frozen(kw_only=True)
class Relation:
    """How things stood between the two countries on a day, as far as the records say."""

    day: dt.date
    level: Level | None
    """The partnership's level; None before relations were established."""
    since: Milestone | None
    """The milestone that reached the level."""
    office_holders: tuple[Holder, ...]
    """Who held the offices that one person holds at a time, Vietnamese offices first, by rank."""
    agreements_in_force: Agreements
    """Agreements whose entry into force is known and not after the day, and that had not ended."""
    visits_under_way: Visits
    visits_before: Visits
    """The last leaders' visit in each direction that was over, in order of date."""
    visits_after: Visits
    """The next leaders' visit in each direction that had not begun, in order of date."""
