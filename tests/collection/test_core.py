"""Laws of collections: look-up, filters, stretches of time, order, groups, equality."""

# The laws are stated about what the library keeps to itself, too.
# pyright: reportPrivateUsage=false

import datetime as dt
import pickle
from collections.abc import Callable, Iterable

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset.collection import Collection, EventCollection, FacetValue, Visits
from vnjp_dataset.collection.core import SortKey
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import QueryError, UnknownIdError
from vnjp_dataset.model import (
    KINDS,
    Event,
    PartialDate,
    Person,
    Record,
    Visit,
    VisitId,
    identifier,
    partial_date,
)
from vnjp_dataset.strategies import datasets, partial_dates, people, visits

EVENTS = ("visits", "meetings", "agreements", "milestones", "commitments", "figures")
SEVERAL = datasets(min_visits=1, max_visits=2)
LOOSE_VISITS = st.lists(visits(), max_size=8, unique_by=lambda visit: visit.id)


def _of(visits_: Iterable[Visit]) -> Visits:
    return Dataset({"visits": visits_}).visits


def _all(dataset: Dataset) -> list[Collection[Record]]:
    return [getattr(dataset, kind) for kind in KINDS]


def _values(collection: Collection[Record], facet: str, record: Record) -> set[FacetValue]:
    """Return a record's values of a facet, by the facet's own words and without any index."""
    return set(collection._store.facets[facet].values(record))


def _criterion(data: st.DataObject, collection: Collection[Record]) -> tuple[str, list[FacetValue]]:
    """Draw a criterion and some values that it can be asked for."""
    facet = data.draw(st.sampled_from(sorted(collection._store.facets)))
    known = collection._store.facets[facet].known
    values: list[FacetValue] = sorted(known(), key=str) if known else list(range(1970, 2030))
    wanted = data.draw(st.lists(st.sampled_from(values), max_size=2)) if values else []
    return facet, wanted


def _some(data: st.DataObject, dataset: Dataset) -> Collection[Record]:
    """Draw one of a dataset's collections that can be asked for something, or a part of it."""
    askable = [one for one in _all(dataset) if one._store.facets]
    collection = data.draw(st.sampled_from(askable))
    return collection if data.draw(st.booleans()) else collection[::2]


@settings(max_examples=12)
@given(SEVERAL, st.data())
def test_where_is_the_brute_force_filter(dataset: Dataset, data: st.DataObject) -> None:
    """`where` keeps, in order, the records that have one of the wanted values of every criterion."""
    collection = _some(data, dataset)
    criteria = dict([_criterion(data, collection), _criterion(data, collection)])
    expected = [
        record
        for record in collection
        if all(_values(collection, facet, record) & set(wanted) for facet, wanted in criteria.items())
    ]
    assert list(collection._where(criteria)) == expected


@settings(max_examples=12)
@given(SEVERAL, st.data())
def test_filters_combine(dataset: Dataset, data: st.DataObject) -> None:
    """`where(a).where(b)`, `where(b).where(a)` and `where(a, b)` are the same, and asking twice changes nothing."""
    collection = _some(data, dataset)
    one, other = dict([_criterion(data, collection)]), dict([_criterion(data, collection)])
    first = collection._where(one)
    if one.keys() != other.keys():
        assert first._where(other) == collection._where({**one, **other})
    assert first._where(other) == collection._where(other)._where(one)
    assert first._where(one) == first
    assert collection._where({}) == collection


@settings(max_examples=12)
@given(SEVERAL, st.data())
def test_one_value_is_a_list_of_one(dataset: Dataset, data: st.DataObject) -> None:
    """A value alone asks for the same as a list of it; None asks for nothing."""
    collection = _some(data, dataset)
    facet, wanted = _criterion(data, collection)
    for value in wanted:
        assert collection._where({facet: value}) == collection._where({facet: [value]})
    assert collection._where({facet: None}) == collection


@settings(max_examples=12)
@given(SEVERAL, st.data())
def test_groups_are_the_filters(dataset: Dataset, data: st.DataObject) -> None:
    """Each group is `where` its value and not empty; together they hold whatever has a value; `count_by` counts."""
    collection = _some(data, dataset)
    facet, _ = _criterion(data, collection)
    groups = collection.group_by(facet)
    for value, group in groups.items():
        assert len(group) > 0
        assert list(group) == [record for record in collection if value in _values(collection, facet, record)]
    held = {record.id for group in groups.values() for record in group}
    assert held == {record.id for record in collection if _values(collection, facet, record)}
    assert dict(collection.count_by(facet)) == {value: len(group) for value, group in groups.items()}


