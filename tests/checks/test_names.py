"""Rules about text: its form, its script, and codes that must exist."""

import unicodedata
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset
from vnjp_dataset.checks.iso import COUNTRIES, CURRENCIES, LANGUAGES, SUBDIVISIONS
from vnjp_dataset.model import (
    Amount,
    CountryCode,
    CurrencyCode,
    Organization,
    PersonName,
    PlaceCode,
    Record,
    RecordId,
    Text,
)
from vnjp_dataset.model.ids import GRAMMARS
from vnjp_dataset.model.walk import walk
from vnjp_dataset.strategies import names

Breaches = Callable[..., list[tuple[str, str]]]
Replaced = Callable[[Record, str, object], Record]

NAMES = {"en": names("en"), "vi": names("vi"), "ja": names("ja"), "kana": names("kana")}


@given(st.data())
def test_text_in_another_form_is_reported(
    base: Dataset, breaches: Breaches, replaced: Replaced, data: st.DataObject
) -> None:
    """Whatever text is put into decomposed form is reported, and no other."""
    found = [
        (record, path)
        for record in base
        for path, declared, value in walk(record)
        if declared is str and isinstance(value, str)
    ]
    record, path = data.draw(st.sampled_from(found))
    text = data.draw(st.sampled_from(("Phạm", "Đặng Văn", "が", "é")))
    assert breaches("text-is-nfc", replaced(record, path, text)) == []
    broken = replaced(record, path, unicodedata.normalize("NFD", text))
    assert breaches("text-is-nfc", broken) == [(record.id, path)]


@given(en=NAMES["en"], vi=NAMES["vi"], ja=NAMES["ja"], kana=NAMES["kana"])
def test_names_in_their_scripts_are_not_reported(
    base: Dataset, breaches: Breaches, *, en: str, vi: str, ja: str, kana: str
) -> None:
    """Latin letters, those of Vietnamese, kanji with kana, and kana are what the fields of a name hold."""
    person = attrs.evolve(base.people["mori-ken"], name=PersonName(en=en, vi=vi, ja=ja, kana=kana))
    assert breaches("name-in-script", person) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "㐂"),
        ("ja", "﨑"),
        ("ja", "𠮷"),
        ("ja", "々"),
        ("ja", "〆"),
        ("kana", "カール・さとう"),
        ("kana", "もり けん"),
    ],
)
def test_rare_kanji_and_marks_are_japanese(base: Dataset, breaches: Breaches, language: str, text: str) -> None:
    """Kanji outside the common block, marks of repetition, and the dot between parts of a name are Japanese."""
    person = base.people["mori-ken"]
    name: PersonName = attrs.evolve(person.name, **{language: text})
    assert breaches("name-in-script", attrs.evolve(person, name=name)) == []


WRONG = [
    ("en", "森健"),
    ("en", "Mori 健"),
    ("en", "Мори"),
    ("en", "Môri"),
    ("en", "123"),
    ("vi", "Нгуен"),
    ("vi", "阮"),
    ("ja", "Mori Ken"),
    ("ja", "모리"),
    ("kana", "森"),
    ("kana", "mori"),
]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_names_in_another_script_are_reported(base: Dataset, breaches: Breaches, language: str, text: str) -> None:
    """A person's name in another script is reported at its language."""
    person = base.people["mori-ken"]
    name: PersonName = attrs.evolve(person.name, **{language: text})
    assert breaches("name-in-script", attrs.evolve(person, name=name)) == [("mori-ken", f"name.{language}")]


@pytest.mark.parametrize(
    ("language", "text", "reported"),
    [
        ("en", "Đổi Mới", False),
        ("ja", "JICA", False),
        ("ja", "Đổi Mới", True),
        ("en", "ジャイカ", True),
        ("vi", "JICA", False),
    ],
)
def test_names_of_things_may_borrow(
    base: Dataset, breaches: Breaches, language: str, text: str, reported: bool
) -> None:
    """An English name may have diacritics, a Japanese one of a body may be an abbreviation in Latin letters."""
    body: Organization = attrs.evolve(base.organizations["government-of-japan"], name=Text(**{language: text}))
    assert breaches("name-in-script", body) == ([(body.id, f"name.{language}")] if reported else [])


@given(st.sampled_from(("en", "vi", "ja")), st.data())
def test_other_names_are_in_the_script_of_their_language(
    base: Dataset, breaches: Breaches, replaced: Replaced, language: str, data: st.DataObject
) -> None:
    """Another name in use is held to the language that it is given."""
    milestone = replaced(base["2021-partnership"], "level.other_names[0].language", language)
    right = data.draw(NAMES[language])
    wrong = (
        data.draw(NAMES["en" if language == "ja" else "ja"].filter(lambda text: not text.isascii() or language != "ja"))
        if language != "ja"
        else "Đối tác"
    )
    path = "level.other_names[0].name"
    assert breaches("name-in-script", replaced(milestone, path, right)) == []
    assert breaches("name-in-script", replaced(milestone, path, wrong)) == [("2021-partnership", path)]


@given(st.from_regex(GRAMMARS[CurrencyCode].pattern, fullmatch=True))
def test_currencies_exist(base: Dataset, breaches: Breaches, code: str) -> None:
    """A currency is reported where, and only where, ISO 4217 does not have it."""
    loan = attrs.evolve(
        base.agreements["2022-loan"], amount=Amount(value=base.figures[0].value, currency=CurrencyCode(code))
    )
    assert breaches("code-is-real", loan) == ([] if code in CURRENCIES else [("2022-loan", "amount.currency")])


@given(st.from_regex(GRAMMARS[CountryCode].pattern, fullmatch=True))
def test_countries_exist(base: Dataset, breaches: Breaches, code: str) -> None:
    """A country is reported where, and only where, ISO 3166-1 does not have it."""
    place = attrs.evolve(base.places["bangkok"], country=CountryCode(code))
    assert breaches("code-is-real", place) == ([] if code in COUNTRIES else [("bangkok", "country")])


@given(st.sampled_from(("VN", "JP", "TH")), st.sampled_from(("01", "13", "47", "48", "HN", "99", "SG")))
def test_subdivisions_exist(base: Dataset, breaches: Breaches, country: str, part: str) -> None:
    """A place's code is reported where ISO 3166-2 does not have it, of Vietnam and Japan only."""
    code = PlaceCode(f"{country}-{part}")
    place = attrs.evolve(base.places["bangkok"], id=RecordId("somewhere"), country=CountryCode(country), iso=code)
    expected = [] if code in SUBDIVISIONS or country == "TH" else [("somewhere", "iso")]
    assert breaches("code-is-real", place) == expected


@given(st.sampled_from(("vi", "ja", "en", "vn", "jp", "english", "VI", "eng")))
def test_languages_exist(base: Dataset, breaches: Breaches, replaced: Replaced, code: str) -> None:
    """A document's language is reported where, and only where, ISO 639-1 does not have it."""
    source = replaced(base["herald"], "documents[1].language", code)
    expected = [] if code in LANGUAGES else [("herald", "documents[1].language")]
    assert breaches("code-is-real", source) == expected
