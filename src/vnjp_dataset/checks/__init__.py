"""Rules across records: each a law, a function that finds its breaches, and an id."""

from vnjp_dataset.checks.catalogue import RULE_TABLE, RuleEntry
from vnjp_dataset.checks.rule import Finding, Rule, Severity
from vnjp_dataset.checks.rules import RULES, check
from vnjp_dataset.checks.survey import Survey

__all__ = ["RULES", "RULE_TABLE", "Finding", "Rule", "RuleEntry", "Severity", "Survey", "check"]
