"""Search finds records by words in any of the languages."""

import json
from collections.abc import Callable

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize("text", ["Võ Văn Kiệt", "vo van kiet", "VO VAN KIET"])
def test_names_are_found_with_or_without_diacritics(run: Run, text: str) -> None:
    """The person comes first, then what is named so, then what mentions the name."""
    found = json.loads(run("search", text, "--format", "json").stdout)
    assert [one["id"] for one in found[:3]] == ["vo-van-kiet", "1995-vo-van-kiet", "1994-murayama-tomiichi"]
    assert found[0] == {"kind": "people", "id": "vo-van-kiet", "heading": "Vo Van Kiet"}


def test_several_words_need_no_quotes(run: Run) -> None:
    """Words are joined as they are given."""
    assert run("search", "村山富市", width=120).stdout.splitlines()[1].split()[:2] == ["murayama-tomiichi", "people"]
    assert run("search", "le", "duc", "anh").stdout == run("search", "le duc anh").stdout


def test_nothing_found_is_no_error(run: Run) -> None:
    """An empty answer is an answer."""
    result = run("search", "zzzz")
    assert result.exit_code == 0
    assert "nothing found" in result.stdout
    assert json.loads(run("search", "zzzz", "--format", "json").stdout) == []
