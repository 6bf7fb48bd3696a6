"""Strategies for text: ids, names in their scripts, prose."""

import string
import unicodedata

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from vnjp_dataset.model import DocumentId, FieldPath, Language, RecordId, Release, Url, identifier

COUNTRIES = ("VN", "JP", "TH", "SG", "US", "FR")
CURRENCIES = ("JPY", "VND", "USD", "EUR")
SUBDIVISIONS = ("VN-HN", "VN-SG", "VN-DN", "VN-HP", "VN-56", "JP-13", "JP-26", "JP-27", "JP-40", "JP-01")
LANGUAGES = ("en", "vi", "ja", "fr", "zh")

_VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
_KATAKANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴパピプペポー"
)
_HIRAGANA = (
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげごぱぴぷぺぽ"
)
_KANJI = "日本越南首相大臣国交樹立岸田文雄東京河内戦略的広範平和繁栄協力声明訪問会談共同々"
_ALPHABETS = {
    "en": string.ascii_letters,
    "vi": _VIETNAMESE + _VIETNAMESE.upper(),
    "ja": _KANJI + _KATAKANA + _HIRAGANA,
    "kana": _KATAKANA + _HIRAGANA,
}
_HARD = (
    "no",
    "12:30",
    "2004-06-02",
    "- a: [b, c]",
    'it\'s "so"',
    "# none",
    "&a *a !b",
    "two\nlines",
    "a\ttab",
    "x: ~",
    " % @ ` ",
)


def record_ids() -> SearchStrategy[RecordId]:
    """Make ids of records: lower-case ASCII words joined by hyphens."""

    def joined(text: str) -> RecordId:
        return identifier(RecordId, "-".join(filter(None, text.split("-"))) or "a")

    return st.text(f"{string.ascii_lowercase}{string.digits}--", min_size=1, max_size=12).map(joined)


def document_ids() -> SearchStrategy[DocumentId]:
    """Make names of documents, `publisher/key`."""
    return st.builds("{}/{}".format, record_ids(), record_ids()).map(lambda text: identifier(DocumentId, text))


def field_paths() -> SearchStrategy[FieldPath]:
    """Make paths such as `itinerary[1].place`, of fields that some record may or may not have."""
    word = st.sampled_from(("start", "name", "en", "itinerary", "place", "documents_signed", "value"))
    step = st.builds(".{}".format, word) | st.builds("[{}]".format, st.integers(0, 12))
    tail = st.lists(step, max_size=2).map("".join)
    return st.builds("{}{}".format, word, tail).map(lambda text: identifier(FieldPath, text))


def releases() -> SearchStrategy[Release]:
    """Make versions of releases, such as `0.2.0`."""
    parts = st.integers(0, 12)
    return st.builds("{}.{}.{}".format, parts, parts, parts).map(lambda text: identifier(Release, text))


def urls() -> SearchStrategy[Url]:
    """Make http and https addresses that lead nowhere."""
    starts = st.sampled_from(("https://", "http://www."))
    ends = st.sampled_from(("", "/", ".html?a=1&b=%20", "#part"))
    made = st.builds("{}{}.example/{}{}".format, starts, record_ids(), record_ids(), ends)
    return made.map(lambda text: identifier(Url, text))


def names(language: Language | str = "en") -> SearchStrategy[str]:
    """Make names in the script of a language: `en`, `vi`, `ja` or, for readings, `kana`."""
    letters = _ALPHABETS[language]
    # Latin names have several words; one draw of text is much quicker than a list of words.
    alphabet = f"{letters}     " if language in ("en", "vi") else letters
    return st.text(alphabet, min_size=1, max_size=14).map(lambda text: " ".join(text.split()) or letters[0])


def prose() -> SearchStrategy[str]:
    """Make any text that is not blank, in Unicode form NFC: words of every script, and what YAML finds hard."""
    spoken = st.lists(st.one_of(*map(names, _ALPHABETS)), min_size=1, max_size=3).map(" ".join)
    anything = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=12)
    normal = anything.map(lambda text: unicodedata.normalize("NFC", text)).filter(lambda text: bool(text.strip()))
    return st.one_of(spoken, st.sampled_from(_HARD), normal)
