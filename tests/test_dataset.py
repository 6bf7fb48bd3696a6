"""The dataset: look-up, links, the ladder, the relation on a day, equality."""

# The laws are stated about what the library keeps to itself, too.
# pyright: reportPrivateUsage=false

import datetime as dt
import pickle

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import Problem, QueryError, RetiredIdError, UnknownIdError
from vnjp_dataset.model import (
    KINDS,
    LEADER_RANKS,
    KindName,
    Level,
    Milestone,
    PartialDate,
    Record,
    RecordId,
    Retired,
    Text,
)
from vnjp_dataset.model.walk import references
from vnjp_dataset.strategies import datasets, partial_dates, retired_ids, visits

ANY = datasets(min_visits=1, max_visits=2)
DAYS = st.dates(dt.date(1970, 1, 1), dt.date(2030, 1, 1))


def _records(dataset: Dataset) -> dict[KindName, tuple[Record, ...]]:
    return {kind: dataset.records(kind) for kind in KINDS}


@settings(max_examples=10)
@given(ANY, st.text(max_size=6))
def test_any_record_is_looked_up_as_in_a_dict(dataset: Dataset, other: str) -> None:
    """Ids are unique over all kinds; `[]`, `find`, `in`, `kind_of` and `len` agree with the collections."""
    table = {record.id: record for record in dataset}
    assert len(table) == len(dataset) == sum(len(dataset.records(kind)) for kind in KINDS if kind != "retired")
    for kind in KINDS:
        assert tuple(getattr(dataset, kind)) == dataset.records(kind)
        for record in dataset.records(kind) if kind != "retired" else ():
            assert dataset[record.id] is dataset.find(record.id) is table[record.id]
            assert record in dataset
            assert record.id in dataset
            assert dataset.kind_of(record.id) == kind
    if other not in table:
        assert dataset.find(other) is None
        assert other not in dataset
        for look_up in (dataset.__getitem__, dataset.kind_of, dataset.links_from, dataset.links_to, dataset.document):
            with pytest.raises(UnknownIdError) as caught:
                look_up(other)
            assert set(caught.value.near) <= (table.keys() | dataset.documents.keys())
    assert 3 not in dataset


@settings(max_examples=10)
@given(ANY, st.data())
def test_a_near_miss_names_the_id(dataset: Dataset, data: st.DataObject) -> None:
    """A long id with one letter more is met with ids that exist, that one first."""
    known = data.draw(st.sampled_from([record.id for record in dataset]))
    if len(known) > 8:
        with pytest.raises(UnknownIdError) as caught:
            dataset[f"{known}x"]
        assert caught.value.near[0] in dataset
        assert known in caught.value.near


@settings(max_examples=10)
@given(ANY)
def test_documents_are_those_of_the_publishers(dataset: Dataset) -> None:
    """Every document is found under `publisher/key`."""
    assert len(dataset.documents) == sum(len(source.documents) for source in dataset.sources)
    for source in dataset.sources:
        for document in source.documents:
            assert dataset.document(f"{source.id}/{document.key}") is document


@settings(max_examples=10)
@given(ANY)
def test_links_back_are_the_links_turned_round(dataset: Dataset) -> None:
    """A record links to another exactly where the other is linked from it; the links are its references."""
    forward = [(link.record.id, link.path, link.target.id) for one in dataset for link in dataset.links_from(one.id)]
    backward = [(link.record.id, link.path, link.target.id) for one in dataset for link in dataset.links_to(one.id)]
    assert sorted(forward) == sorted(backward)
    assert forward == [(one.id, found.path, found.id) for one in dataset for found in references(one)]


@given(visits())
def test_links_to_nothing_are_left_out(visit: Record) -> None:
    """A reference that no record answers is no link."""
    dataset = Dataset({"visits": [visit]})
    assert dataset.links_from(visit.id) == dataset.links_to(visit.id)
    assert all(link.target is visit for link in dataset.links_from(visit.id))


LADDERS = st.lists(partial_dates(min_value=dt.date(1973, 1, 1), max_value=dt.date(2024, 1, 1)), max_size=5)


@given(LADDERS, DAYS, DAYS)
def test_the_ladder_is_climbed_only(dates: list[PartialDate], one: dt.date, other: dt.date) -> None:
    """The rung on a day is the last whose date is over by its end; a later day is never below an earlier one."""
    in_order = sorted(dates, key=lambda date: date.latest)
    rungs = [
        Milestone(
            id=RecordId(f"rung-{rank}"),
            date=date,
            kind="partnership",
            name=Text(en="Rung"),
            level=Level(rank=rank, name=Text(en=f"Level {rank}")),
        )
        for rank, date in enumerate(in_order)
    ]
    dataset = Dataset({"milestones": rungs})
    for day in (one, other):
        reached = [rung for rung in rungs if rung.date.latest <= day]
        assert dataset.milestone_on(day) == (reached[-1] if reached else None)
        assert dataset.partnership_on(day) == (reached[-1].level if reached else None)
    ranks = [level.rank if level else -1 for level in map(dataset.partnership_on, sorted((one, other)))]
    assert ranks == sorted(ranks)


