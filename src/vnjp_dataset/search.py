"""Full-text search over names, titles and summaries in English, Vietnamese and Japanese."""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping

import attrs

from vnjp_dataset.model import Person, Record
from vnjp_dataset.model.walk import references, walk

_WORD = re.compile(r"[^\W_]+")
_LATIN_MARKS = re.compile(r"[\u0300-\u036f]")
_KANA_SHIFT = {code: code + 0x60 for code in range(0x3041, 0x3097)}


@functools.lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return text as search compares it: no case, no Vietnamese marks, hiragana as katakana, full width as half.

    >>> fold("Phạm Minh Chính")
    'pham minh chinh'
    """
    wide = unicodedata.normalize("NFKC", text).casefold().replace("đ", "d").translate(_KANA_SHIFT)
    # Voicing marks of kana (U+3099, U+309A) are no accents and stay: NFC puts them back.
    bare = _LATIN_MARKS.sub("", unicodedata.normalize("NFD", wide))
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", bare)))


def _joined(folded: str) -> str:
    return folded.replace(" ", "")


@attrs.frozen
class Entry:
    """What search knows of a record: its own names, its own words, and the names of those it mentions."""

    record: Record
    names: tuple[str, ...]
    words: str
    near: str

    def score(self, wanted: str, parts: tuple[str, ...]) -> int:
        """Return how well a query fits, 0 for not at all; exact names before parts before mentions."""
        if wanted in self.names:
            return 5
        if any(wanted in name for name in self.names):
            return 4
        if all(part in self.words for part in parts):
            return 3
        if any(_joined(wanted) == _joined(name) for name in self.names):
            return 3
        if all(part in self.words or part in self.near for part in parts):
            return 2
        return 0


def entries(records: Iterable[Record], by_id: Mapping[str, Record]) -> tuple[Entry, ...]:
    """Return what search knows of every record."""
    names = {one: _names(record) for one, record in by_id.items()}
    return tuple(_entry(record, names) for record in records)


def find(found: Iterable[Entry], text: str) -> tuple[Record, ...]:
    """Return the records that hold every word of a text, best first, then in the order given."""
    wanted = fold(text)
    parts = tuple(wanted.split())
    if not parts:
        return ()
    scored = [(entry.score(wanted, parts), entry.record) for entry in found]
    return tuple(record for score, record in sorted(scored, key=lambda one: -one[0]) if score)


def _entry(record: Record, names: Mapping[str, tuple[str, ...]]) -> Entry:
    texts = [fold(value) for path, _, value in walk(record) if isinstance(value, str) and _is_prose(path)]
    mentioned = dict.fromkeys(reference.id for reference in references(record))
    near = [name for one in mentioned for name in names.get(one, ())]
    return Entry(record, names[record.id], "\n".join((fold(record.id), *texts)), "\n".join(near))


def _is_prose(path: str) -> bool:
    return not path.startswith(("sources[", "conflicts["))


def _names(record: Record) -> tuple[str, ...]:
    name = getattr(record, "name", None) or getattr(record, "title", None)
    texts = [value for _, _, value in walk(name) if isinstance(value, str)] if name is not None else []
    texts.extend(getattr(record, "spellings", ()))
    if isinstance(record, Person):
        texts.extend(_given_first(texts))
    return tuple(dict.fromkeys(fold(text) for text in (*texts, record.id)))


def _given_first(texts: Iterable[str]) -> list[str]:
    """Japanese names are asked for in either order: Kishida Fumio, Fumio Kishida."""
    return [" ".join((*parts[1:], parts[0])) for text in texts if len(parts := text.split()) == 2]
