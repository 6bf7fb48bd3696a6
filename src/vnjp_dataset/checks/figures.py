"""Rules about claims: whether the dataset can answer the checks that figures and firsts carry."""

from collections.abc import Iterator

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError
from vnjp_dataset.insight.audit import claims
from vnjp_dataset.insight.selecting import collection_of
from vnjp_dataset.insight.tally import criteria_of, tally
from vnjp_dataset.model import Check
from vnjp_dataset.nearest import did_you_mean


def unanswerable_checks(survey: Survey) -> Iterator[Finding]:
    """Find checks that ask a collection by what it has not, or for the place of a record of another kind."""
    for claim in claims(survey.dataset):
        for path, expected, got, known in _flaws(survey.dataset, claim.check):
            hint = did_you_mean(got, known)
            yield Finding(claim.record.id, f"check.{path}", f"expected {expected}, got `{got}`", hint)


def _flaws(dataset: Dataset, check: Check) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    several = " or ".join(check.kinds)
    asked = [collection_of(dataset, kind).criteria for kind in check.kinds]
    names = tuple(dict.fromkeys(name for criteria in asked for name in criteria))
    for name in criteria_of(check.where):
        if name not in names:
            yield f"where.{name}", f"a criterion of {several}", name, names
    kinds = tuple(str(kind) for criteria in asked for kind in criteria.get("kind") or ())
    if kinds and check.where.kind and check.where.kind not in kinds:
        yield "where.kind", f"a kind of {several}", check.where.kind, kinds
    # A record that is not there at all is for `reference-resolves` to find.
    if check.through and check.through in dataset and dataset.kind_of(check.through) not in check.kinds:
        yield "through", f"one of the {several}", check.through, ()


def places_of_others(survey: Survey) -> Iterator[Finding]:
    """Find checks that ask for the place of a record among those to which it does not belong."""
    dataset = survey.dataset
    for claim in claims(dataset):
        check = claim.check
        if check.answer == "ordinal" and check.through in dataset and not any(_flaws(dataset, check)):
            try:
                found = tally(dataset, check, claim.day)
            except QueryError:  # somebody or something that is not there: `reference-resolves` says so
                continue
            if found is None:
                message = f"expected one of the records that the check counts, got `{check.through}`"
                hint = "mend `where`, or name another record"
                yield Finding(claim.record.id, "check.through", message, hint)


RULES = (
    Rule(
        "check-is-answerable",
        "The check of a figure or first asks its collections by criteria that they have, up to a record in them.",
        unanswerable_checks,
    ),
    Rule(
        "check-counts-its-record",
        "A record whose place a check asks for is one of those that the check counts.",
        places_of_others,
    ),
)
