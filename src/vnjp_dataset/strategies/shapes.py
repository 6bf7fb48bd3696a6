"""Strategies for any class of the model, made from what its fields are declared to hold."""

import typing
from collections.abc import Callable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from vnjp_dataset.model import (
    Actor,
    Citation,
    Conflict,
    Count,
    Document,
    Level,
    Meeting,
    Milestone,
    OtherName,
    PartialDate,
    Person,
    PersonName,
    Place,
    Session,
    Text,
)
from vnjp_dataset.model.claims import Criteria
from vnjp_dataset.model.ids import (
    RECORD_IDS,
    CountryCode,
    CurrencyCode,
    DocumentId,
    DocumentKey,
    FieldPath,
    PlaceCode,
    Release,
    Url,
)
from vnjp_dataset.model.organizations import Organization
from vnjp_dataset.model.shape import Value, field_types, unwrap
from vnjp_dataset.strategies.dates import partial_dates
from vnjp_dataset.strategies.mends import MENDS, Drawn
from vnjp_dataset.strategies.words import (
    COUNTRIES,
    CURRENCIES,
    LANGUAGES,
    SUBDIVISIONS,
    document_ids,
    field_paths,
    names,
    prose,
    record_ids,
    releases,
    urls,
)

M = TypeVar("M", bound=Value | PartialDate)


def instances(cls: type[M], **fields: SearchStrategy[object]) -> SearchStrategy[M]:
    """Make valid instances of any class of the model.

    A field named is drawn from the strategy given for it, the others from what they are declared to hold.
    """
    if issubclass(cls, PartialDate):
        return typing.cast("SearchStrategy[M]", partial_dates())
    parts = plan(cls)
    for name in fields:
        if name not in parts:
            raise InvalidArgument(f"{cls.__name__} has no field {name!r}, only {', '.join(parts)}")
    return st.fixed_dictionaries({**parts, **fields}).map(lambda drawn: built(cls, drawn))


def built(cls: type[M], drawn: Drawn) -> M:
    """Return an instance of a class from what was drawn for its fields, mended where it breaks the class's rules."""
    for mend in MENDS.get(cls, ()):
        mend(drawn)
    make = typing.cast("Callable[..., M]", cls)
    return make(**drawn)


def plan(cls: type[object]) -> Mapping[str, SearchStrategy[object]]:
    """Return the strategy for each field of a class of the model; made once, for making one takes long."""
    if cls not in _PLANS:
        _PLANS[cls] = _make_plan(cls)
    return _PLANS[cls]


_PLANS: dict[type[object], Mapping[str, SearchStrategy[object]]] = {}


def _make_plan(cls: type[object]) -> Mapping[str, SearchStrategy[object]]:
    own = _OWN.get(cls, {})
    return MappingProxyType(
        {one.name: own[one.name]() if one.name in own else _of(declared) for one, declared, _ in field_types(cls)}
    )


def _of(declared: object) -> SearchStrategy[object]:
    inner, optional = unwrap(declared)
    if optional:
        return st.none() | _of(inner)
    if typing.get_origin(inner) is typing.Literal:
        return st.sampled_from(typing.get_args(inner))
    if typing.get_origin(inner) is tuple:
        return _several(_of(typing.get_args(inner)[0]))
    if isinstance(inner, type) and issubclass(inner, Value):
        return instances(inner)
    return _SIMPLE[inner]()


def _several(item: SearchStrategy[object], least: int = 0) -> SearchStrategy[tuple[object, ...]]:
    return st.lists(item, min_size=least, max_size=max(2, least), unique=True).map(tuple)


def decimals(*, min_value: int = -(10**15), max_value: int = 10**15) -> SearchStrategy[Decimal]:
    """Make numbers between two whole ones, with up to six places."""
    places = st.integers(0, 6).flatmap(
        lambda count: st.integers(min_value * 10**count, max_value * 10**count).map(
            lambda number: Decimal(number).scaleb(-count)
        )
    )
    return st.integers(min_value, max_value).map(Decimal) | places


_SIMPLE: Mapping[object, Callable[[], SearchStrategy[object]]] = {
    **dict.fromkeys((*RECORD_IDS, DocumentKey), record_ids),
    DocumentId: document_ids,
    FieldPath: field_paths,
    Release: releases,
    Url: urls,
    CountryCode: lambda: st.sampled_from(COUNTRIES),
    CurrencyCode: lambda: st.sampled_from(CURRENCIES),
    PlaceCode: lambda: st.sampled_from(SUBDIVISIONS),
    PartialDate: partial_dates,
    str: prose,
    int: lambda: st.integers(-(10**9), 10**9),
    bool: st.booleans,
    Decimal: decimals,
}


def _spellings() -> SearchStrategy[object]:
    return _several(names("en") | names("vi"))


def _maybe(language: str) -> Callable[[], SearchStrategy[object]]:
    return lambda: st.none() | names(language)


_OWN: Mapping[type, Mapping[str, Callable[[], SearchStrategy[object]]]] = {
    Text: {language: _maybe(language) for language in ("en", "vi", "ja")},
    PersonName: {"en": lambda: names("en"), **{language: _maybe(language) for language in ("vi", "ja", "kana")}},
    Person: {"spellings": _spellings},
    Organization: {"spellings": _spellings},
    Citation: {"supports": lambda: _several(field_paths(), 1)},
    Conflict: {"documents": lambda: _several(document_ids(), 1)},
    OtherName: {
        "name": lambda: st.fixed_dictionaries({language: names(language) for language in ("en", "vi", "ja")}),
        "documents": lambda: _several(document_ids(), 1),
    },
    Meeting: {"participants": lambda: _several(instances(Actor), 2)},
    Milestone: {"level": lambda: instances(Level)},
    Level: {"rank": lambda: st.integers(0, 9)},
    Count: {"value": lambda: st.integers(0, 10**6)},
    Criteria: {"year": lambda: st.none() | st.integers(1945, 2035)},
    Session: {"number": lambda: st.none() | st.integers(1, 99)},
    Document: {"language": lambda: st.sampled_from(LANGUAGES)},
    Place: {
        "latitude": lambda: st.none() | decimals(min_value=-90, max_value=90),
        "longitude": lambda: st.none() | decimals(min_value=-180, max_value=180),
    },
}
"""Fields that hold less than their type allows."""
