"""`vnjp diff`, `vnjp verify` and `vnjp release`."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from vnjp_dataset.changes import Diff, State
from vnjp_dataset.changes.files import read_diff
from vnjp_dataset.cli import releasing, verifying
from vnjp_dataset.versions import Finding, Prepared, Verification

Run = Callable[..., Result]


@pytest.fixture
def other(tree: Path, tmp_path: Path) -> Path:
    """Return a folder with the small tree and one value corrected."""
    root = tmp_path / "other"
    for path in tree.rglob("*.yaml"):
        copy = root / path.relative_to(tree)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text("utf-8").replace("Japan will send paper.", "Japan sends paper."), "utf-8")
    return root


def test_a_diff_is_told(run: Run, tree: Path, other: Path) -> None:
    """What changed between two folders, for readers, for programs and for the change log."""
    text = run("diff", str(tree), str(other)).stdout
    assert "1 corrected" in text
    assert "summary: Japan will send paper. → Japan sends paper." in text
    found = read_diff(run("diff", str(tree), str(other), "--format", "json").stdout.encode(), "diff")
    assert [one.id for one in found.changed] == ["1994-paper"]
    markdown = run("diff", str(tree), str(other), "--format", "markdown").stdout
    assert markdown == "- **Corrected:**\n  - 1 commitment: `1994-paper` (summary)\n"
    assert "nothing changed" in run("diff", str(tree), str(tree)).stdout


def test_what_cannot_be_compared_is_told(run: Run, tree: Path) -> None:
    """A version that is none is misuse, one that was not released is a miss."""
    assert run("diff", str(tree), "nowhere").exit_code == 2
    done = run("diff", str(tree), "99.0.0")
    assert done.exit_code == 1
    assert "no release `99.0.0`" in done.stderr


HOLDS = Verification((Finding("yaml", True, "3 records read"), Finding("published", None, "no release")))
FAILS = Verification((Finding("yaml", False, "1 records differ"),), Diff(old=State("1", "a"), new=State("2", "b")))


@pytest.mark.parametrize(("found", "code"), [(HOLDS, 0), (FAILS, 1)])
def test_verify_tells_and_ends_accordingly(
    run: Run, monkeypatch: pytest.MonkeyPatch, found: Verification, code: int
) -> None:
    """What was found is printed; anything that fails fails the command."""
    monkeypatch.setattr(verifying, "verify_package", lambda: found)
    done = run("verify")
    assert done.exit_code == code
    assert done.stdout.splitlines()[0] == str(found.findings[0])
    done = run("verify", "--format", "json")
    assert done.exit_code == code
    told = json.loads(done.stdout)
    assert told["holds"] is found.holds
    assert [one["what"] for one in told["findings"]] == [one.what for one in found.findings]


def test_a_release_is_prepared(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What was written is told, on the day asked for; a dry run writes nothing."""
    asked: list[tuple[str, Path, str, dt.date]] = []
    empty = Diff(old=State("0", "a"), new=State("0.1.0", "a"))

    def stand_in(name: str) -> Callable[[Path, str, dt.date], Prepared]:
        def prepare(root: Path, version: str, day: dt.date) -> Prepared:
            asked.append((name, root, version, day))
            return Prepared(
                version=version, diff=empty, files={root / "CHANGELOG.md": b""} if version != "0.2.0" else {}
            )

        return prepare

    monkeypatch.setattr(releasing, "checkout_data", lambda: tmp_path / "data")
    monkeypatch.setattr(releasing, "make", stand_in("make"))
    monkeypatch.setattr(releasing, "prepare", stand_in("prepare"))
    assert run("release", "0.1.0", "--date", "2026-12-01").stdout.endswith("wrote CHANGELOG.md\n")
    assert run("release", "0.1.0", "--date", "2026-12-01", "--dry-run").stdout.endswith("would write CHANGELOG.md\n")
    assert run("release", "0.2.0").stdout.endswith("everything stands as it should\n")
    assert [one[0] for one in asked] == ["make", "prepare", "make"]
    assert asked[0] == ("make", tmp_path, "0.1.0", dt.date(2026, 12, 1))
    assert abs(asked[2][3] - dt.datetime.now(tz=dt.UTC).date()) <= dt.timedelta(days=1)


def test_a_release_that_cannot_be_made_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No checkout, no day, no version: each is told."""
    assert "expected a day such as 2026-11-22, got `tomorrow`" in run("release", "0.1.0", "--date", "tomorrow").stderr
    done = run("release", "0.1")
    assert done.exit_code == 1
    assert "expected a version such as 0.2.0, got `0.1`" in done.stderr
    monkeypatch.setattr(releasing, "checkout_data", lambda: None)
    assert "releases are made in a checkout" in run("release", "0.1.0").stderr
