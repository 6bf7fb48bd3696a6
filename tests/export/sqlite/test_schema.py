"""Tables hold what the records hold, to the last digit, and refuse what the model refuses."""

import datetime as dt
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnjp_dataset as vnjp
from vnjp_dataset import strategies
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.sqlite.schema import Stored, create, indexes, insert, quoted, stored
from vnjp_dataset.tables import Table, tables

BASE = Path(__file__).parents[2] / "checks" / "base"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small database in which every kind of record is."""
    folder = tmp_path_factory.mktemp("small")
    return FORMATS["sqlite"].write(vnjp.load(BASE), folder)[0]


@pytest.fixture
def small(written: Path) -> Generator[sqlite3.Connection]:
    """Open the small database with its constraints on; what is changed is forgotten."""
    with closing(sqlite3.connect(written, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN")
        yield connection
        connection.execute("ROLLBACK")


def back(value: Stored) -> Decimal:
    """Return the number that a cell holds."""
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(str(value))


@given(value=strategies.decimals() | st.decimals(min_value=-(10**29), max_value=10**29, places=20))
def test_a_decimal_comes_back_to_the_last_digit(value: Decimal) -> None:
    """A number is held as one where that is exact, and as text where it is not."""
    found = stored(value)
    assert back(found) == value
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE t (v ANY) STRICT")
        connection.execute("INSERT INTO t VALUES (?)", (found,))
        (again,) = connection.execute("SELECT v FROM t").fetchone()
    assert (type(again), again) == (type(found), found)


@given(value=st.integers(-(10**30) + 1, 10**30 - 1))
def test_a_whole_number_comes_back(value: int) -> None:
    """It is an integer as far as SQLite has them."""
    assert back(stored(value)) == value
    assert isinstance(stored(value), int) == (-(2**63) <= value < 2**63)


def test_values_have_one_form() -> None:
    """Days are ISO 8601, flags numbers, and what is not known is NULL; what no cell holds is a mistake of ours."""
    assert stored(dt.date(9, 2, 3)) == "0009-02-03"
    assert (stored(True), stored(False), stored(None)) == (1, 0, None)
    assert isinstance(stored(Decimal("2.50")), float)
    assert stored(Decimal("2E+3")) == 2000
    with pytest.raises(TypeError, match="no cell"):
        stored(())


def test_names_and_keywords_are_quoted() -> None:
    """No name of a column can be taken for SQL: `to`, `end` and `by` are names of tables or columns."""
    assert quoted('a"b') == '"a""b"'
    names = [name for table in tables().values() for name in (table.name, *(one.name for one in table.columns))]
    for table in tables().values():
        text = "\n".join((create(table), *indexes(table), insert(table)))
        assert all(f'"{one.name}"' in text for one in table.columns)
    assert {"end", "commitments_to"} <= set(names)


def test_columns_explain_themselves(small: sqlite3.Connection) -> None:
    """Whoever reads the schema reads what each column means."""
    schemas = dict(small.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall())
    for table in tables().values():
        assert table.doc in schemas[table.name]
        assert all(one.doc in schemas[table.name] for one in table.columns)


def rows_of(connection: sqlite3.Connection, table: Table) -> bool:
    """Whether a table has a row."""
    return connection.execute(f'SELECT 1 FROM "{table.name}"').fetchone() is not None


def bad_changes(connection: sqlite3.Connection) -> Iterator[tuple[str, str, object]]:
    """Yield changes that the model would refuse: an unknown word, no value, a reference to nowhere, a wrong type."""
    for table in tables().values():
        if not rows_of(connection, table):
            continue
        for column in table.columns:
            if column.words:
                yield table.name, column.name, "nonsense"
            if column.required:
                yield table.name, column.name, None
            if column.type == "day":
                yield table.name, column.name, "yesterday"
            if column.type == "flag":
                yield table.name, column.name, 2
            yield table.name, column.name, b"\x00"
        for key in table.foreign_keys:
            yield table.name, key.columns[-1], 999 if key.columns[-1].endswith("_position") else "nowhere"


def test_what_the_model_refuses_the_database_refuses(small: sqlite3.Connection) -> None:
    """Vocabularies, types, required values and references are constraints of every table."""
    changes = list(bad_changes(small))
    accepted: list[tuple[str, str, object]] = []
    for table, column, value in changes:
        small.execute("SAVEPOINT here")
        try:
            small.execute(f'UPDATE "{table}" SET "{column}" = ?', (value,))
        except sqlite3.IntegrityError:
            pass
        else:
            accepted.append((table, column, value))
        small.execute("ROLLBACK TO here")
    assert len(changes) > 500
    assert accepted == []


def test_a_key_stands_once(small: sqlite3.Connection) -> None:
    """Every row has a key of its own: written again, it is refused."""
    for table in filter(lambda one: rows_of(small, one), tables().values()):
        names = ", ".join(f'"{one.name}"' for one in table.columns)
        with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
            small.execute(f'INSERT INTO "{table.name}" ({names}) SELECT {names} FROM "{table.name}" LIMIT 1')


def test_references_are_found_by_an_index(small: sqlite3.Connection) -> None:
    """No query by a reference has to go through a whole table."""
    for table in tables().values():
        for key in table.foreign_keys:
            where = " AND ".join(f'"{one}" = 1' for one in key.columns)
            plan = small.execute(f'EXPLAIN QUERY PLAN SELECT * FROM "{table.name}" WHERE {where}').fetchall()
            assert all(row[3].startswith("SEARCH") for row in plan), (table.name, key)


def test_a_label_is_the_first_name_there_is(small: sqlite3.Connection) -> None:
    """English comes before Vietnamese, and that before Japanese."""
    names = [("x-1", None, None, "日本"), ("x-2", None, "Bộ", "省"), ("x-3", "Ministry", "Bộ", None)]
    small.executemany("INSERT INTO records VALUES (?, 'organizations', 'x')", [one[:1] for one in names])
    small.executemany(
        "INSERT INTO organizations (id, name_en, name_vi, name_ja, kind) VALUES (?, ?, ?, ?, 'ministry')", names
    )
    found = small.execute("SELECT label FROM organizations WHERE id LIKE 'x-%' ORDER BY id").fetchall()
    assert found == [("日本",), ("Bộ",), ("Ministry",)]
