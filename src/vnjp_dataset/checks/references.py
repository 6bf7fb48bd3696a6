"""Rules about records naming each other."""

import typing
from collections.abc import Iterator, Mapping

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.model import KINDS, KindName, Person
from vnjp_dataset.nearest import did_you_mean

REFERENCE_KINDS: tuple[KindName, ...] = (
    "people",
    "offices",
    "organizations",
    "places",
    "sources",
    "fields",
    "measures",
)
ONCE = "keep one"


def unresolved_references(survey: Survey) -> Iterator[Finding]:
    """Find ids that no record of the right kind has."""
    ids = {kind: {record.id for record in survey.dataset.records(kind)} for kind in KINDS}
    retired = ids.pop("retired")
    everything = set[str]().union(*ids.values())
    for record, reference in survey.references:
        known = everything if reference.target is None else ids[reference.target]
        # What names a retired id breaks a rule of its own, which knows more.
        if reference.id not in known and reference.id not in retired:
            what = KINDS[reference.target].one if reference.target else "record"
            message = f"expected the id of a {what}, got `{reference.id}`"
            yield Finding(record.id, reference.path, message, did_you_mean(reference.id, known))


def references_to_retired(survey: Survey) -> Iterator[Finding]:
    """Find ids that were retired."""
    retired = survey.dataset.retired
    for record, reference in survey.references:
        tombstone = retired.find(reference.id)
        if tombstone is not None:
            into = f" into {' and '.join(f'`{one}`' for one in tombstone.replaced_by)}" if tombstone.replaced_by else ""
            message = f"expected an id in use, got `{reference.id}`, which was {tombstone.fate}{into}"
            hint = f"name {' or '.join(tombstone.replaced_by)}" if tombstone.replaced_by else "take the reference out"
            yield Finding(record.id, reference.path, message, hint)


def unresolved_documents(survey: Survey) -> Iterator[Finding]:
    """Find documents that stand under no publisher."""
    known = survey.dataset.documents
    for record, path, document in survey.documents:
        if document not in known:
            hint = did_you_mean(document, known) or "add it to the publisher's file in sources/"
            yield Finding(record.id, path, f"expected a document that a publisher lists, got `{document}`", hint)


def orphans(survey: Survey) -> Iterator[Finding]:
    """Find reference records that nothing else refers to."""
    used = {reference.id for record, reference in survey.references if reference.id != record.id}
    cited = {document.partition("/")[0] for _, _, document in survey.documents}
    for kind in REFERENCE_KINDS:
        for record in survey.dataset.records(kind):
            in_office = isinstance(record, Person) and record.terms
            if record.id not in used and record.id not in cited and not in_office:
                message = f"expected a {KINDS[kind].one} that some record names, got one that none does"
                hint = "name it where it belongs, or take it out"
                yield Finding(record.id, "", message, hint)


def orphan_documents(survey: Survey) -> Iterator[Finding]:
    """Find documents that nothing cites."""
    cited = {document for _, _, document in survey.documents}
    for source in survey.dataset.sources:
        for index, document in enumerate(source.documents):
            if f"{source.id}/{document.key}" not in cited:
                message = f"expected a document that some record cites, got `{document.key}`, which none does"
                hint = "cite it or take it out"
                yield Finding(source.id, f"documents[{index}].key", message, hint)


def self_references(survey: Survey) -> Iterator[Finding]:
    """Find records that name themselves."""
    for record, reference in survey.references:
        if reference.id == record.id:
            yield Finding(record.id, reference.path, f"expected another record, got `{record.id}` itself")


def cycles(survey: Survey) -> Iterator[Finding]:
    """Find fields, places and publishers that are, by way of others, a part of themselves."""
    dataset = survey.dataset
    up: Mapping[str, tuple[str, str]] = {
        **{one.id: ("broader", one.broader) for one in dataset.fields if one.broader},
        **{one.id: ("part_of", one.part_of) for one in dataset.places if one.part_of},
        **{one.id: ("owner", one.owner) for one in dataset.sources if one.owner},
    }
    for start, (path, above) in up.items():
        seen, current = [start], above
        while current in up and current not in seen:
            seen.append(current)
            current = up[current][1]
        if current == start and len(seen) > 1:
            message = f"expected no record to be a part of itself, got {' in '.join((*seen, start))}"
            yield Finding(start, path, message)


def repetitions(survey: Survey) -> Iterator[Finding]:
    """Find lists that hold something twice, and people who are twice on one trip."""
    for record, path, _, value in survey.parts:
        if isinstance(value, tuple):
            yield from _repeated(record.id, path, typing.cast("tuple[object, ...]", value))
    for visit in survey.dataset.visits:
        people = (visit.lead, *(companion.person for companion in visit.companions))
        for index, person in enumerate(people[1:]):
            if person in people[: index + 1]:
                message = f"expected each person once on a trip, got `{person}` again"
                yield Finding(visit.id, f"companions[{index}].person", message, ONCE)


def _repeated(record: str, path: str, values: tuple[object, ...]) -> Iterator[Finding]:
    seen: dict[object, int] = {}
    for index, value in enumerate(values):
        first = seen.setdefault(value, index)
        if first != index:
            yield Finding(record, f"{path}[{index}]", f"expected each item once, got item {first} again", ONCE)


RULES = (
    Rule(
        "reference-resolves",
        "Every id that a record names is the id of a record of the right kind.",
        unresolved_references,
    ),
    Rule(
        "reference-not-retired",
        "No record names an id that was retired, nor does a retired id's replacement.",
        references_to_retired,
    ),
    Rule("document-resolves", "Every document cited is listed under its publisher.", unresolved_documents),
    Rule(
        "no-orphan",
        "Every person without a term, office, organization, place, publisher, field and measure is named by a record.",
        orphans,
    ),
    Rule("no-orphan-document", "Every document listed is cited by a record.", orphan_documents),
    Rule("names-another", "No record names itself.", self_references),
    Rule(
        "no-cycle",
        "No field of cooperation, no place and no publisher is, by way of others, a part of itself.",
        cycles,
    ),
    Rule("no-repetition", "No list holds the same thing twice, and nobody is twice on one trip.", repetitions),
)
