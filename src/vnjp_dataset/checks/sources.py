"""Rules about sources: that there are some, that they bear out what they are cited for, and when they came out."""

from collections.abc import Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Event, Figure, PartialDate, SourcedRecord, Visit
from vnjp_dataset.model.walk import at, walk
from vnjp_dataset.nearest import did_you_mean


def _sourced(dataset: Dataset) -> Iterator[SourcedRecord]:
    return (record for record in dataset if isinstance(record, SourcedRecord))


def unsourced(dataset: Dataset) -> Iterator[Finding]:
    """Find records without a source."""
    for record in _sourced(dataset):
        if not record.sources:
            yield Finding(record.id, "", "expected at least one source, got none", "add it under `sources`")


def unreal_paths(dataset: Dataset) -> Iterator[Finding]:
    """Find cited or disputed field paths at which the record has nothing."""
    for record in _sourced(dataset):
        paths = [
            (f"sources[{i}].supports[{j}]", path)
            for i, citation in enumerate(record.sources)
            for j, path in enumerate(citation.supports)
        ]
        paths.extend((f"conflicts[{i}].field", conflict.field) for i, conflict in enumerate(record.conflicts))
        for where, path in paths:
            if not _is_set(record, path):
                hint = did_you_mean(path, (one for one, _, _ in walk(record)))
                yield Finding(record.id, where, f"expected the path of a field that is set, got `{path}`", hint)


def _is_set(record: SourcedRecord, path: str) -> bool:
    try:
        return at(record, path) not in (None, ())
    except LookupError:
        return False


def one_sided_conflicts(dataset: Dataset) -> Iterator[Finding]:
    """Find conflicts in which nobody else supports the adopted value."""
    for record in _sourced(dataset):
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


def _covers(path: str, field: str) -> bool:
    return field == path or field.startswith((f"{path}.", f"{path}["))


def unsourced_terms(dataset: Dataset) -> Iterator[Finding]:
    """Find terms of office that no document supports."""
    for person in dataset.people:
        for index in range(len(person.terms)):
            field = f"terms[{index}]"
            paths = (path for citation in person.sources for path in citation.supports)
            if not any(_covers(path, field) or path.startswith(f"{field}.") for path in paths):
                message = "expected a document that supports the term, got none"
                yield Finding(person.id, field, message, f"cite one with `{field}` among what it supports")


def foretold_events(dataset: Dataset) -> Iterator[Finding]:
    """Find documents that came out before what they are cited for, not marked as announcements."""
    for record in _sourced(dataset):
        if not isinstance(record, Event) or isinstance(record, Figure):
            continue
        first = _first_day(record)
        for index, citation in enumerate(record.sources):
            published = _published(dataset, citation.document)
            if not published or citation.announcement or set(citation.supports) <= {"summary"}:
                continue  # a summary may tell what went before
            if published.surely_before(first):
                message = f"expected a document of {first} or later, got one of {published}"
                hint = "mark it `announcement: true` if it announces the event"
                yield Finding(record.id, f"sources[{index}].document", message, hint)


def _first_day(event: Event) -> PartialDate:
    steps = event.itinerary if isinstance(event, Visit) else ()
    return min((event.begins, *(step.date for step in steps)))


def late_figures(dataset: Dataset) -> Iterator[Finding]:
    """Find figures that speak of a day after their source came out."""
    for figure in dataset.figures:
        for index, citation in enumerate(figure.sources):
            published = _published(dataset, citation.document)
            if published and not citation.announcement and published.surely_before(figure.as_of):
                message = f"expected a document of {figure.as_of} or later, got one of {published}"
                yield Finding(figure.id, f"sources[{index}].document", message, "mend `as_of`")


def _published(dataset: Dataset, document_id: str) -> PartialDate | None:
    document = dataset.documents.get(document_id)
    return document.published if document else None


def accessed_before_published(dataset: Dataset) -> Iterator[Finding]:
    """Find documents read before they came out."""
    for source in dataset.sources:
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
    Rule("term-sourced", "Every term of office is supported by a document.", unsourced_terms),
    Rule(
        "published-after-event",
        "A document is not older than the event it is cited for, unless marked as an announcement.",
        foretold_events,
    ),
    Rule("figure-not-after-source", "A figure does not speak of a day after its source came out.", late_figures),
    Rule("accessed-after-published", "A document is not read before it comes out.", accessed_before_published),
)
