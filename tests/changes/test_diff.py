"""Diffs: what they say, and that they lead where they say."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import Dataset, Diff, DiffError, InvalidDataError, apply, diff
from vnjp_dataset.changes import Added, Changed, FieldChange, Removed, State, forms
from vnjp_dataset.changes.apply import apply_plain
from vnjp_dataset.changes.compare import plain_records
from vnjp_dataset.changes.files import read_diff
from vnjp_dataset.model import KINDS, KindName, Place, Record, RecordId, Release, Retired, Visit
from vnjp_dataset.reading import structure
from vnjp_dataset.strategies import datasets

DATASETS = datasets(max_visits=2)


def by_kind(dataset: Dataset) -> Mapping[KindName, tuple[Record, ...]]:
    """Return a dataset's records as its maker takes them."""
    return {kind: dataset.records(kind) for kind in KINDS}


@settings(max_examples=25)
@given(DATASETS, DATASETS)
def test_a_diff_leads_from_old_to_new(old: Dataset, new: Dataset) -> None:
    """The law: what changed from one dataset to another, applied to the first, gives the second."""
    new = Dataset(by_kind(new), version="0.2.0")
    found = diff(old, new)
    made = apply(found, old)
    assert made == new
    assert made.fingerprint == new.fingerprint
    assert (found.old, found.new) == (
        State(old.version, old.fingerprint),
        State(new.version, new.fingerprint),
    )
    assert len(found) == len(list(found))
    assert {one.id for one in found.added} == {one.id for one in new} - {one.id for one in old} | {
        one.id for one in new if one.id in old and new.kind_of(one.id) != old.kind_of(one.id)
    }
    assert all(one.record == new[one.id] for one in found.added)
    assert all(one.record == old[one.id] for one in found.removed)


@settings(max_examples=15)
@given(DATASETS, DATASETS)
def test_a_diff_is_read_as_it_was_written(old: Dataset, new: Dataset) -> None:
    """JSON holds all of a diff."""
    found = diff(old, new)
    again = read_diff(found.json().encode(), "diff.json")
    assert again == found
    assert again.json() == found.json()


@settings(max_examples=15)
@given(DATASETS)
def test_nothing_changed_is_an_empty_diff(dataset: Dataset) -> None:
    """A dataset does not differ from itself."""
    found = diff(dataset, dataset)
    assert not found
    assert len(found) == 0
    assert apply(found, dataset) == dataset
    assert str(found) == f"{dataset.version} → {dataset.version}: nothing changed\n"
    assert found.markdown() == "No record changed.\n"


@settings(max_examples=15)
@given(DATASETS, DATASETS)
def test_a_diff_fits_one_dataset_only(old: Dataset, new: Dataset) -> None:
    """A diff is refused by records other than those it was made from."""
    found = diff(old, new)
    if old.fingerprint != new.fingerprint:
        with pytest.raises(DiffError, match="the diff leads from records with the fingerprint"):
            apply(found, new)


def place(name: str, kind: str = "city", english: str = "Place") -> Place:
    """Return a place."""
    return structure({"name": {"en": english}, "country": "VN", "kind": kind}, Place, name)  # type: ignore[return-value] # pyright: ignore[reportReturnType]


def visit(**fields: object) -> Visit:
    """Return a visit."""
    plain = {"direction": "VN-JP", "lead": "a", "office": "b", "start": "2020-05-01", "end": "2020-05-02", **fields}
    found = structure(plain, Visit, "2020-a")
    assert isinstance(found, Visit)
    return found


def between(old: Mapping[KindName, list[Record]], new: Mapping[KindName, list[Record]]) -> Diff:
    """Return what changed between two releases."""
    return diff(Dataset(old, version="0.1.0"), Dataset(new, version="0.2.0"))


CITED = [{"document": "mofa/one", "supports": ["start"]}]


