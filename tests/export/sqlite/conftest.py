"""The whole dataset in SQLite, made once for the tests of every part of it."""

import sqlite3
from collections.abc import Generator
from contextlib import closing
from pathlib import Path

import pytest

import vnjp_dataset as vnjp
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """Return the dataset as it is installed."""
    return vnjp.load()


@pytest.fixture(scope="session")
def exported(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the whole dataset in SQLite."""
    folder = tmp_path_factory.mktemp("sqlite")
    FORMATS["sqlite"].write(dataset, folder)
    return folder


@pytest.fixture
def opened(exported: Path) -> Generator[sqlite3.Connection]:
    """Open the database, without leave to change it."""
    with closing(sqlite3.connect(f"file:{exported / 'vnjp-dataset.db'}?mode=ro", uri=True)) as connection:
        yield connection
