"""Rules about documents: when they came out and were read, what is only announced, and that each is listed once."""

from collections.abc import Iterator

from vnjp_dataset.checks.parts import date_of_part
from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.model import Citation, Event, Figure, Meeting, PartialDate, SourcedRecord, Visit

ANNOUNCED = "mark it `announcement: true` if it announces what it is cited for"


def foretold_events(survey: Survey) -> Iterator[Finding]:
    """Find documents that came out before what they are cited for, not marked as announcements."""
    for record in survey.events:
        for index, citation, published in _dated_citations(survey, record):
            # A figure's day has a rule of its own; a summary may tell what went before.
            if isinstance(record, Figure) or set(citation.supports) <= {"summary"}:
                continue
            if published.surely_before(first := _first_day(record)):
                message = f"expected a document of {first} or later, got one of {published}"
                yield Finding(record.id, f"sources[{index}].document", message, ANNOUNCED)


def _first_day(event: Event) -> PartialDate:
    steps = event.itinerary if isinstance(event, Visit) else ()
    return min((event.begins, *(step.date for step in steps)))


def foretold_parts(survey: Survey) -> Iterator[Finding]:
    """Find documents that came out before the step, session or term that they are cited for."""
    for record in survey.sourced:
        for index, citation, published in _dated_citations(survey, record):
            for place, path in enumerate(citation.supports):
                date = date_of_part(record, path)
                known_too_early = isinstance(record, Event) and published.surely_before(_first_day(record))
                if date and published.surely_before(date) and not known_too_early:
                    message = f"expected a document of {date} or later, got one of {published}"
                    yield Finding(record.id, f"sources[{index}].supports[{place}]", message, ANNOUNCED)


def _dated_citations(survey: Survey, record: SourcedRecord) -> Iterator[tuple[int, Citation, PartialDate]]:
    """Yield the citations that report what has been, with the day their document came out, where that is known."""
    for index, citation in enumerate(record.sources):
        document = survey.dataset.documents.get(citation.document)
        if document and document.published and not citation.announcement:
            yield index, citation, document.published


def only_announced(survey: Survey) -> Iterator[Finding]:
    """Find visits and meetings of which nobody reports that they took place."""
    for record in survey.dataset:
        if not isinstance(record, Visit | Meeting) or record.status != "held":
            continue
        if record.sources and all(citation.announcement for citation in record.sources):
            message = "expected a report that it took place, got announcements only"
            hint = "cite a report, or say `status: announced`"
            yield Finding(record.id, "status", message, hint)


def late_figures(survey: Survey) -> Iterator[Finding]:
    """Find figures that speak of a day after their source came out."""
    for figure in survey.dataset.figures:
        for index, _, published in _dated_citations(survey, figure):
            if published.surely_before(figure.as_of):
                message = f"expected a document of {figure.as_of} or later, got one of {published}"
                hint = "mend `as_of`"
                yield Finding(figure.id, f"sources[{index}].document", message, hint)


def addresses_given_twice(survey: Survey) -> Iterator[Finding]:
    """Find documents with the address of another, from which no day of publication tells them apart."""
    listed: dict[tuple[str, PartialDate | None], str] = {}
    for source in survey.dataset.sources:
        for index, document in enumerate(source.documents):
            name = f"{source.id}/{document.key}"
            first = listed.setdefault((document.url, document.published), name)
            if first != name:
                message = f"expected an address of its own, got that of `{first}`"
                hint = "cite the one document in both places"
                yield Finding(source.id, f"documents[{index}].url", message, hint)


def accessed_before_published(survey: Survey) -> Iterator[Finding]:
    """Find documents read before they came out."""
    for source in survey.dataset.sources:
        for index, document in enumerate(source.documents):
            if document.published and document.accessed.surely_before(document.published):
                message = f"expected a day not before publication, {document.published}, got `{document.accessed}`"
                yield Finding(source.id, f"documents[{index}].accessed", message)


RULES = (
    Rule(
        "published-after-event",
        "A document is not older than the event it is cited for, unless marked as an announcement.",
        foretold_events,
    ),
    Rule(
        "published-after-part",
        "A document is not older than the step, session or term of office it is cited for, unless marked as an "
        "announcement.",
        foretold_parts,
        "warning",
    ),
    Rule(
        "held-was-reported",
        "A visit or meeting that is said to have been held has a source that is no announcement.",
        only_announced,
    ),
    Rule("figure-not-after-source", "A figure does not speak of a day after its source came out.", late_figures),
    Rule("accessed-after-published", "A document is not read before it comes out.", accessed_before_published),
    Rule(
        "one-address-one-document",
        "No two documents have one address, unless several of different days stand there.",
        addresses_given_twice,
    ),
)
