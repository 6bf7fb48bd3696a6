"""Figures are drawn at their values and days, with who says so."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plots.specs import LANGUAGES, Row, rows_of, said_in, spec_of

from vnjp_dataset import Dataset, QueryError, UnknownIdError, strategies
from vnjp_dataset.model import Figure, Language
from vnjp_dataset.plots import measures
from vnjp_dataset.plots.axis import Years
from vnjp_dataset.plots.catalogue import Chart
from vnjp_dataset.plots.measures_plot import SIGNS, point_rows, points

YEARS = Years(first=dt.date.min, last=dt.date.max, width=900)
WORDS = {"VN": "Vietnamese sources", "JP": "Japanese sources"}


def figures(chart: Chart) -> list[Row]:
    """Return the rows of all units."""
    names = [name for name in spec_of(chart)["datasets"] if name.startswith("figures-")]
    return [row for name in names for row in rows_of(chart, name)]


def check(row: Row, figure: Figure) -> None:
    """Compare a row with its figure."""
    assert Decimal(row["value"]) == figure.value
    assert row["unit"] == figure.unit
    assert row["sign"] == SIGNS[figure.bound]
    assert figure.as_of.earliest <= dt.date.fromisoformat(row["at"]) <= figure.as_of.latest


@given(strategies.figures(), st.sampled_from(LANGUAGES), st.integers(-3, 12))
def test_every_figure_is_a_point(figure: Figure, language: Language, power: int) -> None:
    """Its value stands there to the last digit, and as a number of the axis."""
    found = list(points(Dataset({}), figure, language))
    rows = [dict(row) for row in point_rows(found, YEARS, power, language)]
    (row,) = (one for one in rows if one["adopted"])
    check(row, figure)
    assert row["y"] == pytest.approx(float(figure.value) / 10**power)
    assert len(rows) <= 1 + sum(one.field == "value" for one in figure.conflicts)


@pytest.mark.parametrize("measure", ["residents-in-japan", "oda-total", "investment-partner-rank"])
def test_the_side_is_that_of_the_voices(ds: Dataset, measure: str) -> None:
    """It is the side that `explain` names behind the value."""
    for row in figures(measures(ds, measure=measure)):
        if row["adopted"]:
            check(row, ds.figures[str(row["id"])])
            sides = ds.explain(str(row["id"]), "value").sides & {"VN", "JP"}
            wanted = "both sides" if len(sides) == 2 else next((WORDS[str(one)] for one in sides), "other sources")
            assert row["side"] == wanted


def test_other_values_are_white_and_drawn_where_they_are_numbers(ds: Dataset) -> None:
    """What is said in words only is counted in the footer."""
    chart = measures(ds, measure="residents-in-japan")
    others = [row for row in figures(chart) if not row["adopted"]]
    disputed = [one for figure in ds.figures.where(measure="residents-in-japan") for one in figure.conflicts]
    values = [one for one in disputed if one.field == "value"]
    assert len(others) < len(values)
    assert f"Other values that are no plain numbers, and are not drawn: {len(values) - len(others)}." in said_in(chart)
    ranks = measures(ds, measure="investment-partner-rank")
    assert [row["value"] for row in figures(ranks) if not row["adopted"]] == ["2"]


def test_units_have_planes_of_their_own(ds: Dataset) -> None:
    """Yen and dollars do not stand on one axis."""
    spec = spec_of(measures(ds, measure="oda-total"))
    headings = [one["title"]["text"] for one in spec["vconcat"][0]["vconcat"]]
    assert headings == ["trillion JPY", "billion USD"]


def test_the_first_place_stands_on_top(ds: Dataset) -> None:
    """An axis of ranks is turned round."""
    spec = spec_of(measures(ds, measure="investment-partner-rank"))
    axes = [layer["encoding"]["y"]["scale"] for layer in spec["vconcat"][0]["vconcat"][0]["layer"]]
    assert all(one["reverse"] for one in axes)


def test_a_period_narrows_it(ds: Dataset) -> None:
    """Figures that can speak of a day in it are drawn."""
    rows = figures(measures(ds, measure="residents-in-japan", start="2016", end="2018"))
    found = ds.figures.where(measure="residents-in-japan").between("2016", "2018")
    assert {row["id"] for row in rows} == set(found.ids)
    assert all("2016" <= row["at"] <= "2018-12-31" for row in rows)


def test_questions_that_make_no_sense(ds: Dataset) -> None:
    """A measure has to be named, and to be there."""
    with pytest.raises(QueryError, match="no measure given – for example trade-value"):
        measures(ds)
    with pytest.raises(UnknownIdError, match="did you mean `oda-total`"):
        measures(ds, measure="oda-totl")
    with pytest.raises(QueryError, match="no figure of `oda-total` in this period"):
        measures(ds, measure="oda-total", end="1975")
