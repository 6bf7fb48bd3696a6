"""Rules about what ids tell: an event's year and a visit's lead."""

from collections.abc import Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.model import Figure

_HINT = "rename the file only if it was never released"


def ids_without_year(survey: Survey) -> Iterator[Finding]:
    """Find events, figures apart, whose id does not begin with a year in which they may lie."""
    for event in survey.events:
        years = range(event.begins.years[0], event.ends.years[-1] + 1)
        # A figure is named by the year of its report, which may come later than the year that it speaks of.
        if not isinstance(event, Figure) and not any(event.id.startswith(f"{year:04}-") for year in years):
            yield Finding(event.id, "", f"expected an id that begins with {years[0]}-, got `{event.id}`", _HINT)


def ids_without_lead(survey: Survey) -> Iterator[Finding]:
    """Find visits whose id does not name the lead after the year."""
    for visit in survey.dataset.visits:
        if not f"{visit.id.partition('-')[2]}-".startswith(f"{visit.lead}-"):
            message = f"expected an id such as {visit.start.years[0]}-{visit.lead}, got `{visit.id}`"
            yield Finding(visit.id, "lead", message, _HINT)


RULES = (
    Rule("id-has-year", "The id of an event begins with its year; figures apart.", ids_without_year, "warning"),
    Rule("id-names-lead", "The id of a visit is its year and its lead, and a word more.", ids_without_lead, "warning"),
)
