"""Rules about figures: whether the dataset can answer the checks that they carry."""

from collections.abc import Iterator, Mapping

from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.collection import FacetValue
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import Check
from vnjp_dataset.model.classification import EventKind
from vnjp_dataset.model.walk import walk
from vnjp_dataset.nearest import did_you_mean

Values = Mapping[str, tuple[FacetValue, ...] | None]


def unanswerable_checks(survey: Survey) -> Iterator[Finding]:
    """Find checks that ask a collection by what it has not, or for the place of a record of another kind."""
    criteria = _criteria(survey.dataset)
    for figure in survey.dataset.figures:
        if figure.check:
            for path, expected, got, known in _flaws(survey.dataset, figure.check, criteria[figure.check.collection]):
                hint = did_you_mean(got, known)
                yield Finding(figure.id, f"check.{path}", f"expected {expected}, got `{got}`", hint)


def _criteria(dataset: Dataset) -> Mapping[EventKind, Values]:
    return {
        "visits": dataset.visits.criteria,
        "meetings": dataset.meetings.criteria,
        "agreements": dataset.agreements.criteria,
        "milestones": dataset.milestones.criteria,
        "mechanisms": dataset.mechanisms.criteria,
        "commitments": dataset.commitments.criteria,
        "figures": dataset.figures.criteria,
    }


def _flaws(dataset: Dataset, check: Check, criteria: Values) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for path, _, _ in walk(check.where):
        if "[" not in path and path not in criteria:
            yield f"where.{path}", f"a criterion of {check.collection}", path, tuple(criteria)
    kinds = tuple(map(str, criteria.get("kind") or ()))
    if kinds and check.where.kind and check.where.kind not in kinds:
        yield "where.kind", f"a kind of {check.collection}", check.where.kind, kinds
    # A record that is not there at all is for `reference-resolves` to find.
    if check.through and check.through in dataset and dataset.kind_of(check.through) != check.collection:
        yield "through", f"one of the {check.collection}", check.through, ()


RULES = (
    Rule(
        "check-is-answerable",
        "A figure's check asks its collection by criteria that it has, up to a record in it.",
        unanswerable_checks,
    ),
)
