"""JSON Schemas of what the model declares: of its classes, and of the values in their fields."""

import re
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

import attrs

from vnjp_dataset.export.grammars import form_of
from vnjp_dataset.export.jsonschema.rules import CLASS_RULES, FIELD_RULES, Schema
from vnjp_dataset.model import PartialDate, Record, Value
from vnjp_dataset.model.ids import GRAMMARS
from vnjp_dataset.model.kinds import TARGETS
from vnjp_dataset.model.shape import field_types, unwrap

Holder = Literal["yaml", "json"]
"""What holds the values.

A program that reads YAML finds numbers where no quotes stand, and text where they do: `2002` and `"2002"` are both
dates. In the exported JSON a value has one type.
"""
FieldType = tuple["attrs.Attribute[object]", object, str]
"""A field, its declared type and its documentation."""

_DAY = r"(?!0000)[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?[?~%]?"
_DATE = rf"^({_DAY}|\.\./{_DAY}|{_DAY}/\.\.|{_DAY}/{_DAY})$"
_NUMBER: Schema = {"type": ["number", "string"], "pattern": r"^-?[0-9]{1,30}(\.[0-9]{1,20})?$"}
_SCALARS: Mapping[tuple[object, Holder], Schema] = MappingProxyType(
    {
        (str, "yaml"): {"type": ["string", "number"], "pattern": r"\S"},
        (str, "json"): {"type": "string", "pattern": r"\S"},
        (bool, "yaml"): {"type": ["boolean", "string"], "pattern": "^(true|false)$"},
        (bool, "json"): {"type": "boolean"},
        (int, "yaml"): {"type": ["integer", "string"], "pattern": "^-?[0-9]{1,30}$"},
        (int, "json"): {"type": "integer"},
        (Decimal, "yaml"): _NUMBER,
        (Decimal, "json"): _NUMBER,  # as text where a JSON number would lose digits
        (PartialDate, "yaml"): {"type": ["string", "integer"], "pattern": _DATE, "minimum": 1, "maximum": 9999},
        (PartialDate, "json"): {"type": "string", "pattern": _DATE},
    }
)
_DATES = ("2002-04-27", "2002-04", "2002-04~", "2002-04/2002-06")
_DATE_WORDS = (
    "a date such as 2002, 2002-04 or 2002-04-27, with ~ after it for about and ? for doubtful, "
    "or a stretch such as 2002-04/2002-06, 2002/.. or ../2002"
)


def definitions(roots: Iterable[type[Value]], holder: Holder) -> Schema:
    """Return the schemas that those of some classes refer to, by name and in the order of the names."""
    needed = {_name(one): one for root in roots for one in _below(root, holder)}
    return {name: _definition(needed[name], holder) for name in sorted(needed)}


