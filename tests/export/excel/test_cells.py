"""Cells hold values exactly, or as text, or mended in one way that can be seen."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnjp_dataset import strategies
from vnjp_dataset.export.excel.cells import CUT, DIGITS, FIRST_DAY, LETTERS, cell, listed, number, somebody, text
from vnjp_dataset.model import Actor, Companion, CountryCode, OfficeId, PersonId, Step, Visit, identifier
from vnjp_dataset.tables import columns

COLUMNS = {one.name: one for one in (*columns(Visit), *columns(Step))}


@given(value=strategies.decimals() | st.integers(-(10**30) + 1, 10**30 - 1))
def test_a_number_is_a_number_where_excel_keeps_all_of_it(value: Decimal | int) -> None:
    """Of its digits none is lost: those beyond the fifteenth would be, so that such a number is text."""
    found = number(value)
    if isinstance(found, str):
        assert Decimal(found) == value
        assert len(found.replace(".", "").replace("-", "").strip("0")) > DIGITS
    else:
        assert Decimal(repr(found)) == value
        assert Decimal(f"{found:.15G}") == value  # as Excel writes it


def test_fifteen_digits_are_kept() -> None:
    """Zeros at either end are none of them."""
    assert number(10**29) == 10**29
    assert number(Decimal("0.000000000000001")) == 1e-15
    assert number(123456789012345) == 123456789012345
    assert number(1234567890123456) == "1234567890123456"
    assert number(Decimal("-12345678.12345678")) == "-12345678.12345678"


@given(day=st.dates())
def test_a_day_is_a_day_where_all_programs_agree(day: dt.date) -> None:
    """Before March 1900 it is text."""
    assert cell(day) == (day if day >= FIRST_DAY else day.isoformat())


@given(value=st.text(st.characters(codec="utf-8")))
def test_a_text_is_as_it_was(value: str) -> None:
    """All that XML can hold stays, letter for letter; what it cannot is shown, and line ends are line feeds."""
    found = text(value)
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    assert len(found) == len(plain)
    for now, before in zip(found, plain, strict=True):
        assert now == before or (now == "\ufffd" and (before < " " or before in "\ufffe\uffff"))


@given(value=st.text(st.sampled_from("a字\U0001f1fb"), min_size=1, max_size=9))
def test_a_long_text_is_cut_at_a_letter(value: str) -> None:
    """It is as long as a cell may be, ends with a mark, and begins as it did; letters of two units stay whole."""
    long = value * (LETTERS // len(value) + 1)
    found = text(long)
    units = len(found.encode("utf-16-le")) // 2
    assert units in (LETTERS, LETTERS - 1)
    assert long.startswith(found.removesuffix(CUT))
    assert found.endswith(CUT)


def test_a_text_that_fits_is_not_cut() -> None:
    """The last letter that a cell holds is kept."""
    assert text("a" * LETTERS) == "a" * LETTERS
    assert text("a" * (LETTERS + 1)) == "a" * (LETTERS - len(CUT)) + CUT


def test_other_values_are_themselves() -> None:
    """What is not known is empty; what no cell holds is a mistake of ours."""
    assert (cell(True), cell(None), cell("x"), cell(3)) == (True, None, "x", 3)
    with pytest.raises(TypeError, match="no cell"):
        cell(())


def test_lists_are_read_in_a_line() -> None:
    """Ids are joined, people told with what else is known of them, and parts counted."""
    kishida = identifier(PersonId, "kishida-fumio")
    premier = identifier(OfficeId, "prime-minister-of-japan")
    actors = (Actor(person=kishida, office=premier, role="host"), Actor(country=identifier(CountryCode, "VN")))
    assert listed(COLUMNS["participants"], actors) == "kishida-fumio (prime-minister-of-japan, host); VN"
    assert listed(COLUMNS["fields"], ("trade", "health")) == "trade; health"
    assert listed(COLUMNS["fields"], ()) is None
    assert listed(COLUMNS["sources"], (object(), object())) == 2
    companion = Companion(person=identifier(PersonId, "kishida-yuko"), role="spouse")
    assert somebody(companion) == "kishida-yuko (spouse)"
