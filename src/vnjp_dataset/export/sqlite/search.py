"""Full-text search in English, Vietnamese and Japanese: what each record is found by."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import cast

import attrs

from vnjp_dataset.model import Record, Value
from vnjp_dataset.model.kinds import TARGETS
from vnjp_dataset.model.walk import walk
from vnjp_dataset.search import fold

TEXTS = "texts"
SEARCH = "search"
DOC = "What each record is found by: a row for each record, over which `search` is the index."
COLUMNS = {
    "number": "The row's number, as the index has it.",
    "id": "The record.",
    "kind": "The kind of record.",
    "heading": "A line that names the record to a reader.",
    "names": "Its names or titles and other spellings, one on a line.",
    "words": "Whatever else it says in words, one text on a line.",
    "mentions": "The names of the records that it names, one on a line.",
    "names_also": "Other forms of its names: without đ, hiragana as katakana, and the parts of Japanese words.",
    "also": "Such forms of everything else.",
}
LONGEST = 8
"""How many letters a part of a Japanese word has at most: a longer query finds whole words only."""

CREATE = (
    f"""CREATE TABLE "{TEXTS}" (
  -- {DOC}
  "number" INTEGER PRIMARY KEY, -- {COLUMNS["number"]}
  "id" TEXT NOT NULL UNIQUE REFERENCES "records" ("id"), -- {COLUMNS["id"]}
  "kind" TEXT NOT NULL, -- {COLUMNS["kind"]}
  "heading" TEXT NOT NULL, -- {COLUMNS["heading"]}
  "names" TEXT, -- {COLUMNS["names"]}
  "words" TEXT, -- {COLUMNS["words"]}
  "mentions" TEXT, -- {COLUMNS["mentions"]}
  "names_also" TEXT, -- {COLUMNS["names_also"]}
  "also" TEXT -- {COLUMNS["also"]}
) STRICT""",
    f"""CREATE VIRTUAL TABLE "{SEARCH}" USING fts5(
  "id", "kind" UNINDEXED, "heading", "names", "words", "mentions", "names_also", "also",
  content="{TEXTS}", content_rowid="number", tokenize="unicode61 remove_diacritics 2"
)""",
    # Only while the file is written: who names whom, before all names are there.
    """CREATE TEMP TABLE "named" ("number" INTEGER, "id" TEXT, PRIMARY KEY ("number", "id")) WITHOUT ROWID""",
)
INSERT = f"""INSERT INTO "{TEXTS}" ("number", "id", "kind", "heading", "names", "words") VALUES (?, ?, ?, ?, ?, ?)"""
INSERT_NAMED = 'INSERT INTO temp."named" VALUES (?, ?)'
FINISH = (
    f"""UPDATE "{TEXTS}" SET "mentions" = (SELECT group_concat("names", char(10)) FROM (
  SELECT t."names" AS "names" FROM temp."named" n JOIN "{TEXTS}" t ON t."id" = n."id"
  WHERE n."number" = "{TEXTS}"."number" ORDER BY n."id"))""",
    'DROP TABLE temp."named"',
    f"""UPDATE "{TEXTS}" SET "names_also" = also("names"), "also" = also("heading", "words", "mentions")""",
    f"""INSERT INTO "{SEARCH}" ("{SEARCH}") VALUES ('rebuild')""",
    # A name counts more than a word, and a word more than the name of somebody mentioned.
    f"""INSERT INTO "{SEARCH}" ("{SEARCH}", "rank") VALUES ('rank', 'bm25(10, 0, 5, 10, 1, 0.2, 10, 0.2)')""",
)

_WORD = re.compile(r"[^\W_]+")
_LATIN_MARKS = re.compile("[\u0300-\u036f]")
_JAPANESE = re.compile("[\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff]{3,}")


@attrs.frozen
class Found:
    """What a record is found by, but for the names of those it names, which others know."""

    row: tuple[int | str | None, ...]
    """A row of `texts`, as `INSERT` takes it."""
    named: tuple[tuple[int, str], ...]
    """Each record that it names, once, as `INSERT_NAMED` takes it."""


def found_by(number: int, kind: str, record: Record) -> Found:
    """Return what a record is found by under a number of its own."""
    names = dict.fromkeys(_names(record))
    words: dict[str, None] = {}
    named: dict[tuple[int, str], None] = {}
    for path, declared, value in walk(record):
        if not isinstance(value, str) or path == "id":
            continue
        if declared in TARGETS:
            named[number, str(value)] = None
        elif declared is str and value not in names and not path.startswith(("sources[", "conflicts[")):
            words[value] = None
    return Found((number, record.id, kind, record.heading, _lines(names), _lines(words)), tuple(named))


def _lines(texts: Iterable[str]) -> str | None:
    return "\n".join(texts) or None


def also(*texts: str | None) -> str | None:
    """Return the other forms in which texts can be asked for; None where they have none.

    >>> also("Đặng Nguyên")
    'dang nguyen'
    >>> also("岸田文雄")
    '岸田 岸田文 岸田文雄 田文 田文雄 文雄'
    """
    lines = [line for text in texts if text for line in text.split("\n")]
    folded = dict.fromkeys(fold(line) for line in lines if not line.isascii() and fold(line) != _tokens(line))
    parts = dict.fromkeys(part for line in lines for part in _parts(line))
    return _lines(filter(None, (*folded, " ".join(parts))))


def _tokens(line: str) -> str:
    """Return a line as the tokenizer reads it: without case and marks; đ is a letter of its own, and kana are two."""
    bare = _LATIN_MARKS.sub("", unicodedata.normalize("NFD", line.lower()))
    return " ".join(_WORD.findall(unicodedata.normalize("NFC", bare)))


def _parts(line: str) -> Iterator[str]:
    """Yield the parts of the Japanese words in a line, which has no spaces between them."""
    for word in _JAPANESE.findall(unicodedata.normalize("NFKC", line)):
        for first in range(len(word) - 1):
            yield from (word[first:last] for last in range(first + 2, min(first + LONGEST, len(word)) + 1))


def _names(record: Record) -> Iterator[str]:
    for part in ("name", "title", "spellings"):
        found: object = getattr(record, part, None)
        if isinstance(found, tuple):
            yield from cast("tuple[str, ...]", found)
        elif isinstance(found, Value):
            yield from (text for _, declared, text in walk(found) if declared is str and isinstance(text, str))
