"""Releases: what is written, that it is written once, and when it is refused."""

import datetime as dt
import json
from pathlib import Path

import pytest

from vnjp_dataset import Dataset, ReleaseError, load
from vnjp_dataset.releases.registry import FILE, FOLDER, read_registry
from vnjp_dataset.versions import prepare, release
from vnjp_dataset.versions.releasing import PACKAGE

DAY = dt.date(2026, 12, 1)
LATER = dt.date(2027, 1, 15)
VISIT = "data/visits/2021-an-van-binh.yaml"
MEMORANDUM = "data/agreements/2021-memorandum.yaml"


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Change a text that stands once in a file of the checkout."""
    path = root / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def add_figure(root: Path) -> None:
    """Add a record."""
    figures = root / "data/figures"
    (figures / "2021-ordinal-again.yaml").write_bytes((figures / "2021-visit-ordinal.yaml").read_bytes())


def opened_again(root: Path) -> None:
    """Begin a new section of the change log, as after a release."""
    path = root / "CHANGELOG.md"
    path.write_text(path.read_text("utf-8").replace("# Changelog\n", "# Changelog\n\n## Unreleased\n", 1), "utf-8")


def released(root: Path, version: str = "0.1.0", day: dt.date = DAY) -> Dataset:
    """Make a release and return its dataset."""
    release(root, version, day)
    return load(root / "data")


def reasons(root: Path, version: str) -> tuple[str, ...]:
    """Return why a release is refused."""
    with pytest.raises(ReleaseError) as caught:
        prepare(root, version, LATER)
    assert str(caught.value).startswith("the release cannot be made:")
    return caught.value.reasons


def test_a_first_release_writes_all_that_it_needs(checkout: Path) -> None:
    """Version, change log, registry with every id, and the delta from nothing."""
    dataset = released(checkout)
    assert '__version__ = "0.1.0"\n' in (checkout / PACKAGE / "version.py").read_text("utf-8")
    log = (checkout / "CHANGELOG.md").read_text("utf-8")
    assert "## Unreleased" not in log
    head, _, code = log.partition("### Code\n")
    assert head.startswith(
        "# Changelog\n\n## 0.1.0 – 2026-12-01\n\n### Data\n\nFirst records.\n\n<!-- changes 0.1.0 -->\n"
    )
    assert f"  - {len(dataset.visits)} visits: `2021-an-van-binh`" in head
    assert code == "\n- Everything.\n"
    known = read_registry((checkout / PACKAGE / FOLDER / FILE).read_bytes())
    (one,) = known.releases
    assert (one.version, one.date, one.fingerprint, one.records) == (
        "0.1.0",
        "2026-12-01",
        dataset.fingerprint,
        len(dataset),
    )
    assert {record for found in known.ids.values() for record in found} == {record.id for record in dataset}
    assert known.since("2021-an-van-binh") == "0.1.0"
    assert known.since("never") is None
    assert known.kind_of("2021-an-van-binh") == "visits"


def test_a_second_run_changes_nothing(checkout: Path) -> None:
    """Preparing a release again, on another day, finds everything as it should be."""
    release(checkout, "0.1.0", DAY)
    before = {path: path.read_bytes() for path in sorted(checkout.rglob("*")) if path.is_file()}
    assert prepare(checkout, "0.1.0", LATER).files == {}
    assert release(checkout, "0.1.0", LATER).files == {}
    assert before == {path: path.read_bytes() for path in sorted(checkout.rglob("*")) if path.is_file()}


def test_preparing_writes_nothing(checkout: Path) -> None:
    """To prepare is to look."""
    prepared = prepare(checkout, "0.1.0", DAY)
    assert {path.name for path in prepared.files} == {"version.py", "CHANGELOG.md", FILE, "0.1.0.json.xz"}
    assert not (checkout / PACKAGE / FOLDER).exists()


def test_a_later_release_tells_what_changed(checkout: Path) -> None:
    """What was added, corrected and retired since stands in the change log by id; old ids keep their release."""
    old = released(checkout)
    edit(checkout, VISIT, "came for talks.", "came to talk.")
    add_figure(checkout)
    opened_again(checkout)
    prepared = prepare(checkout, "0.2.0", LATER)
    assert [one.id for one in prepared.diff.added] == ["2021-ordinal-again"]
    assert [one.id for one in prepared.diff.corrected] == ["2021-an-van-binh"]
    assert prepared.diff.old.fingerprint == old.fingerprint
    release(checkout, "0.2.0", LATER)
    log = (checkout / "CHANGELOG.md").read_text("utf-8")
    assert log.index("## 0.2.0 – 2027-01-15\n\n### Data\n\n<!-- changes 0.2.0 -->\n- **Added:**") < log.index(
        "## 0.1.0"
    )
    assert "  - 1 visit: `2021-an-van-binh` (summary)\n" in log
    known = read_registry((checkout / PACKAGE / FOLDER / FILE).read_bytes())
    assert known.versions == ("0.1.0", "0.2.0")
    assert (known.since("2021-an-van-binh"), known.since("2021-ordinal-again")) == ("0.1.0", "0.2.0")
    assert release(checkout, "0.2.0", LATER).files == {}


def test_a_failing_check_refuses(checkout: Path) -> None:
    """Data that break a rule are not released."""
    edit(checkout, VISIT, "lead: an-van-binh", "lead: nobody")
    assert any("[reference-resolves]" in one for one in reasons(checkout, "0.1.0"))


def test_a_vanished_id_refuses(checkout: Path) -> None:
    """A released id is there or was retired, and nothing else."""
    released(checkout)
    (checkout / "data/figures/2021-visit-ordinal.yaml").rename(checkout / "data/figures/2021-ordinal-again.yaml")
    opened_again(checkout)
    assert any(
        one.startswith("`2021-visit-ordinal`, released in 0.1.0 among the figures, is gone")
        for one in reasons(checkout, "0.2.0")
    )
    tombstone = (
        "2021-visit-ordinal:\n  kind: {}\n  fate: merged\n  since: {}\n  reason: Why.\n"
        "  replaced_by:\n    - 2021-ordinal-again\n"
    )
    retired = checkout / "data/retired.yaml"
    retired.write_text(tombstone.format("people", "0.2.0"), "utf-8")
    assert reasons(checkout, "0.2.0") == (
        "`2021-visit-ordinal` was one of the figures, its tombstone says people – write `kind: figures`",
    )
    retired.write_text(tombstone.format("figures", "0.1.0"), "utf-8")
    assert reasons(checkout, "0.2.0") == (
        "`2021-visit-ordinal` was retired since 0.1.0, and this is 0.2.0 – write `since: 0.2.0`",
    )
    retired.write_text(tombstone.format("figures", "0.2.0"), "utf-8")
    release(checkout, "0.2.0", LATER)
    assert "  - `2021-visit-ordinal` – merged into 2021-ordinal-again: Why.\n" in (checkout / "CHANGELOG.md").read_text(
        "utf-8"
    )
    retired.unlink()
    opened_again(checkout)
    assert any("its tombstone is gone" in one for one in reasons(checkout, "0.3.0"))


def test_an_id_stands_for_one_kind_for_ever(checkout: Path) -> None:
    """An id that was one kind's is not given to a record of another."""
    released(checkout)
    known = checkout / PACKAGE / FOLDER / FILE
    plain = json.loads(known.read_text("utf-8"))
    plain["ids"]["people"]["2021-memorandum"] = plain["ids"]["agreements"].pop("2021-memorandum")
    known.write_text(json.dumps(plain), "utf-8")
    opened_again(checkout)
    assert any("was one of the people, now of the agreements" in one for one in reasons(checkout, "0.2.0"))


