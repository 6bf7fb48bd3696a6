"""Whether a value has the type that its class declares; what every model class stands on."""

import functools
import operator
import types
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal

import attrs

from vnjp_dataset.errors import Flaw, InvalidValueError, sayable
from vnjp_dataset.model.ids import GRAMMARS
from vnjp_dataset.nearest import did_you_mean

Check = Callable[[object, str], Iterator[Flaw]]


# Classes are made by way of the text of their annotations: a repr of its own would cost each field a call.
@attrs.frozen(eq=False, repr=False)
class Doc:
    """What a field means, written where it is declared; the codebook is made from it."""

    text: str


class Value:
    """Base of the model's classes: a value of the wrong shape, or one that breaks a rule, cannot be built.

    Equality, hash and repr stand here once; made for each class by attrs, they would take a quarter of the time that
    it takes to import the model.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        flaws = list(shape_flaws(self)) or list(self.flaws())
        if flaws:
            raise InvalidValueError(type(self).__name__, flaws)

    def flaws(self) -> Iterator[Flaw]:
        """Yield what breaks the class's own rules; called only on values of the right shape."""
        yield from ()

    def __eq__(self, other: object) -> bool:
        cls = class_of(self)
        return _parts(cls)(self) == _parts(cls)(other) if cls is class_of(other) else NotImplemented

    def __hash__(self) -> int:
        cls = class_of(self)
        return hash((cls, _parts(cls)(self)))

    def __repr__(self) -> str:
        """Show what is set, and leave out what is not."""
        fields = attrs.fields(class_of(self))
        shown = (f"{one.name}={value!r}" for one in fields if (value := getattr(self, one.name)) not in (None, ()))
        return f"{type(self).__name__}({', '.join(shown)})"


def shape_flaws(value: Value) -> Iterator[Flaw]:
    """Yield each attribute, or part of one, that is not of its declared type."""
    for name, check in _checks(class_of(value)):
        yield from check(getattr(value, name), name)


def class_of(value: object) -> type:
    """Return a value's class, typed as caches and attrs take it."""
    return type(value)


@functools.cache
def _parts(cls: type) -> Callable[[object], object]:
    return operator.attrgetter(*(one.name for one in attrs.fields(cls)))


def field_types(cls: type) -> tuple[tuple["attrs.Attribute[object]", object, str], ...]:
    """Return a class's attributes in order, each with its type without `Annotated` and its documentation."""
    return tuple((one, *_undocumented(one.type)) for one in attrs.fields(cls))


def unwrap(declared: object) -> tuple[object, bool]:
    """Split ``X | None`` into X and whether None is allowed."""
    if typing.get_origin(declared) in (types.UnionType, typing.Union):
        others = tuple(arg for arg in typing.get_args(declared) if arg is not types.NoneType)
        if len(others) == 1:
            return others[0], True
    return declared, False


def _undocumented(declared: object) -> tuple[object, str]:
    if typing.get_origin(declared) is typing.Annotated:
        inner, *notes = typing.get_args(declared)
        return inner, " ".join(note.text for note in notes if isinstance(note, Doc))
    return declared, ""


@functools.cache
def _checks(cls: type) -> tuple[tuple[str, Check], ...]:
    return tuple((one.name, _check(declared)) for one, declared, _ in field_types(cls))


def _check(declared: object) -> Check:
    inner, optional = unwrap(declared)
    if optional:
        check = _check(inner)
        return lambda value, path: iter(()) if value is None else check(value, path)
    origin = typing.get_origin(inner)
    if origin is typing.Literal:
        return functools.partial(_check_word, typing.get_args(inner))
    if origin is tuple:
        return functools.partial(_check_tuple, _check(typing.get_args(inner)[0]))
    if inner in GRAMMARS:
        return functools.partial(_check_name, inner)
    if isinstance(inner, type):
        return functools.partial(_check_class, inner)
    raise TypeError(f"no shape for {inner!r}")


def _check_word(words: tuple[str, ...], value: object, path: str) -> Iterator[Flaw]:
    if value not in words:
        hint = did_you_mean(value, words) if isinstance(value, str) else ""
        yield Flaw(path, f"one of {', '.join(words)}", shown(value), hint, "vocabulary")


def _check_tuple(check: Check, value: object, path: str) -> Iterator[Flaw]:
    if not isinstance(value, tuple):
        yield Flaw(path, "a tuple", shown(value))
        return
    for index, one in enumerate(typing.cast("tuple[object, ...]", value)):
        yield from check(one, f"{path}[{index}]")


def _check_name(kind: object, value: object, path: str) -> Iterator[Flaw]:
    grammar = GRAMMARS[kind]
    if not isinstance(value, str) or not grammar.pattern.fullmatch(value):
        yield Flaw(path, grammar.words, shown(value), rule="name")


def _check_class(cls: type, value: object, path: str) -> Iterator[Flaw]:
    if not isinstance(value, cls) or (cls is int and isinstance(value, bool)):
        yield Flaw(path, f"a {_WORDS.get(cls, cls.__name__)}", shown(value))
    elif cls is str and not typing.cast("str", value).strip():
        yield Flaw(path, "a text that is not empty", shown(value), "leave the key out where nothing is known")
    elif cls is int and abs(typing.cast("int", value)) >= 10**DIGITS:
        yield Flaw(path, f"a whole number of at most {DIGITS} digits", shown(value))
    elif cls is Decimal and not fits(typing.cast("Decimal", value)):
        yield Flaw(path, f"a number of at most {DIGITS} digits before and {PLACES} after the point", shown(value))


DIGITS, PLACES = 30, 20
"""How long a number may be: what can be built can be written and read again."""


def fits(value: Decimal) -> bool:
    """Whether a number is no longer than one may be."""
    exponent = value.as_tuple().exponent  # a letter for what is infinite or not a number
    return isinstance(exponent, int) and exponent >= -PLACES and value.adjusted() < DIGITS


_WORDS: dict[type, str] = {str: "text", int: "whole number", bool: "true or false", Decimal: "number"}


def is_text(text: str) -> bool:
    """Whether a text can be written: half of a surrogate pair cannot."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def shown(value: object) -> str:
    """Return a value as messages show it: text in backticks, anything long cut short."""
    text = f"`{value}`" if isinstance(value, str) else repr(value)
    return sayable(text if len(text) <= 90 else f"{text[:88]}…")
