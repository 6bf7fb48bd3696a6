"""How a value stands in the graph: as a name, as a literal, as texts in languages, or as a node of its own."""

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Literal as OneOf

import attrs

from vnjp_dataset.export.iri import document_iri
from vnjp_dataset.export.rdf.names import country_iri, own, public, record_iri
from vnjp_dataset.export.rdf.terms import Iri, Literal
from vnjp_dataset.export.rdf.vocabularies import CONCEPT, VOCABULARIES, concept_iri
from vnjp_dataset.model import (
    KINDS,
    CountryCode,
    DocumentId,
    KindName,
    PartialDate,
    PersonName,
    Text,
    Url,
    Value,
)
from vnjp_dataset.model.dates import Precision
from vnjp_dataset.model.kinds import TARGETS
from vnjp_dataset.tables.columns import first_day, last_day

Namer = Callable[[str], Iri]
Sort = OneOf["name", "part", "texts", "text", "literal"]
"""name: an IRI; part: a node of its own; texts: literals with languages; text: a plain one; literal: of a datatype."""


@attrs.frozen(kw_only=True)
class Form:
    """How the values of a declared type stand in the graph."""

    sort: Sort
    range: Iri | None = None
    """The class of what is named, or the datatype of literals; None where there are several."""
    scheme: Iri | None = None
    """The concept scheme, where a word of a vocabulary is named."""
    kind: KindName | None = None
    """The kind of record, where one of a certain kind is named."""
    objects: Callable[[object], Iterator[Iri | Literal]] = attrs.field(eq=False, repr=False)
    """Yields what stands for a value; nothing for a part, which is a node."""


def _nothing(value: object) -> Iterator[Iri | Literal]:  # noqa: ARG001 - whatever it is
    yield from ()


def _datatype(name: str, text: Callable[[object], str | None]) -> Form:
    """Return the form of literals of a datatype; where there is no text, there is no literal."""
    datatype = public(name)

    def objects(value: object) -> Iterator[Iri | Literal]:
        found = text(value)
        if found is not None:
            yield Literal(found, datatype)

    return Form(sort="literal", range=datatype, objects=objects)


def _plain(value: object) -> Iterator[Iri | Literal]:
    yield Literal(str(value))


def decimal(value: object) -> str:
    """Return a number as Turtle writes it, with a point: the literal is the same in each notation."""
    text = format(value, "f")
    return text if "." in text else f"{text}.0"


def _day(day: Callable[[PartialDate], dt.date | None]) -> Callable[[object], str | None]:
    def text(date: object) -> str | None:
        found = day(date) if isinstance(date, PartialDate) else None
        return None if found is None else found.isoformat()

    return text


PLAIN = Form(sort="text", range=public("xsd:string"), objects=_plain)
EDTF = _datatype("datatypes:edtf", str)
EARLIEST = _datatype("xsd:date", _day(first_day))
LATEST = _datatype("xsd:date", _day(last_day))
WHOLE = _datatype("xsd:integer", str)
NUMBER = _datatype("xsd:decimal", decimal)
FLAG = _datatype("xsd:boolean", lambda value: "true" if value else None)
"""What is not so is left out, as in the YAML."""

_EXACT: Mapping[Precision, Iri] = MappingProxyType(
    {"day": public("xsd:date"), "month": public("xsd:gYearMonth"), "year": public("xsd:gYear")}
)


def _exact(value: object) -> Iterator[Iri | Literal]:
    """Yield a day, month or year that is known as such: about then, or some time between, is not exact."""
    if isinstance(value, PartialDate) and value.precision in _EXACT and not (value.approximate or value.uncertain):
        yield Literal(value.text, _EXACT[value.precision])


EXACT = Form(sort="literal", objects=_exact)

# Letters of all scripts may stand in an IRI; marks that turn the direction of writing may not.
_LETTER = "A-Za-z0-9\u00a0-\u1fff\u2070-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]{1,5})?"
    rf"(?:[/?](?:[{_LETTER}._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{{2}})*)?"
    rf"(?:\#(?:[{_LETTER}._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{{2}})*)?"
)


def _address(value: object) -> Iterator[Iri | Literal]:
    """Yield an address as a name where it is one as it stands, else as the text that it is."""
    text = str(value)
    yield Iri(text) if _ADDRESS.fullmatch(text) else Literal(text, public("xsd:anyURI"))


ADDRESS = Form(sort="name", objects=_address)

TAGS: Mapping[str, str] = MappingProxyType({"en": "en", "vi": "vi", "ja": "ja", "kana": "ja-Hrkt"})
"""Tags of BCP 47 by the fields of texts and names; Hrkt is the script of the Japanese syllabaries."""


def _texts(value: object) -> Iterator[Iri | Literal]:
    for name, tag in TAGS.items():
        text: str | None = getattr(value, name, None)
        if text is not None:
            yield Literal(text, language=tag)


TEXTS = Form(sort="texts", objects=_texts)


def tagged(text: str, language: str) -> Literal:
    """Return a text with its language, where that is the code of one."""
    return Literal(text, language=language if re.fullmatch(r"[a-z]{2,3}", language) else None)


def named(
    range_: Iri | None = None, kind: KindName | None = None, *, scheme: Iri | None = None, by: Namer = Iri
) -> Form:
    """Return the form of what is named: of a class, of a kind of record, of a scheme; `by` makes the name of a text."""
    return Form(sort="name", range=range_, kind=kind, scheme=scheme, objects=lambda one: iter((by(str(one)),)))


def part(cls: Iri) -> Form:
    """Return the form of nodes of a class."""
    return Form(sort="part", range=cls, objects=_nothing)


_BY_TYPE: Mapping[object, Form] = MappingProxyType(
    {
        PartialDate: EDTF,
        Decimal: NUMBER,
        int: WHOLE,
        bool: FLAG,
        Url: ADDRESS,
        Text: TEXTS,
        PersonName: TEXTS,
        CountryCode: named(public("schema:Country"), by=country_iri),
        DocumentId: named(own("Document"), "sources", by=lambda text: Iri(document_iri(text))),
    }
)


@functools.cache
def form(declared: object) -> Form:
    """Return how the values of a type stand in the graph, as the model declares it; of one item for a list."""
    if declared in TARGETS:
        kind = TARGETS[declared]
        cls = own(KINDS[kind].record.__name__) if kind else None
        return named(cls, kind, by=record_iri)
    if declared in VOCABULARIES:
        name = VOCABULARIES[declared]
        return named(CONCEPT, scheme=own(name), by=functools.partial(concept_iri, name))
    if declared in _BY_TYPE:
        return _BY_TYPE[declared]
    if isinstance(declared, type) and issubclass(declared, Value):
        return part(own(declared.__name__))
    return PLAIN
