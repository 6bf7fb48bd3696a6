"""Plain data (text, numbers, lists, mappings) to records and back, through cattrs."""

import functools
import itertools
import re
import typing
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from vnjp_dataset.errors import Flaw, InvalidValueError
from vnjp_dataset.model import PartialDate, Record, Value
from vnjp_dataset.model.ids import GRAMMARS
from vnjp_dataset.model.shape import field_types, fits, shown, unwrap
from vnjp_dataset.nearest import did_you_mean

_INTEGER = re.compile(r"-?[0-9]{1,30}")
_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,20})?")
_SHAPES: tuple[tuple[type, str], ...] = ((dict, "a mapping"), (list, "a list"), (type(None), "nothing"))
_BOOLEANS = {"true": True, "false": False}
MAX_FLAWS = 1000
"""How many flaws of one list or mapping are told; the rest come when these are mended."""


def structure(plain: object, cls: type[Record], record_id: str) -> Record:
    """Build a record from plain data.

    Raises InvalidValueError with every flaw of it.
    """
    if not isinstance(plain, dict):
        raise InvalidValueError(cls.__name__, [Flaw("", "a mapping", shown(plain))])
    fields = typing.cast("dict[object, object]", plain)
    if "id" in fields:
        raise InvalidValueError(
            cls.__name__,
            [
                Flaw(
                    "id",
                    "no `id` key",
                    shown(fields["id"]),
                    "the file's name or the table's key is the id",
                    "unknown-key",
                )
            ],
        )
    return build({"id": record_id, **fields}, cls)


V = typing.TypeVar("V", bound=Value)


def build(plain: object, cls: type[V]) -> V:
    """Build a value, such as a part of a record, from plain data.

    Raises InvalidValueError with every flaw of it.
    """
    try:
        return converter().structure(plain, cls)
    except InvalidValueError:
        raise
    except (cattrs.BaseValidationError, Exception) as error:
        flaws = _unique(_flaws(error, ""))
        if not flaws:
            raise
        raise InvalidValueError(cls.__name__, flaws) from None


def build_fields(plain: typing.Mapping[str, object], cls: type[Record]) -> dict[str, object]:
    """Build those fields of a record that plain data have, whatever else the record would need.

    Raises InvalidValueError with every flaw of them.
    """
    declared = {one.name: kind for one, kind, _ in field_types(cls) if one.name != "id"}
    made: dict[str, object] = {}
    flaws: list[Flaw] = []
    for name, value in plain.items():
        if name not in declared:
            hint = did_you_mean(name, declared) or f"known keys: {', '.join(declared)}"
            flaws.append(Flaw(name[:120], "a known key", f"`{name[:60]}`", hint, "unknown-key"))
            continue
        try:
            made[name] = converter().structure(value, typing.cast("type[object]", unwrap(declared[name])[0]))
        except Exception as error:  # all are collected; what is no flaw is raised as it is
            found = list(_flaws(error, name))
            if not found:
                raise
            flaws.extend(found)
    if flaws:
        raise InvalidValueError(cls.__name__, _unique(flaws))
    return made


def unstructure(record: Record) -> dict[str, Any]:
    """Return a record's plain data, its `id` first; fields that say nothing beyond their default are left out."""
    plain: dict[str, Any] = converter().unstructure(record)
    return plain


@functools.cache
def converter() -> cattrs.Converter:
    """Return the converter between plain data and the model; the one place that knows both."""
    made = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True, omit_if_default=True)
    made.register_structure_hook(str, _text)
    made.register_structure_hook(int, functools.partial(_scalar, "a whole number", _INTEGER, int))
    made.register_structure_hook(
        Decimal, functools.partial(_scalar, "a number such as 1500000 or 2.5", _NUMBER, Decimal)
    )
    made.register_structure_hook(bool, _boolean)
    made.register_structure_hook(PartialDate, lambda value, _: PartialDate(_text(value, str)))
    made.register_structure_hook_func(_is_literal, _word)
    made.register_structure_hook_func(_is_name, _name)
    made.register_structure_hook_factory(_is_tuple, functools.partial(_tuple, made))
    made.register_structure_hook_factory(_is_value, functools.partial(_mapping, made))
    made.register_unstructure_hook(PartialDate, str)
    made.register_unstructure_hook(Decimal, _number)
    made.register_unstructure_hook_factory(_is_tuple, functools.partial(_list, made))
    made.register_unstructure_hook_factory(_is_value, functools.partial(_drop_defaults, made))
    return made


def _is_value(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, Value) and attrs.has(cls)


def _is_literal(cls: Any) -> bool:
    return typing.get_origin(cls) is typing.Literal


def _is_tuple(cls: Any) -> bool:
    return typing.get_origin(cls) is tuple


def _is_name(cls: object) -> bool:
    return cls in GRAMMARS


def _item(cls: Any) -> Any:
    return typing.get_args(cls)[0]


