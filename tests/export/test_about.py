"""A file says of itself what the dataset says of the records in it."""

from hypothesis import given, settings

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.about import LICENCE_URL, about, only
from vnjp_dataset.export.writing import ALL
from vnjp_dataset.model import KINDS, PartialDate


class Released(Dataset):
    """A dataset whose records are those of a release."""

    def _released(self) -> PartialDate | None:
        return PartialDate("2024-05-06")


@settings(max_examples=5)
@given(dataset=strategies.datasets(max_visits=1))
def test_the_facts_are_those_of_the_records(dataset: Dataset) -> None:
    """Of all kinds they are the dataset's own; of some, those of a dataset that holds nothing else."""
    assert only(dataset, ALL) is dataset
    assert about(dataset).fingerprint == dataset.fingerprint
    assert about(dataset).citation == dataset.cite().apa
    some = only(dataset, ("visits", "people"))
    assert {kind for kind in KINDS if some.records(kind)} <= {"visits", "people"}
    found = about(dataset, ("visits", "people"))
    assert found.records == len(dataset.visits) + len(dataset.people)
    assert found.fingerprint == some.fingerprint
    assert found.fingerprint in found.citation
    assert found.version == dataset.version


def test_a_release_is_dated() -> None:
    """All records of a release have its date; some of them were not released by themselves."""
    assert about(Released({})).released == PartialDate("2024-05-06")
    assert about(Released({}), ("visits",)).released is None


def test_the_licence_has_its_address() -> None:
    """The address is that of the licence by which the records are named."""
    assert about(Dataset({})).licence == "CC-BY-4.0"
    assert LICENCE_URL == "https://creativecommons.org/licenses/by/4.0/"
