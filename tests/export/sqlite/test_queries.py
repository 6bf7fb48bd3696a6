"""The questions that come with the database can be asked of it."""

import re
import sqlite3

import pytest

from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.sqlite.queries import Query, queries
from vnjp_dataset.model import KINDS, LEADER_RANKS

ASKED = {
    "words": "岸田",
    "person": "kishida-fumio",
    "record": "2014-partnership",
    "document": "mofa-japan/2014-03-18-joint-statement",
    "first": "2014-03-01",
    "last": "2014-03-31",
    "day": "2014-03-18",
}
"""What readers fill in."""
QUERIES = {one.name: one for one in queries(tuple(KINDS))}


def in_quotes(text: str) -> str:
    """Return a text as words to search for."""
    return f'"{text}"'


def ask(connection: sqlite3.Connection, query: Query, **asked: str) -> list[dict[str, object]]:
    """Return the answer to a question."""
    connection.create_function("escape_fts", 1, in_quotes)  # as Datasette brings it along
    cursor = connection.execute(query.sql, {**ASKED, **asked})
    names = [one[0] for one in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


@pytest.mark.parametrize("query", QUERIES.values(), ids=lambda query: query.name)
def test_a_question_has_an_answer(query: Query, opened: sqlite3.Connection, dataset: Dataset) -> None:
    """Everything that it leaves open can be filled in, and its columns have names."""
    assert set(re.findall(r":([a-z]+)", query.sql)) <= set(ASKED)
    document = dataset.milestones["2014-partnership"].sources[0].document
    answer = ask(opened, query, document=document)
    assert answer
    assert all(re.fullmatch("[a-z_]+", name) for name in answer[0])


def test_leaders_visits_are_counted_by_decade(opened: sqlite3.Connection, dataset: Dataset) -> None:
    """They are those that the dataset counts, and a decade without any has no row."""
    leaders = dataset.visits.where(rank=LEADER_RANKS, status="held")
    for row in ask(opened, QUERIES["leaders_visits_by_decade"]):
        first = int(str(row["decade"]))
        found = [
            one for one in leaders if one.direction == row["direction"] and one.begins.anchor.year // 10 * 10 == first
        ]
        assert row["visits"] == len(found) > 0


def test_a_persons_visits_are_those_that_name_the_person(opened: sqlite3.Connection, dataset: Dataset) -> None:
    """Those led are told from those joined."""
    rows = ask(opened, QUERIES["visits_of_a_person"], person="kishida-yuko")
    found = {one.id for one in dataset.visits if any(who.person == "kishida-yuko" for who in one.companions)}
    assert {(row["id"], row["part"]) for row in rows} == {(one, "spouse") for one in found}
    led = ask(opened, QUERIES["visits_of_a_person"])
    assert {row["id"] for row in led if row["part"] == "lead"} == set(dataset.visits.led_by("kishida-fumio").ids)


def test_holders_on_a_day_are_those_of_the_relation(opened: sqlite3.Connection, dataset: Dataset) -> None:
    """The prime ministers of both countries are those that the dataset names."""
    rows = ask(opened, QUERIES["office_holders_on_a_day"])
    heads = [row["person"] for row in rows if row["rank"] == "head-of-government"]
    relation = dataset.relation_on("2014-03-18")
    assert heads == [one.person.id for one in relation.office_holders if one.office.rank == "head-of-government"]


def test_a_question_needs_the_kinds_it_names() -> None:
    """It comes along where all of them do."""
    assert queries(()) == tuple(one for one in QUERIES.values() if not one.kinds)
    for query in QUERIES.values():
        assert query in queries(query.kinds)
        assert not query.kinds or query not in queries(query.kinds[1:])
