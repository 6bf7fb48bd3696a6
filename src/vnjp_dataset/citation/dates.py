"""When a document came out, in the words and numbers that citations use."""

from vnjp_dataset.model import PartialDate

# The calendar module has them too, but in the language of whoever runs the program.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def parts(date: PartialDate) -> tuple[int, ...] | None:
    """Return year, month and day as far as they are known, or None for a stretch between two dates."""
    if date.precision in ("interval", "open"):
        return None
    day = date.earliest
    return (day.year, day.month, day.day)[: ("year", "month", "day").index(date.precision) + 1]


def words(date: PartialDate) -> str:
    """Return a date as APA style writes it, year first: `2023, November 27`."""
    if date.text.startswith("../"):
        return f"by {words(PartialDate(date.text[3:]))}"
    if date.text.endswith("/.."):
        return f"{words(PartialDate(date.text[:-3]))} or later"
    if "/" in date.text:
        first, _, last = date.text.partition("/")
        return f"between {words(PartialDate(first))} and {words(PartialDate(last))}"
    # Every date is known at least to the year unless it is one of the stretches above.
    year, *rest = parts(date) or (date.anchor.year,)
    month = f", {MONTHS[rest[0] - 1]}" if rest else ""
    day = f" {rest[1]}" if len(rest) > 1 else ""
    return f"{'ca. ' if date.approximate else ''}{year}{month}{day}{'?' if date.uncertain else ''}"


def spoken(date: PartialDate) -> str:
    """Return a date as a sentence has it: `November 27, 2023`."""
    known = parts(date)
    if known is None or date.approximate or date.uncertain:
        return words(date)
    year, *rest = known
    if not rest:
        return str(year)
    return f"{MONTHS[rest[0] - 1]}{f' {rest[1]},' if len(rest) > 1 else ''} {year}"