def test_what_was_never_released_is_not_retired(checkout: Path) -> None:
    """A tombstone stands for an id that somebody may have used."""
    text = "once-there:\n  kind: visits\n  fate: withdrawn\n  since: 0.1.0\n  reason: Why.\n"
    (checkout / "data/retired.yaml").write_text(text, "utf-8")
    assert any("`once-there` was retired and never released" in one for one in reasons(checkout, "0.1.0"))


@pytest.mark.parametrize(
    ("change", "version", "message"),
    [
        ("correct", "0.1.1", None),
        ("correct", "0.1.0", "0.1.0 was released with other records"),
        ("correct", "0.0.9", "0.0.9 is too small a step from 0.1.0: only values changed – take 0.1.1"),
        ("add", "0.1.1", "0.1.1 is too small a step from 0.1.0: `2021-ordinal-again` was added – take 0.2.0"),
        ("add", "0.2.0", None),
        ("nothing", "0.1.1", None),
    ],
)
def test_a_step_that_is_too_small_is_refused(checkout: Path, change: str, version: str, message: str | None) -> None:
    """PATCH for corrected values, MINOR for new records."""
    released(checkout)
    opened_again(checkout)
    if change == "correct":
        edit(checkout, VISIT, "came for talks.", "came to talk.")
    elif change == "add":
        add_figure(checkout)
    if message is None:
        assert prepare(checkout, version, LATER).version == version
    else:
        assert any(one.startswith(message) for one in reasons(checkout, version))


def test_an_older_release_is_not_made_again(checkout: Path) -> None:
    """Only the last release can be prepared again."""
    released(checkout)
    opened_again(checkout)
    release(checkout, "0.1.1", LATER)
    assert reasons(checkout, "0.1.0") == ("0.1.0 was released long ago – take a version after 0.1.1",)


def test_what_stands_in_the_way_is_told(checkout: Path, tmp_path: Path) -> None:
    """No version, no section of the change log, no checkout, a script that fails."""
    assert reasons(checkout, "1.0") == ("expected a version such as 0.2.0, got `1.0`",)
    assert reasons(tmp_path, "0.1.0")[0].startswith("expected the checkout of vnjp-dataset")
    (checkout / "docs/generate.py").write_text("raise SystemExit('no way')", "utf-8")
    with pytest.raises(ReleaseError, match="no way"):
        release(checkout, "0.1.0", DAY)
    (checkout / "CHANGELOG.md").write_text("# Changelog\n", "utf-8")
    (checkout / PACKAGE / "version.py").touch()
    assert reasons(checkout, "0.1.0") == ("expected a section `## Unreleased` in CHANGELOG.md, got none",)