def _bad(expected: str, value: object, hint: str = "", rule: str = "type") -> InvalidValueError:
    if value == "":
        return InvalidValueError("", [Flaw("", expected, "nothing", "leave the key out where nothing is known", rule)])
    what = next((words for cls, words in _SHAPES if isinstance(value, cls)), "") or shown(value)
    return InvalidValueError("", [Flaw("", expected, what, hint, rule)])


def _text(value: object, _: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _bad("a text", value)
    return value


def _scalar(expected: str, form: re.Pattern[str], make: Callable[[str], object], value: object, _: object) -> object:
    # JSON brings numbers as numbers, YAML as text; both say the same.
    text = repr(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not form.fullmatch(text):
        hint = "write digits only, without separators" if isinstance(text, str) and re.search(r"[0-9]", text) else ""
        raise _bad(expected, value, hint)
    return make(text)


def _boolean(value: object, _: object) -> bool:
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value not in _BOOLEANS:
        raise _bad("true or false", value)
    return _BOOLEANS[value]


def _word(value: object, cls: object) -> str:
    words: tuple[str, ...] = typing.get_args(cls)
    if not isinstance(value, str) or value not in words:
        hint = did_you_mean(value, words) if isinstance(value, str) else ""
        raise _bad(f"one of {', '.join(words)}", value, hint, "vocabulary")
    return value


def _name(value: object, kind: object) -> str:
    grammar = GRAMMARS[kind]
    if not isinstance(value, str) or not grammar.pattern.fullmatch(value):
        raise _bad(grammar.words, value, rule="name")
    return value


def _tuple(made: cattrs.Converter, cls: Any) -> Callable[[object, object], tuple[object, ...]]:
    item = _item(cls)
    hook = made.get_structure_hook(item)

    def structure_tuple(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise _bad("a list", value, "put `- ` before each item")
        items: list[object] = []
        flaws: list[Flaw] = []
        for index, one in enumerate(typing.cast("list[object]", value)):
            try:
                items.append(hook(one, item))
            except Exception as error:  # noqa: BLE001 - all are collected; what is no flaw is raised again by structure()
                flaws.extend(_flaws(error, f"[{index}]"))
                if len(flaws) >= MAX_FLAWS:
                    break
        if flaws:
            raise InvalidValueError("", flaws)
        return tuple(items)

    return structure_tuple


def _mapping(made: cattrs.Converter, cls: type) -> Callable[[object, object], object]:
    make: Any = make_dict_structure_fn
    from_dict: Callable[[object, type], object] = make(
        cls, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )

    def structure_mapping(value: object, _: object) -> object:
        if not isinstance(value, dict):
            raise _bad(f"a mapping with {', '.join(one.name for one in attrs.fields(cls))}", value)
        return from_dict(typing.cast("object", value), cls)

    return structure_mapping


def _list(made: cattrs.Converter, cls: Any) -> Callable[[Iterable[object]], list[object]]:
    item = _item(cls)
    return lambda values: [made.unstructure(value, unstructure_as=item) for value in values]


def _drop_defaults(made: cattrs.Converter, cls: type) -> Callable[[Any], dict[str, Any]]:
    return make_dict_unstructure_fn(cls, made, _cattrs_omit_if_default=True)


def _number(value: Decimal) -> int | float | str:
    """Return a JSON number where that loses nothing, else text."""
    if not fits(value):
        return str(value)  # from a snapshot that somebody made up: written out it could be of any length
    if value == value.to_integral_value():
        return int(value)
    near = float(value)
    text = repr(near)
    return near if "e" not in text and Decimal(text) == value else f"{value:f}"


def _flaws(error: BaseException, path: str) -> Iterator[Flaw]:
    """Turn cattrs' tree of errors into flaws, each with its path."""
    if isinstance(error, InvalidValueError):
        for flaw in error.flaws:
            yield attrs.evolve(flaw, path=_join(path, flaw.path))
    elif isinstance(error, cattrs.ClassValidationError):
        for one in error.exceptions:
            yield from _class_flaws(one, error.cl, path)


def _class_flaws(error: BaseException, cls: type, path: str) -> Iterator[Flaw]:
    names = tuple(one.name for one in attrs.fields(cls))
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        for key in itertools.islice(sorted(error.extra_fields), MAX_FLAWS):
            hint = did_you_mean(key, names) or f"known keys: {', '.join(names)}"
            yield Flaw(_join(path, key[:120]), "a known key", f"`{key[:60]}`", hint, "unknown-key")
        return
    name = next((note.name for note in getattr(error, "__notes__", ()) if hasattr(note, "name")), "")
    if isinstance(error, KeyError) and not isinstance(error, InvalidValueError):
        yield Flaw(path, f"the key `{name}`", "nothing", f"add `{name}:`", "missing-key")
    else:
        yield from _flaws(error, _join(path, name))


def _join(path: str, rest: str) -> str:
    return f"{path}.{rest}" if path and rest and not rest.startswith("[") else f"{path}{rest}"


def _unique(flaws: Iterable[Flaw]) -> list[Flaw]:
    return list(dict.fromkeys(flaws))