@settings(max_examples=12)
@given(ANY, DAYS)
def test_the_relation_on_a_day_is_what_looking_at_each_record_gives(dataset: Dataset, day: dt.date) -> None:
    """Level, holders, agreements in force and leaders' visits around a day agree with a search by brute force."""
    relation = dataset.relation_on(day)
    assert relation.day == day
    assert relation.since == dataset.milestone_on(day)
    assert relation.level == dataset.partnership_on(day)
    assert list(relation.agreements_in_force) == [
        one
        for one in dataset.agreements
        if one.in_force and one.in_force.latest <= day and not (one.ended and one.ended.earliest <= day)
    ]
    for holder in relation.office_holders:
        assert dataset.office_holder(holder.office.id, day) == holder.person
    countries = [holder.office.country for holder in relation.office_holders]
    assert countries == sorted(countries, reverse=True)
    leaders = [one for one in dataset.visits if dataset.offices[one.office].rank in LEADER_RANKS]
    assert list(relation.visits_under_way) == [one for one in leaders if one.start.earliest <= day <= one.end.latest]
    for direction in ("VN-JP", "JP-VN"):
        before = [one for one in leaders if one.direction == direction and one.end.latest < day]
        after = [one for one in leaders if one.direction == direction and one.start.earliest > day]
        assert list(relation.visits_before.where(direction=direction)) == before[-1:]
        assert list(relation.visits_after.where(direction=direction)) == after[:1]


def test_nothing_holds_before_everything() -> None:
    """Of a day before the first record there is nothing to say, and that is said."""
    relation = Dataset({}).relation_on("1950-01-01")
    assert (relation.level, relation.since, relation.office_holders) == (None, None, ())
    assert len(relation.visits_before) == len(relation.visits_after) == len(relation.agreements_in_force) == 0


@pytest.mark.parametrize("day", ["2014-03", "2014", "yesterday", "2014-02-30"])
def test_a_day_is_a_day(day: str) -> None:
    """Questions about a day are refused for months, years and what is no date."""
    for ask in (Dataset({}).partnership_on, Dataset({}).milestone_on, Dataset({}).relation_on):
        with pytest.raises(QueryError):
            ask(day)


@settings(max_examples=10)
@given(ANY, st.data())
def test_datasets_are_equal_where_versions_and_records_are(dataset: Dataset, data: st.DataObject) -> None:
    """The order in which records are given makes no difference; a record or the version does."""
    kinds = data.draw(st.permutations(list(KINDS)))
    again = Dataset({kind: dataset.records(kind)[::-1] for kind in kinds}, version=dataset.version)
    assert again == dataset
    assert hash(again) == hash(dataset)
    assert repr(again) == repr(dataset)
    assert Dataset(_records(dataset), version="0") != dataset
    first = dataset.visits[0]
    fewer: dict[KindName, tuple[Record, ...]] = {**_records(dataset), "visits": dataset.records("visits")[1:]}
    other: dict[KindName, tuple[Record, ...]] = {
        **fewer,
        "visits": (*fewer["visits"], attrs.evolve(first, summary=f"{first.summary} Other.")),
    }
    assert Dataset(fewer) != dataset
    assert Dataset(other) != dataset
    assert dataset != _records(dataset)


def test_kinds_are_not_mixed() -> None:
    """A record in the collection of another kind is a mistake of the caller."""
    place = Milestone(id=RecordId("m"), date=PartialDate("2000"), kind="first", name=Text(en="M"))
    with pytest.raises(TypeError, match="people holds records of another kind"):
        _ = Dataset({"people": [place]}).people


def test_a_dataset_shows_itself() -> None:
    """The `repr` has version, size and fingerprint; the table for notebooks a row for each collection."""
    dataset = Dataset({}, version="1.2.3")
    assert repr(dataset) == f"<Dataset 1.2.3: 0 records, sha256:{dataset.fingerprint[:12]}…>"
    assert dataset._repr_html_().count("<tr>") == len(KINDS) + 1


@settings(max_examples=15)
@given(ANY, retired_ids())
def test_a_retired_id_is_no_record(dataset: Dataset, tombstone: Retired) -> None:
    """A tombstone stands in `retired` and counts in the fingerprint; to whoever looks its id up it is a miss."""
    assume(tombstone.id not in dataset)
    told = Dataset({**_records(dataset), "retired": (tombstone,)})
    assert list(told) == list(dataset)
    assert len(told) == len(dataset)
    assert told.fingerprint != dataset.fingerprint
    assert told.retired[tombstone.id] == tombstone
    assert tombstone.id not in told
    assert told.find(tombstone.id) is None
    assert tombstone not in told.search(tombstone.id)
    with pytest.raises(RetiredIdError) as caught:
        _ = told[tombstone.id]
    assert caught.value.near == tombstone.replaced_by
    assert tombstone.fate in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).args == caught.value.args  # noqa: S301 - made here


def test_a_citation_names_version_and_fingerprint() -> None:
    """`cite` speaks of this dataset."""
    dataset = Dataset({}, version="1.2.3")
    assert (dataset.cite().version, dataset.cite().fingerprint) == ("1.2.3", dataset.fingerprint)


def test_problems_are_located_where_the_dataset_came_from_files() -> None:
    """Without files, and for records that are not there, a problem stays as it is."""
    milestone = Milestone(id=RecordId("m"), date=PartialDate("2000"), kind="first", name=Text(en="M"))
    problem = Problem(rule="r", message="m", record="m")
    assert Dataset({"milestones": [milestone]}).located(problem) is problem

    def locate(kind: KindName, found: Problem) -> Problem:
        return attrs.evolve(found, file=f"{kind}.yaml")

    dataset = Dataset({"milestones": [milestone]}, locate=locate)
    assert dataset.located(problem).file == "milestones.yaml"
    assert dataset.located(attrs.evolve(problem, record="n")).file is None