@settings(max_examples=10)
@given(SEVERAL)
def test_groups_of_one_value_each_are_a_partition(dataset: Dataset) -> None:
    """Where every record has exactly one value, no record is in two groups and none is in none."""
    for collection, facet in ((dataset.visits, "direction"), (dataset.agreements, "kind"), (dataset.people, "country")):
        assert sum(collection.count_by(facet).values()) == len(collection)


@given(LOOSE_VISITS, partial_dates(), partial_dates())
def test_between_is_every_event_that_can_share_a_day(loose: list[Visit], one: PartialDate, other: PartialDate) -> None:
    """`between` keeps, in order, the events whose days, as wide as their dates allow, meet the stretch asked for."""
    collection = _of(loose)
    start, end = sorted((one, other))
    for asked in (collection, collection[::2], collection[::-1]):
        expected = [
            visit for visit in asked if visit.start.earliest <= end.latest and start.earliest <= visit.end.latest
        ]
        if start.earliest <= end.latest:
            assert list(asked.between(start, end)) == expected
    assert collection.between(None, None) == collection
    assert collection.between(start) == collection.between(start, dt.date.max)
    assert collection.between(None, end) == collection.between(dt.date.min, end)


@settings(max_examples=10)
@given(datasets(min_visits=1), st.dates(dt.date(1970, 1, 1), dt.date(2030, 1, 1)), st.integers(0, 9000))
def test_between_holds_for_all_kinds_of_events(dataset: Dataset, start: dt.date, days: int) -> None:
    """`between` agrees with looking at every event of every kind."""
    end = start + dt.timedelta(days)
    for kind in EVENTS:
        collection: EventCollection[Event] = getattr(dataset, kind)
        expected = [one for one in collection if one.begins.earliest <= end and start <= one.ends.latest]
        assert list(collection.between(start, end)) == expected


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [("2021", "2020", "the start before the end"), ("yesterday", None, "yesterday"), (None, "2023-02-30", "28 days")],
)
def test_a_stretch_that_is_none_is_refused(start: str | None, end: str | None, message: str) -> None:
    """A stretch turned round, and what is no date, raise QueryError."""
    with pytest.raises(QueryError, match=message):
        _of([]).between(start, end)


SORTS: list[Callable[[Visit], SortKey]] = [
    lambda one: one.lead,
    lambda one: one.end,
    lambda one: one.direction,
    lambda one: one.summary is None,
]


@given(LOOSE_VISITS, st.sampled_from(SORTS), st.booleans())
def test_sorting_is_a_stable_permutation(loose: list[Visit], key: Callable[[Visit], SortKey], reverse: bool) -> None:
    """Sorting keeps every record, puts them in order, and leaves those with equal keys as they stood."""
    collection = _of(loose)
    done = collection.sort(key, reverse=reverse)
    assert list(done) == sorted(collection, key=key, reverse=reverse)
    assert set(done) == set(collection)
    assert done.sort(key, reverse=reverse) == done


@given(LOOSE_VISITS)
def test_events_are_in_order_of_date(loose: list[Visit]) -> None:
    """Events stand in order of first day (of their last where the first is open), last day and id."""
    collection = _of(loose)
    assert list(collection) == sorted(loose, key=lambda one: (one.start.anchor, one.end.latest, one.id))
    assert collection == _of(loose[::-1])


@given(st.lists(people(), max_size=5, unique_by=lambda one: one.id), st.text(max_size=5))
def test_looking_up_is_that_of_a_dict(loose: list[Person], other: str) -> None:
    """Ids are looked up as in a dict, by `[]`, `find` and `in`, whole or in part; positions as in a tuple."""
    collection = Dataset({"people": loose}).people
    for asked in (collection, collection[1:]):
        table: dict[str, Person] = {record.id: record for record in asked}
        assert asked.ids == tuple(table)
        for record_id in [*collection.ids, other]:
            assert asked.find(record_id) == table.get(record_id)
            assert (record_id in asked) == (record_id in table)
            if record_id in table:
                assert asked[record_id] is table[record_id]
            else:
                with pytest.raises(KeyError):
                    asked[record_id]
        rows = tuple(asked)
        assert [asked[number] for number in range(-len(rows), len(rows))] == [*rows, *rows]
        assert tuple(reversed(asked)) == rows[::-1]
        assert tuple(asked[::-1]) == rows[::-1]
        with pytest.raises(IndexError):
            asked[len(rows)]
        for record in collection:
            assert (record in asked) == (record in rows)
    assert 3 not in collection


