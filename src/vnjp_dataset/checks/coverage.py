"""Rules about coverage: that silence is accounted for."""

from collections.abc import Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.model import PartialDate


def unexplained_years(survey: Survey) -> Iterator[Finding]:
    """Find the visits before which there is a year with neither visits nor word of a search for them."""
    visits = survey.dataset.visits
    accounted = {year for row in survey.dataset.coverage.where(kind="visits") for year in _years(row.start, row.end)}
    last: int | None = None
    for visit in visits:
        first = visit.start.earliest.year
        silent = [year for year in range(last + 1, first) if year not in accounted] if last is not None else []
        if silent:
            message = f"expected visits in every year since {last}, or word of a search, got none in {silent[0]}"
            hint = "add a coverage row of `visits` that says what was searched"
            yield Finding(visit.id, "start", message, hint)
        last = max(last or first, visit.end.latest.year)


def _years(start: PartialDate, end: PartialDate) -> range:
    return range(start.earliest.year, end.latest.year + 1)


RULES = (
    Rule(
        "every-year-accounted-for",
        "Every year between the first visit and the last has visits, or lies in a coverage row of visits.",
        unexplained_years,
    ),
)
