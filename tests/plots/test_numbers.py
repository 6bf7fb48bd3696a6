"""Numbers are said as each language says them, and read only where they are plain."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plots.specs import LANGUAGES

from vnjp_dataset.model import Language
from vnjp_dataset.plots.numbers import grouped, read_value, scale_of

NUMBERS = st.decimals(0, 10**15, places=2) | st.integers(0, 10**15).map(Decimal)


@given(NUMBERS)
def test_a_plain_number_is_read(number: Decimal) -> None:
    """With or without marks between thousands, with or without the unit."""
    for text in (f"{number:f}", f"{number:,f}", f"{number:,f} USD"):
        assert read_value(text, "USD") == number


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("8.5 billion USD", "USD", 8_500_000_000),
        ("145,631 million yen", "JPY", 145_631_000_000),
        ("48", "percent", 48),
        ("8.5 billion USD", "JPY", None),
        ("almost 370,000", "people", None),
        ("10 billion USD (expected)", "USD", None),
        ("first", "rank", None),
        ("1,23", "people", None),
        ("", "people", None),
    ],
)
def test_values_in_words(text: str, unit: str, value: int | None) -> None:
    """What is qualified, in another unit or no number is not read; nothing is guessed."""
    assert read_value(text, unit) == value


@given(st.text(max_size=30), st.sampled_from(["USD", "people"]))
def test_any_text_is_read_or_not(text: str, unit: str) -> None:
    """A number comes out, or nothing."""
    found = read_value(text, unit)
    assert found is None or found >= 0


@given(NUMBERS, st.sampled_from(LANGUAGES))
def test_thousands_are_marked(number: Decimal, language: Language) -> None:
    """Without the marks it is the number."""
    marks = (".", ",") if language == "vi" else (",", ".")
    assert Decimal(grouped(number, language).replace(marks[0], "").replace(marks[1], ".")) == number


@pytest.mark.parametrize(
    ("largest", "en", "vi", "ja"),
    [
        (500_000, "", "", ""),
        (8_500_000, "million", "triệu", "万"),
        (51_000_000_000, "billion", "tỷ", "億"),
        (2_980_000_000_000, "trillion", "nghìn tỷ", "兆"),
        (0, "", "", ""),
    ],
)
def test_axes_count_in_the_words_of_the_language(largest: int, en: str, vi: str, ja: str) -> None:
    """Japanese counts in powers of ten thousand."""
    assert [scale_of(Decimal(largest), one)[1] for one in LANGUAGES] == [en, vi, ja]


@given(st.decimals(-(10**40), 10**40, allow_nan=False), st.sampled_from(LANGUAGES))
def test_numbers_on_an_axis_stay_short(largest: Decimal, language: Language) -> None:
    """What is counted in a power of ten reaches 1 of it."""
    power, word = scale_of(largest, language)
    assert (power == 0) == (word == "")
    assert power == 0 or abs(largest.scaleb(-power)) >= 1
