"""What the tests of the rules share: the base tree's dataset, changed datasets, and a rule's findings."""

import importlib
import os
import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from vnjp_dataset import Dataset, load
from vnjp_dataset.checks import RULES
from vnjp_dataset.model import KINDS, KindName, Record, Value

Ask = Callable[[str, Dataset], list[tuple[str, str]]]
Breaches = Callable[..., list[tuple[str, str]]]
With = Callable[..., Dataset]
Replaced = Callable[[Record, str, object], Record]

ASKING = {"offices": ("visits",), "parts": ("documents", "offices"), "stays": ("clashes",)}
"""The modules of rules that use the functions of a module."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ask a mutant, of which mutmut makes over a thousand, its module's own tests and its rules' broken trees only."""
    package, _, mutant = os.environ.get("MUTANT_UNDER_TEST", "").rpartition("checks.")
    module = mutant.partition(".")[0]
    if package != "vnjp_dataset." or module in ("rule", "rules"):
        return
    modules = (module, *ASKING.get(module, ()))
    found = (importlib.import_module(f"vnjp_dataset.checks.{one}") for one in modules)
    rules = {rule.id for one in found for rule in getattr(one, "RULES", ())}
    items[:] = [
        item
        for item in items
        if item.path.stem.removeprefix("test_") in modules
        or (item.path.stem == "test_trees" and item.name.partition("[")[2].partition(":")[0] in rules)
    ]


@pytest.fixture(scope="session")
def base() -> Dataset:
    """Return the dataset of the base tree, in which nothing is wrong."""
    return load(Path(__file__).parent / "base")


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Return a function that asks one rule about a dataset: record and path of each finding, in order."""
    rules = {rule.id: rule for rule in RULES}

    def asked(rule: str, dataset: Dataset) -> list[tuple[str, str]]:
        return sorted((one.record, one.path) for one in rules[rule].problems(dataset))

    return asked


@pytest.fixture(scope="session")
def using() -> With:
    """Return a function that adds records to a dataset, in place of those that have their ids."""

    def with_records(dataset: Dataset, *records: Record) -> Dataset:
        kept = {record.id: record for record in (*dataset, *records)}
        found: dict[KindName, list[Record]] = {kind: [] for kind in KINDS}
        for record in kept.values():
            found[_kind(record)].append(record)
        return Dataset(found)

    return with_records


def _kind(record: Record) -> KindName:
    return next(kind.name for kind in KINDS.values() if type(record) is kind.record)


@pytest.fixture(scope="session")
def breaches(base: Dataset, ask: Ask, using: With) -> Breaches:
    """Return a function that asks one rule about the base dataset with other records in it."""

    def breaches_by(rule: str, *records: Record) -> list[tuple[str, str]]:
        return ask(rule, using(base, *records))

    return breaches_by


@pytest.fixture(scope="session")
def replaced() -> Replaced:
    """Return a function that gives a record with another value at a path."""

    def put(value: object, path: str, new: object) -> object:
        if not path:
            return new
        if path.startswith("["):
            index, _, rest = path[1:].partition("]")
            assert isinstance(value, tuple)
            items = list(typing.cast("tuple[object, ...]", value))
            items[int(index)] = put(items[int(index)], rest.removeprefix("."), new)
            return tuple(items)
        name, rest = path, ""
        if cut := min((path.find(mark) for mark in ".[" if mark in path), default=0):
            name, rest = path[:cut], path[cut:].removeprefix(".")
        assert isinstance(value, Value)
        changed: dict[str, Any] = {name: put(getattr(value, name), rest, new)}
        return attrs.evolve(value, **changed)  # type: ignore[misc]  # every subclass of Value is an attrs class

    def replaced_in(record: Record, path: str, new: object) -> Record:
        made = put(record, path, new)
        assert isinstance(made, Record)
        return made

    return replaced_in
