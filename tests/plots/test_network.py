"""Networks hold who came, when, and what was signed, as the records tie them together."""

import datetime as dt
from itertools import chain
from typing import get_args

import pytest
from hypothesis import given
from tests.plots.specs import fewer, rows_of, said_in

from vnjp_dataset import Dataset, QueryError, UnknownIdError, strategies
from vnjp_dataset.model import LEADER_RANKS
from vnjp_dataset.model.agreements import AgreementKind
from vnjp_dataset.plots import network
from vnjp_dataset.plots.web import INSTRUMENTS, MOST, web_of


def test_the_groups_are_all_kinds() -> None:
    """Each kind of instrument stands in one group."""
    assert sorted(chain(*INSTRUMENTS.values())) == sorted(get_args(AgreementKind))


@fewer(2)
@given(strategies.datasets(min_visits=1))
def test_ties_are_the_records(ds: Dataset) -> None:
    """Each leaders' visit is tied to who led it, and to the instruments that belong to it."""
    web = web_of(ds, dt.date.min, dt.date.max)
    held = ds.visits.where(rank=LEADER_RANKS, status="held")
    assert [one.id for one in web.events] == list(held.ids)
    led = {(tie.person.id, event, tie.led) for event, ties in web.people.items() for tie in ties}
    assert led == {(visit.lead, visit.id, True) for visit in held}
    signed = {(event, one.id) for event, several in web.agreements.items() for one in several}
    assert signed == {(one.visit, one.id) for one in ds.agreements if one.visit in held}


@fewer(2)
@given(strategies.datasets(min_visits=1))
def test_a_persons_web_is_what_names_the_person(ds: Dataset) -> None:
    """It holds every visit and meeting that links to the person, in order of date, and the person where one led."""
    for person in ds.people:
        web = web_of(ds, dt.date.min, dt.date.max, about=person.id)
        linked = {link.record.id for link in ds.links_to(person.id)}
        assert {one.id for one in web.events} == {one.id for one in (*ds.visits, *ds.meetings) if one.id in linked}
        days = [one.begins.anchor for one in web.events]
        assert days == sorted(days)


def test_links_are_drawn(ds: Dataset) -> None:
    """Every leader's visits are joined to the leader by lines."""
    chart = network(ds)
    held = ds.visits.where(rank=LEADER_RANKS, status="held")
    led = {(row["from"], row["to"]) for row in rows_of(chart, "links")}
    assert led == {(visit.lead, visit.id) for visit in held}


def test_many_instruments_are_signs_and_few_have_titles(ds: Dataset) -> None:
    """With titles each is joined to its visit by a line."""
    many = rows_of(network(ds), "instruments")
    assert len(many) == sum(one.visit in ds.visits.where(rank=LEADER_RANKS, status="held") for one in ds.agreements)
    assert not any(row["words"] for row in many)
    few = network(ds, start="2007", end="2010")
    assert all(row["words"] for row in rows_of(few, "instruments"))
    joined = {(row["from"], row["to"]) for row in rows_of(few, "links")}
    assert {(row["event"], row["id"]) for row in rows_of(few, "instruments")} <= joined


def test_about_a_person(ds: Dataset) -> None:
    """Every visit and meeting that names the person, as far as there is room, the latest first of all."""
    chart = network(ds, about="koizumi-junichiro")
    linked = {link.record.id for link in ds.links_to("koizumi-junichiro")}
    assert {row["id"] for row in rows_of(chart, "events")} == {
        one.id for one in (*ds.visits, *ds.meetings) if one.id in linked
    }
    assert "Koizumi Junichiro" in said_in(chart)
    assert {"koizumi-junichiro", "phan-van-khai"} <= {row["id"] for row in rows_of(chart, "people")}
    only = network(ds, about="koizumi-junichiro", direction="JP-VN")
    ids = [str(row["id"]) for row in rows_of(only, "events")]
    assert ids[:2] == ["2002-koizumi-junichiro", "2004-koizumi-junichiro"]
    assert all(ds.visits[one].direction == "JP-VN" for one in ids)


def test_about_a_visit_an_agreement_and_a_meeting(ds: Dataset) -> None:
    """A visit has all who took part; an instrument its occasion and who signed; a meeting those who met."""
    visit = ds.visits["2014-truong-tan-sang"]
    people = {row["id"] for row in rows_of(network(ds, about=visit.id), "people")}
    assert {visit.lead, "mai-thi-hanh", "abe-shinzo", "akihito"} <= people
    about = network(ds, about="2014-joint-statement")
    assert [row["id"] for row in rows_of(about, "events")] == [visit.id]
    assert [row["id"] for row in rows_of(about, "instruments")] == ["2014-joint-statement"]
    meeting = next(one for one in ds.meetings if len([each for each in one.participants if each.person]) == 2)
    rows = rows_of(network(ds, about=meeting.id), "people")
    assert {row["id"] for row in rows} == {one.person for one in meeting.participants}


def test_what_there_is_no_room_for_is_said(ds: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    """The latest are drawn, and the subtitle counts the others."""
    monkeypatch.setattr("vnjp_dataset.plots.web.MOST", 5)
    chart = network(ds)
    held = ds.visits.where(rank=LEADER_RANKS, status="held")
    assert [row["id"] for row in rows_of(chart, "events")] == list(held.ids[-5:])
    assert f"{len(held) - 5} earlier visits and meetings are left out" in said_in(chart)
    assert MOST >= 40


def test_questions_that_make_no_sense(ds: Dataset) -> None:
    """An unknown id names the nearest; what has no web is told."""
    with pytest.raises(UnknownIdError, match="did you mean `koizumi-junichiro`"):
        network(ds, about="koizumi-junichro")
    with pytest.raises(QueryError, match="about: expected a person, a visit, a meeting or an agreement, got Place"):
        network(ds, about="hanoi")
