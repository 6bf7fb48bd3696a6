"""The whole dataset, read once."""

import pytest

from vnjp_dataset import Dataset, load


@pytest.fixture(scope="session")
def ds() -> Dataset:
    """Return the whole dataset."""
    return load()
