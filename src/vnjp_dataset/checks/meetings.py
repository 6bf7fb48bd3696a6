"""Rules about meetings: who met, and where."""

from collections.abc import Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Actor

SIDES = ("VN", "JP")


def one_sided_meetings(survey: Survey) -> Iterator[Finding]:
    """Find meetings in which one of the two countries took no part."""
    for meeting in survey.dataset.meetings:
        present = {country for actor in meeting.participants for country in _countries(survey.dataset, actor)}
        missing = [country for country in SIDES if country not in present]
        if missing:
            message = f"expected participants of VN and JP, got none of {' and '.join(missing)}"
            yield Finding(meeting.id, "participants", message)


def _countries(dataset: Dataset, actor: Actor) -> Iterator[str | None]:
    """Yield the countries for which somebody can be taking part."""
    yield actor.country
    for one in (dataset.people.find(actor.person or ""), dataset.organizations.find(actor.organization or "")):
        yield one.country if one else None


def meetings_at_home(survey: Survey) -> Iterator[Finding]:
    """Find talks in person that took place in one of the two countries."""
    for meeting in survey.dataset.meetings:
        place = survey.dataset.places.find(meeting.place or "")
        if meeting.medium == "in-person" and place is not None and place.country in SIDES:
            message = f"expected a place in a third country, got `{place.id}` in {place.country}"
            hint = "make the talks a step of the visit on which they took place"
            yield Finding(meeting.id, "place", message, hint)


RULES = (
    Rule("meeting-of-both", "Both countries take part in a meeting.", one_sided_meetings),
    Rule(
        "meeting-in-third-country",
        "Talks in person outside a visit take place in a third country.",
        meetings_at_home,
    ),
)
