"""No value of a wrong shape can be built."""

import copy
import pickle
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import model, strategies
from vnjp_dataset.errors import InvalidValueError
from vnjp_dataset.model import KINDS, Count, Office, PartialDate, Quantity, Record, Text, Value, Visit
from vnjp_dataset.model.shape import field_types, shown, unwrap

EXPORTED: dict[str, object] = {name: getattr(model, name) for name in model.__all__}
ABSTRACT = {Value, model.Record, model.SourcedRecord, model.Event}
CLASSES = [one for one in EXPORTED.values() if isinstance(one, type) and issubclass(one, Value) and one not in ABSTRACT]
FEW = settings(max_examples=6)  # for each of some two hundred fields


def named_fields(cls: type[Value]) -> Iterator[tuple[str, object, str]]:
    """Yield each field's name, declared type and documentation."""
    return ((one.name, declared, doc) for one, declared, doc in field_types(cls))


FIELDS = [(cls, name) for cls in CLASSES for name, _, _ in named_fields(cls)]


def _changed(value: Value, name: str, part: object) -> object:
    """Build a value again with one field changed, as an untyped caller might."""
    make: Callable[..., object] = type(value)
    fields = {one: getattr(value, one) for one, _, _ in named_fields(type(value))}
    return make(**{**fields, name: part})


def test_every_kind_of_record_is_tested() -> None:
    """The classes under test are all that records are made of."""
    assert {kind.record for kind in KINDS.values()} < set(CLASSES)


@pytest.mark.parametrize(("cls", "name"), FIELDS)
def test_a_value_of_a_wrong_type_is_refused_with_its_path(cls: type[Value], name: str) -> None:
    """Whatever field of whatever class is given a wrong value: nothing is built, and the error names the field."""
    declared = next(declared for one, declared, _ in field_types(cls) if one.name == name)
    inner, optional = unwrap(declared)
    wrong: list[object] = [object(), 2.5, {"a": 1}, [1], b"bytes", "", " ", "¡"]
    if not optional:
        wrong.append(None)
    if inner is str:
        wrong.remove("¡")
    found = st.sampled_from(wrong)

    @FEW
    @given(strategies.instances(cls), found)
    def refused(value: Value, bad: object) -> None:
        with pytest.raises(InvalidValueError) as caught:
            _changed(value, name, bad)
        assert [flaw.path for flaw in caught.value.flaws] == [name]
        assert name in str(caught.value)

    refused()


TUPLES = [
    (cls, one.name)
    for cls in CLASSES
    for one, declared, _ in field_types(cls)
    if typing.get_origin(unwrap(declared)[0]) is tuple
]


@pytest.mark.parametrize(("cls", "name"), TUPLES)
def test_a_wrong_item_is_refused_with_its_place(cls: type[Value], name: str) -> None:
    """Each wrong item of a tuple is named with its index."""

    @FEW
    @given(strategies.instances(cls))
    def refused(value: Value) -> None:
        good: tuple[object, ...] = getattr(value, name)
        with pytest.raises(InvalidValueError) as caught:
            _changed(value, name, (*good, 1.5, object()))
        assert [flaw.path for flaw in caught.value.flaws] == [f"{name}[{len(good)}]", f"{name}[{len(good) + 1}]"]

    refused()


@given(strategies.records(), st.data())
def test_records_do_not_change(record: Record, data: st.DataObject) -> None:
    """No field of a record can be set or deleted, and none can be added."""
    name = data.draw(st.sampled_from([one.name for one in attrs.fields(type(record))]))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(record, name, getattr(record, name))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(record, name)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        record.other = 1  # type: ignore[attr-defined]  # the error is meant # pyright: ignore[reportAttributeAccessIssue]


@given(strategies.records())
def test_copies_are_equal_with_equal_hashes(record: Record) -> None:
    """A record pickled, copied, or built again from its fields equals itself, and so do the hashes."""
    fields = {one.name: getattr(record, one.name) for one in attrs.fields(type(record))}
    copies = (
        pickle.loads(pickle.dumps(record)),  # noqa: S301 - our own bytes
        copy.copy(record),
        copy.deepcopy(record),
        type(record)(**fields),
    )
    for other in copies:
        assert other == record
        assert hash(other) == hash(record)
        assert repr(other) == repr(record)


@given(strategies.records(), strategies.record_ids())
def test_a_record_with_another_id_is_another(record: Record, other_id: model.RecordId) -> None:
    """Equality looks at every field, the id included."""
    assert (attrs.evolve(record, id=other_id) == record) == (other_id == record.id)


@given(strategies.visits(), strategies.agreements())
def test_records_of_two_classes_are_never_equal(visit: Visit, agreement: Record) -> None:
    """A visit is no agreement, whatever its fields."""
    assert visit != agreement
    assert len({visit, agreement, visit}) == 2


def test_a_word_of_no_vocabulary_comes_with_a_guess() -> None:
    """A misspelt word of a closed list is met with the nearest one."""
    with pytest.raises(InvalidValueError) as caught:
        Office(id=model.RecordId("x"), title=Text(en="X"), country=model.CountryCode("VN"), rank="minster")  # type: ignore[arg-type]  # the error is meant # pyright: ignore[reportArgumentType]
    flaw = caught.value.flaws[0]
    assert flaw.rule == "vocabulary"
    assert flaw.hint.startswith("did you mean `minister`")


def test_true_is_no_number() -> None:
    """A truth value does not pass for a number, although Python thinks so."""
    with pytest.raises(InvalidValueError, match="a whole number"):
        Count(value=True)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-sNaN", "1E+30", "1E-21"])
def test_numbers_are_finite_and_of_bounded_length(number: str) -> None:
    """A number that could not be written out and read again is not built."""
    with pytest.raises(InvalidValueError, match="at most 30 digits before and 20 after the point"):
        Quantity(value=Decimal(number), unit="doses")
    assert Quantity(value=Decimal("9" * 30 + "." + "9" * 20), unit="doses").unit == "doses"


def test_whole_numbers_are_of_bounded_length() -> None:
    """Thirty digits are enough for anything."""
    assert Count(value=10**30 - 1).value
    with pytest.raises(InvalidValueError, match="at most 30 digits"):
        Count(value=10**30)


@pytest.mark.parametrize("cls", CLASSES)
def test_every_field_is_documented(cls: type[Value]) -> None:
    """Each field says what it means where it is declared: the codebook is made from it."""
    assert cls.__doc__
    for one, _, doc in field_types(cls):
        assert doc.endswith((".", "...")), one.name


def test_an_undeclared_shape_is_a_mistake_of_the_class() -> None:
    """A field whose type the model cannot check is refused when the class is first used."""

    @attrs.frozen(kw_only=True)
    class Odd(Value):
        field: "dict[str, int] | None" = None
        other: set[int] = attrs.field(factory=set[int])

    with pytest.raises(TypeError, match="no shape for"):
        Odd()


def test_a_union_of_two_things_is_not_optional() -> None:
    """Only `X | None` is taken apart."""
    assert unwrap(str | None) == (str, True)
    assert unwrap(str | int) == (str | int, False)


@given(st.text() | st.integers() | strategies.partial_dates())
def test_shown_values_are_short(value: str | int | PartialDate) -> None:
    """Whatever is wrong, the message shows at most a line of it."""
    assert len(shown(value)) <= 90
