"""Rules about text: its form, its script, and codes that must exist."""

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping

from vnjp_dataset.checks.iso import COUNTRIES, CURRENCIES, LANGUAGES, SUBDIVISIONS
from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.checks.survey import Part, Survey
from vnjp_dataset.model import CountryCode, CurrencyCode, Document, PersonName, PlaceCode, Text
from vnjp_dataset.model.milestones import OtherName

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ebef々〆]")
_KANA = re.compile(r"[\u3040-\u30ff\s]+")


def unnormalized(survey: Survey) -> Iterator[Finding]:
    """Find text that is not in Unicode's composed form, NFC."""
    for record, path, _, value in survey.parts:
        if isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
            message = f"expected text in Unicode form NFC, got `{value[:60]}` in another form"
            hint = "type it again, or normalize the file to NFC"
            yield Finding(record.id, path, message, hint)


def wrong_script(survey: Survey) -> Iterator[Finding]:
    """Find names that are not in the script of their field."""
    for part in survey.parts:
        for path, language, text in _names(part):
            if not _in_script(text, language):
                message = f"expected {_SCRIPTS[language]}, got `{text[:60]}`"
                yield Finding(part.record.id, f"{part.path}.{path}", message)


def _names(part: Part) -> Iterator[tuple[str, str, str]]:
    """Yield the names that a value holds: each one's path in it, its language or kind, and the name."""
    value = part.value
    if isinstance(value, OtherName):
        yield "name", value.language, value.name
    elif isinstance(value, (Text, PersonName)):
        for language in ("en", "vi", "ja", "kana"):
            text: str | None = getattr(value, language, None)
            if text is not None:
                kind = f"person-{language}" if isinstance(value, PersonName) else language
                yield language, kind, text


_SCRIPTS = {
    "en": "Latin script",
    "vi": "Latin script",
    "ja": "Japanese script",
    "person-en": "Latin letters without diacritics",
    "person-vi": "Latin script",
    "person-ja": "Japanese script",
    "person-kana": "kana",
}


def _in_script(text: str, kind: str) -> bool:
    if kind == "person-kana":
        return _KANA.fullmatch(text) is not None
    if kind in ("ja", "person-ja"):
        # Company names and abbreviations, but not people's names, stand in Latin letters in Japanese too.
        return _JAPANESE.search(text) is not None or (kind == "ja" and text.isascii())
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(map(_is_latin, letters)) and (kind != "person-en" or text.isascii())


@functools.lru_cache(maxsize=4096)
def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN ")


_STANDARDS: Mapping[object, tuple[str, frozenset[str]]] = {
    CountryCode: ("ISO 3166-1 country code", COUNTRIES),
    PlaceCode: ("ISO 3166-2 code of Vietnam or Japan", SUBDIVISIONS),
    CurrencyCode: ("ISO 4217 currency code", CURRENCIES),
}


def unreal_codes(survey: Survey) -> Iterator[Finding]:
    """Find codes that their ISO standard does not have."""
    for record, path, declared, value in survey.parts:
        if isinstance(value, Document) and value.language not in LANGUAGES:
            yield Finding(record.id, f"{path}.language", f"expected an ISO 639-1 language code, got `{value.language}`")
        if isinstance(value, str) and declared in _STANDARDS:
            what, known = _STANDARDS[declared]
            elsewhere = declared is PlaceCode and value[:2] not in ("VN", "JP")
            if value not in known and not elsewhere:
                yield Finding(record.id, path, f"expected an {what}, got `{value}`")


RULES = (
    Rule("text-is-nfc", "All text is in Unicode form NFC.", unnormalized),
    Rule(
        "name-in-script",
        "English and Vietnamese names are in Latin script, people's English ones without diacritics, Japanese names in "
        "kanji or kana, readings in kana.",
        wrong_script,
    ),
    Rule("code-is-real", "Every ISO code exists in its standard.", unreal_codes),
)
