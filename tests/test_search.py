"""Search finds records by names and words in every script."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.model import CountryCode, Person, PersonId, PersonName, Text, Visit, VisitId, partial_date
from vnjp_dataset.search import fold
from vnjp_dataset.strategies import datasets, names, people, prose

KISHIDA = Person(
    id=PersonId("kishida-fumio"),  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    name=PersonName(en="Kishida Fumio", ja="岸田文雄", kana="きしだ ふみお"),
    country=CountryCode("JP"),
)
CHINH = Person(
    id=PersonId("pham-minh-chinh"),  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    name=PersonName(en="Pham Minh Chinh", vi="Phạm Minh Chính", ja="ファム・ミン・チン"),
    country=CountryCode("VN"),
    spellings=("Pham Minh Chin",),
)
VISIT = Visit(
    id=VisitId("2022-kishida-fumio"),  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    direction="JP-VN",
    lead=PersonId("kishida-fumio"),  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    office="prime-minister-of-japan",  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
    start=partial_date("2022-04-30"),
    end=partial_date("2022-05-01"),
    summary="Talks in Hanoi on the partnership.",
)
DATASET = Dataset({"people": [KISHIDA, CHINH], "visits": [VISIT]})


def _marked(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def _bare(text: str) -> str:
    return _marked(text).translate(dict.fromkeys(range(768, 880)))


def _without_bar(text: str) -> str:
    return text.replace("đ", "d").replace("Đ", "D")


def _moved(text: str, first: str, last: str, by: int) -> str:
    return "".join(chr(ord(one) + by) if first <= one <= last else one for one in text)


def _katakana(text: str) -> str:
    return _moved(text, "ぁ", "ゖ", 0x60)


def _hiragana(text: str) -> str:
    return _moved(text, "ァ", "ヶ", -0x60)


def _wide(text: str) -> str:
    return _moved(text, "!", "~", 0xFEE0)


def _padded(text: str) -> str:
    return f"  {text}\u3000"


Disguise = Callable[[str], str]
DISGUISES: list[Disguise] = [
    str,
    str.upper,
    str.lower,
    str.swapcase,
    _marked,
    _bare,
    _without_bar,
    _katakana,
    _hiragana,
    _wide,
    _padded,
]


@given(st.lists(people(), min_size=1, max_size=4, unique_by=lambda one: one.id), st.data())
def test_a_person_is_found_by_any_name_however_written(found: list[Person], data: st.DataObject) -> None:
    """Each name and spelling of a person finds them, in any case, width or kana, with or without diacritics."""
    dataset = Dataset({"people": found})
    person = data.draw(st.sampled_from(found))
    name = person.name
    known = [one for one in (name.en, name.vi, name.ja, name.kana, person.id, *person.spellings) if one]
    written = data.draw(st.sampled_from(DISGUISES))(data.draw(st.sampled_from(known)))
    assert person in dataset.search(written)


@given(st.sampled_from(DISGUISES), names("vi") | names("ja") | names("kana") | names("en"))
def test_folding_undoes_every_disguise(disguise: Disguise, name: str) -> None:
    """Names that differ in case, marks, width or kana only are folded to the same text."""
    assert fold(disguise(name)) == fold(name)


@given(st.text(max_size=20) | prose())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded is as it is compared."""
    assert fold(fold(text)) == fold(text)


@settings(max_examples=10)
@given(datasets(min_visits=1), st.data())
def test_every_record_is_found_by_its_id_and_first(dataset: Dataset, data: st.DataObject) -> None:
    """The id of a record finds it before all that have it in their text only."""
    record = data.draw(st.sampled_from(list(dataset)))
    found = dataset.search(record.id)
    exact = [one for one in found if fold(one.id) == fold(record.id)]
    assert record in exact
    assert len(set(found)) == len(found)


@settings(max_examples=10)
@given(datasets(min_visits=1))
def test_a_visit_is_found_by_its_leads_name(dataset: Dataset) -> None:
    """A record is found by the names of those it mentions."""
    for visit in dataset.visits:
        assert visit in dataset.search(dataset.people[visit.lead].name.en)


@pytest.mark.parametrize(
    "text",
    [
        "Phạm Minh Chính",
        "pham minh chinh",
        "PHAM MINH CHINH",
        "ファム・ミン・チン",
        "ふぁむ・みん・ちん",
        "chinh pham",
        "Pham Minh Chin",
    ],
)
def test_the_vietnamese_prime_minister_is_found(text: str) -> None:
    """Vietnamese with and without diacritics, kana of either sort, words in any order."""
    assert DATASET.search(text)[0] == CHINH


@pytest.mark.parametrize(
    "text", ["Kishida Fumio", "Fumio Kishida", "岸田文雄", "岸田 文雄", "キシダフミオ", "きしだ ふみお"]
)
def test_the_japanese_prime_minister_is_found_with_his_visit(text: str) -> None:
    """Either order of the name, kanji with or without a space, and the reading; the person before the visit."""
    found = DATASET.search(text)
    assert found[0] == KISHIDA
    assert CHINH not in found


def test_a_part_of_a_name_finds_person_and_visit() -> None:
    """The family name alone finds whoever and whatever has it in a name."""
    assert set(DATASET.search("kishida")) == {KISHIDA, VISIT}


def test_words_of_a_summary_are_found_together_with_names() -> None:
    """A query may mix words of the record and names of those it mentions; every word must be there."""
    assert DATASET.search("hanoi talks") == (VISIT,)
    assert DATASET.search("岸田文雄 partnership") == (VISIT,)
    assert DATASET.search("hanoi beer") == ()


@pytest.mark.parametrize("text", ["", " ", "・", "—!?"])
def test_a_query_without_a_word_finds_nothing(text: str) -> None:
    """Punctuation alone asks for nothing."""
    assert DATASET.search(text) == ()


def test_titles_are_names_too() -> None:
    """An office is found by its title in any language."""
    from vnjp_dataset.model import Office, OfficeId

    office = Office(
        id=OfficeId("prime-minister-of-japan"),  # type: ignore[arg-type]  # as written # pyright: ignore[reportArgumentType]
        title=Text(en="Prime Minister of Japan", vi="Thủ tướng Nhật Bản", ja="内閣総理大臣"),
        country=CountryCode("JP"),
        rank="head-of-government",
    )
    dataset = Dataset({"offices": [office]})
    for text in ("thu tuong", "総理大臣", "prime minister"):
        assert dataset.search(text) == (office,)
