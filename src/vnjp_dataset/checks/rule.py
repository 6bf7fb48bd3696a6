"""What a rule is: a law about the records, and the function that finds where it is broken."""

from collections.abc import Callable, Iterator
from typing import Literal

import attrs

from vnjp_dataset.checks.survey import Survey
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import Problem

Severity = Literal["error", "warning"]


@attrs.frozen
class Finding:
    """A place where a law is broken."""

    record: str
    path: str
    message: str
    hint: str = ""


Find = Callable[[Survey], Iterator[Finding]]


@attrs.frozen
class Rule:
    """A law between records."""

    id: str
    law: str
    find: Find
    severity: Severity = "error"

    def problems(self, dataset: Dataset) -> Iterator[Problem]:
        """Yield every breach of the law, located where the dataset was read from files."""
        return self.breaches(Survey(dataset))

    def breaches(self, survey: Survey) -> Iterator[Problem]:
        """Yield what `problems` does, of a dataset that other rules are asked about too."""
        for finding in self.find(survey):
            yield survey.dataset.located(
                Problem(
                    rule=self.id,
                    severity=self.severity,
                    record=finding.record,
                    path=finding.path,
                    message=finding.message,
                    hint=finding.hint,
                )
            )
