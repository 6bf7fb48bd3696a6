"""Dates are written as readers write them."""

import pytest

from vnjp_dataset.cli.dates import days_of_year, long_date, since, span
from vnjp_dataset.model import PartialDate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014-03-18", "18 March 2014"),
        ("2014-03-18~", "18 March 2014~"),
        ("2014-03", "March 2014"),
        ("2014", "2014"),
        ("../2014", "../2014"),
    ],
)
def test_a_date_in_words(text: str, expected: str) -> None:
    """A date is told to its own precision, doubts included."""
    assert long_date(PartialDate(text)) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-11-27", "2023-11-30", "27–30 Nov"),
        ("2022-04-30", "2022-05-01", "30 Apr–1 May"),
        ("2022-12-30", "2023-01-02", "30 Dec–2 Jan 2023"),
        ("2022-05-01", "2022-05-01", "1 May"),
        ("1995-05", "1995-05", "May"),
        ("1995-05-02", "1995-05", "2 May"),
        ("1995", "1995", ""),
        ("1995", "1996", "1995 – 1996"),
        ("1995-05-02~", "1995-05-04", "2~–4 May"),
    ],
)
def test_days_under_a_year(start: str, end: str, expected: str) -> None:
    """What the year's heading says is not said again."""
    assert days_of_year(PartialDate(start), PartialDate(end), "–") == expected


def test_spans_and_beginnings() -> None:
    """One day is written once; a day by which something held says so."""
    assert span(PartialDate("2022"), PartialDate("2022")) == "2022"
    assert span(PartialDate("2022"), PartialDate("2023")) == "2022 to 2023"
    assert since(PartialDate("../2022-02-23")) == "2022-02-23 or before"
    assert since(PartialDate("2022-02")) == "2022-02"
    assert since(PartialDate("2021/2022-02")) == "between 2021 and 2022-02"
    assert since(PartialDate("2021/..")) == "2021"
