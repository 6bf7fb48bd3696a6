"""The citation of some records has their fingerprint and the documents behind them, and nothing else."""

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import Dataset, QueryError, UnknownIdError
from vnjp_dataset.citation import DatasetCitation
from vnjp_dataset.citation.facts import TITLE
from vnjp_dataset.fingerprint import fingerprint
from vnjp_dataset.model import KINDS, KindName, Person, Record
from vnjp_dataset.model.walk import documents
from vnjp_dataset.strategies import datasets

ANY = datasets(min_visits=1, max_visits=2)
SELECTIONS: tuple[Callable[[Dataset], DatasetCitation], ...] = (
    lambda dataset: dataset.visits.where(direction="VN-JP").cite(),
    lambda dataset: dataset.cite(dataset.agreements),
)


@settings(max_examples=12)
@given(ANY, st.data())
def test_a_citation_names_exactly_what_stands_behind_the_records(dataset: Dataset, data: st.DataObject) -> None:
    """Fingerprint and documents are those of the records, each document once and in order, however they are given."""
    chosen = data.draw(st.lists(st.sampled_from(list(dataset)), unique_by=lambda one: one.id))
    citation = dataset.cite(chosen)
    by_kind: dict[KindName, list[Record]] = {
        kind.name: [one for one in chosen if type(one) is kind.record] for kind in KINDS.values()
    }
    assert citation.version == dataset.version
    assert citation.fingerprint == fingerprint(by_kind)
    named = {one for record in chosen for _, one in documents(record)}
    assert [one.id for one in citation.documents] == sorted(named, key=lambda one: one.split("/"))
    for one in citation.documents:
        assert one.document == dataset.document(one.id)
    again = dataset.cite(iter([*reversed(chosen), *chosen]))
    assert attrs.evolve(again, records=citation.records) == citation


@settings(max_examples=8)
@given(ANY)
def test_all_records_have_the_fingerprint_of_the_dataset(dataset: Dataset) -> None:
    """Citing every record one by one is citing the dataset, with the documents besides."""
    assert dataset.cite(dataset).fingerprint == dataset.cite().fingerprint == dataset.fingerprint
    for kind in KINDS:
        assert getattr(dataset, kind).cite() == dataset.cite(dataset.records(kind))


def test_a_selection_is_cited_with_its_sources(base: Dataset) -> None:
    """One visit: its number of records, and the two documents that it cites."""
    citation = base.visits.where(year=2021).cite()
    assert citation.records == ("2021-an-van-binh",)
    assert [one.id for one in citation.documents] == ["gazette/2021-11-22-arrival", "herald/2021-11-26-visit"]
    held = f"(Version {base.version}) [Data set]. 1 record, fingerprint sha256:{citation.fingerprint}."
    assert citation.apa.split("\n") == [
        f"The vnjp-dataset contributors. (n.d.). {TITLE} {held}",
        "The Gazette. (2021, November 22). President arrives. https://gazette.example/arrival",
        "Báo Tin. (2021, November 26). Chuyến thăm kết thúc. https://herald.example/visit",
    ]
    assert citation.fingerprint != base.fingerprint
    assert "<table>" in citation._repr_html_()  # pyright: ignore[reportPrivateUsage] - what notebooks ask for


@pytest.mark.parametrize("cite", SELECTIONS)
def test_another_value_is_another_fingerprint(base: Dataset, cite: Callable[[Dataset], DatasetCitation]) -> None:
    """A selection's fingerprint is that of its records only."""
    other = Dataset(
        {kind: [_renamed(one) if kind == "people" else one for one in base.records(kind)] for kind in KINDS}
    )
    assert other.fingerprint != base.fingerprint
    assert cite(other) == cite(base)


def _renamed(record: Record) -> Record:
    assert isinstance(record, Person)
    return attrs.evolve(record, spellings=("Another",))


def test_records_of_another_dataset_are_refused(base: Dataset) -> None:
    """A version is not claimed for a record that it does not hold."""
    visit = base.visits["2021-an-van-binh"]
    with pytest.raises(QueryError, match="2021-an-van-binh"):
        base.cite([attrs.evolve(visit, summary="Another.")])
    with pytest.raises(UnknownIdError):
        Dataset({}).cite([visit])


def test_a_document_that_is_not_there_is_named(base: Dataset) -> None:
    """A citation is not silently shorter than the sources."""
    gazette = attrs.evolve(base.sources["gazette"], documents=())
    broken = Dataset({"visits": base.visits, "sources": (gazette, base.sources["herald"])})
    with pytest.raises(UnknownIdError, match="gazette/2021-11-22-arrival"):
        broken.visits.cite()
    with pytest.raises(UnknownIdError, match="gazette"):
        Dataset({"visits": base.visits}).visits.cite()
