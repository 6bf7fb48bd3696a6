"""The check as a whole: silent on what is valid, in order, and the same whatever the order of the records."""

from collections.abc import Callable

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import Dataset
from vnjp_dataset.checks import RULES, check
from vnjp_dataset.model import KINDS, Record, RecordId
from vnjp_dataset.model.walk import references
from vnjp_dataset.strategies import datasets

Ask = Callable[[str, Dataset], list[tuple[str, str]]]
With = Callable[..., Dataset]
Replaced = Callable[[Record, str, object], Record]


@settings(max_examples=15)
@given(datasets(min_visits=1), st.data())
def test_only_what_is_broken_is_reported(
    ask: Ask, using: With, replaced: Replaced, dataset: Dataset, data: st.DataObject
) -> None:
    """Nothing is reported of a valid dataset; of one with a reference to nothing, that reference is."""
    assert check(dataset) == ()
    found = [(record, reference) for record in dataset for reference in references(record)]
    record, reference = data.draw(st.sampled_from(found))
    broken = using(dataset, replaced(record, reference.path, RecordId("no-such-record")))
    assert ask("reference-resolves", broken) == [(record.id, reference.path)]


def broken(base: Dataset, using: With) -> Dataset:
    """Return a dataset in which several rules are broken in several records."""
    visit = attrs.evolve(base.visits["2022-sato-hanako"], direction="VN-JP", sources=())
    return using(base, visit, attrs.evolve(base.places["bangkok"], sources=()))


def test_problems_are_in_order(base: Dataset, using: With) -> None:
    """Problems come in order of place, none twice."""
    problems = check(broken(base, using))
    assert len({one.rule for one in problems}) > 1
    assert list(problems) == sorted(set(problems), key=lambda one: one.order)


def test_the_order_of_records_makes_no_difference(base: Dataset, using: With) -> None:
    """The same records in another order give the same problems."""
    one = broken(base, using)
    other = Dataset({kind: tuple(reversed(one.records(kind))) for kind in KINDS})
    assert check(one) == check(other)


def test_a_problem_of_a_dataset_without_files_has_no_place(base: Dataset, using: With) -> None:
    """A dataset that was not read from files has problems that name record and path only."""
    problems = check(broken(base, using))
    assert all(one.file is None and one.line is None and one.record for one in problems)


def test_an_empty_dataset_breaks_no_rule() -> None:
    """There is nothing wrong with nothing."""
    assert check(Dataset({})) == ()


def test_rules_can_be_asked_one_by_one(base: Dataset, using: With) -> None:
    """Every rule asked alone says what the check says of it."""
    dataset = broken(base, using)
    alone = {problem for rule in RULES for problem in rule.problems(dataset)}
    assert alone == set(check(dataset))
