"""A line that names a record has names in it, and ids only where nothing is known."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

from vnjp_dataset import strategies
from vnjp_dataset.dataset import Dataset
from vnjp_dataset.export.naming import Names, listed
from vnjp_dataset.loading import load
from vnjp_dataset.model import Actor, CountryCode, Meeting, OrganizationId, PartialDate, PersonId, RecordId
from vnjp_dataset.model.meetings import Medium


@pytest.fixture(scope="module")
def base() -> Dataset:
    """Return a small dataset in which every kind of record is."""
    return load(Path(__file__).parents[1] / "checks" / "base")


def test_records_go_by_names(base: Dataset) -> None:
    """A visit is named by guest, office and host, a session by its mechanism and number."""
    names = Names(base)
    assert names.of("2021-an-van-binh") == "An Van Binh, President of Viet Nam, in Japan"
    assert names.of("hanoi") == "Hanoi"
    committee = base.mechanisms["joint-committee"]
    assert names.session(committee, committee.sessions[1]) == "Joint Committee, session 2"
    assert names.session(committee, attrs.evolve(committee.sessions[1], number=None)) == "Joint Committee, session"
    assert names.country(CountryCode("VN")) == "Vietnam"
    assert names.country(CountryCode("XX")) == names.of("XX") == "XX"


@pytest.mark.parametrize(
    ("medium", "words"),
    [("in-person", ""), ("telephone", ", by telephone"), ("video", ", by video"), ("correspondence", ", in letters")],
)
def test_meetings_go_by_those_who_met(base: Dataset, medium: Medium, words: str) -> None:
    """Talks are named by the people, bodies or countries that held them, and the way in which they did."""
    meeting = Meeting(
        id=RecordId("talks"),
        date=PartialDate("2020"),
        medium=medium,
        participants=(
            attrs.evolve(base.visits["2021-an-van-binh"].invited_by[0], role="host"),
            Actor(organization=OrganizationId(base.organizations[0].id)),
            Actor(country=CountryCode("JP")),
        ),
    )
    assert Names(base).title(meeting) == f"Sato Hanako, {base.organizations[0].name} and Japan{words}"


@settings(max_examples=10)
@given(strategies.datasets(min_visits=1, max_visits=2))
def test_every_record_has_a_line(dataset: Dataset) -> None:
    """The names of those in a visit stand in its line, and no record is without one."""
    names = Names(dataset)
    assert all(names.title(one).strip() for one in dataset)
    for visit in dataset.visits:
        assert names.title(visit).startswith(
            f"{dataset.people[visit.lead].name}, {dataset.offices[visit.office].title}"
        )


def test_lists_are_sentences() -> None:
    """One stands alone, the last of several after `and`."""
    assert [listed(one) for one in ("A", "AB", "ABC")] == ["A", "A and B", "A, B and C"]


def test_a_visit_led_by_a_visit_has_a_line(base: Dataset) -> None:
    """Data that no rule has looked at yet need not make sense; a name still ends."""
    visit = attrs.evolve(base.visits["2021-an-van-binh"], id=RecordId("loop"), lead=PersonId(RecordId("loop")))
    assert Names(Dataset({"visits": [visit]})).of("loop").startswith("loop VN-JP ")
