"""What changed within a record: compared and changed accordingly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import DiffError
from vnjp_dataset.changes import FieldChange
from vnjp_dataset.changes import fields as module
from vnjp_dataset.changes.fields import change_fields, compare_fields

KEYS = st.sampled_from(("a", "b", "sources", "long_name"))
SCALARS = st.sampled_from(("x", "y", "", 0, 1, 1.5, True, False))
PLAIN = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=6) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=20
)
RECORDS = st.dictionaries(KEYS, PLAIN, max_size=4)


@given(RECORDS, RECORDS)
def test_changes_lead_from_old_to_new(old: dict[str, object], new: dict[str, object]) -> None:
    """Applied to the old record, what changed gives the new one, and nothing else does."""
    changes = compare_fields(old, new)
    assert repr(sorted(change_fields(old, changes).items(), key=str)) == repr(sorted(new.items(), key=str)) or (
        change_fields(old, changes) == new
    )
    assert bool(changes) == (module.canonical(old) != module.canonical(new))


@given(RECORDS)
def test_nothing_changed_is_no_change(record: dict[str, object]) -> None:
    """A record does not differ from itself."""
    assert compare_fields(record, record) == ()
    assert change_fields(record, ()) == record


@given(RECORDS, RECORDS, RECORDS)
def test_changes_fit_one_record_only(old: dict[str, object], new: dict[str, object], other: dict[str, object]) -> None:
    """Applied to a record that differs where something changed, changes are refused; nothing is lost silently."""
    changes = compare_fields(old, new)
    try:
        made = change_fields(other, changes)
    except DiffError:
        return
    # They went through: then the record held what the changes found, and going back gives it again.
    back = compare_fields(made, other)
    assert change_fields(made, back) == other


def test_a_list_says_what_came_and_went() -> None:
    """Items that stay are not mentioned when others come and go."""
    old = {"sources": [{"document": "a"}, {"document": "b"}, {"document": "c"}]}
    new = {"sources": [{"document": "b"}, {"document": "c"}, {"document": "d"}]}
    assert compare_fields(old, new) == (
        FieldChange("sources[0]", {"document": "a"}, None),
        FieldChange("sources[2]", None, {"document": "d"}),
    )


def test_an_item_says_what_changed_in_it() -> None:
    """One value in an item of a list is one change, with its path."""
    old = {"itinerary": [{"activity": "talks", "place": "hanoi"}]}
    new = {"itinerary": [{"activity": "talks", "place": "hue"}]}
    (change,) = compare_fields(old, new)
    assert (change.path, change.old, change.new, change.field) == ("itinerary[0].place", "hanoi", "hue", "itinerary")
    assert str(change) == "itinerary[0].place: hanoi → hue"


def test_true_is_not_one() -> None:
    """Values are equal only if JSON writes them alike."""
    assert compare_fields({"a": True}, {"a": 1}) == (FieldChange("a", True, 1),)


def test_very_long_lists_are_compared_as_wholes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists so long that finding what moved would take too long are one change."""
    monkeypatch.setattr(module, "LONG", 3)
    changes = compare_fields({"a": ["x", "y"]}, {"a": ["y", "z"]})
    assert changes == (FieldChange("a", ["x", "y"], ["y", "z"]),)
    assert change_fields({"a": ["x", "y"]}, changes) == {"a": ["y", "z"]}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (FieldChange("a", "y", "z"), "`a`: expected y there, got x"),
        (FieldChange("a", None, "z"), "`a`: expected – there, got x"),
        (FieldChange("a.b", "x", "y"), "expected a list or mapping"),
        (FieldChange("b[3]", "x", None), "`b[3]`: expected something there"),
        (FieldChange("b[3]", None, "x"), "`b[3]`: expected something there"),
        (FieldChange("b[3]", "x", "y"), "`b[3]`: expected something there"),
        (FieldChange("b[3].c", "x", "y"), "`b[3].c`: expected something there"),
        (FieldChange("c.d", "x", "y"), "`c.d`: expected something there"),
        (FieldChange("b.c", "x", "y"), "expected a list or mapping"),
        (FieldChange("a b", "x", "y"), "expected a field path, got `a b`"),
        (FieldChange("", "x", "y"), "expected a field path, got ``"),
        (FieldChange("a[99999999]", "x", "y"), "expected a field path"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change: FieldChange, message: str) -> None:
    """A change is made only where what it found before is there."""
    with pytest.raises(DiffError) as caught:
        change_fields({"a": "x", "b": ["x"]}, [change])
    assert message in str(caught.value)
