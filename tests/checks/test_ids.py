"""Rules about what ids tell: an event's year and a visit's lead."""

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, PartialDate
from vnjp_dataset.model import RecordId

Breaches = Callable[..., list[tuple[str, str]]]


@given(st.integers(1990, 2010), st.integers(0, 3), st.integers(1988, 2015))
def test_an_event_is_named_by_its_year(base: Dataset, breaches: Breaches, first: int, years: int, named: int) -> None:
    """An event is reported where, and only where, its id does not begin with a year in which it may lie."""
    loan = base.agreements["2022-loan"]
    signed = PartialDate(f"{first}/{first + years}")
    named_loan = attrs.evolve(loan, id=RecordId(f"{named}-loan"), signed=signed)
    expected = [] if first <= named <= first + years else [(f"{named}-loan", "")]
    assert breaches("id-has-year", named_loan) == expected


@pytest.mark.parametrize("text", ["../2022", "2022/.."])
def test_an_open_date_has_the_year_that_is_known(base: Dataset, breaches: Breaches, text: str) -> None:
    """An event dated by an end or a beginning alone is named by that year."""
    dated = attrs.evolve(base.agreements["2022-loan"], signed=PartialDate(text))
    assert breaches("id-has-year", dated) == []


def test_a_figure_may_be_named_by_the_year_of_its_report(base: Dataset, breaches: Breaches) -> None:
    """A figure's id is not held to the year that it speaks of."""
    figure = attrs.evolve(base.figures["2021-visit-ordinal"], as_of=PartialDate("2019"))
    assert breaches("id-has-year", figure) == []


@pytest.mark.parametrize(
    ("name", "reported"),
    [
        ("2021-an-van-binh", False),
        ("2021-an-van-binh-summit", False),
        ("2021-an-van-binhson", True),
        ("2021-binh", True),
        ("2021-summit-an-van-binh", True),
        ("an-van-binh", True),
    ],
)
def test_a_visit_is_named_by_its_lead(base: Dataset, breaches: Breaches, name: str, reported: bool) -> None:
    """A visit's id is a year and its lead, and perhaps a word more."""
    visit = attrs.evolve(base.visits["2021-an-van-binh"], id=RecordId(name))
    assert breaches("id-names-lead", visit) == ([(name, "lead")] if reported else [])
