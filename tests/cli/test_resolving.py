"""What became of an id is told, and by the exit code."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

RETIRED = """\
1994-murayama: {kind: visits, fate: merged, since: 0.2.0, reason: The same trip., replaced_by: [1994-murayama-tomiichi]}
1995-nobody: {kind: visits, fate: withdrawn, since: 0.2.0, reason: It did not take place.}
"""


@pytest.fixture
def retired(write_files: Callable[[Mapping[str, str]], Path], tree: Path) -> Path:
    """Return the small tree with tombstones."""
    write_files({"retired.yaml": RETIRED})
    return tree


@pytest.mark.usefixtures("retired")
@pytest.mark.parametrize(
    ("wanted", "status", "code", "words"),
    [
        ("1994-murayama-tomiichi", "current", 0, "is current"),
        ("1994-murayama", "merged", 0, "was merged into `1994-murayama-tomiichi` in release 0.2.0: The same trip."),
        ("1995-nobody", "withdrawn", 0, "was withdrawn in release 0.2.0: It did not take place."),
        ("1994-murayama-tomichi", "never-existed", 1, "did you mean `1994-murayama-tomiichi`"),
    ],
)
def test_every_fate_is_told(run: Run, wanted: str, status: str, code: int, words: str) -> None:
    """Text says it in a sentence, JSON with a status, and an id that never was one ends with 1."""
    result = run("resolve", wanted, width=200)
    assert result.exit_code == code
    assert words in result.stdout
    plain = run("resolve", wanted, "--format", "json")
    assert plain.exit_code == code
    assert json.loads(plain.stdout)["status"] == status
