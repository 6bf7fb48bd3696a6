"""The database holds every row of every table, is sound, and is the same for the same records."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnjp_dataset as vnjp
from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidDataError, QueryError
from vnjp_dataset.export import FORMATS
from vnjp_dataset.export.sqlite import DATABASE, facts, write
from vnjp_dataset.export.sqlite.schema import stored
from vnjp_dataset.export.sqlite.views import views
from vnjp_dataset.model import KINDS, CooperationField, FieldId, KindName, Record, Release, Retired, Text, identifier
from vnjp_dataset.tables import Table, tables_of

BASE = Path(__file__).parents[2] / "checks" / "base"
ALL: tuple[KindName, ...] = tuple(KINDS)


def of(table: Table, dataset: Dataset, kinds: Iterable[KindName]) -> list[Record]:
    """Return the records whose rows a table holds."""
    return [one for kind in kinds if table.kind in (kind, None) for one in dataset.records(kind)]


def check(connection: sqlite3.Connection, dataset: Dataset, kinds: Iterable[KindName]) -> None:
    """Compare every row of every table with the dataset, and let SQLite look for damage."""
    for table in tables_of(kinds):
        names = ", ".join(f'"{one.name}"' for one in table.columns)
        found = connection.execute(f'SELECT {names} FROM "{table.name}"').fetchall()
        wanted = [tuple(map(stored, row)) for row in table.rows(of(table, dataset, kinds))]
        assert sorted(found, key=repr) == sorted(wanted, key=repr), table.name
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_whole_dataset_is_there(opened: sqlite3.Connection, dataset: Dataset) -> None:
    """Every record, part and reference is a row, and every reference leads somewhere."""
    check(opened, dataset, ALL)
    assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
    facts = dict(opened.execute("SELECT name, value FROM about").fetchall())
    assert facts["version"] == dataset.version
    assert facts["fingerprint"] == f"sha256:{dataset.fingerprint}"
    assert facts["citation"] == dataset.cite().apa
    assert facts["records"] == str(len(dataset))
    assert opened.execute("PRAGMA user_version").fetchone() == (int(facts["schema_version"]),)


@settings(max_examples=8)
@given(dataset=strategies.datasets(max_visits=2))
def test_any_dataset_is_there(dataset: Dataset) -> None:
    """Whatever the records say, nothing is lost, and the search index fits its table."""
    with TemporaryDirectory() as folder:
        (path, _) = write(dataset, Path(folder))
        with closing(sqlite3.connect(path)) as connection:
            check(connection, dataset, ALL)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")


@settings(max_examples=25)
@given(data=st.data(), kind=st.sampled_from(ALL))
def test_any_record_is_there(data: st.DataObject, kind: KindName) -> None:
    """A record with references that lead nowhere is written as it is; SQLite names them when it is asked."""
    dataset = Dataset({kind: (data.draw(st.from_type(KINDS[kind].record)),)})
    with TemporaryDirectory() as folder:
        (path, _) = write(dataset, Path(folder))
        with closing(sqlite3.connect(path)) as connection:
            check(connection, dataset, ALL)


def test_texts_may_hold_anything(tmp_path: Path) -> None:
    """Quotes, SQL, nulls and control characters come back as they were."""
    texts = ("'); DROP TABLE records; --", '"', "a\x00b", "\x01\x85\u202e", "\ufffe", "</script>", "\U0001f1fb\u0301")
    fields = tuple(
        CooperationField(id=identifier(FieldId, f"f-{place}"), name=Text(en=text), definition=text)
        for place, text in enumerate(texts)
    )
    (path, _) = write(Dataset({"fields": fields}), tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name_en, definition FROM fields ORDER BY id").fetchall()
    assert found == [(text, text) for text in texts]


@pytest.mark.parametrize("kind", ALL)
def test_one_kind_alone_is_whole(kind: KindName, tmp_path: Path) -> None:
    """Only its tables and what they need are there; every view and reference that is there works."""
    dataset = vnjp.load(BASE)
    (path, _) = write(dataset, tmp_path, kinds=(kind,))
    with closing(sqlite3.connect(path)) as connection:
        check(connection, dataset, (kind,))
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for view in views((kind,)):
            connection.execute(f'SELECT * FROM "{view.name}"').fetchall()
        assert connection.execute("SELECT count(*) FROM texts").fetchone() == (len(dataset.records(kind)),)


def test_equal_records_give_equal_bytes(exported: Path, dataset: Dataset, tmp_path: Path) -> None:
    """Neither the order in which records were given nor the place of the file makes a difference."""
    turned = Dataset({kind: tuple(reversed(dataset.records(kind))) for kind in KINDS}, version=dataset.version)
    for path in FORMATS["sqlite"].write(turned, tmp_path):
        assert path.read_bytes() == (exported / path.name).read_bytes()


def test_two_records_of_one_id_are_told(tmp_path: Path) -> None:
    """An id is a key: who brings it twice is told, and no file is written."""
    one = CooperationField(id=identifier(FieldId, "trade"), name=Text(en="Trade"))
    again = Retired(
        id=one.id, kind="fields", fate="withdrawn", since=identifier(Release, "0.2.0"), reason="Never meant."
    )
    with pytest.raises(InvalidDataError, match=r"records\.id"):
        write(Dataset({"fields": (one,), "retired": (again,)}), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_old_sqlite_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """STRICT tables came with SQLite 3.37: without them it is one sentence."""
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(QueryError, match=r"needs SQLite 3\.37"):
        write(Dataset({}), tmp_path)


def test_a_full_disk_is_an_os_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is told as by every other format, and leaves what was there before."""
    (tmp_path / DATABASE).write_bytes(b"before")

    connect = sqlite3.connect

    def full(path: Path, *, isolation_level: None) -> sqlite3.Connection:
        """Open a file on a disk with room for a hundred pages."""
        connection = connect(path, isolation_level=isolation_level)
        connection.execute("PRAGMA max_page_count = 100")
        return connection

    monkeypatch.setattr(sqlite3, "connect", full)
    with pytest.raises(OSError, match="full"):
        write(vnjp.load(BASE), tmp_path)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(DATABASE, b"before")]


def test_another_mistake_is_not_hidden(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A wrong statement of ours stays an error of SQLite."""
    monkeypatch.setattr(facts, "CREATE", "CREATE NONSENSE")
    with pytest.raises(sqlite3.OperationalError, match="syntax error"):
        write(Dataset({}), tmp_path)
    assert list(tmp_path.iterdir()) == []
