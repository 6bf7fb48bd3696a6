"""What records are called in pictures: in the language asked for where they have a name in it, in clean text."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from vnjp_dataset.core import RecordSet
from vnjp_dataset.model import Agreement, Language, Meeting, Office, PersonName, Record, Text, Visit

ORDER: Mapping[Language, tuple[Language, ...]] = MappingProxyType(
    {"en": ("en", "vi"), "vi": ("vi", "en"), "ja": ("ja", "en", "vi")}
)
"""In which languages a name is looked for. Readers of English and Vietnamese can read ids, Japanese letters not all."""

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return text in one line, without what cannot be drawn or would turn the writing direction: these become `�`."""
    return _UNSEEN.sub("\ufffd", _BLANKS.sub(" ", text)).strip()


def in_language(text: Text | PersonName | None, language: Language) -> str:
    """Return a name in a language, or in the next that its readers can read; nothing where there is none of these."""
    names: tuple[str | None, ...] = tuple(getattr(text, one) for one in ORDER[language]) if text else ()
    return next((clean(one) for one in names if one), "")


def called(records: RecordSet, record_id: str, language: Language) -> str:
    """Return a record's name or title, or its id where there is no such record."""
    record = records.find(record_id)
    return clean(record_id) if record is None else named(record, language)


def named(record: Record, language: Language) -> str:
    """Return a record's name or title in a language; its id where it has none that its readers can read."""
    text: Text | PersonName | None = getattr(record, "name", None) or getattr(record, "title", None)
    return in_language(text, language) or clean(record.id)


def who_came(records: RecordSet, visit: Visit, language: Language) -> str:
    """Return who led a visit, and in which office."""
    office = records.find(visit.office)
    title = in_language(office.title, language) if isinstance(office, Office) else ""
    name = called(records, visit.lead, language)
    if not title:
        return name
    return f"{name}（{title}）" if language == "ja" else f"{name}, {title}"


def who_met(records: RecordSet, meeting: Meeting, language: Language) -> str:
    """Return the people, bodies and countries that met."""
    ids = (one.person or one.organization or one.country or "" for one in meeting.participants)
    return " – ".join(dict.fromkeys(called(records, one, language) for one in ids if one))


def titled(agreement: Agreement, language: Language) -> str:
    """Return an instrument's title for a tooltip: in whatever language it is, where readers' own has none."""
    return in_language(agreement.title, language) or clean(str(agreement.title))
