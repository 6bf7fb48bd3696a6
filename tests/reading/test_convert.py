"""Plain data to records and back."""

import json
import typing
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset.errors import Flaw, InvalidValueError
from vnjp_dataset.model import KINDS, Record, Visit
from vnjp_dataset.reading import structure, unstructure
from vnjp_dataset.strategies import records, visits

PLAIN: dict[str, Any] = {
    "direction": "VN-JP",
    "lead": "vo-van-thuong",
    "office": "president-of-vietnam",
    "start": "2023-11-27",
    "end": "2023-11-30",
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def _without_id(plain: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name != "id"}


def _flaws(plain: object, cls: type[Record] = Visit) -> tuple[Flaw, ...]:
    with pytest.raises(InvalidValueError) as caught:
        structure(plain, cls, "2023-x")
    return caught.value.flaws


@given(records())
def test_structure_undoes_unstructure(record: Record) -> None:
    """A record made plain and structured again is equal, by way of JSON too."""
    plain = unstructure(record)
    assert plain["id"] == record.id
    assert next(iter(plain)) == "id"
    assert structure(_without_id(plain), type(record), record.id) == record
    through_json: dict[str, Any] = json.loads(json.dumps(plain))
    assert structure(_without_id(through_json), type(record), record.id) == record


@given(records())
def test_every_number_may_be_text(record: Record) -> None:
    """YAML is read as text only: a record's plain data with all numbers and truth values as text says the same."""
    assert structure(_as_text(_without_id(unstructure(record))), type(record), record.id) == record


def _as_text(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _as_text(value) for key, value in typing.cast("dict[str, Any]", plain).items()}
    if isinstance(plain, list):
        return [_as_text(value) for value in typing.cast("Iterable[Any]", plain)]
    if isinstance(plain, bool):
        return "true" if plain else "false"
    return str(plain)


@given(visits())
def test_defaults_are_left_out(visit: Visit) -> None:
    """Plain data holds no None, no empty list, and no value that is its field's default."""
    plain = unstructure(visit)
    assert None not in plain.values()
    assert [] not in plain.values()
    assert plain.get("status") != "held"


@given(st.sampled_from([kind.record for kind in KINDS.values()]), ANYTHING)
def test_anything_is_a_record_or_refused(cls: type[Record], plain: object) -> None:
    """Whatever stands in a file, the result is a record or an InvalidValueError with at least one flaw."""
    try:
        record = structure(plain, cls, "some-id")
    except InvalidValueError as error:
        told = [str(flaw) for flaw in error.flaws]
    else:
        told = [type(record).__name__]
    assert told
    assert all(told)


@given(visits(), st.data())
def test_spoiling_one_field_names_that_field(visit: Visit, data: st.DataObject) -> None:
    """Plain data of a good record with one part replaced by a mapping of nonsense gives flaws at that part only."""
    plain = _without_id(unstructure(visit))
    key = data.draw(st.sampled_from(sorted(plain)))
    flaws = _flaws({**plain, key: {"nonsense": "x"}})
    assert {flaw.path.partition(".")[0].partition("[")[0] for flaw in flaws} == {key}


Mistake = tuple[dict[str, Any], str, str | None, str, str]
MISTAKES: list[Mistake] = [
    ({"leader": "a"}, "leader", "unknown-key", "a known key, got `leader`", "did you mean `lead`?"),
    ({"zzz": "a"}, "zzz", "unknown-key", "a known key, got `zzz`", "known keys: id, "),
    ({"id": "a"}, "id", "unknown-key", "no `id` key, got `a`", "the file's name"),
    ({"start": "2023-02-30"}, "start", "date", "a date such as", "2023-02 has 28 days"),
    ({"start": ["2023"]}, "start", "type", "a text, got a list", ""),
    ({"direction": "VNJP"}, "direction", "vocabulary", "one of VN-JP, JP-VN, got `VNJP`", "did you mean `VN-JP`?"),
    ({"direction": {"a": "b"}}, "direction", "vocabulary", "got a mapping", ""),
    ({"lead": "Vo Van Thuong"}, "lead", "name", "an id of lower-case", ""),
    ({"lead": ""}, "lead", "name", "got nothing", "leave the key out"),
    ({"summary": ""}, "summary", "type", "a text, got nothing", "leave the key out"),
    ({"summary": " "}, "summary", "type", "a text, got ` `", ""),
    ({"summary": None}, "summary", None, "", ""),
    ({"fields": "trade"}, "fields", "type", "a list, got `trade`", "put `- `"),
    ({"fields": ["trade", "Ab"]}, "fields[1]", "name", "an id of", ""),
    ({"labels": "official"}, "labels", "type", "a mapping with vn, jp, got `official`", ""),
    ({"labels": {"vn": {"style": "offical-visit"}}}, "labels.vn.style", "vocabulary", "", "`official-visit`"),
    ({"labels": {"vn": {}}}, "labels.vn", "missing-key", "the key `style`, got nothing", "add `style:`"),
    ({"counts": {"activities": {"value": "many"}}}, "counts.activities.value", "type", "a whole number", ""),
    ({"counts": {"activities": {"value": "1,000"}}}, "counts.activities.value", "type", "", "write digits only"),
    ({"counts": {"activities": {"value": "0.5"}}}, "counts.activities.value", "type", "", "write digits only"),
    ({"counts": {"activities": {"value": True}}}, "counts.activities.value", "type", "got True", ""),
    ({"invited_by": [{}]}, "invited_by[0]", "empty", "at least one of person", ""),
    ({"invited_by": [{"person": "a", "offce": "b"}]}, "invited_by[0].offce", "unknown-key", "", "`office`"),
    ({"end": "2023-11-26"}, "end", "end-after-start", "no date before the start, 2023-11-27", ""),
    (
        {"sources": [{"document": "a/b", "supports": ["start"], "announcement": "yes"}]},
        "sources[0].announcement",
        "type",
        "true or false, got `yes`",
        "",
    ),
]


@pytest.mark.parametrize(("change", "path", "rule", "message", "hint"), MISTAKES)
def test_each_mistake_is_named(change: dict[str, Any], path: str, rule: str | None, message: str, hint: str) -> None:
    """A mistake gives one flaw, at its place, that says what was expected and what to do."""
    if rule is None:
        assert structure({**PLAIN, **change}, Visit, "2023-x").id == "2023-x"
        return
    (flaw,) = _flaws({**PLAIN, **change})
    assert (flaw.path, flaw.rule) == (path, rule)
    assert message in flaw.message
    assert hint in flaw.hint


def test_all_mistakes_are_named_at_once() -> None:
    """Mistakes in different fields are all reported, once each."""
    plain = {**PLAIN, "start": "x", "direction": "x", "fields": ["A", "B"], "leader": "x"}
    del plain["office"]
    found = sorted((flaw.path, flaw.rule) for flaw in _flaws(plain))
    assert found == [
        ("", "missing-key"),
        ("direction", "vocabulary"),
        ("fields[0]", "name"),
        ("fields[1]", "name"),
        ("leader", "unknown-key"),
        ("start", "date"),
    ]


@pytest.mark.parametrize("plain", [None, "text", ["a"], 3])
def test_a_record_is_a_mapping(plain: object) -> None:
    """A file that holds something else is refused as a whole."""
    (flaw,) = _flaws(plain)
    assert flaw.expected == "a mapping"


def test_truth_values_are_words() -> None:
    """`true` and `false` are the two truth values of YAML text; JSON brings its own."""
    for value, meant in (("true", True), ("false", False), (True, True), (False, False)):
        plain = {**PLAIN, "sources": [{"document": "a/b", "supports": ["start"], "announcement": value}]}
        record = structure(plain, Visit, "2023-x")
        assert isinstance(record, Visit)
        assert record.sources[0].announcement is meant