@given(st.lists(people(), min_size=1, max_size=5, unique_by=lambda one: one.id), st.data())
def test_a_near_miss_names_ids_that_exist(loose: list[Person], data: st.DataObject) -> None:
    """An unknown id raises UnknownIdError, a KeyError, that names ids of the collection only, the near one first."""
    collection = Dataset({"people": loose}).people
    known = data.draw(st.sampled_from(collection.ids))
    with pytest.raises(UnknownIdError) as caught:
        collection[f"{known}-zz"] if len(known) > 8 else collection[f"{known}!"]
    assert set(caught.value.near) <= set(collection.ids)
    assert f"`{caught.value.wanted}`" in str(caught.value)
    assert isinstance(caught.value, KeyError)
    if len(known) > 8:
        assert caught.value.near
        assert f"`{caught.value.near[0]}`" in str(caught.value)


@given(LOOSE_VISITS)
def test_collections_are_values(loose: list[Visit]) -> None:
    """Collections of equal records in equal order are equal and hash alike; a pickled one is equal; others are not."""
    one, other = _of(loose), _of(loose)
    assert one == other
    assert hash(one) == hash(other)
    assert pickle.loads(pickle.dumps(tuple(one))) == tuple(other)  # noqa: S301 - our own bytes
    assert (one[::-1] == one) == (len(one) < 2)
    assert one != tuple(one)
    assert one != Dataset({}).people
    assert len({one, other}) == 1


@given(LOOSE_VISITS)
def test_a_collection_shows_itself_in_a_line_and_a_table(loose: list[Visit]) -> None:
    """The `repr` has the number and the first ids; the table for notebooks has a row for each of up to sixty."""
    collection = _of(loose)
    assert repr(collection).startswith(f"<Visits: {len(loose)} record")
    assert all(repr(one) in repr(collection) for one in collection.ids[:3])
    assert collection._repr_html_().count("<tr>") == len(loose) + 1


def test_a_long_table_is_cut() -> None:
    """Notebooks are not flooded: sixty rows are shown, and the caption says so."""
    template: list[Visit] = []

    @settings(max_examples=1, database=None)
    @given(visits())
    def take(visit: Visit) -> None:
        template.append(visit)

    take()

    many = _of(attrs.evolve(template[0], id=identifier(VisitId, f"v-{number}")) for number in range(70))
    html = many._repr_html_()
    assert html.count("<tr>") == 61
    assert "70 records, the first 60 shown" in html


@pytest.mark.parametrize(
    ("criteria", "message"),
    [
        ({"directon": "VN-JP"}, "visits cannot be asked by `directon` – did you mean `direction`?"),
        ({"zzz": 1}, "visits cannot be asked by `zzz` – visits have direction, "),
        ({"direction": "VNJP"}, "direction: no such value `VNJP` – did you mean `VN-JP`?"),
        ({"direction": ["VN-JP", "x"]}, "direction: no such value `x` – known: VN-JP, JP-VN"),
        ({"direction": 3.5}, "direction: no such value 3.5"),
        ({"direction": [set[str]()]}, r"direction: no such value set\(\)"),
        ({"lead": "nobody"}, "lead: no such value `nobody`"),
        ({"year": "2020"}, "year: expected a whole number, got `2020`"),
        ({"year": True}, "year: expected a whole number, got True"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(criteria: dict[str, object], message: str) -> None:
    """An unknown criterion or a value outside its vocabulary raises QueryError with the nearest or the known words."""
    with pytest.raises(QueryError, match=message):
        _of([])._where(criteria)


def test_years_ask_for_every_year_of_an_event() -> None:
    """A visit over New Year is of both years, and one known only to a stretch of years is of each of them."""
    visit = Visit(
        id="v",  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
        direction="VN-JP",
        lead="a",  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
        office="b",  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
        start=partial_date("2020-12-30/2021-01-02"),
        end=partial_date("2022"),
    )
    assert [year for year in range(2018, 2025) if _of([visit]).where(year=year)] == [2020, 2021, 2022]
