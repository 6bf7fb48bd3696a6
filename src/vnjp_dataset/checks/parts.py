"""The date of a part of a record: a step of an itinerary, a session, a term of office."""

import re

from vnjp_dataset.model import PartialDate, Record, Session, Step, Term
from vnjp_dataset.model.walk import at

_DATED = re.compile(r"(?:itinerary|sessions|terms)\[[0-9]+\]")


def date_of_part(record: Record, path: str) -> PartialDate | None:
    """Return the day on which the dated part of a record that holds a path took place or began, or None."""
    match = _DATED.match(path)
    try:
        part = at(record, match[0]) if match else None
    except LookupError:  # a path that the record does not have
        return None
    if isinstance(part, Step):
        return part.date
    return part.start if isinstance(part, (Session, Term)) else None
