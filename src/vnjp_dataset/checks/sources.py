"""Rules about sources: that there are some, that they bear out what they are cited for, and when they came out."""

from collections.abc import Iterator

from vnjp_dataset.checks.parts import date_of_part
from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.model import Citation, Event, Figure, PartialDate, SourcedRecord, Visit
from vnjp_dataset.model.walk import at, walk
from vnjp_dataset.nearest import did_you_mean

NO_FACTS = ("id", "sources", "conflicts")


def unsourced(survey: Survey) -> Iterator[Finding]:
    """Find records without a source."""
    for record in survey.sourced:
        if not record.sources:
            yield Finding(record.id, "", "expected at least one source, got none", "add it under `sources`")


def unreal_paths(survey: Survey) -> Iterator[Finding]:
    """Find cited or disputed field paths at which the record states nothing."""
    for record in survey.sourced:
        for where, path in _cited_paths(record):
            if _stem(path) in NO_FACTS or not _is_set(record, path):
                hint = did_you_mean(path, (one for one, _, _ in walk(record)))
                yield Finding(record.id, where, f"expected the path of a field that is set, got `{path}`", hint)


def _cited_paths(record: SourcedRecord) -> Iterator[tuple[str, str]]:
    for index, citation in enumerate(record.sources):
        yield from ((f"sources[{index}].supports[{place}]", path) for place, path in enumerate(citation.supports))
    yield from ((f"conflicts[{index}].field", conflict.field) for index, conflict in enumerate(record.conflicts))


def _stem(path: str) -> str:
    return path.partition(".")[0].partition("[")[0]


def _is_set(record: SourcedRecord, path: str) -> bool:
    try:
        return at(record, path) not in (None, ())
    except LookupError:
        return False


def one_sided_conflicts(survey: Survey) -> Iterator[Finding]:
    """Find conflicts in which nobody else supports the adopted value."""
    for record in survey.sourced:
        for index, conflict in enumerate(record.conflicts):
            against = set(conflict.documents)
            support = {
                citation.document
                for citation in record.sources
                if any(_covers(path, conflict.field) or _covers(conflict.field, path) for path in citation.supports)
            }
            if not support - against:
                message = f"expected another document to support `{conflict.field}`, got none"
                hint = "cite it under `sources`, or adopt the value that is supported"
                yield Finding(record.id, f"conflicts[{index}].documents", message, hint)


def idle_conflicts(survey: Survey) -> Iterator[Finding]:
    """Find conflicts whose other value is the adopted one."""
    for record in survey.sourced:
        for index, conflict in enumerate(record.conflicts):
            if _is_set(record, conflict.field) and str(at(record, conflict.field)) == conflict.value:
                message = f"expected another value than the adopted one, got `{conflict.value}`"
                yield Finding(record.id, f"conflicts[{index}].value", message, "cite the document under `sources`")


def _covers(path: str, field: str) -> bool:
    return field == path or field.startswith((f"{path}.", f"{path}["))


def unsourced_terms(survey: Survey) -> Iterator[Finding]:
    """Find terms of office that no document supports."""
    for person in survey.dataset.people:
        for index in range(len(person.terms)):
            field = f"terms[{index}]"
            paths = (path for citation in person.sources for path in citation.supports)
            if not any(_covers(path, field) or path.startswith(f"{field}.") for path in paths):
                message = "expected a document that supports the term, got none"
                yield Finding(person.id, field, message, f"cite one with `{field}` among what it supports")


def foretold_events(survey: Survey) -> Iterator[Finding]:
    """Find documents that came out before what they are cited for, not marked as announcements."""
    for record in survey.events:
        for index, citation, published in _dated_citations(survey, record):
            # A figure's day has a rule of its own; a summary may tell what went before.
            if isinstance(record, Figure) or set(citation.supports) <= {"summary"}:
                continue
            if published.surely_before(first := _first_day(record)):
                message = f"expected a document of {first} or later, got one of {published}"
                yield Finding(record.id, f"sources[{index}].document", message, _ANNOUNCED)


_ANNOUNCED = "mark it `announcement: true` if it announces what it is cited for"


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
                    yield Finding(record.id, f"sources[{index}].supports[{place}]", message, _ANNOUNCED)


def _dated_citations(survey: Survey, record: SourcedRecord) -> Iterator[tuple[int, Citation, PartialDate]]:
    """Yield the citations that report what has been, with the day their document came out, where that is known."""
    for index, citation in enumerate(record.sources):
        document = survey.dataset.documents.get(citation.document)
        if document and document.published and not citation.announcement:
            yield index, citation, document.published


def late_figures(survey: Survey) -> Iterator[Finding]:
    """Find figures that speak of a day after their source came out."""
    for figure in survey.dataset.figures:
        for index, _, published in _dated_citations(survey, figure):
            if published.surely_before(figure.as_of):
                message = f"expected a document of {figure.as_of} or later, got one of {published}"
                yield Finding(figure.id, f"sources[{index}].document", message, "mend `as_of`")


def accessed_before_published(survey: Survey) -> Iterator[Finding]:
    """Find documents read before they came out."""
    for source in survey.dataset.sources:
        for index, document in enumerate(source.documents):
            if document.published and document.accessed.surely_before(document.published):
                message = f"expected a day not before publication, {document.published}, got `{document.accessed}`"
                yield Finding(source.id, f"documents[{index}].accessed", message)


RULES = (
    Rule("sourced", "Every record that states facts has a source.", unsourced),
    Rule("path-is-real", "Every field path cited or disputed is one that the record has set.", unreal_paths),
    Rule(
        "conflict-has-two-sides",
        "Where a value is disputed, some document other than those that dispute it supports it.",
        one_sided_conflicts,
    ),
    Rule("conflict-differs", "The other value of a conflict is not the adopted one.", idle_conflicts),
    Rule("term-sourced", "Every term of office is supported by a document.", unsourced_terms),
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
    Rule("figure-not-after-source", "A figure does not speak of a day after its source came out.", late_figures),
    Rule("accessed-after-published", "A document is not read before it comes out.", accessed_before_published),
)