def test_facts_and_sources_are_told_apart() -> None:
    """A changed date is a correction, another source is none."""
    found = between({"visits": [visit()]}, {"visits": [visit(end="2020-05-03", sources=CITED)]})
    (changed,) = found.changed
    assert changed.corrected == (FieldChange("end", "2020-05-02", "2020-05-03"),)
    assert changed.resourced == (FieldChange("sources", None, CITED),)
    assert found.corrected == found.resourced == (changed,)
    assert found.text() == (
        "0.1.0 → 0.2.0: 1 corrected, 1 re-sourced\n\ncorrected\n  visit 2020-a\n    end: 2020-05-02 → 2020-05-03\n\n"
        're-sourced\n  visit 2020-a\n    sources: – → [{"document": "mofa/one", "supports": ["start"]}]\n'
    )
    assert found.markdown() == "- **Corrected:**\n  - 1 visit: `2020-a` (end)\n"
    alone = between({"visits": [visit()]}, {"visits": [visit(sources=CITED)]})
    assert alone.markdown() == "- **Re-sourced:**\n  - 1 visit: `2020-a`\n"


def test_what_was_retired_says_what_became_of_it() -> None:
    """A record that is gone is told with its tombstone, the tombstone not by itself."""
    tombstone = Retired(
        id=RecordId("hue-2"),
        kind="places",
        fate="merged",
        since=Release("0.2.0"),
        reason="It stood here twice.",
        replaced_by=(RecordId("hue"),),
    )
    found = between({"places": [place("hue"), place("hue-2")]}, {"places": [place("hue")], "retired": [tombstone]})
    assert found.tombstones == {"hue-2": tombstone}
    assert [one.id for one in found.removed] == ["hue-2"]
    assert str(found) == (
        "0.1.0 → 0.2.0: 1 retired\n\nretired\n  place hue-2 – merged into hue: It stood here twice.\n"
    )
    assert found.markdown() == "- **Retired:**\n  - `hue-2` – merged into hue: It stood here twice.\n"


def test_without_a_tombstone_that_is_said() -> None:
    """Between states that are no releases a record may be gone without a tombstone."""
    found = between({"places": [place("hue")]}, {})
    assert found.text().endswith("  place hue – no tombstone\n")
    assert found.markdown() == "- **Retired:**\n  - `hue` – withdrawn\n"


