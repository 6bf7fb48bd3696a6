"""The states of the panel are known by the codes of the lists that other datasets use."""

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import Dataset, DyadYears
from vnjp_dataset.insight.panel import DYADS, JAPAN, VIETNAM, State
from vnjp_dataset.insight.panel.states import FIRST_YEAR

STATES = (VIETNAM, JAPAN)
LAST_YEAR = 2026

# The years from 1945 on in which the lists have each state, as their tables by year give them:
# Correlates of War, State System Membership List v2016; Gleditsch and Ward, list of independent states, to 2020.
COW_YEARS = {816: set(range(1954, 2017)), 740: {1945, *range(1952, 2017)}}
GW_YEARS = {816: set(range(1954, 2021)), 740: set(range(1945, 2021))}


@pytest.fixture(scope="module")
def panel() -> DyadYears:
    """Return every year that can be asked for, up to now."""
    return Dataset({}).dyad_years(FIRST_YEAR, LAST_YEAR)


@pytest.mark.parametrize("state", STATES, ids=lambda one: one.name)
def test_iso_codes_are_those_of_the_standard(state: State) -> None:
    """Alpha-2, alpha-3 and numeric code belong to one country, which is the state's."""
    country = pycountry.countries.get(alpha_2=state.iso2c)
    assert country is not None
    assert (country.alpha_3, int(country.numeric)) == (state.iso3c, state.iso3n)
    assert getattr(country, "common_name", country.name) == state.name


def test_the_standard_had_another_code_for_the_democratic_republic() -> None:
    """What the page of the panel says of the codes VD and VDR is what ISO 3166-3 has."""
    (former,) = [one for one in pycountry.historic_countries if one.alpha_2 == "VD"]
    assert (former.alpha_3, former.withdrawal_date) == ("VDR", "1977")
    assert "Democratic Republic" in former.name


def test_directions_are_told_by_the_codes() -> None:
    """State 1 of VN-JP is Vietnam, of JP-VN Japan; the codes are the words of the direction."""
    assert {way: f"{one.iso2c}-{two.iso2c}" for way, (one, two) in DYADS.items()} == {way: way for way in DYADS}


def test_codes_stand_in_the_years_of_their_list(panel: DyadYears) -> None:
    """A code is there exactly in the years in which its list has the state, and after the list's end."""
    for row in panel:
        for side, state in zip("12", DYADS[row.direction], strict=True):
            for column, abbreviation, listing, years in (
                ("ccode", "stateabb", state.cow, COW_YEARS),
                ("gwcode", "gwabb", state.gw, GW_YEARS),
            ):
                there = years[listing.number]
                listed = row.year in there or row.year > max(there)
                found = row[f"{column}{side}"], row[f"{abbreviation}{side}"]
                assert found == ((listing.number, listing.abbreviation) if listed else (None, None))


def test_iso_codes_stand_in_every_year(panel: DyadYears) -> None:
    """They are today's and never missing, so that a merge by them has no gaps."""
    for row in panel:
        sender, receiver = DYADS[row.direction]
        assert [row[f"{name}1"] for name in ("iso2c", "iso3c", "iso3n")] == [sender.iso2c, sender.iso3c, sender.iso3n]
        assert [row[f"{name}2"] for name in ("iso2c", "iso3c", "iso3n")] == [
            receiver.iso2c,
            receiver.iso3c,
            receiver.iso3n,
        ]


@given(st.integers(FIRST_YEAR, 9999))
def test_the_rows_of_a_year_mirror_each_other(year: int) -> None:
    """What is state 1 in one row is state 2 in the other."""
    one, other = Dataset({}).dyad_years(year, year)
    for name in ("iso2c", "iso3c", "iso3n", "ccode", "stateabb", "gwcode", "gwabb"):
        assert (one[f"{name}1"], one[f"{name}2"]) == (other[f"{name}2"], other[f"{name}1"])


def test_no_row_is_about_the_republic_of_vietnam(panel: DyadYears) -> None:
    """817 and RVN, another state in both lists, stand nowhere."""
    assert not {817, "RVN"} & {value for row in panel for value in row.values}
