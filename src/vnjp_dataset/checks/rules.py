"""All rules between records, and the check that asks them all."""

from vnjp_dataset.checks import (
    clashes,
    coverage,
    documents,
    figures,
    ids,
    instruments,
    meetings,
    names,
    offices,
    references,
    relations,
    sources,
    visits,
)
from vnjp_dataset.checks.rule import Rule
from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import Problem

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *visits.RULES,
    *offices.RULES,
    *meetings.RULES,
    *clashes.RULES,
    *instruments.RULES,
    *relations.RULES,
    *figures.RULES,
    *coverage.RULES,
    *sources.RULES,
    *documents.RULES,
    *names.RULES,
    *ids.RULES,
)
"""Every rule, in the order in which the documentation lists them."""


def check(dataset: Dataset) -> tuple[Problem, ...]:
    """Return every breach of every rule, in order of place."""
    survey = Survey(dataset)
    found = {problem for rule in RULES for problem in rule.breaches(survey)}
    return tuple(sorted(found, key=lambda problem: problem.order))