def test_new_records_are_named_unless_they_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The change log names what is new by id, and counts it in a first release."""
    found = between({}, {"places": [place("hue"), place("hoi-an")], "visits": [visit()]})
    assert found.markdown() == "- **Added:**\n  - 1 visit: `2020-a`\n  - 2 places: `hoi-an`, `hue`\n"
    assert found.text() == ("0.1.0 → 0.2.0: 3 added\n\nadded\n  visit 2020-a\n  place hoi-an\n  place hue\n")
    monkeypatch.setattr(forms, "MANY", 3)
    assert found.markdown() == "- **Added:**\n  - 1 visit\n  - 2 places\n"


def test_long_values_are_cut_in_the_terminal() -> None:
    """A change takes a line, however long the texts are."""
    found = between({"places": [place("hue")]}, {"places": [place("hue", english="x" * 300)]})
    assert max(map(len, found.text().splitlines())) < 220
    old, new = (f"{'the same beginning ' * 9}{word} and so on" for word in ("before", "after"))
    found = between({"places": [place("hue", english=old)]}, {"places": [place("hue", english=new)]})
    assert "name.en: … the same beginning before and so on → … the same beginning after and so on" in found.text()


EMPTY: dict[str, Any] = {
    "format": 1,
    "old": {"version": "0.1.0", "fingerprint": "0"},
    "new": {"version": "0.2.0", "fingerprint": "1"},
    "added": {},
    "removed": {},
    "changed": {},
}


BAD: list[tuple[Mapping[str, Any], str]] = [
    ({"format": 2}, "format"),
    ({"old": 3}, "old"),
    ({"new": {"version": 1, "fingerprint": "1"}}, "new.version"),
    ({"added": []}, "added"),
    ({"added": {"palaces": [{"id": "a"}]}}, "added.palaces"),
    ({"added": {"places": {}}}, "added.places"),
    ({"added": {"places": [3]}}, "added.places[0]"),
    ({"removed": {"places": [{}]}}, "removed.places[0].id"),
    ({"changed": {"places": [3]}}, "changed.places"),
    ({"changed": {"palaces": {"a": []}}}, "changed.palaces"),
    ({"changed": {"places": {"a": {}}}}, "changed.places.a"),
    ({"changed": {"places": {"a": [["name", 1]]}}}, "changed.places.a[0]"),
    ({"changed": {"places": {"a": [["name", None, None]]}}}, "changed.places.a[0]"),
    ({"changed": {"places": {"a": [[1, None, 2]]}}}, "changed.places.a[0][0]"),
]


@pytest.mark.parametrize(("part", "path"), BAD)
def test_what_is_no_diff_is_refused(part: Mapping[str, object], path: str) -> None:
    """A JSON text of another form is refused with the place of the first thing that is wrong."""
    with pytest.raises(InvalidDataError) as caught:
        read_diff(json.dumps({**EMPTY, **part}).encode(), "diff.json")
    assert [(one.rule, one.path, one.file) for one in caught.value.problems] == [("diff", path, "diff.json")]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda one: st.lists(one) | st.dictionaries(st.text(), one),
    )
)
def test_any_json_is_a_diff_or_refused(plain: object) -> None:
    """Whatever JSON is read as a diff is refused in one way."""
    with pytest.raises(InvalidDataError):
        read_diff(json.dumps(plain).encode(), "diff.json")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"removed": (Removed("places", {"id": "hoi-an"}),)}, "`hoi-an`: expected the record that was taken out"),
        ({"changed": (Changed("places", "hoi-an", (FieldChange("kind", "a", "b"),)),)}, "`hoi-an`: expected a record"),
        ({"changed": (Changed("places", "hue", (FieldChange("kind", "a", "b"),)),)}, "`hue`: `kind`: expected a"),
        ({"added": (Added("places", {"id": "hue"}),)}, "`hue`: expected no record of that id"),
        ({"changed": (Changed("places", "hue", (FieldChange("kind", "city", "site"),)),)}, "expected records with the"),
    ],
)
def test_a_diff_that_does_not_fit_is_refused(change: Mapping[str, Any], message: str) -> None:
    """Nothing is applied where it does not belong, and what comes out is proved by its fingerprint."""
    dataset = Dataset({"places": [place("hue")]}, version="0.1.0")
    state = State("0.1.0", dataset.fingerprint)
    with pytest.raises(DiffError, match=message):
        apply(Diff(old=state, new=State("0.2.0", "1"), **change), dataset)


def test_a_diff_that_leads_to_no_records_is_refused() -> None:
    """What a diff leads to is checked as whatever else is read."""
    dataset = Dataset({"places": [place("hue")]}, version="0.1.0")
    state = State("0.1.0", dataset.fingerprint)
    broken = Changed("places", "hue", (FieldChange("kind", "city", "palace"),))
    with pytest.raises(InvalidDataError, match="vocabulary"):
        apply(Diff(old=state, new=State("0.2.0", "1"), changed=(broken,)), dataset)


@settings(max_examples=10)
@given(DATASETS)
def test_plain_records_are_in_order(dataset: Dataset) -> None:
    """Kinds stand in their order, records in order of id; applying nothing changes nothing."""
    plain = plain_records(by_kind(dataset))
    assert list(plain) == list(KINDS)
    assert all(list(found) == sorted(found) for found in plain.values())
    state = State(dataset.version, dataset.fingerprint)
    assert apply_plain(Diff(old=state, new=state), plain) == plain
