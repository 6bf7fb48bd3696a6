"""Collections, and what queries give, are data frames."""

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError
from vnjp_dataset.model import KINDS, KindName, Visit
from vnjp_dataset.strategies import datasets, visits
from vnjp_dataset.tables import columns, part_tables

SOME = st.lists(visits(), max_size=4, unique_by=lambda visit: visit.id)


@settings(max_examples=10)
@given(dataset=datasets(min_visits=1))
def test_every_collection_is_a_table(dataset: Dataset) -> None:
    """Each record is a row, in the order of the collection, with the columns of its kind."""
    for kind in KINDS:
        collection = getattr(dataset, kind)
        table = collection.to_arrow()
        assert tuple(table["id"].to_pylist()) == collection.ids
        assert table.column_names == [one.name for one in columns(KINDS[kind].record)]
        assert collection.to_arrow(nested=True)["id"].to_pylist() == list(collection.ids)


@settings(max_examples=10)
@given(found=SOME, backwards=st.booleans())
def test_a_query_is_a_table(found: list[Visit], *, backwards: bool) -> None:
    """What is chosen and sorted has its own rows and no others, in every library."""
    chosen = Dataset({"visits": found}).visits.where(direction="VN-JP").sort(lambda one: one.id, reverse=backwards)
    ids = list(chosen.ids)
    assert chosen.to_arrow()["id"].to_pylist() == ids
    assert chosen.to_pandas()["id"].tolist() == ids
    assert chosen.to_polars()["id"].to_list() == ids
    assert pa.table(chosen).equals(chosen.to_arrow())
    assert pl.DataFrame(chosen)["id"].to_list() == ids
    assert [row[0] for row in duckdb.execute("select id from chosen").fetchall()] == ids


@settings(max_examples=10)
@given(found=SOME)
def test_lists_of_a_query_are_tables(found: list[Visit]) -> None:
    """The table of a list holds the items of the records chosen, with the keys of these."""
    chosen = Dataset({"visits": found}).visits.where(status="held")
    steps = chosen.to_polars("itinerary")
    wanted = [(visit.id, place) for visit in chosen for place in range(len(visit.itinerary))]
    assert list(zip(steps["visit_id"], steps["position"], strict=True)) == wanted
    participants = chosen.to_polars("itinerary.participants")
    joined = participants.join(
        steps, left_on=["visit_id", "itinerary_position"], right_on=["visit_id", "position"], how="inner"
    )
    assert joined.height == participants.height
    assert chosen.to_pandas("itinerary").shape == steps.shape


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_list_has_its_table(kind: KindName) -> None:
    """Every list of a kind can be asked for by its path, records without any included."""
    collection = getattr(Dataset({}), kind)
    for part, table in part_tables(kind).items():
        assert collection.to_arrow(part).column_names == [one.name for one in table.columns]


def test_an_unknown_list_is_an_error() -> None:
    """A list that is not there is an error with the nearest ones, in whichever library it is asked for."""
    found = Dataset({}).visits
    for ask in (found.to_arrow, found.to_pandas, found.to_polars):
        with pytest.raises(QueryError, match="visits: no list `companion` – did you mean `companions`"):
            ask("companion")
