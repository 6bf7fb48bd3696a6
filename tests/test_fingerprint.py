"""The fingerprint says what the records say, and nothing of how they are written down."""

import random
import tempfile
import typing
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.fingerprint import fingerprint
from vnjp_dataset.loading import load
from vnjp_dataset.model import KINDS, KindName, Record, Visit
from vnjp_dataset.reading import unstructure
from vnjp_dataset.strategies import datasets, visits


def _shuffled(plain: Any, order: random.Random) -> Any:
    """Return plain data with the keys of every mapping in another order and every value as text."""
    if isinstance(plain, dict):
        mapping = typing.cast("dict[str, Any]", plain)
        return {key: _shuffled(mapping[key], order) for key in order.sample(list(mapping), len(mapping))}
    if isinstance(plain, list):
        return [_shuffled(one, order) for one in typing.cast("Iterable[Any]", plain)]
    return str(plain).lower() if isinstance(plain, bool) else str(plain)


def _write(dataset: Dataset, root: Path, order: random.Random) -> None:
    """Write a dataset with files in any order, keys in any order, in block, flow or mixed style."""
    kinds = list(KINDS.values())
    order.shuffle(kinds)
    for kind in kinds:
        plain = {record.id: unstructure(record) for record in dataset.records(kind.name)}
        fields = {one: {k: v for k, v in plain[one].items() if k != "id"} for one in sorted(plain)}
        contents = (
            {f"{kind.name}.yaml": {one: _shuffled(fields[one], order) for one in fields}}
            if kind.layout == "table"
            else {f"{kind.name}/{one}.yaml": _shuffled(found, order) for one, found in fields.items()}
        )
        names = list(contents)
        order.shuffle(names)
        for name in names:
            path = root / name
            path.parent.mkdir(exist_ok=True)
            flow = order.choice((True, False, None))
            text = yaml.safe_dump(
                contents[name], default_flow_style=flow, allow_unicode=order.random() < 0.5, sort_keys=False
            )
            if contents[name]:
                path.write_text(f"# a comment\n{text}", encoding="utf-8")


@settings(max_examples=10)
@given(datasets(max_visits=2), st.randoms(use_true_random=False))
def test_order_and_style_make_no_difference(dataset: Dataset, order: random.Random) -> None:
    """A dataset written with files, keys and YAML styles of all sorts loads equal, with the same fingerprint."""
    with tempfile.TemporaryDirectory() as folder:
        _write(dataset, Path(folder), order)
        again = load(folder)
    assert again == dataset
    assert again.fingerprint == dataset.fingerprint


@settings(max_examples=10)
@given(datasets(max_visits=1), st.randoms(use_true_random=False))
def test_the_order_of_records_makes_no_difference(dataset: Dataset, order: random.Random) -> None:
    """Kinds and records may come in any order, and a kind without records is as one that is not there."""
    kinds: list[KindName] = [kind for kind in KINDS if dataset.records(kind)]
    order.shuffle(kinds)
    shuffled: dict[KindName, list[Record]] = {
        kind: order.sample(dataset.records(kind), len(dataset.records(kind))) for kind in kinds
    }
    assert fingerprint(shuffled) == dataset.fingerprint


@given(visits(), visits())
def test_different_records_have_different_fingerprints(one: Visit, other: Visit) -> None:
    """Two records have one fingerprint exactly where they are equal."""
    assert (fingerprint({"visits": [one]}) == fingerprint({"visits": [other]})) == (one == other)


@given(visits(), st.sampled_from(["summary", "status", "fields", "labels"]), st.data())
def test_any_change_of_a_field_changes_it(visit: Visit, name: str, data: st.DataObject) -> None:
    """A record of which one field is changed has another fingerprint."""
    value: object = getattr(data.draw(visits()), name)
    changed = attrs.evolve(visit, **{name: value})  # type: ignore[arg-type]  # a value of the same field # pyright: ignore[reportArgumentType]
    same = fingerprint({"visits": [changed]}) == fingerprint({"visits": [visit]})
    assert same == (changed == visit)


def test_it_is_a_sha256_in_hexadecimal() -> None:
    """Sixty-four hexadecimal digits; that of no records is that of no bytes."""
    assert fingerprint({}) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("version", ["1.0.0", "2.0.0"])
def test_the_version_is_no_part_of_it(version: str) -> None:
    """The fingerprint is over the records, whatever version they are released under."""
    assert Dataset({}, version=version).fingerprint == Dataset({}).fingerprint
