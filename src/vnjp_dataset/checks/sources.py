"""Rules about sources: that there are some, and that they bear out what they are cited for."""

from collections.abc import Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.model import SourcedRecord
from vnjp_dataset.model.walk import at, walk
from vnjp_dataset.nearest import did_you_mean

NO_FACTS = ("id", "sources", "conflicts")


def unsourced(survey: Survey) -> Iterator[Finding]:
    """Find records without a source."""
    for record in survey.sourced:
        if not record.sources:
            message, hint = "expected at least one source, got none", "add it under `sources`"
            yield Finding(record.id, "", message, hint)


def unreal_paths(survey: Survey) -> Iterator[Finding]:
    """Find cited or disputed field paths at which the record states nothing."""
    for record in survey.sourced:
        for where, path in _cited_paths(record):
            if path.partition("[")[0] in NO_FACTS or not _is_set(record, path):
                hint = did_you_mean(path, (one for one, _, _ in walk(record)))
                yield Finding(record.id, where, f"expected the path of a field that is set, got `{path}`", hint)


def _cited_paths(record: SourcedRecord) -> Iterator[tuple[str, str]]:
    for index, citation in enumerate(record.sources):
        yield from ((f"sources[{index}].supports[{place}]", path) for place, path in enumerate(citation.supports))
    yield from ((f"conflicts[{index}].field", conflict.field) for index, conflict in enumerate(record.conflicts))


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
                hint = "cite the document under `sources`"
                yield Finding(record.id, f"conflicts[{index}].value", message, hint)


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
)
