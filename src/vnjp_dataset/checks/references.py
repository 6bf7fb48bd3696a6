"""Rules about records naming each other."""

from collections.abc import Iterator, Mapping

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, KindName, Person
from vnjp_dataset.model.walk import documents, references
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


def unresolved_references(dataset: Dataset) -> Iterator[Finding]:
    """Find ids that no record of the right kind has."""
    ids = {kind: {record.id for record in dataset.records(kind)} for kind in KINDS}
    everything = set[str]().union(*ids.values())
    for record in dataset:
        for reference in references(record):
            known = everything if reference.target is None else ids[reference.target]
            if reference.id not in known:
                what = KINDS[reference.target].one if reference.target else "record"
                message = f"expected the id of a {what}, got `{reference.id}`"
                yield Finding(record.id, reference.path, message, did_you_mean(reference.id, known))


def unresolved_documents(dataset: Dataset) -> Iterator[Finding]:
    """Find documents that stand under no publisher."""
    for record in dataset:
        for path, document in documents(record):
            if document not in dataset.documents:
                hint = did_you_mean(document, dataset.documents) or "add it to the publisher's file in sources/"
                yield Finding(record.id, path, f"expected a document that a publisher lists, got `{document}`", hint)


def orphans(dataset: Dataset) -> Iterator[Finding]:
    """Find reference records that nothing refers to."""
    used = {reference.id for record in dataset for reference in references(record)}
    cited = {document.partition("/")[0] for record in dataset for _, document in documents(record)}
    for kind in REFERENCE_KINDS:
        for record in dataset.records(kind):
            in_office = isinstance(record, Person) and record.terms
            if record.id not in used and record.id not in cited and not in_office:
                what = KINDS[kind].one
                yield Finding(record.id, "", f"expected a {what} that some record names, got one that none does")


def orphan_documents(dataset: Dataset) -> Iterator[Finding]:
    """Find documents that nothing cites."""
    cited = {document for record in dataset for _, document in documents(record)}
    for source in dataset.sources:
        for index, document in enumerate(source.documents):
            if f"{source.id}/{document.key}" not in cited:
                message = f"expected a document that some record cites, got `{document.key}`, which none does"
                yield Finding(source.id, f"documents[{index}].key", message, "cite it or take it out")


def cycles(dataset: Dataset) -> Iterator[Finding]:
    """Find fields and places that are, by way of others, a part of themselves."""
    up: Mapping[str, tuple[str, str]] = {
        **{one.id: ("broader", one.broader) for one in dataset.fields if one.broader},
        **{one.id: ("part_of", one.part_of) for one in dataset.places if one.part_of},
    }
    for start in up:
        seen = [start]
        current = up[start][1]
        while current in up and current not in seen:
            seen.append(current)
            current = up[current][1]
        if current == start:
            path = " in ".join((*seen, start))
            yield Finding(start, up[start][0], f"expected no record to be a part of itself, got {path}")


RULES = (
    Rule(
        "reference-resolves",
        "Every id that a record names is the id of a record of the right kind.",
        unresolved_references,
    ),
    Rule("document-resolves", "Every document cited is listed under its publisher.", unresolved_documents),
    Rule(
        "no-orphan",
        "Every person without a term, office, organization, place, publisher, field and measure is named by a record.",
        orphans,
    ),
    Rule("no-orphan-document", "Every document listed is cited by a record.", orphan_documents),
    Rule("no-cycle", "No field of cooperation and no place is a part of itself.", cycles),
)
