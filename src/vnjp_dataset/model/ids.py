"""Ids and codes: what each kind of name may look like, and the one constructor that checks it."""

import functools
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NewType, TypeVar

import attrs

from vnjp_dataset.errors import Flaw, InvalidValueError, sayable

RecordId = NewType("RecordId", str)
VisitId = NewType("VisitId", RecordId)
MeetingId = NewType("MeetingId", RecordId)
AgreementId = NewType("AgreementId", RecordId)
PersonId = NewType("PersonId", RecordId)
OfficeId = NewType("OfficeId", RecordId)
OrganizationId = NewType("OrganizationId", RecordId)
PlaceId = NewType("PlaceId", RecordId)
FieldId = NewType("FieldId", RecordId)
MeasureId = NewType("MeasureId", RecordId)
SourceId = NewType("SourceId", RecordId)
DocumentKey = NewType("DocumentKey", str)
DocumentId = NewType("DocumentId", str)
FieldPath = NewType("FieldPath", str)
CountryCode = NewType("CountryCode", str)
Release = NewType("Release", str)
CurrencyCode = NewType("CurrencyCode", str)
PlaceCode = NewType("PlaceCode", str)
Url = NewType("Url", str)

Name = TypeVar("Name", bound=str)


@attrs.frozen
class Grammar:
    """The form of one kind of name, in words and as a pattern that the whole text must match."""

    words: str
    form: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The form, compiled when it is first needed: loading a snapshot needs none."""
        return _compiled(self.form)


@functools.cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form)


_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_RECORD = Grammar(
    "an id of lower-case ASCII words joined by hyphens, at most 80 characters",
    rf"(?=.{{1,80}}\Z){_SLUG}",
)
RECORD_IDS: tuple[object, ...] = (
    RecordId,
    VisitId,
    MeetingId,
    AgreementId,
    PersonId,
    OfficeId,
    OrganizationId,
    PlaceId,
    FieldId,
    MeasureId,
    SourceId,
)
GRAMMARS: Mapping[object, Grammar] = MappingProxyType(
    {
        **dict.fromkeys(RECORD_IDS, _RECORD),
        DocumentKey: _RECORD,
        DocumentId: Grammar("a document as `publisher/key`", rf"(?=.{{3,161}}\Z){_SLUG}/{_SLUG}"),
        FieldPath: Grammar(
            "a field path such as `start` or `itinerary[1].place`",
            r"(?=.{1,120}\Z)[a-z][a-z_]*(?:\[[0-9]{1,4}\]|\.[a-z][a-z_]*)*",
        ),
        Release: Grammar("a release such as `0.2.0`", r"(?:0|[1-9][0-9]{0,4})(?:\.(?:0|[1-9][0-9]{0,4})){2}"),
        CountryCode: Grammar("an ISO 3166-1 alpha-2 code such as `VN`", r"[A-Z]{2}"),
        CurrencyCode: Grammar("an ISO 4217 code such as `JPY`", r"[A-Z]{3}"),
        PlaceCode: Grammar("an ISO 3166-2 code such as `JP-13`", r"[A-Z]{2}-[A-Z0-9]{1,3}"),
        Url: Grammar("an http or https address", r"https?://[^\s<>\"{}|\\^`]{3,2000}"),
    }
)


def identifier(kind: Callable[[RecordId], Name], text: str) -> Name:
    """Make an id or code of a kind from text, e.g. ``identifier(PersonId, "kishida-fumio")``.

    Raises InvalidValueError where the text is not of that kind's form.
    """
    grammar = GRAMMARS[kind]
    if not grammar.pattern.fullmatch(text):
        flaw = Flaw("", grammar.words, f"`{sayable(text[:90])}`")
        raise InvalidValueError(getattr(kind, "__name__", str(kind)), [flaw])
    return kind(RecordId(text))
