"""Records are found by words, whatever script and marks they are written with."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.sqlite import write
from vnjp_dataset.export.sqlite.search import LONGEST, also
from vnjp_dataset.model import Record, Value
from vnjp_dataset.model.walk import references, walk
from vnjp_dataset.search import fold


def found(connection: sqlite3.Connection, words: str) -> list[str]:
    """Return the ids of the records that hold words, each in quotes, best first."""
    quoted = " ".join('"{}"'.format(word.replace('"', '""')) for word in words.split())
    query = "SELECT id FROM search WHERE search MATCH ? ORDER BY rank, id"
    return [row[0] for row in connection.execute(query, (quoted,))]


def names(record: Record) -> Iterator[str]:
    """Yield the names or titles of a record, in every language."""
    part = getattr(record, "name", None) or getattr(record, "title", None)
    if isinstance(part, Value):
        yield from (text for _, _, text in walk(part) if isinstance(text, str))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Phạm Minh Chính", "pham-minh-chinh"),
        ("pham minh chinh", "pham-minh-chinh"),
        ("PHAM MINH CHINH", "pham-minh-chinh"),
        ("ファム・ミン・チン", "pham-minh-chinh"),
        ("ミン チン", "pham-minh-chinh"),
        ("do muoi", "do-muoi"),
        ("Đỗ Mười", "do-muoi"),
        ("岸田文雄", "kishida-fumio"),
        ("文雄", "kishida-fumio"),
        ("キシダ フミオ", "kishida-fumio"),
        ("きしだ ふみお", "kishida-fumio"),
        ("Fumio Kishida", "kishida-fumio"),
        ("kishida-fumio", "kishida-fumio"),
    ],
)
def test_people_are_found_first(words: str, wanted: str, opened: sqlite3.Connection) -> None:
    """With marks or without, in kanji, in kana, by family or given name, in either order."""
    assert found(opened, words)[0] == wanted


def test_a_family_name_in_kanji_finds_all_that_names_him(opened: sqlite3.Connection, dataset: Dataset) -> None:
    """Two letters out of four find the man, his visits and his talks: who is named is found by his name."""
    ids = set(found(opened, "岸田"))
    assert "kishida-fumio" in ids
    naming = {link.record.id for link in dataset.links_to("kishida-fumio")}
    assert naming <= ids


def test_everybody_is_found_by_every_name(opened: sqlite3.Connection, dataset: Dataset) -> None:
    """In every language that the record has, as it is written and as it is typed without marks."""
    for person in dataset.people:
        for text in names(person):
            assert person.id in found(opened, text)
            assert person.id in found(opened, fold(text))


@settings(max_examples=6)
@given(data=st.data(), dataset=strategies.datasets(max_visits=1))
def test_any_record_is_found_by_its_names(data: st.DataObject, dataset: Dataset) -> None:
    """By the whole, without marks, and by any part of a Japanese word; so are those that name it."""
    with TemporaryDirectory() as folder:
        (path, _) = write(dataset, Path(folder))
        with closing(sqlite3.connect(path)) as connection:
            for record in dataset:
                for text in filter(fold, names(record)):
                    assert record.id in found(connection, text)
                    assert record.id in found(connection, fold(text))
                    part = data.draw(parts(text))
                    assert not part or record.id in found(connection, part)
            record = data.draw(st.sampled_from([one for one in dataset if any(references(one))]))
            for one in references(record):
                assert all(record.id in found(connection, text) for text in names(dataset[one.id]) if fold(text))


@st.composite
def parts(draw: st.DrawFn, text: str) -> str:
    """Draw some neighbouring letters of a Japanese word, or nothing where there is no such word."""
    words: list[str] = re.findall("[\u30a1-\u30fa\u4e00-\u9fff]{3,}", text)
    if not words:
        return ""
    word = draw(st.sampled_from(words))
    first = draw(st.integers(0, len(word) - 2))
    return word[first : draw(st.integers(first + 2, min(len(word), first + LONGEST)))]


def test_other_forms_are_told_only_where_there_are_some() -> None:
    """A text that the tokenizer reads alone needs no other form."""
    assert also("Hà Nội", None, "plain") is None
    assert also("Đà Nẵng") == "da nang"
    assert also("岸田", None) is None
    assert also("東京都") == "東京 東京都 京都"
    assert also("ひの") == "ヒノ"
    assert also("ＡＢＣ") == "abc"


def test_a_name_counts_more_than_a_mention(opened: sqlite3.Connection, dataset: Dataset) -> None:
    """Whoever is called so stands before whatever only names him."""
    ids = found(opened, "岸田文雄")
    called = [one for one in ids if any("岸田文雄" in text for text in names(dataset[one]))]
    assert ids[: len(called)] == called == ["kishida-fumio"]


def test_records_come_with_their_rows(opened: sqlite3.Connection, dataset: Dataset) -> None:
    """Over `texts` stands one row for each record, tombstones among them, under the index's number."""
    rows = opened.execute(
        "SELECT t.id, s.id, r.kind = t.kind FROM search s JOIN texts t ON t.number = s.rowid JOIN records r USING (id)"
    ).fetchall()
    assert len(rows) == len(dataset) + len(dataset.retired)
    assert all(one == other and same for one, other, same in rows)
