"""The rules of the model's classes as far as JSON Schema can say them; the rest is for the reader alone."""

from collections.abc import Mapping
from types import MappingProxyType

from vnjp_dataset.model import (
    Actor,
    Check,
    Citation,
    Conflict,
    Criteria,
    Level,
    Meeting,
    Milestone,
    OtherName,
    Place,
    Retired,
    Session,
    Text,
    Value,
)
from vnjp_dataset.model.milestones import LEVEL_KINDS

Schema = dict[str, object]


def _where(field: str, words: tuple[str, ...], then: Schema, otherwise: Schema | None = None) -> Schema:
    """Return a rule for the values in which a field has one of some words, and one for all others."""
    test: Schema = {"properties": {field: {"enum": list(words)}}, "required": [field]}
    return {"if": test, "then": then, **({"else": otherwise} if otherwise else {})}


def _without(field: str) -> Schema:
    return {"properties": {field: False}}


def _replaced(rule: Schema) -> Schema:
    return {"required": ["replaced_by"], "properties": {"replaced_by": rule}}


CLASS_RULES: Mapping[type[Value], Schema] = MappingProxyType(
    {
        Text: {"minProperties": 1},
        Actor: {
            "anyOf": [{"required": [one]} for one in ("person", "organization", "country")],
            "dependentRequired": {"office": ["person"]},
        },
        Check: _where("answer", ("ordinal",), {"required": ["through"]}),
        Milestone: {
            "allOf": [
                _where("kind", LEVEL_KINDS, {"required": ["level"]}, _without("level")),
                _where("kind", ("first",), {}, _without("check")),
                {"properties": {"check": {"properties": {"answer": {"const": "ordinal"}}}}},
            ]
        },
        Place: {"dependentRequired": {"latitude": ["longitude"], "longitude": ["latitude"]}},
        Retired: {
            "allOf": [
                _where("fate", ("withdrawn",), {"properties": {"replaced_by": {"maxItems": 0}}}),
                _where("fate", ("merged",), _replaced({"minItems": 1, "maxItems": 1})),
                _where("fate", ("split",), _replaced({"minItems": 2})),
            ]
        },
    }
)
"""What a value of a class keeps, beside the shape of its fields."""

FIELD_RULES: Mapping[tuple[type[Value], str], Schema] = MappingProxyType(
    {
        (Citation, "supports"): {"minItems": 1},
        (Conflict, "documents"): {"minItems": 1},
        (OtherName, "documents"): {"minItems": 1},
        (Meeting, "participants"): {"minItems": 2},
        (Level, "rank"): {"minimum": 0},
        (Session, "number"): {"minimum": 1},
        (Criteria, "year"): {"minimum": 1, "maximum": 9999},
        (Place, "latitude"): {"minimum": -90, "maximum": 90},
        (Place, "longitude"): {"minimum": -180, "maximum": 180},
    }
)
"""What one field of a class keeps; the limits are those of numbers, and say nothing of digits in quotes."""
