"""A YAML template for a new record of any kind, made from what the model says of itself."""

import inspect
import textwrap
import typing
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

import attrs

from vnjp_dataset.model import (
    KINDS,
    Check,
    KindName,
    Meeting,
    Milestone,
    PartialDate,
    Retired,
    SourcedRecord,
    Value,
    ids,
)
from vnjp_dataset.model.kinds import TARGETS
from vnjp_dataset.model.shape import field_types, unwrap

EXAMPLE_ID = "2024-what-it-is"
WIDTH = 100

_BY_TYPE: Mapping[object, str] = MappingProxyType(
    {
        ids.RecordId: EXAMPLE_ID,
        ids.VisitId: "2024-family-given",
        ids.MeetingId: "2024-what-it-was",
        ids.AgreementId: "2024-joint-statement",
        ids.PersonId: "family-given",
        ids.OfficeId: "prime-minister-of-vietnam",
        ids.OrganizationId: "government-of-japan",
        ids.PlaceId: "hanoi",
        ids.FieldId: "trade",
        ids.MeasureId: "oda-total",
        ids.SourceId: "publisher",
        ids.DocumentKey: "2024-01-31-talks",
        ids.DocumentId: "publisher/2024-01-31-talks",
        ids.FieldPath: "summary",
        ids.Release: "0.2.0",
        ids.CountryCode: "VN",
        ids.CurrencyCode: "JPY",
        ids.PlaceCode: "VN-HN",
        ids.Url: "https://example.org/page",
        PartialDate: "2024-01-31",
        Decimal: "1",
        int: "1",
        bool: "false",
        str: "In our own words.",
    }
)
_BY_NAME: Mapping[str, str] = MappingProxyType(
    {
        "en": "Name in English",
        "vi": "Tên tiếng Việt",
        "ja": "日本語の名称",
        "kana": "かな",
        "language": "en",
        "locator": "paragraph 3",
        "name": "Exact words",
        "role": "chair",
        "spellings": "Another Spelling",
        "title": "Exact title",
        "unit": "documents",
        "year": "2024",
    }
)
# The first word of the vocabulary would ask for a level, which most milestones do not have, or say a thing twice.
_BY_FIELD: Mapping[tuple[type, str], str] = MappingProxyType(
    {
        (Check, "also"): "meetings",
        (Check, "answer"): "ordinal",
        (Milestone, "kind"): "first",
        (Retired, "fate"): "merged",
    }
)
# What was merged has a replacement, an ordinal is the place of a record.
_NEEDED: Mapping[type, tuple[str, ...]] = MappingProxyType({Retired: ("replaced_by",), Check: ("through",)})
_ITEMS: Mapping[tuple[type, str], int] = MappingProxyType({(Meeting, "participants"): 2})


def template(kind: KindName, record_id: str = EXAMPLE_ID) -> str:
    """Return a template that reads without problems as it stands, ready to be edited.

    Lines that begin with `##` document the key below them; optional keys stand behind one `# ` each.
    """
    found = KINDS[kind]
    body = [line for key in _keys(found.record) for line in ("", *key)]
    if found.layout == "table":
        body = [f"{record_id}:", *_indented(body)]
    return "\n".join((*_head(kind, record_id), *body)) + "\n"


def _head(kind: KindName, record_id: str) -> Iterator[str]:
    found = KINDS[kind]
    place = f"data/{kind}/{record_id}.yaml" if found.layout == "folder" else f"data/{kind}.yaml, ids in order"
    yield from _doc(f"{inspect.getdoc(found.record)} It stands in {place}.")
    yield from _doc("Keys behind `# ` are optional: take the mark away or delete the line.")
    yield from _doc("A date is 2024, 2024-01 or 2024-01-31, with ~ after it for about and ? for doubtful.")


def _doc(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="## ", subsequent_indent="## ", break_on_hyphens=False)


def _block(cls: type[Value]) -> Iterator[str]:
    return (line for key in _keys(cls) for line in key)


def _keys(cls: type[Value]) -> Iterator[tuple[str, ...]]:
    fields = [one for one in field_types(cls) if one[0].name != "id"]
    shown = {one.name for one, _, _ in fields if one.default is attrs.NOTHING}
    shown.update(_NEEDED.get(cls, ()))
    if issubclass(cls, SourcedRecord):
        shown.add("sources")
    elif not shown:
        # Where nothing is required something still has to stand there: an empty mapping says nothing.
        shown.add(fields[0][0].name)
    # What is common to all records comes last, as it does in the minds of those who write them.
    for field, annotated, doc in sorted(fields, key=lambda one: (one[0].name in ("sources", "conflicts"), 0)):
        declared, _ = unwrap(annotated)
        lines = _entry(cls, field, declared)
        mark = "" if field.name in shown else "# "
        yield (*_doc(f"{doc}{_values(declared)}"), *(f"{mark}{line}" for line in lines))


def _values(declared: object) -> str:
    item = typing.get_args(declared)[0] if typing.get_origin(declared) is tuple else declared
    if typing.get_origin(item) is typing.Literal:
        return f" One of {', '.join(typing.get_args(item))}."
    target = TARGETS.get(item, "")
    return "" if target == "" else f" An id among {target or 'all records'}."


def _entry(cls: type[Value], field: "attrs.Attribute[object]", declared: object) -> list[str]:
    if typing.get_origin(declared) is tuple:
        item: object = typing.get_args(declared)[0]
        if part := _value_class(item):
            lines = list(_indented(_item(part)))
            bare = [line for line in lines if not line.lstrip().startswith("#")]
            return [f"{field.name}:", *lines, *bare * (_ITEMS.get((cls, field.name), 1) - 1)]
        return [f"{field.name}: [{_example(cls, field, item)}]"]
    if part := _value_class(declared):
        return [f"{field.name}:", *_indented(_block(part))]
    return [f"{field.name}: {_example(cls, field, declared)}"]


def _value_class(declared: object) -> type[Value] | None:
    return declared if isinstance(declared, type) and issubclass(declared, Value) else None


def _item(cls: type[Value]) -> Iterator[str]:
    """Yield a block as a list's item: its first key takes the dash, the words about that key stay above it."""
    dashed = False
    for line in _block(cls):
        if dashed or line.startswith("##"):
            yield f"  {line}" if dashed else line
        else:
            yield f"- {line}"
            dashed = True


def _example(cls: type[Value], field: "attrs.Attribute[object]", declared: object) -> str:
    if (cls, field.name) in _BY_FIELD:
        return _BY_FIELD[cls, field.name]
    if declared is PartialDate or declared in TARGETS:
        return _BY_TYPE[declared]
    if typing.get_origin(declared) is typing.Literal:
        return str(field.default) if isinstance(field.default, str) else str(typing.get_args(declared)[0])
    return _BY_NAME.get(field.name, _BY_TYPE[declared]) if declared is str or declared is int else _BY_TYPE[declared]


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)
