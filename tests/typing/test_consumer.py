"""The library's types, as a program that uses it sees them."""

import runpy
from pathlib import Path

import pytest

import vnjp_dataset as vnjp

CONSUMER = Path(__file__).with_name("consumer.py")
HEAD = "import vnjp_dataset as vnjp\nds = vnjp.load()\n"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a folder in which mypy keeps what it knows from one test to the next."""
    return str(tmp_path_factory.mktemp("mypy"))


def _mypy(path: Path, cache: str) -> tuple[str, int]:
    api = pytest.importorskip("mypy.api", reason="mypy is in the dependency group `lint`")
    out, error, status = api.run(
        ["--strict", "--disallow-any-expr", "--config-file=", "--cache-dir", cache, "--no-color-output", str(path)]
    )
    return f"{out}{error}", status


def test_the_consumer_runs() -> None:
    """What the types are asserted of is there: the snippet runs on the project's own data."""
    names = runpy.run_path(str(CONSUMER))
    dataset = vnjp.load()
    names["use"](dataset)
    names["use_record"](dataset.agreements[0])


def test_the_consumer_is_typed(cache: str) -> None:
    """In strict mode, with Any forbidden in every expression, mypy finds nothing to object to."""
    assert _mypy(CONSUMER, cache) == ("Success: no issues found in 1 source file\n", 0)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('ds.visits.where(directon="VN-JP")', 'Unexpected keyword argument "directon"'),
        ('ds.visits.where(direction="VNJP")', 'Argument "direction" to "where"'),
        ('ds.visits.where(year="2023")', 'Argument "year" to "where"'),
        ('ds.visits.where(rank=["head-of-stat"])', "List item 0 has incompatible type"),
        ('ds.people.where(direction="VN-JP")', 'Unexpected keyword argument "direction"'),
        ('ds.people.between("2013", "2021")', '"People" has no attribute "between"'),
        ('ds.visits["2023-vo-van-thuong"].strat', '"Visit" has no attribute "strat"'),
        ('ds.visits["2023-vo-van-thuong"].summary = "x"', 'Property "summary" defined in "Visit" is read-only'),
        ("ds.visits.between(2013.5)", 'Argument 1 to "between"'),
        ("vnjp.nothing", 'Module has no attribute "nothing"'),
    ],
)
def test_a_wrong_use_is_noticed(tmp_path: Path, cache: str, line: str, message: str) -> None:
    """A misspelt keyword, word or field, and a question that a collection does not take, are errors to mypy."""
    path = tmp_path / "wrong.py"
    path.write_text(f"{HEAD}{line}\n")
    told, status = _mypy(path, cache)
    assert status == 1
    assert "wrong.py:3: error:" in told
    assert message in told
