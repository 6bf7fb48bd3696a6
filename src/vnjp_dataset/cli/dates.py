"""Dates as readers write them."""

import datetime as dt

from vnjp_dataset.citation.dates import MONTHS
from vnjp_dataset.model import PartialDate


def long_date(date: PartialDate | dt.date) -> str:
    """Return a date in words: 18 March 2014, March 2014, 2014; what is no plain date stays as it is written."""
    if isinstance(date, dt.date):
        return f"{date.day} {MONTHS[date.month - 1]} {date.year}"
    if date.precision == "day":
        return f"{long_date(date.earliest)}{_doubt(date)}"
    if date.precision == "month":
        return f"{MONTHS[date.earliest.month - 1]} {date.earliest.year}{_doubt(date)}"
    return date.text


def _doubt(date: PartialDate) -> str:
    return date.text[-1] if date.text[-1] in "~?%" else ""


def days_of_year(start: PartialDate, end: PartialDate, dash: str) -> str:
    """Return the days of an event that stands under its year: 22–25 Nov, 30 Apr–1 May; nothing for a mere year."""
    if start.precision not in ("day", "month"):
        if end.precision in ("day", "month"):
            return f"until {_short(end)}"
        return "" if start.precision == "year" and start == end else f"{start} {dash} {end}"
    first, last = _short(start), _short(end)
    if start == end or end.precision != start.precision:
        return first
    if start.earliest.year != end.earliest.year:
        return f"{first}{dash}{last} {end.earliest.year}"
    if start.earliest.month == end.earliest.month:
        first = f"{start.earliest.day}{_doubt(start)}"
    return f"{first}{dash}{last}"


def _short(date: PartialDate) -> str:
    day = f"{date.earliest.day} " if date.precision == "day" else ""
    return f"{day}{MONTHS[date.earliest.month - 1][:3]}{_doubt(date)}"


def span(start: PartialDate, end: PartialDate) -> str:
    """Return first and last day as ISO dates, once where they are the same."""
    return str(start) if start == end else f"{start} to {end}"


def since(date: PartialDate) -> str:
    """Return the day from which something held; where only a stretch is known it says so."""
    first, _, last = date.text.partition("/")
    if first == "..":
        return f"{last} or before"
    return f"between {first} and {last}" if last and last != ".." else first
