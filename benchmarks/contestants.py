"""The same rows and questions four ways: this library, a scan in plain Python, pandas and sqlite3."""

import datetime as dt
import importlib
import random
import sqlite3
from collections.abc import Sequence
from typing import Any

import attrs

from benchmarks.timing import Call, interleaved
from vnjp_dataset import Dataset
from vnjp_dataset.model import Visit

FEW = 100
"""As many ids are asked of what takes long to answer."""


@attrs.frozen(kw_only=True)
class Questions:
    """What is asked of the visits of a dataset: ids, one year, some days."""

    ids: tuple[str, ...]
    """Every id once, in random order; equal to the records' ids and not the same objects, as ids from outside are."""
    year: int
    first: dt.date
    last: dt.date


def visit_calls(dataset: Dataset, asked: Questions) -> dict[str, dict[str, Call]]:
    """Return, for each question, a call for each contestant; all give their rows as a list or frame."""
    visits = dataset.visits
    scanned = tuple(visits)
    by_id: dict[str, Visit] = {visit.id: visit for visit in scanned}
    frame = _frame(scanned)
    base = _database(scanned)
    lookup = "select * from visits where id = ?"
    # A visit over New Year belongs to two years, as it does in the library.
    over = "select * from visits where first <= ? and last >= ?"
    year = (f"{asked.year}-12-31", f"{asked.year}-01-01")
    stretch = (asked.last.isoformat(), asked.first.isoformat())
    return {
        "id lookup": {
            "vnjp_dataset": lambda: [visits[one] for one in asked.ids],
            "dict": lambda: [by_id[one] for one in asked.ids],
            "naive scan": lambda: [next(visit for visit in scanned if visit.id == one) for one in asked.ids[:1]],
            "pandas": lambda: [frame.loc[one] for one in asked.ids[:FEW]],
            "sqlite3": lambda: [base.execute(lookup, (one,)).fetchone() for one in asked.ids[:FEW]],
        },
        "where(year=)": {
            "vnjp_dataset": lambda: list(visits.where(year=asked.year)),
            "naive scan": lambda: [
                visit for visit in scanned if visit.start.earliest.year <= asked.year <= visit.end.latest.year
            ],
            "pandas": lambda: frame[(frame["first_year"] <= asked.year) & (frame["last_year"] >= asked.year)],
            "sqlite3": lambda: base.execute(over, year).fetchall(),
        },
        "between": {
            "vnjp_dataset": lambda: list(visits.between(asked.first, asked.last)),
            "naive scan": lambda: [
                visit for visit in scanned if visit.start.earliest <= asked.last and visit.end.latest >= asked.first
            ],
            "pandas": lambda: frame[(frame["first"] <= stretch[0]) & (frame["last"] >= stretch[1])],
            "sqlite3": lambda: base.execute(over, stretch).fetchall(),
        },
    }


def visit_seconds(dataset: Dataset, asked: Questions, *, rounds: int) -> dict[str, dict[str, float]]:
    """Return, for each question and contestant, the seconds of one answer."""
    found = {name: interleaved(calls, rounds=rounds) for name, calls in visit_calls(dataset, asked).items()}
    lookups = {"vnjp_dataset": len(asked.ids), "dict": len(asked.ids), "naive scan": len(asked.ids[:1])}
    seconds = found["id lookup"].items()
    found["id lookup"] = {who: taken / lookups.get(who, len(asked.ids[:FEW])) for who, taken in seconds}
    return found


def shuffled_ids(dataset: Dataset) -> tuple[str, ...]:
    """Return every visit's id in random order, each as a new object."""
    ids = dataset.visits.ids
    return tuple(f"{one}!"[:-1] for one in random.Random(1).sample(ids, len(ids)))


def ladder_calls(dataset: Dataset, day: dt.date) -> dict[str, Call]:
    """Return a call for each contestant that finds the partnership's level on a day."""
    milestones = tuple(dataset.milestones)
    rows = [(one.id, one.date.latest.isoformat(), str(one.level.name)) for one in milestones if one.level]
    frame = importlib.import_module("pandas").DataFrame(rows, columns=["id", "date", "level"]).sort_values("date")
    base = sqlite3.connect(":memory:")
    base.execute("create table milestones (id text primary key, date text, level text)")
    base.executemany("insert into milestones values (?, ?, ?)", rows)
    base.execute("create index by_date on milestones (date)")
    text = day.isoformat()
    last = "select level from milestones where date <= ? order by date desc limit 1"
    return {
        "vnjp_dataset": lambda: dataset.partnership_on(day),
        "naive scan": lambda: (
            max(
                (one for one in milestones if one.level and one.date.latest <= day), key=lambda one: one.date.latest
            ).level
        ),
        "pandas": lambda: frame[frame["date"] <= text].iloc[-1]["level"],
        "sqlite3": lambda: base.execute(last, (text,)).fetchone(),
    }


def _rows(visits: Sequence[Visit]) -> list[tuple[str, str, str, str, str, int, int]]:
    spans = ((visit, visit.start.earliest, visit.end.latest) for visit in visits)
    return [
        (one.id, one.direction, one.lead, first.isoformat(), last.isoformat(), first.year, last.year)
        for one, first, last in spans
    ]


def _frame(visits: Sequence[Visit]) -> Any:
    columns = ["id", "direction", "lead", "first", "last", "first_year", "last_year"]
    return importlib.import_module("pandas").DataFrame(_rows(visits), columns=columns).set_index("id")


def _database(visits: Sequence[Visit]) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.execute(
        "create table visits (id text primary key, direction text, lead text, first text, last text,"
        " first_year integer, last_year integer)"
    )
    base.executemany("insert into visits values (?, ?, ?, ?, ?, ?, ?)", _rows(visits))
    base.execute("create index by_days on visits (first, last)")
    base.execute("analyze")
    return base
