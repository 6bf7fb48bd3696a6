"""Dates in pictures: in words of a language, and as places on an axis of time."""

import datetime as dt

from vnjp_dataset.citation.dates import MONTHS, parts
from vnjp_dataset.model import Language, PartialDate

DAY = dt.timedelta(1)


def said(date: PartialDate, language: Language) -> str:
    """Return a date as a reader of a language writes it; a stretch or an open date stays as the records have it."""
    found = parts(date)
    doubt = date.text[-1] if date.text[-1] in "~?%" else ""
    return date.text if found is None else f"{_plain(found, language)}{doubt}"


def _plain(found: tuple[int, ...], language: Language) -> str:
    if language == "ja":
        return "".join(f"{number}{unit}" for number, unit in zip(found, "年月日", strict=False))
    if language == "vi":
        return "/".join(str(number) for number in reversed(found))
    year, *rest = found
    words = [str(year), *([MONTHS[rest[0] - 1]] if rest else []), *(str(day) for day in rest[1:])]
    return " ".join(reversed(words))


def span(first: PartialDate, last: PartialDate, language: Language) -> str:
    """Return first and last day in words: once where they are the same, with the month once where it is the same."""
    one, other = said(first, language), said(last, language)
    if one == other:
        return one
    days = parts(first), parts(last)
    if (
        days[0]
        and days[1]
        and len(days[0]) == len(days[1]) == 3
        and days[0][:2] == days[1][:2]
        and one[-1] not in "~?%"
    ):
        # The day ends the Japanese date and begins the others.
        return f"{one}–{days[1][2]}日" if language == "ja" else f"{days[0][2]}–{other}"
    return f"{one} – {other}"


def bounds(date: PartialDate, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """Return the days between which a date lies, as far as they lie in a period; its nearest day where none does."""
    earliest, latest = min(max(date.earliest, first), last), min(max(date.latest, first), last)
    return earliest, latest


def middle(first: dt.date, last: dt.date) -> dt.date:
    """Return the day halfway between two."""
    return first + (last - first) // 2


def day_after(day: dt.date) -> dt.date:
    """Return the next day; the last day that there is has none, and stays."""
    return day if day == dt.date.max else day + DAY
