"""The relation on a day is told in full."""

import json
from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]


def test_a_day_of_a_visit(run: Run) -> None:
    """Level, milestone, office-holders of both sides, agreements and visits are there."""
    text = run("on", "1994-08-26").stdout
    assert "Vietnam–Japan relations on 26 August 1994" in text
    assert "1: Partnership of Notes" in text
    assert "25 August 1994 (1994-partnership)" in text
    assert "Le Duc Anh, President of Vietnam, since 1992-09-23" in text
    assert "Murayama Tomiichi, Prime Minister of Japan, since 1994-06-30" in text
    assert "(1994-notes)" in text
    assert "none on record" in text
    assert text.index("under way") < text.index("1994-murayama-tomiichi") < text.index("1995-le-duc-anh")


def test_json_names_records_by_id(run: Run) -> None:
    """Programs get the level as it stands in the record, and ids of everything else."""
    found = json.loads(run("on", "1994-08-26", "--format", "json").stdout)
    assert found["day"] == "1994-08-26"
    assert found["level"]["name"] == {"en": "Partnership of Notes"}
    assert found["since"] == "1994-partnership"
    assert [one["person"] for one in found["office_holders"]] == ["le-duc-anh", "murayama-tomiichi", "kono-yohei"]
    assert found["agreements_in_force"] == ["1994-notes"]
    assert found["visits_under_way"] == ["1994-murayama-tomiichi"]
    assert found["visits_after"] == ["1995-le-duc-anh"]


def test_what_is_not_certain_stands_apart(run: Run) -> None:
    """Who may have been in office, but need not, is told as such; an office without an English title by its id."""
    certain, _, possible = run("on", "1994-06-15", width=120).stdout.partition("Perhaps in office")
    assert "Kono Yohei, foreign-minister-of-japan, acting, since 1994-06" in possible
    assert "Kono Yohei" not in certain
    assert "Kono Yohei" in run("on", "1994-08-26").stdout.partition("Perhaps in office")[0]


def test_a_day_before_relations(run: Run) -> None:
    """Before the first level there is none."""
    assert "no diplomatic relations on record yet" in run("on", "1970-01-01").stdout
    assert json.loads(run("on", "1970-01-01", "--format", "json").stdout)["level"] is None


def test_what_is_no_day_is_a_misuse(run: Run) -> None:
    """A month or a day that does not exist ends with exit code 2 and one message."""
    for word in ("1994-08", "2023-02-30", "soon"):
        result = run("on", word)
        assert result.exit_code == 2
        assert result.stderr.startswith("Error: ")
        assert "Traceback" not in result.stderr
