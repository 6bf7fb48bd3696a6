"""The strategies make what they say they make."""

import datetime as dt
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from vnjp_dataset import strategies
from vnjp_dataset.checks import check
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import KINDS, PartialDate, Person, PersonName, Record, Text, Value, Visit
from vnjp_dataset.model.dates import Precision
from vnjp_dataset.model.walk import walk

MODEL_CLASSES = [kind.record for kind in KINDS.values()]


@settings(max_examples=25)
@given(strategies.datasets())
def test_datasets_pass_every_check(dataset: Dataset) -> None:
    """A drawn dataset breaks no rule: everything resolves, is in order and is sourced, and nothing is an orphan."""
    assert check(dataset) == ()


@settings(max_examples=15)
@given(strategies.datasets(min_visits=1, max_visits=2))
def test_datasets_have_as_many_visits_as_asked_for(dataset: Dataset) -> None:
    """The number of visits lies within the bounds given."""
    assert 1 <= len(dataset.visits) <= 2


@pytest.mark.parametrize("cls", MODEL_CLASSES)
def test_from_type_makes_records_of_every_class(cls: type[Record]) -> None:
    """With the package installed, Hypothesis knows how to make every kind of record."""

    @settings(max_examples=3, database=None)
    @given(st.from_type(cls))
    def makes(record: Record) -> None:
        assert type(record) is cls

    makes()


@given(st.from_type(PartialDate), st.from_type(Text))
def test_from_type_makes_values(date: PartialDate, text: Text) -> None:
    """Hypothesis knows partial dates and other values too."""
    assert date.earliest <= date.latest
    assert str(text)


@pytest.mark.parametrize("name", sorted(set(strategies.__all__) - {"instances", "datasets"}))
def test_every_strategy_is_documented_and_makes_something(name: str) -> None:
    """Every public strategy has a docstring and works without options."""
    strategy = getattr(strategies, name)
    assert strategy.__doc__

    @settings(max_examples=3, database=None)
    @given(strategy())
    def makes(value: object) -> None:
        assert value is not None

    makes()


def test_the_list_of_names_is_sorted() -> None:
    """`__all__` is in order."""
    assert list(strategies.__all__) == sorted(strategies.__all__)


def test_an_unknown_field_is_refused() -> None:
    """A strategy for a field that the class does not have is a mistake and is said to be one."""
    with pytest.raises(InvalidArgument, match="Visit has no field 'leader'"):
        strategies.visits(leader=st.just("kishida-fumio"))


@given(strategies.visits(direction=st.just("VN-JP"), summary=st.none()))
def test_a_field_named_is_drawn_from_its_own_strategy(visit: Visit) -> None:
    """Fields named are what was asked for."""
    assert visit.direction == "VN-JP"
    assert visit.summary is None


@given(strategies.records())
def test_text_is_nfc_and_names_are_in_script(record: Record) -> None:
    """All text is in form NFC; English names are ASCII, Vietnamese ones Latin, Japanese ones and kana are not."""
    for _, _, value in walk(record):
        if isinstance(value, str):
            assert unicodedata.is_normalized("NFC", value)
        if isinstance(value, (Text, PersonName)):
            assert value.en is None or value.en.isascii()
            assert value.vi is None or all(_script(letter) == "LATIN" for letter in value.vi if letter != " ")
            assert value.ja is None or not value.ja.isascii()
            kana = getattr(value, "kana", None) or ""
            assert {_script(letter) for letter in kana} <= {"HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}


def _script(letter: str) -> str:
    return unicodedata.name(letter).split()[0]


@given(st.data())
def test_partial_dates_keep_within_their_bounds(data: st.DataObject) -> None:
    """Dates that are not open lie between the bounds, are as precise as asked for, and bear marks only if allowed."""
    low, high = sorted((data.draw(st.dates()), data.draw(st.dates())))
    allowed: list[Precision] = data.draw(
        st.lists(st.sampled_from(("day", "month", "year", "interval")), min_size=1, unique=True)
    )
    date = data.draw(strategies.partial_dates(min_value=low, max_value=high, precisions=allowed, marks=False))
    assert low <= date.earliest <= date.latest <= high
    assert date.precision in {*allowed, "day"}
    assert not date.approximate
    assert not date.uncertain


@given(strategies.partial_dates(precisions=["open"], min_value=dt.date(2000, 1, 1)))
def test_open_dates_reach_beyond_the_bounds(date: PartialDate) -> None:
    """Open dates have no first or no last day."""
    assert date.earliest == dt.date.min or date.latest == dt.date.max


@given(strategies.instances(Person, country=st.just("VN")))
def test_instances_make_any_class_of_the_model(person: Person) -> None:
    """`instances` takes the class and strategies for its fields."""
    assert isinstance(person, Value)
    assert person.country == "VN"


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import vnjp_dataset.hypothesis_hook", ("hypothesis", "attrs", "yaml", "cattrs")),
        ("import hypothesis", ("vnjp_dataset.strategies", "vnjp_dataset.dataset", "yaml", "cattrs")),
    ],
)
def test_the_hook_is_light(statement: str, absent: tuple[str, ...]) -> None:
    """Importing Hypothesis does not import the strategies, and the hook's module imports nothing heavy."""
    code = f"import sys; {statement}; print(*sorted(set({absent!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
