"""Rules across records: each a law, a function that finds its breaches, and an id."""

from vnjp_dataset.checks import names, references, relations, sources, visits
from vnjp_dataset.checks.rule import Finding, Rule, Severity
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import Problem

RULES: tuple[Rule, ...] = (*references.RULES, *visits.RULES, *relations.RULES, *sources.RULES, *names.RULES)
"""Every rule, in the order in which the documentation lists them."""


def check(dataset: Dataset) -> tuple[Problem, ...]:
    """Return every breach of every rule, in order of place."""
    found = {problem for rule in RULES for problem in rule.problems(dataset)}
    return tuple(sorted(found, key=lambda problem: problem.order))


__all__ = ["RULES", "Finding", "Rule", "Severity", "check"]
