"""Records from JSON: everything wrong with them at once."""

from typing import Any

import pytest
from fuzz.outcome import refusal
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.errors import MAX_PROBLEMS, InvalidDataError, Problem
from vnjp_dataset.model import KINDS
from vnjp_dataset.reading import read_plain, unstructure
from vnjp_dataset.strategies import datasets

FILE = "some.json"
PLACE: dict[str, Any] = {"id": "hanoi", "name": {"en": "Hanoi"}, "country": "VN", "kind": "municipality"}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def _problems(kinds: Any) -> tuple[Problem, ...]:
    with pytest.raises(InvalidDataError) as caught:
        read_plain(kinds, FILE)
    assert all(one.file == FILE for one in caught.value.problems)
    return caught.value.problems


@settings(max_examples=12)
@given(datasets())
def test_a_dataset_comes_out_as_it_went_in(dataset: Dataset) -> None:
    """The plain form of a dataset's records gives equal records, and kinds that are left out have none."""
    plain: dict[str, object] = {
        kind: [unstructure(one) for one in dataset.records(kind)] for kind in KINDS if dataset.records(kind)
    }
    found = read_plain(plain, FILE)
    assert set(found) == set(KINDS)
    assert Dataset(found, version=dataset.version) == dataset


@given(st.dictionaries(st.sampled_from([*KINDS, "other", ""]), ANYTHING | st.lists(ANYTHING), max_size=4))
def test_anything_is_records_or_refused(kinds: dict[str, Any]) -> None:
    """Whatever stands under whatever name, it is records or an InvalidDataError that says why."""
    error = refusal(lambda: read_plain(kinds, FILE))
    assert error is None or isinstance(error, InvalidDataError)


def test_everything_wrong_is_told_at_once() -> None:
    """Unknown kinds, what is no list or record, repeated ids and flaws in records: all of it, each once."""
    found = _problems(
        {
            "plcaes": [],
            "visits": {"id": "a"},
            "places": [
                PLACE,
                PLACE,
                {"name": {"en": "Nowhere"}},
                {**PLACE, "id": "Hanoi"},
                {**PLACE, "id": "ha-nội"},
                "hanoi",
                {**PLACE, "id": "hue", "kind": "citty", "country": "Vietnam", "x": 1},
            ],
            "people": [{"id": "hanoi", "country": "VN"}, {"id": "an"}],
        }
    )
    assert sorted((one.rule, one.record, one.path) for one in found) == [
        ("duplicate-id", "hanoi", ""),
        ("duplicate-id", "hanoi", ""),
        ("id", "", "places[2]"),
        ("id", "", "places[3]"),
        ("id", "", "places[4]"),
        ("id", "", "places[5]"),
        ("missing-key", "an", ""),
        ("missing-key", "an", ""),
        ("missing-key", "hanoi", ""),
        ("name", "hue", "country"),
        ("type", "", "visits"),
        ("unknown-key", "", ""),
        ("unknown-key", "hue", "x"),
        ("vocabulary", "hue", "kind"),
    ]
    assert [one.hint for one in found if one.rule == "unknown-key" and not one.record] == ["did you mean `places`?"]


@pytest.mark.parametrize(
    "other",
    [
        "Hanoi",
        "HANOI",
        "hano\u0131",
        "h\u0430noi",
        "hanoi\u200b",
        "\u202ehanoi",
        "hanoi\n",
        "hanoi\x00",
        "ｈａｎｏｉ",
        "hánoi",
    ],
)
def test_an_id_that_looks_like_another_is_none(other: str) -> None:
    """Case, homoglyphs, width, marks and what is not seen: no two ids look alike, because the grammar is ASCII."""
    assert [one.rule for one in _problems({"places": [PLACE, {**PLACE, "id": other}]})] == ["id"]


def test_more_problems_than_anyone_reads_are_cut_off() -> None:
    """A hostile file does not make a report of any length; the report says that it is cut."""
    found = _problems({"places": [0] * (MAX_PROBLEMS * 3)})
    assert len(found) == MAX_PROBLEMS + 1
    assert [one.hint for one in found if one.rule == "too-large"] == ["mend those told first"]


def test_one_record_cannot_have_flaws_without_end() -> None:
    """A list of nothing but mistakes, and a mapping of nothing but unknown keys, are told up to a bound."""
    wrong = {
        **PLACE,
        "sources": [{"document": "a/b", "supports": ["A"] * 100_000}],
        **{f"x{n}": 0 for n in range(9000)},
    }
    assert 1000 <= len(_problems({"places": [wrong]})) <= 3000


def test_very_many_unknown_kinds_are_told_up_to_a_bound() -> None:
    """Looking for what was meant takes time, so it is not done for a hundred thousand names."""
    assert len(_problems({f"kind-{number}": [] for number in range(100_000)})) == 100
