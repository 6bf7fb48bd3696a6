"""A small tree of data, and a way to ask the command line about it."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from vnjp_dataset.cli import program

CITED = "sources: [{document: gazette/1994-notes, supports: [name]}]\n"

TREE: Mapping[str, str] = {
    "sources/gazette.yaml": """\
name: {en: The Gazette}
side: JP
kind: newspaper
documents:
  - key: 1994-notes
    title: Notes on a visit
    url: https://example.org/notes
    published: 1994-08-27
    language: en
    accessed: 2024-01-31
""",
    "people/murayama-tomiichi.yaml": f"""\
name: {{en: Murayama Tomiichi, ja: 村山富市}}
country: JP
terms: [{{office: prime-minister-of-japan, start: 1994-06-30, end: 1996-01-11}}]
{CITED}""",
    "people/le-duc-anh.yaml": f"""\
name: {{en: Le Duc Anh, vi: Lê Đức Anh}}
country: VN
terms: [{{office: president-of-vietnam, start: 1992-09-23, end: 1997-09-24}}]
{CITED}""",
    "people/vo-van-kiet.yaml": f"""\
name: {{en: Vo Van Kiet, vi: Võ Văn Kiệt}}
country: VN
terms: [{{office: minister-of-notes-of-vietnam, start: 1991-08-08}}]
{CITED}""",
    "people/kono-yohei.yaml": f"""\
name: {{en: Kono Yohei}}
country: JP
terms: [{{office: foreign-minister-of-japan, start: 1994-06, end: 1996-01-11, acting: true}}]
{CITED}""",
    "offices.yaml": """\
foreign-minister-of-japan: {title: {ja: 外務大臣}, country: JP, rank: foreign-minister, single: true}
minister-of-notes-of-vietnam: {title: {en: Minister of Notes}, country: VN, rank: minister}
president-of-vietnam: {title: {en: President of Vietnam}, country: VN, rank: head-of-state, single: true}
prime-minister-of-japan: {title: {en: Prime Minister of Japan}, country: JP, rank: head-of-government, single: true}
""",
    "places.yaml": """\
hanoi: {name: {en: Hanoi, vi: Hà Nội}, country: VN, kind: municipality, iso: VN-HN, part_of: vietnam}
vietnam: {name: {en: Vietnam}, country: VN, kind: country}
""",
    "fields.yaml": "trade: {name: {en: Trade}}\n",
    "visits/1994-murayama-tomiichi.yaml": """\
direction: JP-VN
lead: murayama-tomiichi
office: prime-minister-of-japan
start: 1994-08-25
end: 1994-08-26
labels: {jp: {style: official-visit, name: {ja: 公式訪問}}}
companions: [{person: vo-van-kiet, role: other}]
itinerary:
  - {date: 1994-08-25, activity: talks, place: hanoi, participants: [{person: le-duc-anh}], summary: They spoke.}
counts: {documents_signed: {value: 2, bound: about}}
fields: [trade]
sources:
  - {document: gazette/1994-notes, supports: [start, end], locator: page 2}
conflicts:
  - {field: end, value: "1994-08-27", documents: [gazette/1994-notes], reason: The other day is a slip.}
""",
    "visits/1995-le-duc-anh.yaml": """\
direction: VN-JP
lead: le-duc-anh
office: president-of-vietnam
start: 1995-11-30
end: 1995-12-02
""",
    "visits/1995-vo-van-kiet.yaml": """\
direction: VN-JP
lead: vo-van-kiet
office: minister-of-notes-of-vietnam
start: 1995-05
end: 1995-05
""",
    "mechanisms/vietnam-japan-notes-committee.yaml": """\
name: {en: Notes Committee}
kind: committee
sessions:
  - {number: 1, start: 1995-06-01, place: hanoi, chairs: [{person: vo-van-kiet}], visit: 1995-vo-van-kiet}
sources: [{document: gazette/nowhere, supports: [name]}]
""",
    "commitments/1994-paper.yaml": """\
kind: pledge
by: [{country: JP}]
made: 1994-08-25
summary: Japan will send paper.
quantity: {value: 1500.5, unit: sheets, bound: more-than}
""",
    "milestones/1973-relations.yaml": """\
date: 1973-09-21
kind: relations-established
name: {en: Relations established}
level: {rank: 0, name: {en: Diplomatic relations, ja: 外交関係}}
""",
    "milestones/1994-partnership.yaml": """\
date: 1994-08-25
kind: partnership
name: {en: Partnership of Notes}
level:
  rank: 1
  name: {en: Partnership of Notes}
  other_names: [{name: Notable Partnership, language: en, documents: [gazette/1994-notes]}]
visit: 1994-murayama-tomiichi
""",
    "agreements/1994-notes.yaml": """\
kind: exchange-of-notes
title: {en: "=Notes, exchanged", vi: Công hàm}
signed: 1994-08-26
in_force: 1994-08-26
visit: 1994-murayama-tomiichi
amount: {value: 60000000, currency: JPY}
""",
}

Run = Callable[..., Result]


@pytest.fixture
def tree(write_files: Callable[[Mapping[str, str]], Path]) -> Path:
    """Return a folder with a small tree that reads without problems."""
    return write_files(TREE)


@pytest.fixture
def run(tree: Path) -> Run:
    """Return a function that runs the program on the small tree."""

    def run_program(*words: str, width: int = 80, data: Path | None = tree) -> Result:
        environment = {"COLUMNS": str(width), "NO_COLOR": None, "FORCE_COLOR": None}
        where = () if data is None else ("--data", str(data))
        return CliRunner().invoke(program, [*where, *words], env=environment)

    return run_program


@pytest.fixture
def command() -> tuple[str, ...]:
    """Return the words that start the program as a process of its own."""
    return (sys.executable, "-m", "vnjp_dataset")
