"""Rules about text: its form, its script, and codes that must exist."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from vnjp_dataset.checks.iso import COUNTRIES, CURRENCIES, SUBDIVISIONS
from vnjp_dataset.checks.rule import Finding, Rule
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import CountryCode, CurrencyCode, PersonName, PlaceCode, Text
from vnjp_dataset.model.milestones import OtherName
from vnjp_dataset.model.walk import walk

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ebef々〆]")
_KANA = re.compile(r"[\u3040-\u30ff・\s\u3000]+")
_LETTER = re.compile(r"[A-Za-zÀ-ỹ]")


def unnormalized(dataset: Dataset) -> Iterator[Finding]:
    """Find text that is not in Unicode's composed form, NFC."""
    for record in dataset:
        for path, _, value in walk(record):
            if isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
                message = f"expected text in Unicode form NFC, got `{value[:60]}` in another form"
                yield Finding(record.id, path, message, "type it again, or normalize the file to NFC")


def wrong_script(dataset: Dataset) -> Iterator[Finding]:
    """Find names that are not in the script of their field."""
    for record in dataset:
        for path, declared, value in walk(record):
            if isinstance(value, (Text, PersonName)) and isinstance(declared, type):
                for language in ("en", "vi", "ja", "kana"):
                    text = getattr(value, language, None)
                    if text is not None and not _in_script(text, language):
                        yield Finding(record.id, f"{path}.{language}", _script_message(text, language))
            elif isinstance(value, OtherName) and not _in_script(value.name, value.language):
                yield Finding(record.id, f"{path}.name", _script_message(value.name, value.language))


_SCRIPTS = {"en": "Latin script", "vi": "Latin script", "ja": "Japanese script", "kana": "kana"}


def _script_message(text: str, language: str) -> str:
    return f"expected {_SCRIPTS[language]}, got `{text[:60]}`"


def _in_script(text: str, language: str) -> bool:
    if language == "kana":
        return _KANA.fullmatch(text) is not None
    if language == "ja":
        # Company names and abbreviations stand in Latin letters in Japanese too.
        return _JAPANESE.search(text) is not None or text.isascii()
    return _JAPANESE.search(text) is None and _LETTER.search(text) is not None


def unreal_codes(dataset: Dataset) -> Iterator[Finding]:
    """Find codes that their ISO standard does not have."""
    standards: Mapping[object, tuple[str, frozenset[str]]] = {
        CountryCode: ("ISO 3166-1 country code", COUNTRIES),
        PlaceCode: ("ISO 3166-2 code of Vietnam or Japan", SUBDIVISIONS),
        CurrencyCode: ("ISO 4217 currency code", CURRENCIES),
    }
    for record in dataset:
        for path, declared, value in walk(record):
            if declared not in standards or not isinstance(value, str):
                continue
            what, known = standards[declared]
            elsewhere = declared is PlaceCode and value[:2] not in ("VN", "JP")
            if value not in known and not elsewhere:
                yield Finding(record.id, path, f"expected an {what}, got `{value}`")


RULES = (
    Rule("text-is-nfc", "All text is in Unicode form NFC.", unnormalized),
    Rule(
        "name-in-script",
        "English and Vietnamese names are in Latin script, Japanese ones in kanji or kana, readings in kana.",
        wrong_script,
    ),
    Rule("code-is-real", "Every ISO code exists in its standard.", unreal_codes),
)
