"""The tables hold all that the records hold: keys are keys, and the records can be built again from the rows."""

import re
import typing
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, Criteria, KindName, Record, SourcedRecord, Value
from vnjp_dataset.model.shape import field_types, unwrap
from vnjp_dataset.model.walk import walk
from vnjp_dataset.reading.convert import structure
from vnjp_dataset.tables import Column, ForeignKey, Table, columns, part_tables, tables, tables_of
from vnjp_dataset.tables.columns import part_class

Plain = dict[str, typing.Any]

some_kinds = st.lists(st.sampled_from(tuple(KINDS)), min_size=1, unique=True)


def rows(table: Table, dataset: Dataset, kinds: Iterable[KindName]) -> list[tuple[object, ...]]:
    """Return the rows of a table that come from the records of some kinds."""
    return [row for kind in kinds if table.kind in (kind, None) for row in table.rows(dataset.records(kind))]


def cells_at(table: Table, names: Sequence[str], found: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Return the cells of some columns, row by row."""
    places = [[one.name for one in table.columns].index(name) for name in names]
    return [tuple(row[place] for place in places) for row in found]


# Records from rows ----------------------------------------------------------------------------------------------------


def rebuilt(kind: KindName, records: Sequence[Record]) -> tuple[Record, ...]:
    """Return the records that the rows of records say that there were."""
    found: dict[str, Plain] = {}
    for row in tables()[kind].rows(records):
        found[str(row[0])] = nested(tables()[kind].columns, row)
    for table in sorted(part_tables(kind).values(), key=lambda one: len(one.path)):
        for row in table.rows(records):
            put(found, table, row)
    cls = KINDS[kind].record
    return tuple(structure(filled(cls, plain), cls, plain.pop("id")) for plain in found.values())


def put(found: Mapping[str, Plain], table: Table, row: tuple[typing.Any, ...]) -> None:
    """Put a row of a list's table into its place in the records' plain data."""
    owner, *positions = row[: len(table.path) + 1]
    place: Plain = found[owner]
    for path, position in zip(table.path[:-1], positions[:-1], strict=True):
        place = items(place, path)[position]
    body = table.columns[len(table.path) + 1 :]
    cells = row[len(table.path) + 1 :]
    single = [one.name for one in body] == ["value"]
    here = items(place, table.path[-1])
    assert positions[-1] == len(here)
    here.append(cells[0] if single else nested(body, cells))
    if table.name == "documents":
        assert here[-1].pop("id") == f"{owner}/{here[-1]['key']}"


def items(plain: Plain, path: str) -> list[typing.Any]:
    """Return the list at a path, an empty one where there was none."""
    *outer, last = path.split(".")
    for name in outer:
        plain = plain[name]
    made: list[typing.Any] = plain.setdefault(last, [])
    return made


def nested(own: Sequence[Column], row: Sequence[object]) -> Plain:
    """Return the plain data that a row's cells are."""
    found: Plain = {}
    for column, cell in zip(own, row, strict=True):
        if cell is None or column.part:
            continue
        *outer, last = column.path.split(".")
        inner = found
        for name in outer:
            inner = inner.setdefault(name, {})
        inner[last] = format(cell, "f") if isinstance(cell, Decimal) else cell
    return found


def filled(cls: type, plain: Plain) -> Plain:
    """Return plain data with the lists and parts that are required and say nothing."""
    for field, annotated, _ in field_types(cls):
        declared, optional = unwrap(annotated)
        is_list = typing.get_origin(declared) is tuple
        part = part_class(typing.get_args(declared)[0] if is_list else declared)
        if not optional and (is_list or part):
            plain.setdefault(field.name, [] if is_list else {})
        if part and field.name in plain:
            for one in plain[field.name] if is_list else [plain[field.name]]:
                filled(part, one)
    return plain


def is_hollow(record: Record) -> bool:
    """Whether a record has an optional part in which nothing is set: the cells are those of no part at all."""
    parts = (one for _, _, one in walk(record) if isinstance(one, Value) and not isinstance(one, Criteria))
    return any(all(getattr(one, name) in (None, ()) for name in names(one)) for one in parts)


def names(value: Value) -> list[str]:
    """Return the names of a value's fields."""
    return [field.name for field, _, _ in field_types(type(value))]


@pytest.mark.parametrize("kind", list(KINDS))
def test_rows_give_the_records_back(kind: KindName) -> None:
    """From the rows of its table and of its lists' tables every record is built again, equal."""

    @settings(max_examples=8, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
    @given(drawn=st.lists(st.from_type(KINDS[kind].record), min_size=1, max_size=2, unique_by=lambda one: one.id))
    def law(drawn: list[Record]) -> None:
        assume(not any(map(is_hollow, drawn)))
        assert rebuilt(kind, drawn) == tuple(drawn)

    law()


@settings(max_examples=10)
@given(dataset=strategies.datasets(max_visits=2))
def test_a_dataset_comes_back(dataset: Dataset) -> None:
    """From the rows of all tables the whole dataset is built again; `records` has a row for each record."""
    assume(not any(map(is_hollow, dataset)))
    for kind in KINDS:
        assert rebuilt(kind, dataset.records(kind)) == dataset.records(kind)
    told = [(one.id, kind, one.heading) for kind in KINDS for one in dataset.records(kind)]
    assert rows(tables()["records"], dataset, KINDS) == told


# What tables say of themselves ----------------------------------------------------------------------------------------


def test_names_need_no_quotes() -> None:
    """Names of tables and columns have letters, digits and `_` only, and are unique where they must be."""
    for name, table in tables().items():
        own = [one.name for one in table.columns]
        assert table.name == name
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", one) for one in (name, *own))
        assert len(set(own)) == len(own)
        assert table.doc
        assert all(one.doc for one in table.columns)


def test_no_table_has_lists() -> None:
    """Every list of every kind is a table: one for all kinds where all have it, else one of the kind's own."""
    for kind in KINDS:
        wanted = set(list_paths(KINDS[kind].record, ()))
        assert {table.path for table in part_tables(kind).values()} == wanted
        assert set(part_tables(kind)) == {".".join(one) for one in wanted}
        for path, table in part_tables(kind).items():
            shared = path.split(".")[0] in ("sources", "conflicts")
            assert table.kind == (None if shared else kind)
            assert tables()[table.name] == table
    assert not [one for table in tables().values() for one in table.columns if one.type == "list"]


def list_paths(cls: type, above: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Yield the ways to the lists of a class and of the items in them."""
    for one in columns(cls):
        if one.type == "list":
            yield (*above, one.path)
            if one.item:
                yield from list_paths(one.item, (*above, one.path))


@settings(max_examples=15)
@given(dataset=strategies.datasets(max_visits=2), kinds=some_kinds | st.just(list(KINDS)))
def test_keys_are_keys(dataset: Dataset, kinds: list[KindName]) -> None:
    """In a valid dataset no two rows share a key, every foreign key leads to a row, and what is required is there."""
    chosen = {table.name: (table, rows(table, dataset, kinds)) for table in tables_of(kinds)}
    for table, found in chosen.values():
        keys = cells_at(table, table.key, found)
        assert len(set(keys)) == len(keys)
        assert not [key for key in keys if None in key]
        for row in found:
            assert not [one.name for one, cell in zip(table.columns, row, strict=True) if cell is None and one.required]
        for key in table.foreign_keys:
            target, there = chosen[key.table]
            wanted = set(cells_at(target, key.target, there))
            assert target.key == key.target
            assert [one for one in cells_at(table, key.columns, found) if None not in one and one not in wanted] == []


@given(kinds=some_kinds)
def test_keys_that_lead_out_are_dropped(kinds: list[KindName]) -> None:
    """Of the tables of some kinds only those foreign keys are left out that may name what is not there."""
    chosen = tables_of(kinds)
    names = {table.name for table in chosen}
    assert names == {table.name for table in tables().values() if table.kind in (*kinds, None)}
    for table in chosen:
        whole = tables()[table.name]
        lost = [key for key in whole.foreign_keys if key not in table.foreign_keys]
        assert [key for key in whole.foreign_keys if key not in lost] == list(table.foreign_keys)
        assert (table.columns, table.key) == (whole.columns, whole.key)
        for key in lost:
            assert key.table not in names or (key.table == "records" and names_any(whole, key))
        for key in table.foreign_keys:
            assert key.table in names
            assert set(kinds) == set(KINDS) or not (key.table == "records" and names_any(whole, key))


def names_any(table: Table, key: ForeignKey) -> bool:
    """Whether a foreign key names a record of whatever kind, rather than the row's own."""
    return key.columns != (table.columns[0].name,)


def test_all_kinds_have_all_keys() -> None:
    """With every kind no foreign key is left out, and every id that a column names is one."""
    assert tables_of(KINDS) == tuple(tables().values())
    for table in tables().values():
        led = {one.columns[-1]: one for one in table.foreign_keys if len(one.columns) == 1}
        for column in table.columns:
            if column.target and column.name != "id" and len(table.path) < 2:
                target = "records" if column.target == "any" else column.target
                assert column.name in led
                assert led[column.name].table in (target, table.kind)


def test_what_all_kinds_share_is_one_table() -> None:
    """Citations and conflicts of every kind stand in one table each, with the record they belong to."""
    sourced = [kind for kind in KINDS if issubclass(KINDS[kind].record, SourcedRecord)]
    assert sourced
    for kind in KINDS:
        names = {table.name for table in part_tables(kind).values()}
        assert ({"citations", "conflicts"} <= names) == (kind in sourced)
    assert tables()["citations"].key == ("record_id", "position")
