"""A calendar has an entry for what happened on days that are known, each under a name of its own."""

import datetime as dt
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export import FORMATS, untracked
from vnjp_dataset.export.ics.entries import Entries, Entry, has_anniversary
from vnjp_dataset.loading import load
from vnjp_dataset.model import Mechanism, PartialDate, Session, VisitId, partial_date

KINDS = FORMATS["ics"].kinds


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return a small dataset in which every kind of record is."""
    return load(Path(__file__).parents[2] / "checks" / "base")


def events(dataset: Dataset) -> dict[str, Entry]:
    """Return the entries of a dataset by their names, of which no two are alike."""
    found = list(Entries(dataset, untracked).events(KINDS))
    by_uid = {one.uid: one for one in found}
    assert len(by_uid) == len(found)
    return by_uid


def entry(begins: str, ends: str) -> Entry:
    """Return an entry of some days."""
    return Entry(uid="a", title="A", begins=PartialDate(begins), ends=PartialDate(ends), categories=(), description="")


@given(st.dates(max_value=dt.date(9999, 12, 30)), st.dates(max_value=dt.date(9999, 12, 30)))
def test_exact_days_are_days(one: dt.date, other: dt.date) -> None:
    """Two exact days are the first and the last."""
    first, last = sorted((one, other))
    assert entry(first.isoformat(), last.isoformat()).days == (first, last)


@given(strategies.partial_dates())
def test_other_dates_are_no_days(date: PartialDate) -> None:
    """A month, a stretch, a day about then or doubted is no day; nor is one of which only the end is exact."""
    exact = date.precision == "day" and date.text[-1].isdigit()
    assert (entry(date.text, date.text).days is not None) == exact
    assert (entry(date.text, "2099-01-01").days is not None) == exact
    assert (entry("1901-01-01", date.text).days is not None) == exact


def test_the_last_of_all_days_has_no_morrow() -> None:
    """What ends on the last day that dates have is left out, as no day after it can be named."""
    assert entry("9999-12-30", "9999-12-31").days is None


def test_entries_say_what_happened(base: Dataset) -> None:
    """A visit has names, its fields, its places in order, and the addresses of its sources."""
    found = events(base)["2021-an-van-binh"]
    assert found.title == "An Van Binh, President of Viet Nam, in Japan"
    assert found.categories == ("visit", *(str(base.fields[one].name) for one in ("politics", "defence")))
    assert found.places == ("tokyo",)
    assert found.description.split("\n\n") == [
        "The President came for talks.",
        "Sources:\n" + "\n".join(f"- {base.document(one.document).url}" for one in base.visits[0].sources),
        f"Record 2021-an-van-binh of vnjp-dataset {base.version}",
    ]


def test_sessions_have_their_own_sources(base: Dataset) -> None:
    """A session goes by number, and names the documents that tell of it, not those that tell of another."""
    found = events(base)
    assert {one for one in found if one.startswith("joint-committee")} == {
        "joint-committee.session-1",
        "joint-committee.session-2",
    }
    assert "Sources" not in found["joint-committee.session-1"].description
    assert base.document("herald/2021-11-26-visit").url in found["joint-committee.session-2"].description


@settings(max_examples=20)
@given(st.from_type(Mechanism), st.lists(strategies.sessions(number=st.none()), max_size=2))
def test_sessions_without_numbers_go_by_date(mechanism: Mechanism, several: list[Session]) -> None:
    """Sessions that begin on one date and have no number have names of their own; other sessions do not change them."""
    twice = tuple(one for session in several for one in (session, session))
    names = set(events(Dataset({"mechanisms": (attrs.evolve(mechanism, sessions=twice),)})))
    assert len(names) == len(twice)
    for session in several:
        assert f"{mechanism.id}.session-{session.start}" in names


@settings(max_examples=20)
@given(strategies.datasets(max_visits=2))
def test_everything_with_a_date_is_an_entry(dataset: Dataset) -> None:
    """Each event and session is one entry, of its own days and status; commitments and figures are none."""
    found = events(dataset)
    sessions = sum(len(one.sessions) for one in dataset.mechanisms)
    events_ = [one for kind in ("visits", "meetings", "agreements", "milestones") for one in getattr(dataset, kind)]
    assert len(found) == len(events_) + sessions
    for one in events_:
        assert (found[one.id].begins, found[one.id].ends) == (one.begins, one.ends)
        assert found[one.id].status == getattr(one, "status", "held")


@settings(max_examples=20)
@given(strategies.datasets(min_visits=1, max_visits=2))
def test_anniversaries_are_those_of_the_ladder_missions_and_first_visits(dataset: Dataset) -> None:
    """Every rung has one; a first has one where it belongs to a visit."""
    found = {one.uid.removesuffix(".anniversary") for one in Entries(dataset, untracked).anniversaries()}
    assert found == {one.id for one in dataset.milestones if has_anniversary(one)}
    assert found >= set(dataset.milestones.ladder.ids)


def test_which_milestones_have_anniversaries(base: Dataset) -> None:
    """A turning point of another sort has none."""
    rung, partnership, first = base.milestones
    assert [has_anniversary(one) for one in (rung, partnership, first)] == [True, True, False]
    assert has_anniversary(attrs.evolve(first, visit=VisitId(base.visits[0].id)))
    assert not has_anniversary(attrs.evolve(first, kind="aid-suspended"))
    found = {one.uid: one for one in Entries(base, untracked).anniversaries()}
    assert found[f"{rung.id}.anniversary"].title == "Anniversary: Diplomatic relations (1973)"
    assert found[f"{rung.id}.anniversary"].begins == partial_date("1973-09-21")
