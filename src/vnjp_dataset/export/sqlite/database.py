"""The file itself: made in one transaction, the same bytes for the same records."""

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import InvalidDataError, Problem, QueryError
from vnjp_dataset.export.about import About, about
from vnjp_dataset.export.files import staged
from vnjp_dataset.export.sqlite import facts, metadata, schema, search
from vnjp_dataset.export.sqlite.views import views
from vnjp_dataset.export.writing import ALL, Source
from vnjp_dataset.model import KindName, Record
from vnjp_dataset.progress import Track, untracked
from vnjp_dataset.tables import Table, tables_of

DATABASE = "vnjp-dataset.db"
METADATA = "metadata.json"
OLDEST = (3, 37, 0)
"""The first SQLite that has STRICT tables."""
BATCH = 500
"""How many records' rows are put into their tables at a time."""


def write(
    dataset: Dataset, folder: Path, *, kinds: Sequence[KindName] = ALL, track: Track = untracked
) -> tuple[Path, ...]:
    """Write `vnjp-dataset.db`, and `metadata.json` with which Datasette shows it.

    References are written as they are; `PRAGMA foreign_key_check` tells those that lead nowhere. Raises QueryError
    where this Python's SQLite is too old, InvalidDataError where two records share an id.
    """
    if sqlite3.sqlite_version_info < OLDEST:
        raise QueryError(f"the format `sqlite` needs SQLite 3.37, this Python has {sqlite3.sqlite_version}")
    known = about(dataset, kinds)
    with staged(folder) as stage:
        stage.write(DATABASE, b"")  # SQLite would not say in the same way that the folder cannot be written
        with _told(), closing(sqlite3.connect(stage.path(DATABASE), isolation_level=None)) as connection:
            _fill(connection, dataset, known, kinds, track)
        stage.write(METADATA, metadata.text(known, Path(DATABASE).stem, kinds))
    return stage.paths


def _fill(
    connection: sqlite3.Connection, dataset: Source, known: About, kinds: Sequence[KindName], track: Track
) -> None:
    connection.create_function("also", -1, search.also, deterministic=True)
    # The file is moved to its place when it is whole and on the disk: until then nothing needs to be undone.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(f"PRAGMA user_version = {known.schema_version}")
    connection.execute("BEGIN")
    found = tables_of(kinds)
    for statement in (facts.CREATE, *_structure(found), *search.CREATE):
        connection.execute(statement)
    connection.executemany(facts.INSERT, facts.facts_of(known))
    _put_records(connection, found, dataset, kinds, track)
    for statement in (*search.FINISH, *(one.create for one in views(kinds))):
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.execute("VACUUM")


def _structure(found: Iterable[Table]) -> Iterator[str]:
    for table in found:
        yield schema.create(table)
        yield from schema.indexes(table)


def _put_records(
    connection: sqlite3.Connection, found: Sequence[Table], dataset: Source, kinds: Sequence[KindName], track: Track
) -> None:
    """Put the records' rows into all tables, going through each kind once."""
    number = 0
    for kind in kinds:
        fed = {schema.insert(table): table for table in found if table.kind in (kind, None)}
        records = iter(track(dataset.records(kind), kind))
        while batch := tuple(islice(records, BATCH)):
            _put(connection, fed, batch)
            texts = [search.found_by(place, kind, one) for place, one in enumerate(batch, start=number + 1)]
            connection.executemany(search.INSERT, (one.row for one in texts))
            connection.executemany(search.INSERT_NAMED, (row for one in texts for row in one.named))
            number += len(batch)


def _put(connection: sqlite3.Connection, fed: Mapping[str, Table], batch: Sequence[Record]) -> None:
    for statement, table in fed.items():
        connection.executemany(statement, (tuple(map(schema.stored, row)) for row in table.rows(batch)))


@contextmanager
def _told() -> Generator[None]:
    """Tell what SQLite refuses in the words of this library, and a full disk as every other format does."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        problem = Problem(rule="duplicate-id", message=f"expected each id once, got one again: {error}")
        raise InvalidDataError([problem]) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
            raise OSError(str(error)) from error
        raise