def class_schema(cls: type[Value], holder: Holder) -> Schema:
    """Return the schema of a class of the model; a record has its id in JSON, and in YAML it stands elsewhere."""
    # What is common to all records comes last, as it does in their files.
    fields = sorted(_fields(cls, holder), key=lambda one: one[0].name in ("sources", "conflicts"))
    required = [one.name for one, _, _ in fields if one.default is attrs.NOTHING]
    return {
        "title": cls.__name__,
        "description": " ".join((cls.__doc__ or "").strip().split("\n\n")[0].split()),
        "type": "object",
        "properties": {one.name: _property(cls, one, annotated, doc, holder) for one, annotated, doc in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
        **CLASS_RULES.get(cls, {}),
    }


def _fields(cls: type[Value], holder: Holder) -> Iterator[FieldType]:
    hidden = ("id",) if issubclass(cls, Record) and holder == "yaml" else ()
    return (one for one in field_types(cls) if one[0].name not in hidden)


def _property(
    cls: type[Value], field: "attrs.Attribute[object]", annotated: object, doc: str, holder: Holder
) -> Schema:
    declared, _ = unwrap(annotated)
    return {
        "description": " ".join((doc, *_hints(field, _item(annotated), holder))),
        **_type(declared, holder),
        **FIELD_RULES.get((cls, field.name), {}),
        # Editors would write a `false` that says nothing into every new citation.
        **({"default": field.default} if _says_something(field.default, holder) else {}),
    }


def _hints(field: "attrs.Attribute[object]", item: object, holder: Holder) -> Iterator[str]:
    """Yield what a reader of a field's documentation may want to know besides."""
    if item in TARGETS and field.name != "id":
        yield f"An id among {TARGETS[item] or 'all records'}."
    elif holder == "yaml" and (item is PartialDate or item in GRAMMARS):
        yield _sentence(_DATE_WORDS if item is PartialDate else GRAMMARS[item].words)
    if isinstance(field.default, (str, bool)):
        yield f"Left out, it is `{str(field.default).lower()}`."


def _says_something(default: object, holder: Holder) -> bool:
    return isinstance(default, str) or (isinstance(default, bool) and holder == "json")


def _type(declared: object, holder: Holder) -> Schema:
    """Return the schema of a value of a declared type; what has a name is referred to by it."""
    if typing.get_origin(declared) is tuple:
        return {"type": "array", "items": _type(typing.get_args(declared)[0], holder)}
    if typing.get_origin(declared) is Literal:
        return {"enum": list(typing.get_args(declared))}
    if _is_defined(declared):
        return {"$ref": f"#/$defs/{_name(declared)}"}
    return _SCALARS[declared, holder]


def _item(annotated: object) -> object:
    declared, _ = unwrap(annotated)
    return typing.get_args(declared)[0] if typing.get_origin(declared) is tuple else declared


def _is_defined(declared: object) -> bool:
    return _is_class(declared) or declared is PartialDate or declared in GRAMMARS


def _is_class(declared: object) -> typing.TypeGuard[type[Value]]:
    return isinstance(declared, type) and issubclass(declared, Value)


def _name(declared: object) -> str:
    return str(getattr(declared, "__name__", declared))


def _below(cls: type[Value], holder: Holder) -> frozenset[object]:
    """Return what has a definition among the fields of a class, and of the classes below it."""
    items = [_item(annotated) for _, annotated, _ in _fields(cls, holder)]
    deeper = (_below(one, holder) for one in items if _is_class(one))
    return frozenset(one for one in items if _is_defined(one)).union(*deeper)


def _definition(declared: object, holder: Holder) -> Schema:
    if _is_class(declared):
        return class_schema(declared, holder)
    if declared is PartialDate:
        return {**_form(_DATE_WORDS, _DATES, holder), **_SCALARS[PartialDate, holder]}
    return name_schema(declared, holder)


def name_schema(declared: object, holder: Holder) -> Schema:
    """Return the schema of an id or code.

    Raises KeyError for a type that is neither.
    """
    grammar, form = GRAMMARS[declared], form_of(declared)
    # To a reader of YAML what an id may look like can be a number: 1e3.
    number = holder == "yaml" and grammar.pattern.fullmatch("1") is not None
    return {
        **_form(grammar.words, re.findall(r"`([^`]+)`", grammar.words), holder),
        "type": ["string", "number"] if number else "string",
        **({"pattern": f"^{form.pattern}$"} if form else {}),
        **({"minLength": form.least, "maxLength": form.most} if form and form.most else {}),
    }


def _form(words: str, examples: Sequence[str], holder: Holder) -> Schema:
    """Return what is said of a form of text.

    Editors of YAML show `patternErrorMessage` instead of the pattern. They also offer examples for what is being
    written, where nothing should stand that no source says: in YAML there are none.
    """
    said: Schema = {"description": _sentence(words)}
    if holder == "yaml":
        return {**said, "patternErrorMessage": f"Expected {words}."}
    return {**said, **({"examples": list(examples)} if examples else {})}


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
