"""What became of an id: every id has exactly one answer."""

import string
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import (
    Current,
    Dataset,
    Elsewhere,
    MergedInto,
    NeverExisted,
    RetiredIdError,
    SplitInto,
    UnknownIdError,
    Withdrawn,
    load,
    strategies,
)
from vnjp_dataset.insight import resolve as resolve_module
from vnjp_dataset.model import KINDS, KindName, Record, Retired
from vnjp_dataset.releases import Registry

FATES = {"merged": MergedInto, "split": SplitInto, "withdrawn": Withdrawn}


@pytest.fixture(scope="module")
def real() -> Dataset:
    """Return the dataset of the package."""
    return load()


def with_retired(dataset: Dataset, retired: tuple[Retired, ...]) -> Dataset:
    """Return a dataset with tombstones."""
    records: dict[KindName, tuple[Record, ...]] = {kind: dataset.records(kind) for kind in KINDS}
    return Dataset({**records, "retired": retired})


@st.composite
def retired_datasets(draw: st.DrawFn) -> Dataset:
    """Make datasets with tombstones whose replacements are there."""
    dataset = draw(strategies.datasets(max_visits=1))
    ids = sorted(one.id for one in dataset if not isinstance(one, Retired))
    tombstones = strategies.retired_ids(
        replaced_by=st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True).map(tuple)
    )
    found = draw(st.lists(tombstones, max_size=4, unique_by=lambda one: one.id))
    return with_retired(dataset, tuple(one for one in found if one.id not in ids))


@given(retired_datasets())
def test_every_id_of_a_record_is_current(dataset: Dataset) -> None:
    """What a record has resolves to it."""
    for record in dataset:
        if not isinstance(record, Retired):
            found = dataset.resolve(record.id)
            assert isinstance(found, Current)
            assert (found.record, found.records) == (record, (record,))
            assert found.kind == dataset.kind_of(record.id)
            assert found.known


@given(retired_datasets())
def test_every_tombstone_says_what_became_of_its_id(dataset: Dataset) -> None:
    """A retired id resolves to what its fate says, with the records that stand in its place."""
    for tombstone in dataset.retired:
        found = dataset.resolve(tombstone.id)
        assert type(found) is FATES[tombstone.fate]
        assert found.status == tombstone.fate
        assert tuple(one.id for one in found.records) == tombstone.replaced_by
        assert tombstone.reason.rstrip() in str(found)
        assert found.known
        if isinstance(found, MergedInto):
            assert found.record == dataset[tombstone.replaced_by[0]]


@given(retired_datasets(), st.text(string.ascii_lowercase + "-0129", max_size=20) | st.text(max_size=20))
def test_anything_else_never_existed(dataset: Dataset, text: str) -> None:
    """What neither a record nor a tombstone has never was an id; the near ones are those of records."""
    if text in dataset or text in dataset.retired:
        return
    found = dataset.resolve(text)
    assert isinstance(found, NeverExisted)
    assert all(one in dataset for one in found.near)
    assert not found.known
    assert found.records == ()


@given(retired_datasets(), st.data())
def test_resolving_agrees_with_looking_up(dataset: Dataset, data: st.DataObject) -> None:
    """`ds[id]` gives the record of what is current, and raises for all else, with the same near ids."""
    ids = [one.id for one in dataset]
    wanted = data.draw(st.sampled_from(ids) | strategies.record_ids())
    found = dataset.resolve(wanted)
    if isinstance(found, Current):
        assert dataset[wanted] is found.record
        return
    with pytest.raises(UnknownIdError) as caught:
        dataset[wanted]
    assert isinstance(caught.value, RetiredIdError) == (found.status in FATES)
    if isinstance(found, NeverExisted):
        assert caught.value.near == found.near


@given(retired_datasets())
def test_answers_are_text_json_and_a_table(dataset: Dataset) -> None:
    """Every answer names the id and its status, and no text of it becomes markup."""
    for wanted in (*(one.id for one in dataset), "<b>nothing</b>"):
        found = dataset.resolve(wanted)
        plain = found.plain()
        assert (plain["id"], plain["status"]) == (wanted, found.status)
        assert str(found).startswith(f"`{wanted}` ")
        assert "<b>" not in found._repr_html_()  # pyright: ignore[reportPrivateUsage] - what notebooks ask for


def test_the_registry_knows_what_was_released(real: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """Since when an id stands is the registry's to say; what it knows and the dataset does not is elsewhere."""
    ids: Mapping[KindName, Mapping[str, str]] = {
        "visits": {"2001-somebody": "0.1.0"},
        "people": {"kishida-fumio": "0.2.0"},
    }
    monkeypatch.setattr(resolve_module, "registry", lambda: Registry((), ids))
    person = real.people["kishida-fumio"]
    own = Dataset({"people": (person,)})
    current = own.resolve("kishida-fumio")
    assert isinstance(current, Current)
    assert current.since == "0.2.0"
    assert "since release 0.2.0" in str(current)
    elsewhere = own.resolve("2001-somebody")
    assert isinstance(elsewhere, Elsewhere)
    assert (elsewhere.kind, elsewhere.since, elsewhere.known) == ("visits", "0.1.0", False)
    assert "was released in 0.1.0" in str(elsewhere)
    assert elsewhere.plain()["status"] == "elsewhere"


def test_a_slip_of_the_pen_is_answered_with_what_was_meant(real: Dataset) -> None:
    """An id that never existed names those that resemble it."""
    found = real.resolve("2023-vo-van-thoung")
    assert isinstance(found, NeverExisted)
    assert found.near[0] == "2023-vo-van-thuong"
    assert "did you mean `2023-vo-van-thuong`" in str(found)
